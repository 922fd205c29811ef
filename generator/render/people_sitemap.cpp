#include "render/people_sitemap.h"

#include <algorithm>

#include "render/elder_page.h"
#include "render/record_views.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// The site map for people names this many pages of a section, then the list itself.
constexpr std::size_t kSitemapPagesOfSection = 100;

Map tree_node(std::string_view title, std::string url, std::size_t count, List children) {
  Map node;
  node.set("title", Value(title));
  node.set("url", Value(std::move(url)));
  node.set("count", Value(count));
  node.set("children", Value(std::move(children)));
  return node;
}

List contest_nodes(const SiteContext& context) {
  List nodes;
  for (const model::Contest& contest : context.site.contests) {
    List works;
    if (contest.awards) {
      works.emplace_back(tree_node(context.theme.text("awards_index_title", "评选结果"),
                                   contest.awards_address(), 0, {}));
    }
    for (const model::Entry& entry : contest.entries) {
      if (works.size() >= kSitemapPagesOfSection) break;
      works.emplace_back(tree_node(entry.title, entry.address(), 0, {}));
    }
    nodes.emplace_back(
        tree_node(contest.title, contest.address(), contest.entries.size(), std::move(works)));
  }
  return nodes;
}

Map people_sitemap_page(const SiteContext& context) {
  PageHead head;
  head.kind = "sitemap";
  head.address = "sitemap/index.html";
  head.heading = context.theme.text("sitemap", "站点地图");
  head.description = context.theme.text("sitemap_description", "本站的全部栏目和页面。");
  head.trail = trail_to(context, nullptr);
  Map view = page_view(context, std::move(head));
  List tree;
  for (const SectionPages& pages : context.sections) {
    List children;
    if (pages.section->kind == model::SectionKind::Exhibition) {
      children = contest_nodes(context);
    } else if (model::holds_records(pages.section->kind)) {
      for (const Value& card : record_cards(context, *pages.section))
        children.emplace_back(tree_node(card.map().find("title")->text(),
                                        std::string(card.map().find("url")->text()), 0, {}));
    } else {
      for (std::size_t i = 0; i < std::min(kSitemapPagesOfSection, pages.articles.size()); ++i) {
        const model::Article& article = context.site.articles[pages.articles[i]];
        children.emplace_back(tree_node(article.title, article.address(), 0, {}));
      }
    }
    tree.emplace_back(tree_node(pages.section->title, pages.section->address(),
                                pages.articles.size(), std::move(children)));
  }
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    List terms;
    for (const check::TermPages& term : taxonomy.terms) {
      if (terms.size() >= kSitemapPagesOfSection) break;
      terms.emplace_back(tree_node(term.title, term.address, term.count(), {}));
    }
    tree.emplace_back(tree_node(taxonomy.taxonomy->title, taxonomy.address(), taxonomy.terms.size(),
                                std::move(terms)));
  }
  if (const char* elder = elder_address(context.theme); *elder != 0)
    tree.emplace_back(tree_node(elder_title(context), elder, 0, {}));
  view.set("tree", Value(std::move(tree)));
  return view;
}

}  // namespace

base::Document people_sitemap_document(const SiteContext& context) {
  return template_document(context, "sitemap/index.html", "sitemap.html",
                           {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) { return people_sitemap_page(context); });
}

}  // namespace kepu::render
