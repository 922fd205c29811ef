#include "captions/cue_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace kepu::captions {

namespace {

constexpr std::array<std::string_view, 11> kSrtTags{"i",  "b",  "u", "s", "font", "ruby",
                                                    "rt", "rp", "v", "c", "lang"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEntities{
    {{"amp", "&"},
     {"lt", "<"},
     {"gt", ">"},
     {"quot", "\""},
     {"apos", "'"},
     {"nbsp", " "},
     {"lrm", "\xE2\x80\x8E"},
     {"rlm", "\xE2\x80\x8F"}}};
constexpr std::size_t kLongestEntity = 9;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Control characters and marks of byte order have no place in a line of text.
std::string without_controls(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (text.substr(at, 3) == kByteOrderMark) {
      at += 2;
    } else if (byte == '\t') {
      out += ' ';
    } else if (byte >= 0x20 && byte != 0x7F) {
      out += text[at];
    }
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string clean = without_controls(text.substr(at, end - at));
    if (const std::string_view line = trimmed(clean); !line.empty()) lines.emplace_back(line);
    at = end + 1;
  }
  return lines;
}

// The name of a tag whose inside is `inside`: "/font" and "font color=red" give "font", "c.loud"
// gives "c".
std::string tag_name(std::string_view inside) {
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string name;
  for (const char c : inside) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_letter) break;
    name += static_cast<char>(c | 0x20);
  }
  return name;
}

// "v.loud Name" gives "Name".
std::string_view annotation_of(std::string_view inside) {
  const std::size_t blank = inside.find_first_of(" \t\n");
  return blank == std::string_view::npos ? std::string_view{} : trimmed(inside.substr(blank + 1));
}

// What a tag leaves behind in the plain text.
void apply_tag(std::string_view inside, std::string& out, std::string& speaker) {
  const std::string name = tag_name(inside);
  const bool closes = inside.starts_with('/');
  if (name == "rt") out += closes ? "）" : "（";
  if (name != "v" || closes) return;
  const std::string voice = without_controls(annotation_of(inside));
  if (voice.empty()) return;
  const bool at_start = out.find_first_not_of(" \t\n") == std::string::npos;
  if (at_start && speaker.empty()) {
    speaker = voice;
  } else if (voice != speaker) {
    // A second voice in one cue is told by its name in the text.
    if (!at_start && out.back() != '\n') out += '\n';
    out += voice + "：";
  }
}

bool is_srt_tag(std::string_view inside) {
  const std::string name = tag_name(inside);
  const std::size_t length = name.size() + (inside.starts_with('/') ? 1 : 0);
  const char next = length < inside.size() ? inside[length] : ' ';
  const bool ends = is_blank(next) || next == '.' || next == '/' || next == '\n';
  return ends && std::find(kSrtTags.begin(), kSrtTags.end(), name) != kSrtTags.end();
}

// Appends the character that the entity at `at` stands for, and moves past it; false when there is
// none.
bool decode_entity(std::string_view text, std::size_t& at, std::string& out) {
  const std::size_t end = text.substr(at, kLongestEntity + 2).find(';');
  if (end == std::string_view::npos || end < 2) return false;
  const std::string_view name = text.substr(at + 1, end - 1);
  const auto* known = std::find_if(kEntities.begin(), kEntities.end(),
                                   [name](const auto& item) { return item.first == name; });
  if (known != kEntities.end()) {
    out += known->second;
  } else {
    if (name[0] != '#' || name.size() < 2) return false;
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    std::uint32_t code_point = 0;
    for (const char c : name.substr(hexadecimal ? 2 : 1)) {
      const char low = static_cast<char>(c | 0x20);
      const bool is_digit = c >= '0' && c <= '9';
      if (!is_digit && !(hexadecimal && low >= 'a' && low <= 'f')) return false;
      const auto digit = static_cast<std::uint32_t>(is_digit ? c - '0' : low - 'a' + 10);
      code_point = code_point * (hexadecimal ? 16 : 10) + digit;
    }
    const bool is_surrogate = code_point >= 0xD800 && code_point < 0xE000;
    if (code_point == 0 || code_point > 0x10FFFF || is_surrogate) return false;
    base::append_utf8(out, code_point);
  }
  at += end + 1;
  return true;
}

// Where the tag or block that opens at `at` closes; nothing when another one opens before, so that
// a text of nothing but opening marks costs no more than any other.
std::optional<std::size_t> closing_mark(std::string_view text, std::size_t at) {
  const std::string_view marks = text[at] == '<' ? "<>" : "{}";
  const std::size_t close = text.find_first_of(marks, at + 1);
  if (close == std::string_view::npos || text[close] != marks[1]) return std::nullopt;
  return close;
}

// `\p1` turns drawing on, `\p0` off; the last one of a block counts.
bool drawing_after(std::string_view block, bool drawing) {
  for (std::size_t at = block.find("\\p"); at != std::string_view::npos;
       at = block.find("\\p", at + 2)) {
    const char level = at + 2 < block.size() ? block[at + 2] : ' ';
    if (level >= '0' && level <= '9') drawing = level != '0';
  }
  return drawing;
}

}  // namespace

CueText srt_text(std::string_view marked) {
  CueText text;
  std::string plain;
  std::size_t at = 0;
  while (at < marked.size()) {
    const bool is_override = marked.substr(at, 2) == "{\\";
    if (marked[at] == '<' || is_override) {
      if (const auto close = closing_mark(marked, at)) {
        const std::string_view inside = marked.substr(at + 1, *close - at - 1);
        if (is_override || is_srt_tag(inside)) {
          if (!is_override) apply_tag(inside, plain, text.speaker);
          at = *close + 1;
          continue;
        }
      }
    }
    plain += marked[at++];
  }
  text.lines = lines_of(plain);
  return text;
}

CueText vtt_text(std::string_view marked) {
  CueText text;
  std::string plain;
  std::size_t at = 0;
  while (at < marked.size()) {
    if (marked[at] == '<') {
      if (const auto close = closing_mark(marked, at)) {
        apply_tag(marked.substr(at + 1, *close - at - 1), plain, text.speaker);
        at = *close + 1;
        continue;
      }
    } else if (marked[at] == '&' && decode_entity(marked, at, plain)) {
      continue;
    }
    plain += marked[at++];
  }
  text.lines = lines_of(plain);
  return text;
}

CueText ass_text(std::string_view marked, bool& has_drawing) {
  CueText text;
  std::string plain;
  bool drawing = false;
  std::size_t at = 0;
  while (at < marked.size()) {
    const auto close = marked[at] == '{' ? closing_mark(marked, at) : std::nullopt;
    if (close) {
      drawing = drawing_after(marked.substr(at, *close - at), drawing);
      has_drawing = has_drawing || drawing;
      at = *close + 1;
    } else if (drawing) {
      ++at;
    } else if (marked[at] == '\\' && at + 1 < marked.size() &&
               std::string_view("Nnh").find(marked[at + 1]) != std::string_view::npos) {
      plain += marked[at + 1] == 'h' ? ' ' : '\n';
      at += 2;
    } else {
      plain += marked[at++];
    }
  }
  text.lines = lines_of(plain);
  return text;
}

}  // namespace kepu::captions
