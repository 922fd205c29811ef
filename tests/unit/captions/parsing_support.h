// Subtitle files as texts in tests: their cues in one line each, and the codes of their findings.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "captions/parse_track.h"

namespace kepu::test {

struct Parsed {
  /// `begin-end speaker|first line|second line`, times in milliseconds.
  std::vector<std::string> cues;
  /// `code line:column`.
  std::vector<std::string> findings;
};

inline Parsed parse(std::string bytes) {
  base::Diagnostics diagnostics;
  const auto track = captions::parse_track("a.srt", std::move(bytes), diagnostics);
  Parsed parsed;
  for (const captions::ParsedCue& item : track.cues) {
    parsed.cues.push_back(fmt::format("{}-{} {}|{}", item.cue.begin_ms, item.cue.end_ms,
                                      item.cue.speaker, fmt::join(item.cue.lines, "|")));
  }
  for (const base::Diagnostic& item : diagnostics.items()) {
    parsed.findings.push_back(fmt::format("{} {}:{}", item.code->code, item.place.position.line,
                                          item.place.position.column));
  }
  return parsed;
}

using Lines = std::vector<std::string>;

}  // namespace kepu::test
