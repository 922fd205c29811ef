// Finds the terms of the glossary in a text: once made, then one pass over each text from any
// thread. Knows the HTML that our Markdown writes, and nothing of pages.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/glossary.h"

namespace kepu::render {

/// A place in a text where a term is explained: bytes [offset, offset + length) of its HTML.
struct TermMatch {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t term = 0;  // index into the glossary
};

class TermMatcher {
 public:
  /// Takes the names and aliases of all terms that are explained by themselves.
  explicit TermMatcher(const std::vector<model::GlossaryTerm>& glossary);

  bool empty() const { return names_.empty(); }

  /// The first use of each term in `html`, in order, at most `limit` of them. Not inside links,
  /// headings, code and titles 《》; of names that begin at one place the longest counts; names in
  /// Latin letters stand by themselves. `explained` (by term) holds what needs no explanation any
  /// more, and gets what is found.
  std::vector<TermMatch> find(std::string_view html, std::vector<bool>& explained,
                              std::size_t limit) const;

 private:
  struct Name {
    std::string text;  // as it stands in HTML
    std::uint32_t term = 0;
    bool latin_begin = false;  // no Latin letter or digit may stand before it, or behind it
    bool latin_end = false;
  };
  struct Bucket {
    std::uint64_t key = 0;  // first two characters; 0: free
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  void index_names();
  bool may_begin(std::string_view html, std::size_t at) const;
  const Name* longest_at(std::string_view html, std::size_t at) const;
  std::size_t bucket_of(std::uint64_t key) const;

  std::vector<Name> names_;  // by key, then longest first
  std::vector<Bucket> buckets_;
  /// First characters: of one byte, of three bytes (Han), and whether there are any others.
  std::array<bool, 128> first_ascii_{};
  std::vector<std::uint64_t> first_wide_;
  bool has_other_first_ = false;
};

}  // namespace kepu::render
