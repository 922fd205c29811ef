#include "search/postings.h"

#include <algorithm>

#include "base/utf8.h"

namespace kepu::search {

namespace {

// A key: two bits of weight, one that tells words, then two characters of 21 bits or the number of
// a word. A single Han character has no second one.
constexpr unsigned kWeightShift = 62;
constexpr unsigned kCharacterBits = 21;
constexpr std::uint64_t kWordFlag = std::uint64_t{1} << 61U;
constexpr std::uint64_t kCharacterMask = (std::uint64_t{1} << kCharacterBits) - 1;
constexpr std::uint64_t kTermMask = (std::uint64_t{1} << kWeightShift) - 1;
constexpr std::size_t kFirstSlots = 1U << 12U;
constexpr char32_t kFirstCommon = 0x4E00;
constexpr char32_t kLastCommon = 0x9FFF;

std::uint64_t pair_key(char32_t first, char32_t second) {
  return (std::uint64_t{first} << kCharacterBits) | second;
}

bool is_single(std::uint64_t key) {
  return (key & kWordFlag) == 0 && (key & kCharacterMask) == 0;
}

std::uint64_t spread(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15U;
  return key ^ (key >> 29U);
}

}  // namespace

Postings::Postings() : slots_(kFirstSlots) {
  for (auto& lists : singles_) lists.resize(kLastCommon - kFirstCommon + 1);
}

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
  occurs_alone(character);
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
  List& list = list_of(key);
  const auto index = static_cast<std::uint32_t>(occurrences_.size());
  occurrences_.push_back({position, 0});
  if (list.document == document_) {
    ++list.count;
    occurrences_[list.last].next = index;
    list.last = index;
    return;
  }
  list.document = document_;
  list.count = 1;
  list.first = list.last = index;
  touched_.push_back(static_cast<std::uint32_t>(&list - lists_.data()));
}

void Postings::occurs_alone(char32_t character) {
  const std::uint64_t key = weight_ | pair_key(character, 0);
  const bool is_common = character >= kFirstCommon && character <= kLastCommon;
  std::uint32_t* known =
      is_common ? &singles_[weight_ >> kWeightShift][character - kFirstCommon] : nullptr;
  List& list = known != nullptr && *known != 0 ? lists_[*known - 1] : list_of(key);
  if (known != nullptr) *known = static_cast<std::uint32_t>(&list - lists_.data()) + 1;
  if (list.document == document_) {
    ++list.count;
    return;
  }
  list.document = document_;
  list.count = 1;
  touched_.push_back(static_cast<std::uint32_t>(&list - lists_.data()));
}

Postings::List& Postings::list_of(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  const std::uint64_t hash = spread(key);
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.list == 0) {
      lists_.emplace_back().key = key;
      slot = {static_cast<std::uint32_t>(lists_.size()), tag};
      if (lists_.size() * 2 > slots_.size()) grow();
      return lists_.back();
    }
    if (slot.tag == tag && lists_[slot.list - 1].key == key) return lists_[slot.list - 1];
  }
}

void Postings::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < lists_.size(); ++i) {
    const std::uint64_t hash = spread(lists_[i].key);
    std::size_t at = hash & mask;
    while (slots_[at].list != 0) at = (at + 1) & mask;
    slots_[at] = {i + 1, static_cast<std::uint32_t>(hash >> 32U)};
  }
}

void Postings::finish_document(std::uint32_t number) {
  for (const std::uint32_t index : touched_) {
    List& list = lists_[index];
    const bool repeats = list.count > 1;
    chains_.append(list.chain, (number - list.last_document) * 2 + (repeats ? 1 : 0));
    if (repeats) chains_.append(list.chain, list.count - 2);
    list.last_document = number;
    if (is_single(list.key)) continue;
    std::uint32_t before = 0;
    std::uint32_t at = list.first;
    for (std::uint32_t i = 0; i < list.count; ++i) {
      chains_.append(list.chain, occurrences_[at].position - before);
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
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  order.reserve(lists_.size());
  for (std::uint32_t i = 0; i < lists_.size(); ++i)
    order.emplace_back(lists_[i].key & kTermMask, i);
  // Lists of one term come together; the terms themselves are sorted by text below.
  std::sort(order.begin(), order.end());
  std::vector<Term> terms;
  std::uint64_t before = 0;
  for (const auto& [term, index] : order) {
    if (terms.empty() || term != before) terms.push_back({text_of(term), is_single(term), {}});
    before = term;
    terms.back().lists[static_cast<std::size_t>(lists_[index].key >> kWeightShift)] = index + 1;
  }
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.text < b.text; });
  return terms;
}

}  // namespace kepu::search
