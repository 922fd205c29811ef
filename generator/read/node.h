// The neutral tree that front matter (YAML) and records (JSON) are read into before any field is
// typed. Every value and every key knows its place, so that each finding about it has an exact line
// and column. A plain value: it owns its texts and outlives the source file it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace kepu::read {

/// How a value was written. Unquoted YAML (`Plain`) has no type of its own: `no` and `010` are
/// texts until a field asks for something else. The last four come from JSON alone or from both
/// formats.
enum class Form : std::uint8_t { Plain, Quoted, Block, Number, Flag, Null, List, Map };

/// Where a token stands. `length` is in code points and ends with the line.
struct Mark {
  base::Position position;
  std::uint32_t length = 1;
};

struct Key {
  std::string text;
  Mark mark;
};

/// Without blanks, line ends and full-width blanks (U+3000) at both ends.
std::string_view without_blank_ends(std::string_view text);

struct Node {
  Form form = Form::Null;
  Mark mark;
  std::string text;         // of a scalar
  std::vector<Key> keys;    // of a map, in their order
  std::vector<Node> items;  // of a list, or the values beside `keys`

  /// The value of a key of a map, or null.
  const Node* find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i].text == key) return &items[i];
    }
    return nullptr;
  }
  bool is_list() const { return form == Form::List; }
  bool is_map() const { return form == Form::Map; }
  bool is_scalar() const { return !is_list() && !is_map(); }
  /// Given without content: `subtitle:` in YAML, `""` or `" "` in JSON.
  bool is_blank() const {
    return is_scalar() && without_blank_ends(text).empty() && form != Form::Null;
  }
};

/// Deeper nesting is refused in both formats.
inline constexpr unsigned kMaxDepth = 32;

/// Walks forward through a text and knows the position of where it is. Going back starts again from
/// the beginning.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text, base::Position start = {1, 1}, std::size_t offset = 0)
      : text_(text), start_(start), start_offset_(offset), position_(start), offset_(offset) {}

  void to_offset(std::size_t offset);
  /// `index` counts code points from the start of the walk, line ends included.
  void to_index(std::size_t index);

  base::Position position() const { return position_; }
  std::size_t offset() const { return offset_; }

 private:
  void restart();
  void step();

  std::string_view text_;
  base::Position start_;
  std::size_t start_offset_ = 0;
  base::Position position_;
  std::size_t offset_ = 0;
  std::size_t index_ = 0;
};

/// The mark of the bytes [begin, end) of `text`; the cursor is left at `begin`.
Mark mark_of(std::string_view text, TextCursor& cursor, std::size_t begin, std::size_t end);

}  // namespace kepu::read
