#include "render/catalogue_file.h"

#include "render/catalogue_items.h"
#include "render/json_text.h"
#include "render/site_view.h"
#include "render/view_parts.h"

namespace kepu::render {

namespace {

// Raised when a key changes its meaning or goes away; new keys do not raise it.
constexpr std::int64_t kFormatVersion = 1;

// A site that does not know its address names things from its own root.
std::string address_or_url(const SiteContext& context, const std::string& address) {
  const std::string url = context.absolute(address);
  return url.empty() ? address : url;
}

void add_texts(JsonText& json, std::string_view key, const std::vector<std::string_view>& texts) {
  if (texts.empty()) return;
  json.open_array(key);
  for (const std::string_view text : texts) json.item(text);
  json.close_array();
}

void add_number_if(JsonText& json, std::string_view key, std::int64_t value) {
  if (value > 0) json.number(key, value);
}

void add_file(JsonText& json, const SiteContext& context, const CatalogueFile& file) {
  json.open_object()
      .text("role", file.role)
      .text("url", address_or_url(context, file.address))
      .text("type", file.type)
      .number("bytes", static_cast<std::int64_t>(file.size))
      .text("hash", base::to_hex(file.hash));
  if (file.duration_ms > 0) json.text("duration", duration_iso(file.duration_ms));
  add_number_if(json, "duration_ms", file.duration_ms);
  add_number_if(json, "width", file.width_px);
  add_number_if(json, "height", file.height_px);
  json.text_if("language", file.language).close_object();
}

std::string item_line(const SiteContext& context, const CatalogueItem& item) {
  JsonText json;
  json.open_object()
      .text("id", item.id)
      .text("kind", item.kind)
      .text("form", name_of(item.form).id)
      .text_if("section", item.section)
      .text("title", item.title)
      .text_if("description", item.description)
      .text("url", address_or_url(context, item.address))
      .text("language", context.language());
  if (item.date) json.text("date", base::format_iso_date(*item.date));
  if (item.updated) json.text("updated", base::format_iso_date(*item.updated));
  json.text_if("license", item.license);
  add_texts(json, "creators", item.creators);
  add_texts(json, "units", item.units);
  for (const auto& [taxonomy, terms] : item.terms) add_texts(json, taxonomy, terms);
  json.text_if("contest", item.contest);
  add_texts(json, "awards", item.awards);
  json.text_if("paper", item.paper);
  if (!item.paper.empty()) json.text("orientation", item.landscape ? "landscape" : "portrait");
  add_number_if(json, "questions", static_cast<std::int64_t>(item.question_count));
  if (item.demonstration) json.flag("demonstration", true);
  if (!item.files.empty()) {
    json.open_array("files");
    for (const CatalogueFile& file : item.files) add_file(json, context, file);
    json.close_array();
  }
  json.close_object();
  return std::move(json).take();
}

std::string head_line(const SiteContext& context) {
  const model::Identity& identity = context.site.identity;
  JsonText json;
  json.open_object()
      .text("format", "kepu-catalog")
      .number("version", kFormatVersion)
      .text("title", identity.title)
      .text_if("description", identity.description)
      .text("language", context.language())
      .text_if("url", identity.base_url)
      .text_if("publisher", identity.organisation_name)
      .text("hash", "xxh3-128")
      .open_array("sections");
  for (const model::Section& section : context.site.sections) {
    json.open_object()
        .text("id", section.id)
        .text("kind", kind_name(section.kind))
        .text("title", section.title)
        .text("url", address_or_url(context, section.address()))
        .close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

// One line for each item: tools that read lines can read it, and differences stay small.
std::string catalogue(const SiteContext& context) {
  std::string out = head_line(context);
  out.back() = ',';
  out += "\n\"items\":[";
  bool is_first = true;
  for (const CatalogueItem& item : catalogue_items(context)) {
    out += is_first ? "\n" : ",\n";
    out += item_line(context, item);
    is_first = false;
  }
  out += "\n]}\n";
  return out;
}

}  // namespace

void append_catalogue(const SiteContext& context, base::Documents& documents) {
  documents.push_back({"catalog.json",
                       [&context](base::Diagnostics&) { return catalogue(context); },
                       base::Place{"content/site.json", {}, 1}});
}

}  // namespace kepu::render
