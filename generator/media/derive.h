// The media stage: from references to media files to facts and derivatives (posters, waveforms).
// Works file by file on several threads; decoding happens in kepu-media, which is started only for
// files that are not in the cache. The result depends on the files' content alone: not on the
// cache, the number of jobs, or the order of references.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/place.h"
#include "model/media.h"

namespace kepu::media {

/// How content uses a file, which decides what is made of it.
enum class MediaUse {
  Played,  // in a player: what a player can show
  Shown,   // as a picture of a page; a video gives its poster
  Linked,  // to be downloaded
};

/// One reference to a media file: video, sound or picture.
struct MediaJob {
  /// From the site folder.
  std::string path;
  MediaUse use = MediaUse::Played;
  model::PosterChoice poster;
  /// Where the file is named, for diagnostics.
  base::Place place;
  /// Where the poster is named; only when there is a choice.
  base::Place poster_place;
};

struct MediaProgress {
  std::size_t done = 0;
  std::size_t total = 0;
  /// The file that was just finished.
  std::string_view path;
};

inline constexpr int kClockFactor = 4;

struct MediaOptions {
  model::MediaSettings settings;
  /// Made when it is missing, e.g. `SITE/.kepu/cache/media`. May be shared by several processes and
  /// deleted between runs.
  std::string cache_folder;
  /// How many workers at most; 0: as many as processors.
  unsigned jobs = 0;
  /// Empty: `kepu-media` beside the running program.
  std::string worker_program;
  /// Processor time for one file; kClockFactor times as much by the clock, as other work may slow
  /// this one down.
  std::chrono::milliseconds time_limit{60'000};
  /// Called for each file that had to be decoded, from any thread, but never twice at once.
  std::function<void(const MediaProgress&)> progress;
};

/// Facts and derivatives of every file named in `jobs`. Each damaged, unreadable or unsupported
/// file gives one diagnostic at its first reference, the others as notes; its item has `damaged`
/// set, and the rest goes on. Throws base::EnvironmentFailure when there is no worker program that
/// starts, or no room for the cache.
model::MediaLibrary derive_media(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                                 const MediaOptions& options, base::Diagnostics& diagnostics);

}  // namespace kepu::media
