// The body of an article after Markdown: HTML with gaps ("slots") where something must be filled in
// that Markdown cannot know: where a link leads, how large a picture is, which poster a player
// shows. Made in read (through markdown/), slots are resolved by check/, filled by render/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/chart.h"

namespace kepu::model {

enum class SlotKind : std::uint8_t {
  Link,      // the value of an href: filled with an address
  Image,     // a whole <img>, or <figure> when it stands alone: target, alt, title
  Player,    // a whole video or audio player: target, alt (the caption)
  Card,      // the card of a page of the site: target, its source file
  Question,  // a question of a quiz with its answer folded: target, `quiz.json#id`
  Fact,      // the mark behind a number that leads to its source: target, the fact's id
  FactCard,  // a fact as a card: target, its id
  Term,      // the value of an href that leads to the glossary: target, the term's id
  Chart,     // a chart: the next one of Body::charts
  Table,     // a table of content/data as a chart of its own: target, alt (the title)
};

/// Where a text prints a fact's value or a term's name without words of its own, the body holds
/// kNamedBegin, `fact:` or `term:` and the id, kNamedEnd, until read/ has put in what they stand
/// for. No text can hold these characters by itself.
inline constexpr char kNamedBegin = '\x01';
inline constexpr char kNamedEnd = '\x02';

/// A gap in Body::html. `offset` is where the filling goes; slots are in the order of their
/// offsets.
struct Slot {
  SlotKind kind = SlotKind::Link;
  bool stands_alone = false;  // Image, Player: the only thing in its paragraph
  std::uint32_t offset = 0;
  base::Position position;   // of the link or picture in the source file
  std::uint32_t length = 1;  // code points of the target, for the caret
  std::string target;  // as written, percent-decoded: "../policy/a.md#id", "https://…", "#id"
  std::string alt;     // Image, Player: plain text
  std::string title;
};

/// What a box is for; decides its label and its look.
enum class BoxKind : std::uint8_t { Note, Tip, Warning, ForYou };

/// A part of Body::html that stands in a box (a fenced block such as ```note): [begin, end).
/// Boxes are in order and never overlap.
struct Box {
  BoxKind kind = BoxKind::Note;
  std::string title;  // plain; empty: the label of the kind
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Heading {
  std::uint8_t level = 2;  // 1 … 6
  std::string id;          // unique in its body
  std::string html;        // inline HTML without links and without slots, safe
  std::string text;        // plain
};

/// What Markdown makes of a text. `html` is safe to publish once its slots are filled.
struct Body {
  std::string html;
  std::vector<Slot> slots;
  std::vector<Box> boxes;
  std::vector<Chart> charts;  // one for each slot of that kind, in their order
  std::vector<Heading> headings;
  /// Ids that a fragment may name besides the headings' (footnotes, explicit anchors).
  std::vector<std::string> anchors;
  /// The first paragraphs as plain text, cut at 。！？ at about 120 characters, for pages without a
  /// description.
  std::string summary;
  /// Length the Chinese way (base::count_chinese_length of the plain text), for the reading time at
  /// 400 a minute.
  std::uint32_t length = 0;
};

}  // namespace kepu::model
