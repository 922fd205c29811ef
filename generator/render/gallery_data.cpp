#include "render/gallery_data.h"

#include <algorithm>
#include <vector>

#include "base/site_path.h"
#include "render/edition.h"
#include "render/json_text.h"
#include "render/published_files.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kWorksOfPart = 60;
// The gallery's pages all lie in this folder.
constexpr std::string_view kFolder = "exhibition/";

std::string as_script(JsonText json) {
  return "kepuReceive(" + std::move(json).take() + ");\n";
}

std::string cards_script(const SiteContext& context, std::size_t begin, std::size_t end,
                         base::Diagnostics& diagnostics) {
  JsonText json;
  json.open_array("");
  for (std::size_t i = begin; i < end; ++i) {
    const auto& [contest, entry] = context.gallery.works[i];
    Map view;
    view.set("root", Value(base::root_prefix(kFolder)));
    view.set("card", context.entry_cards[contest][entry]);
    std::string html;
    context.theme.templates.render("components/work.html", {context.globals, view, kFolder}, html,
                                   diagnostics);
    json.item(edition_html(context.edition, std::move(html), kFolder));
  }
  json.close_array();
  return as_script(std::move(json));
}

std::string index_script(const SiteContext& context, const std::vector<std::string>& parts) {
  JsonText json;
  json.open_object().number("total", static_cast<std::int64_t>(context.gallery.works.size()));
  json.number("part", static_cast<std::int64_t>(kWorksOfPart)).open_array("parts");
  for (const std::string& part : parts) json.item(base::file_name_of(part));
  json.close_array().open_object("facets");
  for (const Facet& facet : context.gallery.facets) {
    json.open_object(facet.id);
    for (const FacetValue& value : facet.values) {
      json.open_array(value.name);
      for (const std::size_t work : value.works) json.number("", static_cast<std::int64_t>(work));
      json.close_array();
    }
    json.close_object();
  }
  json.close_object().close_object();
  return as_script(std::move(json));
}

std::string append_script(const std::string& name, std::string script, base::Documents& documents) {
  std::string address = fingerprinted_address("assets", name, script, "js");
  documents.push_back({address,
                       [script = std::move(script)](base::Diagnostics&) { return script; },
                       {"content/site.json", {}, 1}});
  return address;
}

}  // namespace

std::string append_gallery_data(const SiteContext& context, bool with_cards,
                                base::Documents& documents, base::Diagnostics& diagnostics) {
  std::vector<std::string> parts;
  const std::size_t count = with_cards ? context.gallery.works.size() : 0;
  for (std::size_t begin = 0; begin < count; begin += kWorksOfPart) {
    const std::size_t end = std::min(count, begin + kWorksOfPart);
    parts.push_back(append_script("gallery-" + std::to_string(parts.size() + 1),
                                  cards_script(context, begin, end, diagnostics), documents));
  }
  return append_script("gallery", index_script(context, parts), documents);
}

}  // namespace kepu::render
