// Words and what stands for them, found by the longest match at a place of a text. A tree of
// characters whose branches lie in one table. Immutable once filled, so any number of threads may
// look things up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::language {

/// A character of valid UTF-8 and its length in bytes.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};
Character character_at(std::string_view text, std::size_t offset);

class PhraseTable {
 public:
  struct Match {
    std::size_t length = 0;  // in bytes; 0: nothing begins here
    const std::string* value = nullptr;
  };

  PhraseTable();
  /// The first value of a word stays.
  void add(std::string_view word, std::string_view value);
  Match longest(std::string_view text, std::size_t offset) const;
  bool empty() const { return values_.empty(); }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Branch {
    std::uint64_t key = 0;  // node and character; 0: free
    std::uint32_t child = 0;
  };

  std::uint32_t child_of(std::uint32_t node, char32_t character) const;
  std::uint32_t make_child(std::uint32_t node, char32_t character);
  void grow();

  std::vector<Branch> branches_;  // open addressing, a power of two
  std::size_t used_ = 0;
  std::vector<std::uint32_t> value_of_;  // by node: index of `values_`, or kNone
  std::vector<std::string> values_;
};

}  // namespace kepu::language
