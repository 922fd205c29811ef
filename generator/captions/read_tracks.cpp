#include "captions/read_tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/codes.h"
#include "base/parallel.h"
#include "base/site_path.h"
#include "captions/codes.h"
#include "captions/parse_track.h"

namespace kepu::captions {

namespace {

constexpr std::array<std::string_view, 4> kEndings{"vtt", "srt", "ass", "ssa"};
/// A last subtitle commonly stays a moment longer than the last picture.
constexpr std::int64_t kGraceMs = 500;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The shape of a language tag: 2 or 3 letters, then subtags of 2 to 8 letters or digits.
bool is_language(std::string_view text) {
  std::size_t part = 0;
  while (true) {
    const std::size_t end = std::min(text.find('-'), text.size());
    const bool letters_only =
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                    [part](char c) { return is_letter(c) || (part > 0 && c >= '0' && c <= '9'); });
    if (!letters_only || end < 2 || end > (part == 0 ? 3U : 8U)) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
    ++part;
  }
}

// What Chinese subtitle groups write for simplified and traditional characters.
std::string language_of(std::string_view part) {
  if (part == "chs" || part == "sc") return "zh-Hans";
  if (part == "cht" || part == "tc") return "zh-Hant";
  return is_language(part) ? std::string(part) : std::string();
}

auto first_of(const model::MediaLibrary& media, const std::string& path) {
  return std::lower_bound(
      media.items.begin(), media.items.end(), path,
      [](const model::Media& item, const std::string& wanted) { return item.path < wanted; });
}

bool has_player(const model::MediaLibrary& media, const std::string& path) {
  const auto first = first_of(media, path);
  return first != media.items.end() && first->path == path &&
         first->facts.kind != model::MediaKind::Picture;
}

// Which tracks there are and whose they are; their cues are still to be read.
class Collector {
 public:
  Collector(const model::Site& site, const check::AddressBook& addresses,
            const model::MediaLibrary& media, base::Diagnostics& diagnostics)
      : site_(site), addresses_(addresses), media_(media), diagnostics_(diagnostics) {}

  void collect() {
    for (const model::Media& item : media_.items) add_siblings(item.path);
    for (const model::Contest& contest : site_.contests) {
      for (const model::Entry& entry : contest.entries) add_entry(entry);
    }
  }

  std::map<std::string, std::vector<model::CueTrack>> tracks;  // by owner
  std::map<std::string, std::string> media_of;                 // by owner: its media file
  std::map<std::string, std::set<base::Place>> references;     // by subtitle file

 private:
  void add(const std::string& owner, std::string path, std::string language, std::string label,
           base::Place place) {
    if (language.empty()) language = site_.identity.language;
    if (label.empty()) label = label_of_language(language);
    references[path].insert(std::move(place));
    tracks[owner].push_back({std::move(path), std::move(language), std::move(label), {}});
  }

  void add_siblings(const std::string& media) {
    if (!has_player(media_, media) || tracks.contains(media)) return;
    for (SiblingFile& file : sibling_files(media, site_.files)) {
      add(media, std::move(file.path), std::move(file.language), "", {});
    }
    if (tracks.contains(media)) media_of.emplace(media, media);
  }

  void add_entry(const model::Entry& entry) {
    const check::Target target = addresses_.resolve(entry.source_path, entry.media.target);
    for (const model::SubtitleTrack& track : entry.subtitles) {
      const check::Target file = addresses_.resolve(entry.source_path, track.file.target);
      if (file.kind != check::TargetKind::File) continue;
      const base::Place place{entry.source_path, track.file.position, 1};
      add(entry.source_path, file.path, language_of_track(track, place), track.label, place);
    }
    if (target.kind == check::TargetKind::File) media_of.emplace(entry.source_path, target.path);
  }

  std::string language_of_track(const model::SubtitleTrack& track, const base::Place& place) {
    if (track.language.empty() || is_language(track.language)) return track.language;
    diagnostics_.add(codes::kLanguage, place,
                     {{"value", track.language}, {"language", site_.identity.language}});
    return {};
  }

  const model::Site& site_;
  const check::AddressBook& addresses_;
  const model::MediaLibrary& media_;
  base::Diagnostics& diagnostics_;
};

struct TrackFile {
  std::string path;
  std::optional<ParsedTrack> parsed;
  base::Diagnostics diagnostics;
};

void read_file(TrackFile& file, const base::FileSystem& files) {
  // Its size is asked first, so that a film under a wrong name is not read into memory.
  const auto size = files.size(file.path);
  if (size && *size > kMaxSubtitleBytes) {
    file.diagnostics.add(
        codes::kTooLarge, base::Place{file.path, {}, 1},
        {{"size", std::to_string(*size)}, {"limit", std::to_string(kMaxSubtitleBytes)}});
    return;
  }
  auto bytes = files.read(file.path);
  if (!bytes) {
    file.diagnostics.add(base::codes::kFileUnreadable, base::Place{file.path, {}, 1},
                         {{"reason", bytes.error().message}});
    return;
  }
  file.parsed = parse_track(file.path, std::move(*bytes), file.diagnostics);
}

std::int64_t duration_of(const model::MediaLibrary& media, const std::string& path) {
  const auto first = first_of(media, path);
  const bool is_known = first != media.items.end() && first->path == path && !first->damaged;
  return is_known ? first->facts.duration_ms : 0;
}

void check_end(const ParsedTrack& track, const std::string& media, std::int64_t duration_ms,
               base::Diagnostics& diagnostics) {
  if (duration_ms == 0) return;
  Tally beyond;
  for (const ParsedCue& item : track.cues) {
    if (item.cue.end_ms > duration_ms + kGraceMs) beyond.add(item.time);
  }
  if (beyond.count == 0) return;
  base::Diagnostics ignored;
  diagnostics.add(codes::kAfterEnd, Parsing(track.source, ignored).place(beyond.first),
                  {{"count", std::to_string(beyond.count)},
                   {"duration", cue_time_text(duration_ms)},
                   {"media", media}});
}

constexpr base::Bilingual kNamedHere{"在这里引用", "named here"};

// A finding about a whole file says who wants it.
void add_references(base::Diagnostics& diagnostics, const std::set<base::Place>& references) {
  for (base::Diagnostic& item : diagnostics.items_for_update()) {
    for (const base::Place& place : references) {
      if (!place.path.empty()) item.with_note(place, kNamedHere);
    }
  }
}

}  // namespace

std::vector<SiblingFile> sibling_files(std::string_view path,
                                       const std::vector<base::FileEntry>& files) {
  const std::size_t dot = path.size() - base::extension_of(path).size();
  const std::string prefix(path.substr(0, dot));  // with its dot
  std::vector<SiblingFile> found;
  auto at = std::lower_bound(
      files.begin(), files.end(), prefix,
      [](const base::FileEntry& entry, const std::string& wanted) { return entry.path < wanted; });
  for (; at != files.end() && at->path.starts_with(prefix); ++at) {
    const std::string ending = base::extension_of(at->path);
    if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) continue;
    const std::size_t between = at->path.size() - prefix.size() - ending.size();
    if (between == 0) {
      found.push_back({at->path, ""});
    } else if (auto language = language_of(at->path.substr(prefix.size(), between - 1));
               !language.empty()) {
      found.push_back({at->path, std::move(language)});
    }
  }
  // What names no language is in the site's own, and comes first.
  std::stable_partition(found.begin(), found.end(),
                        [](const SiblingFile& file) { return file.language.empty(); });
  return found;
}

std::string label_of_language(std::string_view language) {
  if (language == "zh-Hant" || language == "zh-TW" || language == "zh-HK") return "繁體中文";
  if (language == "zh" || language.starts_with("zh-")) return "中文";
  if (language == "en" || language.starts_with("en-")) return "English";
  return std::string(language);
}

model::CueLibrary read_tracks(const model::Site& site, const check::AddressBook& addresses,
                              const model::MediaLibrary& media, const base::FileSystem& files,
                              unsigned jobs, base::Diagnostics& diagnostics) {
  Collector collector(site, addresses, media, diagnostics);
  collector.collect();
  std::vector<TrackFile> track_files;
  for (const auto& [path, places] : collector.references) track_files.push_back({path, {}, {}});
  base::parallel_for(track_files.size(), jobs,
                     [&](std::size_t i) { read_file(track_files[i], files); });
  std::map<std::string, const ParsedTrack*> parsed;
  for (TrackFile& file : track_files) {
    if (file.parsed) parsed.emplace(file.path, &*file.parsed);
    add_references(file.diagnostics, collector.references[file.path]);
    diagnostics.merge(std::move(file.diagnostics));
  }
  model::CueLibrary library;
  for (auto& [owner, tracks] : collector.tracks) {
    const std::string& film = collector.media_of[owner];
    model::OwnedTracks owned{owner, {}};
    for (model::CueTrack& track : tracks) {
      const auto found = parsed.find(track.path);
      if (found == parsed.end() || found->second->cues.empty()) continue;
      check_end(*found->second, film, duration_of(media, film), diagnostics);
      for (const ParsedCue& item : found->second->cues) track.cues.push_back(item.cue);
      owned.tracks.push_back(std::move(track));
    }
    library.items.push_back(std::move(owned));
  }
  return library;
}

}  // namespace kepu::captions
