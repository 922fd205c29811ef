// The types that a field may have. Each turns a node into a typed value or explains what is wrong
// with it, and says its Shape. They are the vocabulary of the record tables.
//   using Value;  std::optional<Value> read(Reading&, std::string_view field, const Node&) const;
//   Shape shape() const;
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "model/article.h"
#include "model/calculator.h"
#include "read/reading.h"
#include "read/record_codes.h"
#include "read/shape.h"

namespace kepu::read {

/// A line as an editor would type it, for help texts: `date: 2024-05-14`, or with quotes in JSON.
std::string example_of(Format format, std::string_view field, const Shape& shape);

/// The text of a scalar that may stand for a text: nothing, and a finding, for lists, maps and bare
/// JSON numbers.
std::optional<std::string> read_text(Reading& reading, std::string_view field, const Node& node);

struct Text {
  using Value = std::string;
  std::size_t max_characters = 0;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

struct Flag {
  using Value = bool;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

struct Whole {
  using Value = std::int64_t;
  std::int64_t least = std::numeric_limits<std::int32_t>::min();
  std::int64_t most = std::numeric_limits<std::int32_t>::max();
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// An exact decimal, written as a number or as a text of digits.
struct Decimal {
  using Value = model::Decimal;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// A date without a time.
struct Day {
  using Value = base::DateTime;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// A date with or without a time.
struct Moment {
  using Value = base::DateTime;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// A complete web address.
struct Url {
  using Value = std::string;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// The path of a file of the site, from its root or from the file that names it.
struct Path {
  using Value = model::Reference;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// An address on the site itself; never outside of it.
struct FormerAddress {
  using Value = model::Reference;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// A time in a video, `00:01:12`, or the path of a picture; which of them is decided with the media
/// at hand.
struct Poster {
  using Value = model::Reference;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// Part of an address: lower-case letters, digits, hyphens.
struct Id {
  using Value = std::string;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// Index of the choice that `node` names; a finding with the nearest one otherwise.
std::optional<std::size_t> read_choice(Reading& reading, std::string_view field, const Node& node,
                                       const std::vector<ChoiceName>& choices);

template <typename Enum>
struct Choice {
  struct Row {
    std::string_view name;
    Enum value;
    base::Bilingual meaning;
  };
  using Value = Enum;

  Choice(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
      names.push_back({row.name, row.meaning});
      values.push_back(row.value);
    }
  }
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    const auto index = read_choice(reading, field, node, names);
    if (!index) return std::nullopt;
    return values[*index];
  }
  Shape shape() const {
    Shape shape;
    shape.kind = ShapeKind::Choice;
    shape.choices = names;
    return shape;
  }

  std::vector<ChoiceName> names;
  std::vector<Enum> values;
};

/// One of a few words that the model keeps as text.
struct Word {
  using Value = std::string;
  std::vector<ChoiceName> names;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

/// Adds the finding for a value that is no list. Always false.
void refuse_non_list(Reading& reading, std::string_view field, const Node& node,
                     const Shape& items);

/// Adds a finding for every id that two records of a list share, with a note at the first.
void refuse_repeated_ids(Reading& reading, const Node& list);

template <typename Item>
struct List {
  using Value = std::vector<typename Item::Value>;
  Item item;

  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    if (!node.is_list()) {
      refuse_non_list(reading, field, node, item.shape());
      return std::nullopt;
    }
    Value values;
    values.reserve(node.items.size());
    for (const Node& element : node.items) {
      if (auto value = item.read(reading, field, element)) values.push_back(std::move(*value));
    }
    // A list of records with ids is one that other records refer to.
    if constexpr (requires { item.record; }) refuse_repeated_ids(reading, node);
    return values;
  }
  Shape shape() const {
    Shape shape;
    shape.kind = ShapeKind::List;
    shape.items = std::make_shared<const Shape>(item.shape());
    return shape;
  }
};
template <typename Item>
List(Item) -> List<Item>;

/// Terms of a taxonomy with their places; warns when Chinese commas joined several into one.
struct Terms {
  using Value = model::TermUse;  // without the taxonomy's id
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const;
};

}  // namespace kepu::read
