// Values that templates see: none, numbers, text, safe text, lists, maps. Immutable once built, so
// any number of threads may read one value. A Value is 16 bytes; text, lists and maps sit in shared
// blocks with an atomic count. `borrowed()` gives a copy that does not count: the interpreter works
// with such copies of the page's data, so that a menu used by ten thousand pages costs no shared
// writes. Only build views with owning values.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kepu::theme {

class Map;
class Object;
class Value;

/// Built with braces or push_back, then moved into a Value.
using List = std::vector<Value>;

enum class Kind : std::uint8_t {
  Undefined,
  None,
  Bool,
  Int,
  Double,
  String,
  Safe,
  Sequence,
  Mapping,
  Object
};

/// What a list is to Python, which shows in its printed form and in what may be done with it.
/// A Group is the pair made by groupby (a tuple with names). A Generator gives its items once; the
/// views of a map have a length but no subscripts.
enum class ListForm : std::uint8_t { Plain, Tuple, Group, Range, Generator, Keys, Values, Items };

/// FNV-1a; the same at compile time (field names in C++) and at run time (names in templates).
constexpr std::uint32_t hash_name(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<std::uint8_t>(c);
    hash *= 16777619U;
  }
  return hash;
}

/// The name of a field. A string literal is hashed by the compiler and never copied; other text is
/// copied by the map.
class FieldName {
 public:
  template <std::size_t N>
  consteval FieldName(const char (&literal)[N])
      : text_(literal, N - 1), hash_(hash_name(text_)), literal_(true) {}
  FieldName(const std::string& text) : text_(text), hash_(hash_name(text)) {}
  FieldName(std::string_view text) : text_(text), hash_(hash_name(text)) {}

  std::string_view text() const { return text_; }
  std::uint32_t hash() const { return hash_; }
  bool is_literal() const { return literal_; }

 private:
  std::string_view text_;
  std::uint32_t hash_;
  bool literal_ = false;
};

class Value {
 public:
  /// Why a value is undefined; decides the message when it is used. Missing: nothing was ever put
  /// here.
  enum class Absence : std::uint8_t { Missing, Name, Attribute, Parameter, NoElse };

  Value() = default;
  Value(std::nullptr_t) : kind_(Kind::None) {}
  Value(bool value) : kind_(Kind::Bool) { payload_.boolean = value; }
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) Value(T value) : kind_(Kind::Int) {
    payload_.integer = static_cast<std::int64_t>(value);
  }
  Value(double value) : kind_(Kind::Double) { payload_.number = value; }
  /// Text of an author or of data: escaped when printed. A moved-in std::string is not copied.
  Value(std::string text);
  Value(std::string_view text) : Value(std::string(text)) {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(List items);
  Value(Map map);

  Value(const Value& other)
      : kind_(other.kind_), flags_(other.flags_), size_(other.size_), payload_(other.payload_) {
    if ((flags_ & kOwned) != 0) retain();
  }
  Value(Value&& other) noexcept
      : kind_(other.kind_), flags_(other.flags_), size_(other.size_), payload_(other.payload_) {
    other.kind_ = Kind::Undefined;
    other.flags_ = 0;
    other.size_ = 0;
  }
  Value& operator=(const Value& other) {
    if (this != &other) *this = Value(other);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    std::swap(kind_, other.kind_);
    std::swap(flags_, other.flags_);
    std::swap(size_, other.size_);
    std::swap(payload_, other.payload_);
    return *this;
  }
  ~Value() {
    if ((flags_ & kOwned) != 0) release();
  }

  /// Text that is HTML already (printed as it is). Only for what kepu itself has escaped or
  /// written.
  static Value safe(std::string html);
  /// Text kept elsewhere that outlives every use of this value: nothing is copied.
  static Value view(std::string_view text) { return text_view(text, Kind::String, 0); }
  static Value safe_view(std::string_view html) { return text_view(html, Kind::Safe, 0); }
  /// A string literal of a template: `|safe` accepts it. `text` must outlive the value.
  static Value template_text(std::string_view text) {
    return text_view(text, Kind::String, kTemplateText);
  }
  static Value list(List items, ListForm form);
  static Value tuple(List items) { return list(std::move(items), ListForm::Tuple); }
  /// `object` belongs to a running render and outlives the value.
  static Value object(Object& object);
  /// `about` must outlive the value (a name of the program or a literal).
  static Value undefined(Absence absence, std::string_view about);

  Kind kind() const { return kind_; }
  bool is_undefined() const { return kind_ == Kind::Undefined; }
  bool is_missing() const { return is_undefined() && absence() == Absence::Missing; }
  bool is_none() const { return kind_ == Kind::None; }
  bool is_bool() const { return kind_ == Kind::Bool; }
  bool is_int() const { return kind_ == Kind::Int; }
  bool is_double() const { return kind_ == Kind::Double; }
  /// String or Safe.
  bool is_text() const { return kind_ == Kind::String || kind_ == Kind::Safe; }
  bool is_safe() const { return kind_ == Kind::Safe; }
  bool is_list() const { return kind_ == Kind::Sequence; }
  bool is_map() const { return kind_ == Kind::Mapping; }
  bool is_object() const { return kind_ == Kind::Object; }
  /// A literal of a template, or text joined from such literals alone.
  bool is_template_text() const { return (flags_ & kTemplateText) != 0; }

  // Each needs the kind it names.
  bool boolean() const { return payload_.boolean; }
  std::int64_t integer() const { return payload_.integer; }
  double number() const { return payload_.number; }
  std::string_view text() const;
  std::span<const Value> items() const;
  ListForm list_form() const;
  const Map& map() const;
  /// How deep lists and maps are nested: 0 for anything else, 1 for a list without lists or maps
  /// inside.
  std::uint32_t nesting() const { return is_list() || is_map() ? size_ : 0; }
  Object& object() const { return *payload_.object; }
  Absence absence() const { return static_cast<Absence>(flags_ >> kAbsenceShift); }
  std::string_view absent_name() const { return {payload_.text, size_}; }

  /// Uses up the first items of a Generator: items() then begins behind them. Other lists never
  /// change.
  void take(std::size_t count) const;

  /// The same value without a share in its storage: valid only while this value lives.
  Value borrowed() const;
  /// True when this value keeps its storage alive.
  bool owns() const { return (flags_ & kOwned) != 0; }
  /// The same text, marked as written by the template.
  Value as_template_text() &&;
  /// Whether both are the very same list or map.
  bool same_storage(const Value& other) const;

 private:
  struct TextBlock;
  struct ListBlock;
  struct MapBlock;
  union Payload {
    std::int64_t integer;
    bool boolean;
    double number;
    const char* text;
    const TextBlock* text_block;
    const ListBlock* list;
    const MapBlock* map;
    Object* object;
  };

  static constexpr std::uint8_t kOwned = 1;
  static constexpr std::uint8_t kTemplateText = 2;
  static constexpr std::uint8_t kAbsenceShift = 4;

  static Value text_view(std::string_view text, Kind kind, std::uint8_t flags);
  void retain() const;
  void release() const;

  Kind kind_ = Kind::Undefined;
  std::uint8_t flags_ = 0;
  std::uint32_t size_ = 0;
  Payload payload_{};
};

/// Field names to values, in the order in which they were first set.
/// Small maps are searched in a row by hash; from nine fields on there is an index.
class Map {
 public:
  struct Entry {
    Value key;
    Value value;
    std::uint32_t hash = 0;
    std::string_view name() const { return key.text(); }
  };

  Map() = default;

  /// Adds a field or replaces its value. Names of Python's methods (items, keys, values, get, …)
  /// can be read in templates only as `map['items']`: do not use them for views.
  Map& set(FieldName name, Value value);
  const Value* find(FieldName name) const { return find(name.text(), name.hash()); }
  const Value* find(std::string_view name, std::uint32_t hash) const;

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  void reserve(std::size_t count) { entries_.reserve(count); }
  std::vector<Entry>::const_iterator begin() const { return entries_.begin(); }
  std::vector<Entry>::const_iterator end() const { return entries_.end(); }

 private:
  /// The entry's number, or the count of entries if there is none.
  std::size_t position_of(std::string_view name, std::uint32_t hash) const;
  void add_to_index(std::size_t position);
  void rebuild_index();

  std::vector<Entry> entries_;
  /// Open addressing, a power of two long; entry position + 1, 0 is free. Empty for small maps.
  std::vector<std::uint32_t> index_;
};

/// Short for Value::safe: `view.set("body", safe(std::move(html)))`.
inline Value safe(std::string html) {
  return Value::safe(std::move(html));
}

}  // namespace kepu::theme
