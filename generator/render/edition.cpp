#include "render/edition.h"

#include <algorithm>
#include <utility>

#include "base/html.h"
#include "base/site_path.h"
#include "language/edition_html.h"
#include "language/json_strings.h"
#include "render/site_context.h"

namespace kepu::render {

Edition::Edition(const model::Site& site, const model::Edition& edition)
    : language(edition.language),
      folder(edition.language + "/"),
      converter(edition, site.language_settings.corner_quotes),
      shared(folder, site.identity.base_url) {}

std::vector<EditionLink> edition_links(const SiteContext& context, std::string_view address) {
  std::vector<EditionLink> links;
  if (context.site.editions.empty()) return links;
  const std::string& current = context.language();
  const auto add = [&](const std::string& language, const std::string& folder) {
    links.push_back({language, folder + std::string(address), language == current});
  };
  add(context.site.identity.language, "");
  for (const model::Edition& edition : context.site.editions)
    add(edition.language, edition.language + "/");
  return links;
}

std::string site_address(const SiteContext& context, std::string_view address) {
  if (address == "index.html" || address.ends_with("/index.html")) {
    const std::string_view folder =
        address.substr(0, address.size() - std::string_view("index.html").size());
    const bool is_home =
        folder.empty() || std::any_of(context.site.editions.begin(), context.site.editions.end(),
                                      [&](const model::Edition& edition) {
                                        return folder == edition.language + "/";
                                      });
    if (is_home) address = folder;
  }
  return context.site.identity.base_url + base::escape_url(address);
}

std::vector<std::string> hreflang_codes(std::string_view language) {
  std::vector<std::string> codes{std::string(language)};
  if (language == "zh-CN") codes.emplace_back("zh-Hans");
  if (language == "zh-TW") codes.emplace_back("zh-Hant");
  return codes;
}

std::string edition_text(const Edition* edition, std::string_view text) {
  return edition == nullptr ? std::string(text) : edition->converter.convert(text);
}

std::string edition_json(const Edition* edition, std::string json) {
  return edition == nullptr ? json : language::convert_json(json, edition->converter);
}

std::string edition_html(const Edition* edition, std::string html, std::string_view address) {
  if (edition == nullptr) return html;
  return language::convert_html(html,
                                {edition->converter, edition->language, address, &edition->shared});
}

namespace {

// Scripts and calendars are converted by those who make them: a name that holds a fingerprint is
// needed before the text, and lines of a calendar are folded.
std::string converted(const Edition& edition, std::string text, const std::string& address) {
  const std::string extension = base::extension_of(address);
  if (extension == "html" || extension == "xml")
    return edition_html(&edition, std::move(text), address);
  if (extension == "json") return edition_json(&edition, std::move(text));
  if (extension == "csv" || extension == "vtt") return edition_text(&edition, text);
  return text;
}

}  // namespace

void append_in_edition(const SiteContext& context, base::Documents pages,
                       base::Documents& documents) {
  const Edition& edition = *context.edition;
  base::Documents cues;
  context.cue_files.append_documents(cues);
  for (base::Document& file : cues) {
    file.address = edition.folder + file.address;
    documents.push_back(std::move(file));
  }
  for (base::Document& page : pages) {
    std::string address = edition.folder + page.address;
    if (const auto* produce = std::get_if<base::Producer>(&page.content)) {
      base::Producer make = [&edition, produce = *produce,
                             inside = page.address](base::Diagnostics& diagnostics) {
        return converted(edition, produce(diagnostics), inside);
      };
      documents.push_back({std::move(address), std::move(make), std::move(page.source)});
    }
  }
}

}  // namespace kepu::render
