// Any bytes as a subtitle file: cues are sound and in order, findings lie inside the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "captions/parse_track.h"

using namespace kepu;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Diagnostics diagnostics;
  const auto track = captions::parse_track(
      "a.srt", std::string(reinterpret_cast<const char*>(data), size), diagnostics);
  require(!track.cues.empty() || !diagnostics.empty());
  require(track.cues.size() <= captions::kMaxCues);
  const model::Cue* before = nullptr;
  for (const captions::ParsedCue& item : track.cues) {
    const model::Cue& cue = item.cue;
    require(cue.begin_ms >= 0 && cue.end_ms > cue.begin_ms && !cue.lines.empty());
    for (const std::string& line : cue.lines) {
      require(!line.empty() && line.find('\n') == std::string::npos);
    }
    require(before == nullptr || before->begin_ms < cue.begin_ms ||
            (before->begin_ms == cue.begin_ms && before->end_ms < cue.end_ms));
    before = &cue;
  }
  const base::Position end = track.source.position(track.source.text().size());
  for (const base::Diagnostic& item : diagnostics.items()) {
    const bool is_inside = item.place.position <= base::Position{end.line, UINT32_MAX};
    require(is_inside || item.code->code == "subtitle.encoding");
  }
  return 0;
}
