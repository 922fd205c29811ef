#include "render/term_matcher.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/html.h"

namespace kepu::render {

namespace {

constexpr std::uint32_t kTitleOpening = 0x300A;  // 《
constexpr std::uint32_t kTitleClosing = 0x300B;  // 》
constexpr std::size_t kWideCharacters = 0x10000;
constexpr std::size_t kBits = 64;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_latin(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::size_t character_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// The code point of three bytes.
std::uint32_t wide_character(std::string_view text, std::size_t at) {
  return (byte_at(text, at) & 0x0FU) << 12U | (byte_at(text, at + 1) & 0x3FU) << 6U |
         (byte_at(text, at + 2) & 0x3FU);
}

// The bytes of the first two characters; 0 where there are not two.
std::uint64_t key_at(std::string_view text, std::size_t at) {
  const std::size_t first = character_length(byte_at(text, at));
  if (at + first >= text.size()) return 0;
  const std::size_t length = first + character_length(byte_at(text, at + first));
  if (at + length > text.size()) return 0;
  std::uint64_t key = 0;
  std::memcpy(&key, text.data() + at, length);
  return key;
}

// Elements inside a line of text; any other ends a title 《 that was never closed.
bool is_inline(std::string_view element) {
  constexpr std::string_view kInline[] = {"a",   "em",   "strong", "del",   "sub",
                                          "sup", "code", "span",   "input", "br"};
  return std::find(std::begin(kInline), std::end(kInline), element) != std::end(kInline);
}

bool keeps_out_terms(std::string_view element) {
  const bool is_heading =
      element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
  return is_heading || element == "a" || element == "code" || element == "pre";
}

/// Where in the text a search is.
struct Position {
  std::size_t at = 0;
  std::size_t blocked = 0;  // elements around it that keep out terms
  std::size_t titles = 0;   // 《 that are open
};

void pass_tag(std::string_view html, Position& position) {
  const bool closes = position.at + 1 < html.size() && html[position.at + 1] == '/';
  const std::size_t begin = position.at + (closes ? 2 : 1);
  std::size_t end = begin;
  while (end < html.size() && is_latin(byte_at(html, end))) ++end;
  const std::string_view element = html.substr(begin, end - begin);
  if (keeps_out_terms(element)) {
    if (!closes) ++position.blocked;
    if (closes && position.blocked > 0) --position.blocked;
  }
  if (!is_inline(element)) position.titles = 0;
  const std::size_t close = html.find('>', end);
  position.at = close == std::string_view::npos ? html.size() : close + 1;
}

// A character that is the beginning of nothing.
void pass_character(std::string_view html, Position& position) {
  const std::size_t length = character_length(byte_at(html, position.at));
  if (length == 3) {
    const std::uint32_t character = wide_character(html, position.at);
    if (character == kTitleOpening) ++position.titles;
    if (character == kTitleClosing && position.titles > 0) --position.titles;
  }
  position.at += length;
}

}  // namespace

TermMatcher::TermMatcher(const std::vector<model::GlossaryTerm>& glossary) {
  const auto add = [&](const std::string& text, std::size_t term) {
    Name name;
    name.text = base::escape_html(text);
    name.term = static_cast<std::uint32_t>(term);
    if (name.text.empty() || key_at(name.text, 0) == 0) return;
    name.latin_begin = is_latin(byte_at(name.text, 0));
    name.latin_end = is_latin(byte_at(name.text, name.text.size() - 1));
    names_.push_back(std::move(name));
  };
  for (std::size_t i = 0; i < glossary.size(); ++i) {
    if (!glossary[i].automatic) continue;
    add(glossary[i].term.text, i);
    for (const model::GlossaryName& alias : glossary[i].aliases) add(alias.text, i);
  }
  index_names();
}

void TermMatcher::index_names() {
  if (names_.empty()) return;
  std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    const std::uint64_t left = key_at(a.text, 0);
    const std::uint64_t right = key_at(b.text, 0);
    return left != right ? left < right : a.text.size() > b.text.size();
  });
  std::size_t size = 64;
  while (size < names_.size() * 4) size *= 2;
  buckets_.resize(size);
  first_wide_.resize(kWideCharacters / kBits);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string_view text = names_[i].text;
    Bucket& bucket = buckets_[bucket_of(key_at(text, 0))];
    if (bucket.key == 0) bucket = {key_at(text, 0), static_cast<std::uint32_t>(i), 0};
    ++bucket.count;
    const std::size_t length = character_length(byte_at(text, 0));
    if (length == 1) first_ascii_[byte_at(text, 0)] = true;
    if (length == 3) {
      const std::uint32_t character = wide_character(text, 0);
      first_wide_[character / kBits] |= std::uint64_t{1} << (character % kBits);
    }
    if (length == 2 || length == 4) has_other_first_ = true;
  }
}

// The place of a key, or a free one. At most a quarter of the places is taken.
std::size_t TermMatcher::bucket_of(std::uint64_t key) const {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = static_cast<std::size_t>((key * kMix) >> 32U) & mask;
  while (buckets_[at].key != 0 && buckets_[at].key != key) at = (at + 1) & mask;
  return at;
}

bool TermMatcher::may_begin(std::string_view html, std::size_t at) const {
  const unsigned char lead = byte_at(html, at);
  if (lead < 0x80) return first_ascii_[lead];
  if (character_length(lead) != 3) return has_other_first_;
  const std::uint32_t character = wide_character(html, at);
  return (first_wide_[character / kBits] >> (character % kBits) & 1U) != 0;
}

const TermMatcher::Name* TermMatcher::longest_at(std::string_view html, std::size_t at) const {
  const std::uint64_t key = key_at(html, at);
  if (key == 0) return nullptr;
  const Bucket& bucket = buckets_[bucket_of(key)];
  for (std::size_t i = bucket.first; i < bucket.first + bucket.count; ++i) {
    const Name& name = names_[i];
    const std::size_t end = at + name.text.size();
    if (html.substr(at, name.text.size()) != name.text) continue;
    if (name.latin_begin && at > 0 && is_latin(byte_at(html, at - 1))) continue;
    if (name.latin_end && end < html.size() && is_latin(byte_at(html, end))) continue;
    return &name;
  }
  return nullptr;
}

std::vector<TermMatch> TermMatcher::find(std::string_view html, std::vector<bool>& explained,
                                         std::size_t limit) const {
  std::vector<TermMatch> matches;
  if (names_.empty() || limit == 0) return matches;
  Position position;
  while (position.at < html.size()) {
    if (html[position.at] == '<') {
      pass_tag(html, position);
      continue;
    }
    const bool is_open = position.blocked == 0 && position.titles == 0;
    const Name* name =
        is_open && may_begin(html, position.at) ? longest_at(html, position.at) : nullptr;
    if (name == nullptr) {
      pass_character(html, position);
      continue;
    }
    if (!explained[name->term]) {
      explained[name->term] = true;
      matches.push_back({static_cast<std::uint32_t>(position.at),
                         static_cast<std::uint32_t>(name->text.size()), name->term});
      if (matches.size() == limit) break;
    }
    position.at += name->text.size();
  }
  return matches;
}

}  // namespace kepu::render
