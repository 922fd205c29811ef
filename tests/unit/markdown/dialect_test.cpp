// Runs the examples of tests/golden/markdown.txt. UPDATE_GOLDEN=1 writes what comes out into the
// file.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "markdown/markdown.h"

namespace {

using namespace kepu;

constexpr std::string_view kOpen = "```````````````````````````````` example\n";
constexpr std::string_view kClose = "````````````````````````````````\n";

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string describe(const model::Slot& slot) {
  if (slot.kind == model::SlotKind::Link) return "{{link:" + slot.target + "}}";
  if (slot.kind == model::SlotKind::Card) return "{{card:" + slot.target + "}}";
  if (slot.kind == model::SlotKind::Question) return "{{question:" + slot.target + "}}";
  if (slot.kind == model::SlotKind::Chart) return "{{chart}}";
  if (slot.kind == model::SlotKind::Table)
    return std::string("{{table") + (slot.stands_alone ? " alone:" : ":") + slot.target + "|" +
           slot.alt + "}}";
  const std::string kind = slot.kind == model::SlotKind::Image ? "image" : "player";
  return "{{" + kind + (slot.stands_alone ? " alone:" : ":") + slot.target + "|" + slot.alt +
         (slot.title.empty() ? "" : "|" + slot.title) + "}}";
}

const char* name_of(model::BoxKind kind) {
  switch (kind) {
    case model::BoxKind::Note:
      return "note";
    case model::BoxKind::Tip:
      return "tip";
    case model::BoxKind::Warning:
      return "warning";
    case model::BoxKind::ForYou:
      return "for-you";
  }
  return "";
}

// What is to be put into the HTML, in order. A box closes before the next one
// opens, and holds the slots between.
std::vector<std::pair<std::size_t, std::string>> marks_of(const model::Body& body) {
  std::vector<std::pair<std::size_t, std::string>> marks;
  std::size_t slot = 0;
  const auto add_slots = [&](std::size_t end) {
    for (; slot < body.slots.size() && body.slots[slot].offset < end; ++slot)
      marks.emplace_back(body.slots[slot].offset, describe(body.slots[slot]));
  };
  for (const model::Box& box : body.boxes) {
    add_slots(box.begin);
    marks.emplace_back(box.begin, std::string("{{") + name_of(box.kind) + ":" + box.title + "}}\n");
    add_slots(box.end);
    marks.emplace_back(box.end, std::string("{{/") + name_of(box.kind) + "}}\n");
  }
  add_slots(std::string::npos);
  return marks;
}

// The HTML with its slots named, then a line for each diagnostic.
std::string render(const std::string& markdown) {
  base::Diagnostics diagnostics;
  const base::SourceFile source("example.md", markdown);
  const model::Body body = markdown::parse_markdown(source, 0, diagnostics);
  std::string out;
  std::size_t copied = 0;
  for (const auto& [offset, mark] : marks_of(body)) {
    out += body.html.substr(copied, offset - copied) + mark;
    copied = offset;
  }
  out += body.html.substr(copied);
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
  diagnostics.sort();
  for (const auto& item : diagnostics.items()) {
    out += "! " + std::to_string(item.place.position.line) + ":" +
           std::to_string(item.place.position.column) + " " + std::string(item.code->code) + "\n";
  }
  return out;
}

TEST_CASE("The examples of the dialect come out as written") {
  const std::string path = std::string(KEPU_SOURCE_DIR) + "/tests/golden/markdown.txt";
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;

  std::string updated;
  std::size_t at = 0;
  int number = 0;
  for (std::size_t open = text.find(kOpen); open != std::string::npos;
       open = text.find(kOpen, at)) {
    const std::size_t start = open + kOpen.size();
    const std::size_t end = text.find(kClose, start);
    REQUIRE(end != std::string::npos);
    const std::string example = "\n" + text.substr(start, end - start);
    const std::size_t dot = example.find("\n.\n");
    REQUIRE(dot != std::string::npos);
    const std::string input = example.substr(1, dot);
    const std::string actual = replace_all(render(replace_all(input, "→", "\t")), "\t", "→");
    ++number;
    CAPTURE(number, input);
    if (!update) CHECK(actual == example.substr(dot + 3));
    updated += text.substr(at, start - at) + input + ".\n" + actual;
    at = end;
  }
  CHECK(number >= 80);
  updated += text.substr(at);
  if (update && updated != text) std::ofstream(path, std::ios::binary) << updated;
}

}  // namespace
