// From the marked-up text of a subtitle to plain lines: each format has marks of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kepu::captions {

struct CueText {
  /// Trimmed, none empty.
  std::vector<std::string> lines;
  /// From `<v Name>`; empty without one.
  std::string speaker;
};

/// HTML-like tags that players know (`<i>`, `<b>`, `<u>`, `<s>`, `<font …>`, `<ruby>`, `<v …>`,
/// `<c…>`) and `{\an8}`-like overrides fall out; any other `<` stays as it is.
CueText srt_text(std::string_view marked);

/// Every tag falls out, timestamps too; entities are decoded. Readings of `<ruby>` follow in
/// brackets.
CueText vtt_text(std::string_view marked);

/// Override blocks and drawings fall out; `\N` and `\n` part lines, `\h` is a blank.
/// `has_drawing` tells an empty text that was meant to have none.
CueText ass_text(std::string_view marked, bool& has_drawing);

}  // namespace kepu::captions
