// Record<T>: the table of a record's fields. The one table checks a record, fills the model's T and
// describes itself for JSON Schema. Built once, then immutable and shared by all threads.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "read/field_types.h"
#include "read/reading.h"
#include "read/shape.h"

namespace kepu::read {

/// The value given for each field of `record`, in the fields' order; null for those not given or
/// optional and blank. Adds findings for a node that is no map, for unknown, private, missing and
/// blank fields. `name` is the field that the record itself stands in, for messages.
std::vector<const Node*> match_fields(Reading& reading, std::string_view name, const Node& node,
                                      const RecordDescription& record);

/// Adds the finding that `first` lies after `second`, at the second one.
void refuse_order(Reading& reading, std::string_view first, const Node& first_node,
                  std::string_view second, const Node& second_node);

/// Days without a time last until their end.
inline bool is_after(base::DateTime first, base::DateTime second) {
  return first > (second.has_time ? second : base::end_of_day(second));
}
inline bool is_after(std::int64_t first, std::int64_t second) {
  return first > second;
}
template <typename Value>
bool is_after(const Value& first, const std::optional<Value>& second) {
  return second && is_after(first, *second);
}
template <typename Value>
bool is_after(const std::optional<Value>& first, const std::optional<Value>& second) {
  return first && second && is_after(*first, *second);
}

/// Where a field's value goes when its place is wanted, too.
template <typename T, typename Member>
struct Placed {
  Member T::*value;
  base::Position T::*position;
};
template <typename T, typename Member>
Placed(Member T::*, base::Position T::*) -> Placed<T, Member>;

template <typename T>
class Record {
 public:
  Record(std::string_view name, base::Bilingual title) : description_{name, title, {}} {}

  /// `target` is a data member, a Placed pair, or a callable (T&, Value&&).
  template <typename Type, typename Target>
  Record& required(std::string_view name, Type type, Target target, base::Bilingual description) {
    return add(name, Need::Required, std::move(type), std::move(target), description);
  }
  template <typename Type, typename Target>
  Record& optional(std::string_view name, Type type, Target target, base::Bilingual description) {
    return add(name, Need::Optional, std::move(type), std::move(target), description);
  }
  /// For records that differ in which fields they need.
  template <typename Type, typename Target>
  Record& field(Need need, std::string_view name, Type type, Target target,
                base::Bilingual description) {
    return add(name, need, std::move(type), std::move(target), description);
  }
  /// A group of fields that the model keeps in T itself.
  Record& group(std::string_view name, const Record& part, base::Bilingual description) {
    Shape shape;
    shape.kind = ShapeKind::Record;
    shape.record = &part.description_;
    description_.fields.push_back({name, Need::Optional, shape, description});
    fillers_.push_back([&part, name](Reading& reading, const Node& node, T& record) {
      part.read(reading, name, node, record);
    });
    return *this;
  }
  /// Refuses records in which `first` lies after (is more than) `second`; nothing is said where one
  /// of them is missing. Members are numbers or dates, also optional ones.
  template <typename First, typename Second>
  Record& in_order(std::string_view first, First T::*first_member, std::string_view second,
                   Second T::*second_member) {
    checks_.push_back([=](Reading& reading, const Node& node, const T& record) {
      const Node* a = node.find(first);
      const Node* b = node.find(second);
      if (a != nullptr && b != nullptr && is_after(record.*first_member, record.*second_member))
        refuse_order(reading, first, *a, second, *b);
    });
    return *this;
  }
  /// `check(reading, node, record)` is called after all fields of a map have been read.
  template <typename Check>
  Record& checked_by(Check check) {
    checks_.push_back(std::move(check));
    return *this;
  }
  /// Keeps the place where the record itself begins.
  Record& placed_at(base::Position T::*position) {
    position_ = position;
    return *this;
  }

  void read(Reading& reading, std::string_view name, const Node& node, T& record) const {
    if (position_ != nullptr) record.*position_ = node.mark.position;
    const std::vector<const Node*> given = match_fields(reading, name, node, description_);
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given[i] != nullptr) fillers_[i](reading, *given[i], record);
    }
    if (!node.is_map()) return;
    for (const Check& check : checks_) check(reading, node, record);
  }

  const RecordDescription& description() const { return description_; }

 private:
  using Filler = std::function<void(Reading&, const Node&, T&)>;
  using Check = std::function<void(Reading&, const Node&, const T&)>;

  template <typename Type, typename Target>
  Record& add(std::string_view name, Need need, Type type, Target target,
              base::Bilingual description) {
    description_.fields.push_back({name, need, type.shape(), description});
    fillers_.push_back([name, type = std::move(type), target = std::move(target)](
                           Reading& reading, const Node& node, T& record) {
      if (auto value = type.read(reading, name, node))
        store(record, target, std::move(*value), node);
    });
    return *this;
  }

  template <typename Target, typename Value>
  static void store(T& record, const Target& target, Value&& value, const Node& node) {
    if constexpr (std::is_member_object_pointer_v<Target>) {
      record.*target = std::forward<Value>(value);
    } else if constexpr (std::is_invocable_v<const Target&, T&, Value&&>) {
      target(record, std::forward<Value>(value));
    } else {
      record.*target.value = std::forward<Value>(value);
      record.*target.position = node.mark.position;
    }
  }

  RecordDescription description_;
  std::vector<Filler> fillers_;
  std::vector<Check> checks_;
  base::Position T::*position_ = nullptr;
};

/// A field type: a part with fields of its own. The table must outlive this.
template <typename T>
struct Part {
  using Value = T;
  const Record<T>& record;

  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    if (!node.is_map()) {
      match_fields(reading, field, node, record.description());
      return std::nullopt;
    }
    T value;
    record.read(reading, field, node, value);
    return value;
  }
  Shape shape() const {
    Shape shape;
    shape.kind = ShapeKind::Record;
    shape.record = &record.description();
    return shape;
  }
};
template <typename T>
Part(const Record<T>&) -> Part<T>;

}  // namespace kepu::read
