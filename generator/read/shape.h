// What a field may hold, as data: the one description that checks, error messages and JSON Schema
// are made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::read {

struct RecordDescription;

enum class ShapeKind : std::uint8_t {
  Text,
  Flag,
  Whole,
  Decimal,
  Day,
  Moment,
  Choice,
  Url,
  Path,
  Poster,
  Id,
  List,
  Record
};

/// One of the fixed values of a Choice field.
struct ChoiceName {
  std::string_view name;
  base::Bilingual meaning;
};

struct Shape {
  ShapeKind kind = ShapeKind::Text;
  std::int64_t least = 0;                     // Whole
  std::int64_t most = 0;                      // Whole
  std::size_t max_characters = 0;             // Text; 0: no limit
  std::vector<ChoiceName> choices;            // Choice
  std::shared_ptr<const Shape> items;         // List
  const RecordDescription* record = nullptr;  // Record
};

enum class Need : std::uint8_t { Required, Optional };

struct FieldDescription {
  std::string_view name;
  Need need = Need::Optional;
  Shape shape;
  base::Bilingual description;
};

/// A record or a part of one: its fields in the order in which people write them.
struct RecordDescription {
  std::string_view name;  // "entry": file name of its schema
  base::Bilingual title;
  std::vector<FieldDescription> fields;
};

}  // namespace kepu::read
