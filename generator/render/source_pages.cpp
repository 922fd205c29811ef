#include "render/source_pages.h"

#include <algorithm>

namespace kepu::render {

namespace {

std::string title_of(const SiteContext& context, const std::string& path) {
  const model::Site& site = context.site;
  const auto article = std::lower_bound(site.articles.begin(), site.articles.end(), path,
                                        [](const model::Article& item, const std::string& wanted) {
                                          return item.source_path < wanted;
                                        });
  if (article != site.articles.end() && article->source_path == path) return article->title;
  for (const model::Section& section : site.sections)
    if (section.index_path == path) return section.title;
  for (const model::WallChart& chart : site.wall_charts)
    if (chart.source_path == path) return chart.title;
  for (const model::Quiz& quiz : site.quizzes)
    if (quiz.source_path == path) return quiz.title;
  for (const model::Contest& contest : site.contests)
    if (contest.source_path == path) return contest.title;
  return {};
}

}  // namespace

std::optional<SourcePage> page_of_source(const SiteContext& context, const std::string& path) {
  const std::string& curve = context.site.home.curve;
  const bool is_home =
      path == "content/site.json" || (!curve.empty() && path == "content/data/" + curve + ".json");
  if (is_home) return SourcePage{context.theme.text("home", "首页"), "index.html"};
  if (path == "content/glossary.json") {
    if (context.glossary.section == nullptr) return std::nullopt;
    return SourcePage{context.glossary.section->title, context.glossary.section->address()};
  }
  const check::Target target = context.addresses.resolve(path, "/" + path);
  std::string title = title_of(context, path);
  if (target.kind != check::TargetKind::Page || title.empty()) return std::nullopt;
  return SourcePage{std::move(title), target.address};
}

}  // namespace kepu::render
