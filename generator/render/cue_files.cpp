#include "render/cue_files.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "render/edition.h"
#include "render/json_text.h"
#include "render/published_files.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Behind the name of who speaks, as the language of the track writes it.
std::string speaker_mark(const model::CueTrack& track) {
  return track.language.empty() || track.language.starts_with("zh") ? "：" : ": ";
}

// WebVTT knows few entities; `>` is one of them, so that no text can look like a time line.
void append_vtt_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
}

std::string vtt_time(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  return fmt::format("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                     milliseconds % 1000);
}

std::string joined_lines(const model::Cue& cue, std::string_view between) {
  return fmt::format("{}", fmt::join(cue.lines, between));
}

}  // namespace

std::string vtt_time_line(std::int64_t begin_ms, std::int64_t end_ms) {
  return vtt_time(begin_ms) + " --> " + vtt_time(end_ms) + "\n";
}

std::string web_vtt(const model::CueTrack& track) {
  std::string out = "WEBVTT\n";
  for (const model::Cue& cue : track.cues) {
    out += '\n';
    out += vtt_time_line(cue.begin_ms, cue.end_ms);
    if (!cue.speaker.empty()) {
      out += "<v ";
      append_vtt_escaped(out, cue.speaker);
      out += '>';
    }
    append_vtt_escaped(out, joined_lines(cue, "\n"));
    out += '\n';
  }
  return out;
}

std::string cue_script(const model::CueTrack& track) {
  JsonText json;
  json.open_array("");
  for (const model::Cue& cue : track.cues) {
    const std::string before = cue.speaker.empty() ? "" : cue.speaker + speaker_mark(track);
    json.open_array("").number("", cue.begin_ms).number("", cue.end_ms);
    json.item(before + joined_lines(cue, "\n")).close_array();
  }
  json.close_array();
  return "kepuReceive(" + std::move(json).take() + ");\n";
}

CueFiles::CueFiles(const model::CueLibrary& cues, std::string site_language, const Edition* edition)
    : site_language_(std::move(site_language)), edition_(edition), cues_(cues) {
  for (const model::OwnedTracks& owned : cues.items) {
    for (const model::CueTrack& track : owned.tracks) {
      if (addresses_.contains(track.path)) continue;
      addresses_.emplace(
          track.path, Addresses{fingerprinted_address("assets", track.path, vtt(track), "vtt"),
                                fingerprinted_address("assets", track.path, script(track), "js")});
    }
  }
}

const Edition* CueFiles::edition_for(const model::CueTrack& track) const {
  const bool is_own =
      track.language == site_language_ || track.language == "zh" || track.language == "zh-Hans";
  return is_own ? edition_ : nullptr;
}

const std::string& CueFiles::language_of(const model::CueTrack& track) const {
  const Edition* edition = edition_for(track);
  return edition == nullptr ? track.language : edition->language;
}

std::string CueFiles::vtt(const model::CueTrack& track) const {
  return edition_text(edition_for(track), web_vtt(track));
}

std::string CueFiles::script(const model::CueTrack& track) const {
  return edition_json(edition_for(track), cue_script(track));
}

const std::vector<model::CueTrack>& CueFiles::tracks(std::string_view entry,
                                                     std::string_view media) const {
  const auto& named = cues_.tracks_of(entry);
  return named.empty() ? cues_.tracks_of(media) : named;
}

void CueFiles::append_documents(base::Documents& documents) const {
  // Tracks of one name and one content share their address.
  std::set<std::string> known;
  const auto add = [&](const std::string& address, const model::CueTrack& track, auto make) {
    if (!known.insert(address).second) return;
    documents.push_back({address,
                         [this, &track, make](base::Diagnostics&) { return (this->*make)(track); },
                         {track.path, {}, 1}});
  };
  for (const model::OwnedTracks& owned : cues_.items) {
    for (const model::CueTrack& track : owned.tracks) {
      add(of(track).vtt, track, &CueFiles::vtt);
      add(of(track).script, track, &CueFiles::script);
    }
  }
}

Value subtitles_view(const CueFiles& files, const std::vector<model::CueTrack>& tracks) {
  List list;
  for (const model::CueTrack& track : tracks) {
    Map item;
    item.set("url", Value(files.of(track).vtt));
    item.set("script_url", Value(files.of(track).script));
    item.set("language", borrow(files.language_of(track)));
    item.set("label", borrow(track.label));
    item.set("default", Value(list.empty()));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value transcripts_view(const CueFiles& files, const std::vector<model::CueTrack>& tracks) {
  List list;
  for (const model::CueTrack& track : tracks) {
    List cues;
    std::int64_t last_second = -1;
    for (const model::Cue& cue : track.cues) {
      const std::int64_t second = cue.begin_ms / 1000;
      Map item;
      item.reserve(7);
      item.set("seconds", Value(second));
      // An id may stand once on a page only: of several lines in one second the first has it.
      item.set("is_anchor", Value(list.empty() && second != last_second));
      item.set("begin_ms", Value(cue.begin_ms));
      item.set("end_ms", Value(cue.end_ms));
      item.set("time_text", Value(duration_text(second * 1000)));
      item.set("speaker", borrow(cue.speaker));
      item.set("lines", texts_view(cue.lines));
      cues.emplace_back(std::move(item));
      last_second = second;
    }
    Map item;
    item.set("language", borrow(files.language_of(track)));
    item.set("label", borrow(track.label));
    item.set("cues", Value(std::move(cues)));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

std::string spoken_text(const model::CueTrack& track) {
  std::string out;
  for (const model::Cue& cue : track.cues) {
    if (!out.empty()) out += '\n';
    if (!cue.speaker.empty()) out += cue.speaker + speaker_mark(track);
    out += joined_lines(cue, " ");
  }
  return out;
}

}  // namespace kepu::render
