// Subtitles as they are published: each track as WebVTT, and once more as a classic script with the
// same cues, for pages that are opened from a folder, where browsers load no track files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/document.h"
#include "model/cues.h"
#include "theme/value.h"

namespace kepu::render {

/// `00:00:01.000 --> 00:00:04.000` and a line end.
std::string vtt_time_line(std::int64_t begin_ms, std::int64_t end_ms);

/// The whole track as WebVTT, escaped; speakers as voice tags.
std::string web_vtt(const model::CueTrack& track);

/// `kepuReceive([[begin_ms,end_ms,"text"],…]);`, lines parted by \n, speakers before the text.
std::string cue_script(const model::CueTrack& track);

struct Edition;

class CueFiles {
 public:
  /// `cues` and `edition`, which may be null, must outlive the documents. `site_language` is that
  /// of the content: tracks in it are converted for an edition, others stay.
  CueFiles(const model::CueLibrary& cues, std::string site_language, const Edition* edition);

  struct Addresses {
    std::string vtt;
    std::string script;
  };
  const Addresses& of(const model::CueTrack& track) const { return addresses_.at(track.path); }

  /// The tracks of an entry, or, when it names none, of its media file.
  const std::vector<model::CueTrack>& tracks(std::string_view entry, std::string_view media) const;

  void append_documents(base::Documents& documents) const;

  const std::string& language_of(const model::CueTrack& track) const;

 private:
  const Edition* edition_for(const model::CueTrack& track) const;
  std::string vtt(const model::CueTrack& track) const;
  std::string script(const model::CueTrack& track) const;

  std::string site_language_;
  const Edition* edition_;
  const model::CueLibrary& cues_;
  std::unordered_map<std::string, Addresses> addresses_;  // by path of the track
};

/// The views `subtitles` and `transcripts` of a player; see docs/theme-guide.md.
theme::Value subtitles_view(const CueFiles& files, const std::vector<model::CueTrack>& tracks);
theme::Value transcripts_view(const CueFiles& files, const std::vector<model::CueTrack>& tracks);

/// All that is said, line by line, for machines that read structured data.
std::string spoken_text(const model::CueTrack& track);

}  // namespace kepu::render
