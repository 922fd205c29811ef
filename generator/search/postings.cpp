#include "search/postings.h"

#include <algorithm>

#include "base/utf8.h"
#include "search/number_code.h"

namespace kepu::search {

namespace {

// A key: two bits of weight, one that tells words, then two characters of 21 bits or the number of a
// word. A single Han character has no second one. Never 0.
constexpr unsigned kWeightShift = 62;
constexpr unsigned kCharacterBits = 21;
constexpr std::uint64_t kWordFlag = std::uint64_t{1} << 61U;
constexpr std::uint64_t kCharacterMask = (std::uint64_t{1} << kCharacterBits) - 1;
constexpr std::uint64_t kTermMask = (std::uint64_t{1} << kWeightShift) - 1;
constexpr std::size_t kFirstSlots = 1U << 16U;

std::uint64_t pair_key(char32_t first, char32_t second) {
  return (std::uint64_t{first} << kCharacterBits) | second;
}

bool is_single(std::uint64_t key) {
  return (key & kWordFlag) == 0 && (key & kCharacterMask) == 0;
}

std::size_t spread(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(key ^ (key >> 32U));
}

}  // namespace

Postings::Postings() : slots_(kFirstSlots) {}

void Postings::add(std::uint32_t number, const Document& document) {
  document_ = number + 1;
  tokenizer_.restart();
  for (const Field& field : document.fields) {
    weight_ = static_cast<std::uint64_t>(field.weight) << kWeightShift;
    previous_han_ = 0;
    tokenizer_.read(field.text, *this);
  }
  finish_document(number);
}

void Postings::han(char32_t character, std::uint32_t position) {
  occurs(weight_ | pair_key(character, 0), position);
  if (previous_han_ != 0 && previous_position_ + 1 == position) {
    occurs(weight_ | pair_key(previous_han_, character), previous_position_);
  }
  previous_han_ = character;
  previous_position_ = position;
}

void Postings::word(const std::string& text, std::uint32_t position) {
  const auto add = [&](const std::string& word) {
    const auto [found, is_new] =
        words_.try_emplace(word, static_cast<std::uint32_t>(word_texts_.size()));
    if (is_new) word_texts_.push_back(word);
    occurs(weight_ | kWordFlag | found->second, position);
  };
  previous_han_ = 0;
  add(text);
  if (const std::string other = without_points(text); !other.empty()) add(other);
}

void Postings::occurs(std::uint64_t key, std::uint32_t position) {
  const std::uint32_t list = list_of(key);
  Current& current = current_[list];
  const auto index = static_cast<std::uint32_t>(occurrences_.size());
  if (current.document != document_) {
    current = {document_, 1, index, index};
    touched_.push_back(list);
  } else {
    ++current.count;
    occurrences_[current.last].next = index;
    current.last = index;
  }
  occurrences_.push_back({position, 0});
}

std::uint32_t Postings::list_of(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = spread(key) & mask;
  while (slots_[at].key != key) {
    if (slots_[at].key == 0) {
      const auto list = static_cast<std::uint32_t>(keys_.size());
      slots_[at] = {key, list};
      keys_.push_back(key);
      lists_.emplace_back();
      current_.emplace_back();
      if (keys_.size() * 2 > slots_.size()) grow();
      return list;
    }
    at = (at + 1) & mask;
  }
  return slots_[at].list;
}

void Postings::grow() {
  std::vector<Slot> wider(slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.key == 0) continue;
    std::size_t at = spread(slot.key) & mask;
    while (wider[at].key != 0) at = (at + 1) & mask;
    wider[at] = slot;
  }
  slots_ = std::move(wider);
}

void Postings::finish_document(std::uint32_t number) {
  for (const std::uint32_t index : touched_) {
    PostingList& list = lists_[index];
    const Current& current = current_[index];
    const bool repeats = current.count > 1;
    append_number(list.documents, (number - list.last_document) * 2 + (repeats ? 1 : 0));
    if (repeats) append_number(list.documents, current.count - 2);
    list.last_document = number;
    if (is_single(keys_[index])) continue;
    std::uint32_t before = 0;
    std::uint32_t at = current.first;
    for (std::uint32_t i = 0; i < current.count; ++i) {
      append_number(list.positions, occurrences_[at].position - before);
      before = occurrences_[at].position;
      at = occurrences_[at].next;
    }
  }
  touched_.clear();
  occurrences_.clear();
}

std::string Postings::text_of(std::uint64_t key) const {
  if ((key & kWordFlag) != 0) return word_texts_[static_cast<std::uint32_t>(key)];
  std::string text;
  base::append_utf8(text, static_cast<char32_t>(key >> kCharacterBits));
  const auto second = static_cast<char32_t>(key & kCharacterMask);
  if (second != 0) base::append_utf8(text, second);
  return text;
}

std::vector<Term> Postings::take_terms() {
  slots_ = {};
  current_ = {};
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  order.reserve(keys_.size());
  for (std::uint32_t i = 0; i < keys_.size(); ++i) order.emplace_back(keys_[i] & kTermMask, i);
  // Lists of one term come together; the terms themselves are sorted by text below.
  std::sort(order.begin(), order.end());
  std::vector<Term> terms;
  std::uint64_t before = 0;
  for (const auto& [term, index] : order) {
    if (terms.empty() || term != before) terms.push_back({text_of(term), {}});
    before = term;
    terms.back().lists[static_cast<std::size_t>(keys_[index] >> kWeightShift)] = index + 1;
  }
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.text < b.text; });
  return terms;
}

}  // namespace kepu::search
