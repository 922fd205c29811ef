#include "read/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/suggest.h"
#include "read/private_fields.h"

namespace kepu::read {

namespace {

void refuse_unknown_key(Reading& reading, const Key& key, const Node& value,
                        const RecordDescription& record) {
  if (reading.is_full()) return;
  if (is_private_name(key.text)) {
    reading.add(codes::kPrivateField, key.mark, {{"field", excerpt(key.text)}});
    return;
  }
  refuse_private_fields(reading, value);
  std::vector<std::string> known;
  known.reserve(record.fields.size());
  for (const FieldDescription& field : record.fields) known.emplace_back(field.name);
  std::string nearest = base::nearest_name(key.text, known);
  // Editors look for the Chinese word of a field: 标题 is in "标题，显示在…".
  if (nearest.empty() && !key.text.empty()) {
    const auto meant = std::find_if(
        record.fields.begin(), record.fields.end(), [&key](const FieldDescription& field) {
          return field.description.zh.substr(0, key.text.size()) == key.text;
        });
    if (meant != record.fields.end()) nearest = std::string(meant->name);
  }
  // The whole list only when there is nothing better to say.
  std::vector<base::Argument> arguments{{"field", excerpt(key.text)}};
  if (nearest.empty()) arguments.push_back({"known", fmt::format("{}", fmt::join(known, ", "))});
  reading.add(codes::kKeyUnknown, key.mark, std::move(arguments))
      .with_suggestion(std::move(nearest));
}

// Only these may be given as an empty text in JSON; the schema says the same.
bool is_written_as_text(ShapeKind kind) {
  return kind != ShapeKind::Flag && kind != ShapeKind::Whole && kind != ShapeKind::List &&
         kind != ShapeKind::Record;
}

void refuse_missing(Reading& reading, const FieldDescription& field, const Node& node,
                    const Node* blank) {
  const base::DiagnosticCode& code = blank == nullptr ? codes::kFieldMissing : codes::kFieldBlank;
  Mark where = blank == nullptr ? node.mark : blank->mark;
  where.length = 1;
  reading
      .add(code, where,
           {{"field", std::string(field.name)},
            {"example", example_of(reading.format, field.name, field.shape)}})
      .with_note({}, field.description);
}

}  // namespace

std::vector<const Node*> match_fields(Reading& reading, std::string_view name, const Node& node,
                                      const RecordDescription& record) {
  std::vector<const Node*> given(record.fields.size(), nullptr);
  if (!node.is_map() && name == reading.path) {
    reading.add(codes::kRecordShape, node.mark);
    return given;
  }
  if (!node.is_map()) {
    Shape shape;
    shape.kind = ShapeKind::Record;
    shape.record = &record;
    reading.add(
        codes::kNotAMap, node.mark,
        {{"field", std::string(name)}, {"example", example_of(reading.format, name, shape)}});
    return given;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto field = std::find_if(
        record.fields.begin(), record.fields.end(),
        [&](const FieldDescription& known) { return known.name == node.keys[i].text; });
    // How an editor program is told which schema to complete from.
    const bool is_schema = node.keys[i].text == "$schema" && name == reading.path;
    if (is_schema && reading.format == Format::Json) continue;
    if (field == record.fields.end()) {
      refuse_unknown_key(reading, node.keys[i], node.items[i], record);
    } else {
      given[static_cast<std::size_t>(field - record.fields.begin())] = &node.items[i];
    }
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    const FieldDescription& field = record.fields[i];
    const bool blank = given[i] != nullptr && given[i]->is_blank() &&
                       (given[i]->form == Form::Plain || is_written_as_text(field.shape.kind));
    if (field.need == Need::Required && (given[i] == nullptr || blank))
      refuse_missing(reading, field, node, given[i]);
    if (blank) given[i] = nullptr;
  }
  return given;
}

void refuse_order(Reading& reading, std::string_view first, const Node& first_node,
                  std::string_view second, const Node& second_node) {
  reading.add(codes::kOrder, second_node.mark,
              {{"first", std::string(first)},
               {"first_value", excerpt(first_node.text)},
               {"second", std::string(second)},
               {"second_value", excerpt(second_node.text)}});
}

}  // namespace kepu::read
