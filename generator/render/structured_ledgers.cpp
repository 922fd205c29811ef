#include "render/structured_ledgers.h"

#include "render/fact_views.h"
#include "render/glossary_views.h"
#include "render/json_text.h"

namespace kepu::render {

namespace {

JsonText& begin(JsonText& json, const SiteContext& context, const PageHead& head,
                std::string_view type) {
  json.open_object()
      .text("@context", "https://schema.org")
      .text("@type", type)
      .text("name", head.heading)
      .text_if("description", head.description)
      .text("inLanguage", context.site.identity.language)
      .text_if("url", context.absolute(head.address));
  const model::Identity& identity = context.site.identity;
  if (!identity.organisation_name.empty())
    json.open_object("publisher")
        .text("@type", "Organization")
        .text("name", identity.organisation_name)
        .text_if("url", identity.organisation_url)
        .close_object();
  return json;
}

}  // namespace

std::string facts_data(const SiteContext& context, const PageHead& head, const std::string& table) {
  JsonText json;
  begin(json, context, head, "Dataset");
  if (const std::string url = context.absolute(table); !url.empty())
    json.open_object("distribution")
        .text("@type", "DataDownload")
        .text("encodingFormat", "application/json")
        .text("contentUrl", url)
        .close_object();
  json.open_array("variableMeasured");
  for (const model::Fact& fact : context.site.facts) {
    json.open_object()
        .text("@type", "PropertyValue")
        .text("propertyID", fact.id)
        .text("name", fact.text)
        .text("value", fact.value)
        .text_if("unitText", fact.unit)
        .text("description", vintage_text(context, fact.vintage))
        .close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

std::string glossary_data(const SiteContext& context, const PageHead& head) {
  JsonText json;
  begin(json, context, head, "DefinedTermSet").open_array("hasDefinedTerm");
  for (const std::size_t index : terms_by_pinyin(context.site.glossary)) {
    const model::GlossaryTerm& term = context.site.glossary[index];
    json.open_object()
        .text("@type", "DefinedTerm")
        .text("name", term.term.text)
        .text("termCode", term.id)
        .text("description", plain_definition(term));
    const std::string url = context.absolute(head.address);
    if (!url.empty()) json.text("url", url + "#term-" + term.id);
    if (!term.english.empty() || !term.aliases.empty()) {
      json.open_array("alternateName");
      if (!term.english.empty()) json.item(term.english);
      for (const model::GlossaryName& alias : term.aliases) json.item(alias.text);
      json.close_array();
    }
    json.close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

}  // namespace kepu::render
