#include "render/structured_records.h"

#include <algorithm>

#include "render/json_text.h"

namespace kepu::render {

namespace {

JsonText& begin(JsonText& json, std::string_view type) {
  return json.open_object().text("@context", "https://schema.org").text("@type", type);
}

void add_named(JsonText& json, std::string_view key, std::string_view type,
               const std::vector<std::string>& names) {
  if (names.empty()) return;
  json.open_array(key);
  for (const std::string& name : names)
    json.open_object().text("@type", type).text("name", name).close_object();
  json.close_array();
}

void add_texts(JsonText& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.open_array(key);
  for (const std::string& text : texts) json.item(text);
  json.close_array();
}

const model::DocumentRelation* interpreted(const model::PolicyDocument& document) {
  const auto found = std::find_if(document.relations.begin(), document.relations.end(),
                                  [](const model::DocumentRelation& relation) {
                                    return relation.kind == model::DocumentRelationKind::Interprets;
                                  });
  return found == document.relations.end() ? nullptr : &*found;
}

void add_related(JsonText& json, std::string_view key, const model::PolicyDocument& document,
                 model::DocumentRelationKind kind) {
  const bool any = std::any_of(document.relations.begin(), document.relations.end(),
                               [kind](const auto& relation) { return relation.kind == kind; });
  if (!any) return;
  json.open_array(key);
  for (const model::DocumentRelation& relation : document.relations) {
    if (relation.kind != kind) continue;
    json.open_object()
        .text("@type", "Legislation")
        .text("name", relation.title)
        .text_if("legislationIdentifier", relation.number)
        .text_if("url", relation.url)
        .close_object();
  }
  json.close_array();
}

const char* schema_type(model::OrganisationKind kind) {
  switch (kind) {
    case model::OrganisationKind::University:
      return "CollegeOrUniversity";
    case model::OrganisationKind::Enterprise:
      return "Corporation";
    case model::OrganisationKind::Media:
      return "NewsMediaOrganization";
    case model::OrganisationKind::Association:
    case model::OrganisationKind::Society:
    case model::OrganisationKind::Base:
    case model::OrganisationKind::Volunteers:
      return "Organization";
  }
  return "Organization";
}

}  // namespace

std::string collection_data(const SiteContext& context, const PageHead& head,
                            const std::vector<std::pair<std::string, std::string>>& items) {
  JsonText json;
  begin(json, "CollectionPage")
      .text("name", head.heading)
      .text_if("description", head.description)
      .text_if("url", context.absolute(head.address))
      .text("inLanguage", context.language())
      .open_object("mainEntity")
      .text("@type", "ItemList")
      .number("numberOfItems", static_cast<std::int64_t>(items.size()))
      .open_array("itemListElement");
  std::int64_t position = 0;
  for (const auto& [title, address] : items) {
    json.open_object()
        .text("@type", "ListItem")
        .number("position", ++position)
        .text("name", title)
        .text_if("url", context.absolute(address))
        .close_object();
  }
  json.close_array().close_object().close_object();
  return std::move(json).take();
}

std::string legislation_data(const SiteContext& context, const model::Article& article,
                             const PageHead& head) {
  const model::PolicyDocument& document = *article.document;
  // With a number of its own the article is the document; otherwise it explains one.
  const model::DocumentRelation* other = document.number.empty() ? interpreted(document) : nullptr;
  if (document.number.empty() && other == nullptr) return {};
  JsonText json;
  begin(json, "Legislation")
      .text("name", other == nullptr ? article.title : other->title)
      .text_if("legislationIdentifier", other == nullptr ? document.number : other->number);
  if (document.issued_on) json.text("legislationDate", base::format_iso_date(*document.issued_on));
  json.text_if("url", other == nullptr ? context.absolute(head.address) : other->url)
      .text("inLanguage", context.language());
  add_named(json, "legislationPassedBy", "GovernmentOrganization", document.issuers);
  add_related(json, "legislationTransposes", document, model::DocumentRelationKind::Implements);
  add_related(json, "legislationRepeals", document, model::DocumentRelationKind::Repeals);
  if (other != nullptr) {
    json.open_object("subjectOf").text("@type", "Article").text("headline", article.title);
    json.text_if("url", context.absolute(head.address)).close_object();
  }
  json.close_object();
  return std::move(json).take();
}

std::string chart_data(const SiteContext& context, const model::WallChart& chart,
                       const PageHead& head) {
  const check::Target target = context.addresses.resolve(chart.source_path, chart.picture.target);
  const std::string& picture = context.files.address_of(target.path);
  JsonText json;
  begin(json, "CreativeWork")
      .text("name", chart.title)
      .text_if("description", chart.description)
      .text_if("url", context.absolute(head.address))
      .text("inLanguage", context.language())
      .text("datePublished", base::format_iso_date(chart.date))
      .text("learningResourceType", context.theme.text("form_chart", "挂图"));
  if (!picture.empty()) json.text_if("image", context.absolute(picture));
  if (!chart.creators.empty()) {
    json.open_array("creator");
    for (const model::NamedRole& creator : chart.creators)
      json.open_object().text("@type", "Person").text("name", creator.name).close_object();
    json.close_array();
  } else {
    const std::vector<std::string> organiser{context.site.identity.organisation_name};
    add_named(json, "creator", "Organization",
              !chart.units.empty()        ? chart.units
              : organiser.front().empty() ? chart.units
                                          : organiser);
  }
  add_named(json, "sourceOrganization", "Organization", chart.units);
  add_named(json, "audience", "Audience", chart.audiences);
  add_texts(json, "keywords", chart.tags);
  json.text_if("license", chart.license).close_object();
  return std::move(json).take();
}

std::string person_data(const SiteContext& context, const model::Expert& expert,
                        const PageHead& head) {
  JsonText json;
  begin(json, "Person")
      .text("name", expert.name)
      .text_if("jobTitle", expert.title)
      .text_if("description", expert.introduction)
      .text_if("url", context.absolute(head.address));
  if (!expert.unit.empty())
    json.open_object("affiliation")
        .text("@type", "Organization")
        .text("name", expert.unit)
        .close_object();
  add_texts(json, "knowsAbout", expert.fields);
  json.close_object();
  return std::move(json).take();
}

std::string organisation_data(const SiteContext& context, const model::Organisation& organisation,
                              const PageHead& head) {
  JsonText json;
  begin(json, schema_type(organisation.kind))
      .text("name", organisation.name)
      .text_if("description", organisation.introduction)
      .text_if("url", organisation.url.empty() ? context.absolute(head.address) : organisation.url);
  if (!organisation.district.empty())
    json.open_object("areaServed")
        .text("@type", "AdministrativeArea")
        .text("name", organisation.district)
        .close_object();
  json.close_object();
  return std::move(json).take();
}

}  // namespace kepu::render
