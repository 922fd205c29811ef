// The ids of headings: chosen ones (`## Words {#id}`) and automatic ones from pinyin, each once in
// a body.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.h"
#include "markdown/cmark.h"
#include "markdown/locator.h"

namespace kepu::markdown {

/// An id at the end of a heading's text, and where the words before it end. Empty and npos when
/// there is none.
struct ExplicitId {
  std::string_view id;
  std::size_t words_end = std::string_view::npos;
};
ExplicitId find_explicit_id(std::string_view text);
ExplicitId find_explicit_id(cmark_node* heading);

class HeadingIds {
 public:
  /// To be called for every heading before the first id is made: automatic ids avoid chosen ones,
  /// wherever they stand.
  void reserve(cmark_node* heading);

  /// The id of the heading at `offset` of the prepared text. `text` are its words. An invalid or
  /// repeated id is an error, and another takes its place.
  std::string make(std::string_view explicit_id, std::string_view text, std::size_t offset,
                   const Locator& locator, base::Diagnostics& diagnostics);

 private:
  struct Use {
    unsigned next_number = 2;
    bool is_explicit = false;
    std::size_t offset = 0;
  };

  std::string unique(std::string_view wished);

  std::unordered_map<std::string, Use> uses_;
};

}  // namespace kepu::markdown
