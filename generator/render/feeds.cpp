#include "render/feeds.h"

#include <algorithm>

#include "base/html.h"
#include "render/cards.h"
#include "render/json_text.h"
#include "render/theme_words.h"

namespace kepu::render {

namespace {

// XML 1.0 has no way to write control characters; the rest is escaped as in HTML.
std::string xml_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 || c == '\n' || c == '\t') clean += c;
  }
  return base::escape_html(clean);
}

void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<")
      .append(name)
      .append(">")
      .append(xml_text(text))
      .append("</")
      .append(name)
      .append(">\n");
}

base::DateTime changed(const model::Article& article) {
  // A change on the day of publication is given without a time, which would lie before it.
  return std::max(article.date, article.updated.value_or(article.date));
}

// What is new stands before what it is about: readers know the rest.
std::string summary_with_change(const SiteContext& context, const model::Article& article) {
  std::string summary(summary_of(article));
  if (article.changes.empty()) return summary;
  const model::Change& last = article.changes.back();
  return theme_words(context, "feed_change", "{date}更新：{note}",
                     {{"date", date_text(context, last.on)}, {"note", last.note}}) +
         "\n" + summary;
}

void append_entry(std::string& out, const SiteContext& context, const model::Article& article) {
  const std::string url = context.absolute(article.address());
  out += "<entry>\n";
  element(out, "title", article.title);
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(url) + "\"/>\n";
  element(out, "id", url);
  element(out, "published", base::format_iso_date_time(article.date));
  element(out, "updated", base::format_iso_date_time(changed(article)));
  if (const std::string author = byline_of(context, article); !author.empty()) {
    out += "<author>";
    element(out, "name", author);
    out += "</author>\n";
  }
  for (const model::TermUse& use : article.terms) {
    if (use.taxonomy != "tags") continue;
    for (const std::string& term : use.terms)
      out += "<category term=\"" + xml_text(term) + "\"/>\n";
  }
  element(out, "summary", summary_with_change(context, article));
  out += "</entry>\n";
}

std::vector<std::size_t> newest(const SiteContext& context, std::vector<std::size_t> articles) {
  const auto count =
      std::min(articles.size(), static_cast<std::size_t>(context.site.build.feed_items));
  std::partial_sort(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(count),
                    articles.end(),
                    [&context](std::size_t a, std::size_t b) { return context.is_newer(a, b); });
  articles.resize(count);
  return articles;
}

std::string atom_feed(const SiteContext& context, std::string_view title, std::string_view subtitle,
                      std::string_view page, std::string_view self,
                      const std::vector<std::size_t>& articles) {
  const model::Identity& identity = context.site.identity;
  base::DateTime latest;
  for (const std::size_t i : articles) latest = std::max(latest, changed(context.site.articles[i]));
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + xml_text(context.language()) +
         "\">\n";
  element(out, "title", title);
  if (!subtitle.empty()) element(out, "subtitle", subtitle);
  element(out, "id", context.absolute(page));
  element(out, "updated", base::format_iso_date_time(latest));
  out += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" +
         xml_text(context.absolute(self)) + "\"/>\n";
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(context.absolute(page)) +
         "\"/>\n";
  out += "<author>";
  element(out, "name",
          identity.organisation_name.empty() ? identity.title : identity.organisation_name);
  out += "</author>\n";
  out += "<generator version=\"" + xml_text(context.version) + "\">kepu</generator>\n";
  for (const std::size_t i : articles) append_entry(out, context, context.site.articles[i]);
  out += "</feed>\n";
  return out;
}

std::string json_feed(const SiteContext& context, const std::vector<std::size_t>& articles) {
  const model::Identity& identity = context.site.identity;
  JsonText json;
  json.open_object()
      .text("version", "https://jsonfeed.org/version/1.1")
      .text("title", identity.title)
      .text("home_page_url", context.absolute("index.html"))
      .text("feed_url", context.absolute("feed.json"))
      .text_if("description", identity.description)
      .text("language", context.language())
      .open_array("items");
  for (const std::size_t i : articles) {
    const model::Article& article = context.site.articles[i];
    json.open_object()
        .text("id", context.absolute(article.address()))
        .text("url", context.absolute(article.address()))
        .text("title", article.title)
        .text("content_text", summary_with_change(context, article))
        .text("date_published", base::format_iso_date_time(article.date))
        .text("date_modified", base::format_iso_date_time(changed(article)))
        .close_object();
  }
  json.close_array().close_object();
  return std::move(json).take() + "\n";
}

}  // namespace

void append_feed_documents(const SiteContext& context, base::Documents& documents) {
  const model::Identity& identity = context.site.identity;
  if (identity.base_url.empty()) return;
  const base::Place source{"content/site.json", {}, 1};
  documents.push_back({"feed.xml",
                       [&context](base::Diagnostics&) {
                         return atom_feed(context, context.site.identity.title,
                                          context.site.identity.description, "index.html",
                                          "feed.xml", newest(context, context.newest_articles));
                       },
                       source});
  documents.push_back({"feed.json",
                       [&context](base::Diagnostics&) {
                         return json_feed(context, newest(context, context.newest_articles));
                       },
                       source});
  for (const SectionPages& pages : context.sections) {
    if (!model::holds_articles(pages.section->kind)) continue;
    documents.push_back({pages.section->id + "/feed.xml",
                         [&context, &pages](base::Diagnostics&) {
                           const model::Section& section = *pages.section;
                           return atom_feed(
                               context, context.site.identity.title + " · " + section.title,
                               section.description, section.address(), section.id + "/feed.xml",
                               newest(context, pages.articles));
                         },
                         source});
  }
}

}  // namespace kepu::render
