// Subtitles as the site knows them: timed lines of plain text, whatever format they came in. Plain
// values, made by captions/, read by render/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::model {

/// What is shown from `begin_ms` to `end_ms`.
struct Cue {
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;  // after begin_ms
  /// At least one; trimmed plain text without tags, entities or line ends, never empty.
  std::vector<std::string> lines;
  /// Who speaks; empty when the file does not say.
  std::string speaker;
  bool operator==(const Cue&) const = default;
};

/// One subtitle file. Cues are sorted by begin, then end.
struct CueTrack {
  std::string path;      // from the site folder
  std::string language;  // BCP 47: zh-CN, en
  std::string label;     // what the menu of the player shows
  std::vector<Cue> cues;
  bool operator==(const CueTrack&) const = default;
};

/// The tracks of one work or of one media file, the preferred one first.
struct OwnedTracks {
  /// The source path of an entry that names its subtitles, or the path of a media file that has
  /// them beside it.
  std::string owner;
  std::vector<CueTrack> tracks;
  bool operator==(const OwnedTracks&) const = default;
};

/// All subtitles of the site, sorted by owner.
struct CueLibrary {
  std::vector<OwnedTracks> items;

  /// Empty when the owner has none.
  const std::vector<CueTrack>& tracks_of(std::string_view owner) const {
    static const std::vector<CueTrack> kNone;
    const auto found = std::lower_bound(
        items.begin(), items.end(), owner,
        [](const OwnedTracks& item, std::string_view wanted) { return item.owner < wanted; });
    return found != items.end() && found->owner == owner ? found->tracks : kNone;
  }
};

}  // namespace kepu::model
