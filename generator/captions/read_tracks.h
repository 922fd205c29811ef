// The stage between media and render: subtitle files → model::CueLibrary. Files are those that
// entries name, and those that lie beside a media file under its name: clip.zh-CN.vtt, clip.srt
// for clip.mp4.
#pragma once

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/address_book.h"
#include "model/cues.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::captions {

/// Reads every file once, in parallel; `media` tells how long the films are.
model::CueLibrary read_tracks(const model::Site& site, const check::AddressBook& addresses,
                              const model::MediaLibrary& media, const base::FileSystem& files,
                              unsigned jobs, base::Diagnostics& diagnostics);

/// Subtitle files beside the media file `path`, among `files` (sorted by path): with the language
/// that their name tells, or "".
struct SiblingFile {
  std::string path;
  std::string language;
  bool operator==(const SiblingFile&) const = default;
};
std::vector<SiblingFile> sibling_files(std::string_view path,
                                       const std::vector<base::FileEntry>& files);

/// What a menu calls subtitles in a language: 中文, English; other languages by their code.
std::string label_of_language(std::string_view language);

}  // namespace kepu::captions
