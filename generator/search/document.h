// What is to be found, as plain values: the border between render/ (which knows the site) and this
// room (which knows how an index is made).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kepu::search {

/// How much a word weighs by where it stands. The order is that of the lists in the index.
enum class Weight : std::uint8_t { Title, Heading, Body };
inline constexpr std::size_t kWeights = 3;

/// A part of a document that can be jumped to. A line end in `text` parts what must not be read as
/// one phrase.
struct Field {
  std::string text;  // plain
  Weight weight = Weight::Body;
  std::string anchor;        // id within the page; empty: its top
  std::int64_t second = -1;  // of a player; -1: none
};

struct Document {
  std::string address;
  std::string date;           // as it is shown; may be empty
  std::vector<Field> fields;  // the first is the title
};

/// Documents that stand in one section and have one form; they come after each other.
struct Shelf {
  std::string section;  // as it is shown
  std::string form;
  std::size_t count = 0;
};

}  // namespace kepu::search
