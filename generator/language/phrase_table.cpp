#include "language/phrase_table.h"

#include <utility>

namespace kepu::language {

namespace {

constexpr std::size_t kFirstBranches = 1024;
constexpr unsigned kCharacterBits = 21;

std::uint64_t key_of(std::uint32_t node, char32_t character) {
  return (static_cast<std::uint64_t>(node) << kCharacterBits | character) + 1;
}

std::size_t spread(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20U);
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  if (first < 0xF0) {
    return {(first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  return {(first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
              (byte(3) & 0x3FU),
          4};
}

PhraseTable::PhraseTable() : branches_(kFirstBranches), value_of_{kNone} {}

void PhraseTable::add(std::string_view word, std::string_view value) {
  if (word.empty()) return;
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    node = make_child(node, character.code);
    at += character.length;
  }
  if (value_of_[node] != kNone) return;
  value_of_[node] = static_cast<std::uint32_t>(values_.size());
  values_.emplace_back(value);
}

PhraseTable::Match PhraseTable::longest(std::string_view text, std::size_t offset) const {
  Match best;
  std::uint32_t node = 0;
  for (std::size_t at = offset; at < text.size();) {
    const Character character = character_at(text, at);
    node = child_of(node, character.code);
    if (node == kNone) break;
    at += character.length;
    if (value_of_[node] != kNone) best = {at - offset, &values_[value_of_[node]]};
  }
  return best;
}

std::uint32_t PhraseTable::child_of(std::uint32_t node, char32_t character) const {
  const std::uint64_t key = key_of(node, character);
  const std::size_t mask = branches_.size() - 1;
  for (std::size_t i = spread(key) & mask;; i = (i + 1) & mask) {
    if (branches_[i].key == key) return branches_[i].child;
    if (branches_[i].key == 0) return kNone;
  }
}

std::uint32_t PhraseTable::make_child(std::uint32_t node, char32_t character) {
  if (const std::uint32_t known = child_of(node, character); known != kNone) return known;
  if ((used_ + 1) * 2 > branches_.size()) grow();
  const auto child = static_cast<std::uint32_t>(value_of_.size());
  value_of_.push_back(kNone);
  const std::uint64_t key = key_of(node, character);
  const std::size_t mask = branches_.size() - 1;
  std::size_t i = spread(key) & mask;
  while (branches_[i].key != 0) i = (i + 1) & mask;
  branches_[i] = {key, child};
  ++used_;
  return child;
}

void PhraseTable::grow() {
  const std::vector<Branch> old =
      std::exchange(branches_, std::vector<Branch>(branches_.size() * 2));
  const std::size_t mask = branches_.size() - 1;
  for (const Branch& branch : old) {
    if (branch.key == 0) continue;
    std::size_t i = spread(branch.key) & mask;
    while (branches_[i].key != 0) i = (i + 1) & mask;
    branches_[i] = branch;
  }
}

}  // namespace kepu::language
