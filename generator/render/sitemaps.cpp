#include "render/sitemaps.h"

#include <algorithm>
#include <unordered_map>

#include "base/html.h"
#include "base/site_path.h"
#include "render/edition.h"

namespace kepu::render {

namespace {

std::string robots_text(const SiteContext& context) {
  std::string out = "User-agent: *\nAllow: /\n";
  if (!context.site.identity.base_url.empty())
    out += "Sitemap: " + context.absolute("sitemap.xml") + "\n";
  return out;
}

void append_url(std::string& out, std::string_view url, std::string_view more) {
  out += "<url><loc>";
  base::append_html_escaped(out, url);
  out.append("</loc>").append(more).append("</url>\n");
}

// Each edition of a page names all of them, itself included.
void append_in_all_editions(std::string& out, const SiteContext& context,
                            const std::string& address, const std::string& modified) {
  const auto links = edition_links(context, address);
  std::string more = modified;
  const auto add = [&](const std::string& code, const std::string& url) {
    more += "<xhtml:link rel=\"alternate\" hreflang=\"" + code + "\" href=\"" +
            base::escape_html(url) + "\"/>";
  };
  for (const EditionLink& link : links)
    for (const std::string& code : hreflang_codes(link.language))
      add(code, site_address(context, link.address));
  add("x-default", site_address(context, links.front().address));
  for (const EditionLink& link : links) append_url(out, site_address(context, link.address), more);
}

std::string sitemap_xml(const SiteContext& context, std::vector<std::string> addresses) {
  std::unordered_map<std::string, base::DateTime> changed;
  for (const model::Article& article : context.site.articles) {
    changed.emplace(article.address(), article.updated.value_or(article.date));
  }
  std::sort(addresses.begin(), addresses.end());
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
  if (!context.site.editions.empty()) out += " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
  out += ">\n";
  out.reserve(addresses.size() * 96);
  for (const std::string& address : addresses) {
    const auto date = changed.find(address);
    const std::string modified =
        date == changed.end() ? ""
                              : "<lastmod>" + base::format_iso_date(date->second) + "</lastmod>";
    if (context.site.editions.empty()) {
      append_url(out, context.absolute(address), modified);
    } else {
      append_in_all_editions(out, context, address, modified);
    }
  }
  out += "</urlset>\n";
  return out;
}

std::string redirect_page(const SiteContext& context, const std::string& from,
                          const model::Article& article) {
  const std::string target =
      base::escape_html(base::escape_url(base::relative_address(from, article.address())));
  const std::string canonical = base::escape_html(context.absolute(article.address()));
  std::string out = "<!doctype html>\n<html lang=\"" + base::escape_html(context.language()) +
                    "\">\n<meta charset=\"utf-8\">\n<title>" + base::escape_html(article.title) +
                    "</title>\n<meta http-equiv=\"refresh\" content=\"0; url=" + target +
                    "\">\n<meta name=\"robots\" content=\"noindex\">\n";
  if (!canonical.empty()) out += "<link rel=\"canonical\" href=\"" + canonical + "\">\n";
  out += "<main><h1>" + base::escape_html(article.title) + "</h1>\n<p><a href=\"" + target + "\">" +
         base::escape_html(context.theme.text("moved", "页面已移到新地址")) +
         "</a></p></main>\n</html>\n";
  return out;
}

}  // namespace

void append_robot_documents(const SiteContext& context, base::Documents& documents) {
  const base::Place source{"content/site.json", {}, 1};
  if (!context.site.identity.base_url.empty()) {
    std::vector<std::string> pages;
    for (const base::Document& document : documents) {
      if (document.address.ends_with(".html") && document.address != "404.html") {
        pages.push_back(document.address);
      }
    }
    documents.push_back({"sitemap.xml",
                         [&context, pages = std::move(pages)](base::Diagnostics&) {
                           return sitemap_xml(context, pages);
                         },
                         source});
  }
  documents.push_back(
      {"robots.txt", [&context](base::Diagnostics&) { return robots_text(context); }, source});
}

void append_alias_documents(const SiteContext& context, base::Documents& documents) {
  for (const model::Article& article : context.site.articles) {
    for (const model::Reference& alias : article.aliases) {
      std::string address(alias.target.starts_with('/') ? alias.target.substr(1) : alias.target);
      if (address.ends_with('/')) address += "index.html";
      documents.push_back({address,
                           [&context, &article, address](base::Diagnostics&) {
                             return redirect_page(context, address, article);
                           },
                           {article.source_path, alias.position, 1}});
    }
  }
}

}  // namespace kepu::render
