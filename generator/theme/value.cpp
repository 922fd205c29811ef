#include "theme/value.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <stdexcept>

namespace kepu::theme {
namespace {

/// Maps up to this size are searched in a row.
constexpr std::size_t kSmallMap = 8;

}  // namespace

struct Value::TextBlock {
  explicit TextBlock(std::string content) : text(std::move(content)) {}
  mutable std::atomic<std::uint32_t> owners{1};
  std::string text;
};

struct Value::ListBlock {
  ListBlock(List content, ListForm shape) : items(std::move(content)), form(shape) {}
  mutable std::atomic<std::uint32_t> owners{1};
  List items;
  ListForm form;
  /// Only for generators, which one render makes and uses by itself.
  mutable std::size_t taken = 0;
};

struct Value::MapBlock {
  explicit MapBlock(Map content) : map(std::move(content)) {}
  mutable std::atomic<std::uint32_t> owners{1};
  Map map;
};

namespace {

template <typename Block>
void add_owner(const Block* block) {
  block->owners.fetch_add(1, std::memory_order_relaxed);
}

/// A sole owner needs no locked instruction: nobody else can add one.
template <typename Block>
void drop_owner(const Block* block) {
  if (block->owners.load(std::memory_order_acquire) == 1 ||
      block->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    const std::unique_ptr<const Block> last(block);
  }
}

}  // namespace

Value::Value(std::string text) : kind_(Kind::String), flags_(kOwned) {
  payload_.text_block = std::make_unique<TextBlock>(std::move(text)).release();
}

Value::Value(List items) : Value(list(std::move(items), ListForm::Plain)) {}

Value::Value(Map map) : kind_(Kind::Mapping), flags_(kOwned), size_(1) {
  for (const Map::Entry& entry : map) size_ = std::max(size_, entry.value.nesting() + 1);
  payload_.map = std::make_unique<MapBlock>(std::move(map)).release();
}

Value Value::safe(std::string html) {
  Value value(std::move(html));
  value.kind_ = Kind::Safe;
  return value;
}

Value Value::list(List items, ListForm form) {
  Value value;
  value.kind_ = Kind::Sequence;
  value.flags_ = kOwned;
  value.size_ = 1;
  for (const Value& item : items) value.size_ = std::max(value.size_, item.nesting() + 1);
  value.payload_.list = std::make_unique<ListBlock>(std::move(items), form).release();
  return value;
}

Value Value::object(Object& object) {
  Value value;
  value.kind_ = Kind::Object;
  value.payload_.object = &object;
  return value;
}

Value Value::undefined(Absence absence, std::string_view about) {
  return text_view(about, Kind::Undefined,
                   static_cast<std::uint8_t>(static_cast<unsigned>(absence) << kAbsenceShift));
}

Value Value::text_view(std::string_view text, Kind kind, std::uint8_t flags) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("a text of more than 4 GiB cannot be a template value");
  }
  Value value;
  value.kind_ = kind;
  value.flags_ = flags;
  value.size_ = static_cast<std::uint32_t>(text.size());
  value.payload_.text = text.data();
  return value;
}

std::string_view Value::text() const {
  return (flags_ & kOwned) != 0 ? std::string_view(payload_.text_block->text)
                                : std::string_view(payload_.text, size_);
}

std::span<const Value> Value::items() const {
  return std::span<const Value>(payload_.list->items).subspan(payload_.list->taken);
}

ListForm Value::list_form() const {
  return payload_.list->form;
}

const Map& Value::map() const {
  return payload_.map->map;
}

void Value::take(std::size_t count) const {
  if (payload_.list->form == ListForm::Generator) payload_.list->taken += count;
}

Value Value::borrowed() const {
  Value value;
  value.kind_ = kind_;
  value.flags_ = flags_ & static_cast<std::uint8_t>(~kOwned);
  value.size_ = size_;
  value.payload_ = payload_;
  if ((flags_ & kOwned) != 0 && is_text()) {
    const std::string& text = payload_.text_block->text;
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) return *this;
    value.size_ = static_cast<std::uint32_t>(text.size());
    value.payload_.text = text.data();
  }
  return value;
}

Value Value::as_template_text() && {
  Value value(std::move(*this));
  value.flags_ |= kTemplateText;
  return value;
}

bool Value::same_storage(const Value& other) const {
  if (kind_ != other.kind_) return false;
  if (kind_ == Kind::Sequence) return payload_.list == other.payload_.list;
  if (kind_ == Kind::Mapping) return payload_.map == other.payload_.map;
  return kind_ == Kind::Object && payload_.object == other.payload_.object;
}

void Value::retain() const {
  switch (kind_) {
    case Kind::Sequence:
      return add_owner(payload_.list);
    case Kind::Mapping:
      return add_owner(payload_.map);
    default:
      return add_owner(payload_.text_block);
  }
}

void Value::release() const {
  switch (kind_) {
    case Kind::Sequence:
      return drop_owner(payload_.list);
    case Kind::Mapping:
      return drop_owner(payload_.map);
    default:
      return drop_owner(payload_.text_block);
  }
}

const Value* Map::find(std::string_view name, std::uint32_t hash) const {
  const std::size_t position = position_of(name, hash);
  return position < entries_.size() ? &entries_[position].value : nullptr;
}

std::size_t Map::position_of(std::string_view name, std::uint32_t hash) const {
  const auto is_it = [&](const Entry& entry) { return entry.hash == hash && entry.name() == name; };
  if (index_.empty()) {
    std::size_t position = 0;
    while (position < entries_.size() && !is_it(entries_[position])) ++position;
    return position;
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t at = hash & mask; index_[at] != 0; at = (at + 1) & mask) {
    if (is_it(entries_[index_[at] - 1])) return index_[at] - 1;
  }
  return entries_.size();
}

Map& Map::set(FieldName name, Value value) {
  const std::size_t position = position_of(name.text(), name.hash());
  if (position < entries_.size()) {
    entries_[position].value = std::move(value);
    return *this;
  }
  Value key = name.is_literal() ? Value::view(name.text()) : Value(std::string(name.text()));
  entries_.push_back(Entry{std::move(key), std::move(value), name.hash()});
  if (entries_.size() <= kSmallMap) return *this;
  if (entries_.size() * 2 > index_.size()) {
    rebuild_index();
  } else {
    add_to_index(entries_.size() - 1);
  }
  return *this;
}

void Map::rebuild_index() {
  std::size_t size = 32;
  while (size < entries_.size() * 4) size *= 2;
  index_.assign(size, 0);
  for (std::size_t position = 0; position < entries_.size(); ++position) add_to_index(position);
}

void Map::add_to_index(std::size_t position) {
  const std::size_t mask = index_.size() - 1;
  std::size_t at = entries_[position].hash & mask;
  while (index_[at] != 0) at = (at + 1) & mask;
  index_[at] = static_cast<std::uint32_t>(position + 1);
}

}  // namespace kepu::theme
