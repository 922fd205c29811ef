#include "read/json_schema.h"

#include <nlohmann/json.hpp>

#include "read/records.h"

namespace kepu::read {

namespace {

using Json = nlohmann::ordered_json;

const RecordDescription& description_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::Site:
      return site_record().description();
    case RecordKind::Section:
      return section_record().description();
    case RecordKind::Article:
      return article_record().description();
    case RecordKind::Contest:
      return contest_record().description();
    case RecordKind::Entry:
      return entry_record().description();
    case RecordKind::Awards:
      return awards_record().description();
    case RecordKind::Votes:
      return votes_record().description();
    case RecordKind::Chapter:
      return chapter_record().description();
    case RecordKind::WallChart:
      return wall_chart_record().description();
    case RecordKind::Quiz:
      return quiz_record().description();
    case RecordKind::Expert:
      return expert_record().description();
    case RecordKind::Organisation:
      return organisation_entry_record().description();
    case RecordKind::Book:
      return book_record().description();
    case RecordKind::DataTable:
      return data_notes_record().description();
    case RecordKind::Glossary:
      return glossary_record().description();
    case RecordKind::Facts:
      return facts_record().description();
    case RecordKind::Chart:
      return chart_record().description();
    case RecordKind::Calculator:
      return calculator_record().description();
  }
  return site_record().description();
}

std::string both(base::Bilingual text) {
  return std::string(text.zh) + "\n" + std::string(text.en);
}

// Optional fields may stay blank, as in a form; only the pattern of a required one refuses the
// empty text.
std::string pattern(std::string_view expression, Need need) {
  return need == Need::Optional ? "^(" + std::string(expression) + ")?$"
                                : "^" + std::string(expression) + "$";
}

class Writer {
 public:
  Json write(const RecordDescription& record, bool is_json) {
    Json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"$id", "https://kepu.invalid/schemas/" + std::string(record.name) + ".schema.json"},
        {"title", both(record.title)}};
    schema.update(object(record));
    if (is_json) schema["properties"]["$schema"] = {{"type", "string"}};
    if (!definitions_.empty()) schema["$defs"] = definitions_;
    return schema;
  }

 private:
  Json object(const RecordDescription& record) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const FieldDescription& field : record.fields) {
      Json property = value(field.shape, field.need);
      property["description"] = both(field.description);
      properties[std::string(field.name)] = std::move(property);
      if (field.need == Need::Required) required.push_back(field.name);
    }
    Json schema = {{"type", "object"}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["properties"] = std::move(properties);
    return schema;
  }

  Json value(const Shape& shape, Need need) {
    switch (shape.kind) {
      case ShapeKind::Text:
        return text(shape, need);
      case ShapeKind::Flag:
        return {{"type", "boolean"}};
      case ShapeKind::Whole:
        return {{"type", "integer"}, {"minimum", shape.least}, {"maximum", shape.most}};
      case ShapeKind::Decimal:
        return {{"type", {"number", "string"}}};
      case ShapeKind::Day:
        return {{"type", "string"}, {"pattern", pattern("\\d{4}-\\d{2}-\\d{2}", need)}};
      case ShapeKind::Moment:
        return {{"type", "string"},
                {"pattern",
                 pattern("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2})?(\\+08:00|Z)?)?", need)}};
      case ShapeKind::Choice:
        return choice(shape, need);
      case ShapeKind::Url:
        return {{"type", "string"}, {"pattern", pattern("https?://\\S+", need)}};
      case ShapeKind::Path:
        return {{"type", "string"}, {"pattern", pattern("[^\\\\]+", need)}};
      case ShapeKind::Poster:
        return {{"type", "string"}, {"examples", {"00:01:12", "/assets/pictures/poster.jpg"}}};
      case ShapeKind::Id:
        return {{"type", "string"}, {"pattern", pattern("[a-z0-9]([a-z0-9-]*[a-z0-9])?", need)}};
      case ShapeKind::List:
        return {{"type", "array"}, {"items", value(*shape.items, Need::Required)}};
      case ShapeKind::Record:
        return reference(*shape.record);
    }
    return Json::object();
  }

  static Json text(const Shape& shape, Need need) {
    Json schema = {{"type", "string"}};
    if (need == Need::Required) schema["minLength"] = 1;
    if (shape.max_characters > 0) schema["maxLength"] = shape.max_characters;
    return schema;
  }

  static Json choice(const Shape& shape, Need need) {
    Json names = Json::array();
    Json meanings = Json::array();
    for (const ChoiceName& name : shape.choices) {
      names.push_back(name.name);
      meanings.push_back(both(name.meaning));
    }
    if (need == Need::Optional) {
      names.push_back("");
      meanings.push_back("");
    }
    // enumDescriptions is what editors show beside each value.
    return {
        {"type", "string"}, {"enum", std::move(names)}, {"enumDescriptions", std::move(meanings)}};
  }

  Json reference(const RecordDescription& record) {
    const std::string name(record.name);
    if (!definitions_.contains(name)) {
      definitions_[name] = Json::object();  // known before its own parts are written
      Json schema = object(record);
      schema["title"] = both(record.title);
      definitions_[name] = std::move(schema);
    }
    return {{"$ref", "#/$defs/" + name}};
  }

  Json definitions_ = Json::object();
};

}  // namespace

std::string_view record_name(RecordKind kind) {
  return description_of(kind).name;
}

std::string json_schema(RecordKind kind) {
  const bool is_json = kind != RecordKind::Article && kind != RecordKind::Chapter &&
                       kind != RecordKind::Section && kind != RecordKind::Chart;
  return Writer().write(description_of(kind), is_json).dump(2) + "\n";
}

}  // namespace kepu::read
