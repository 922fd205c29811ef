// The media stage: from references to media files to facts and derivatives (posters, waveforms).
// Works file by file on several threads; decoding happens in kepu-media, which is started only for
// files that are not in the cache. The result depends on the files' content alone: not on the
// cache, the number of jobs, or the order of references.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/hash.h"
#include "base/place.h"
#include "media/worker_process.h"
#include "model/media.h"
#include "model/share.h"

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
  /// What is asked second depends on the answers to what is asked first: each has its own total.
  enum class Round { Facts, Derivatives };
  Round round = Round::Facts;
  std::size_t done = 0;
  std::size_t total = 0;
  /// Of the files: a measure of the work.
  std::uint64_t done_bytes = 0;
  std::uint64_t total_bytes = 0;
  /// The file that was just finished.
  std::string_view path;
};

inline constexpr int kClockFactor = 4;

struct MediaOptions {
  model::MediaSettings settings;
  /// Which pictures for sharing to draw, and how; none without a design.
  std::optional<model::ShareDesign> share_design;
  std::vector<model::ShareText> share_texts;
  /// Made when it is missing, e.g. `SITE/.kepu/cache/media`. May be shared by several processes and
  /// deleted between runs.
  std::string cache_folder;
  /// How many workers at most; 0: as many as processors.
  unsigned jobs = 0;
  /// Empty: `kepu-media` beside the running program.
  std::string worker_program;
  /// Off: for kernels without filters of system calls, at the caller's risk.
  Sandbox sandbox = Sandbox::On;
  /// Processor time for one file; kClockFactor times as much by the clock, as other work may slow
  /// this one down.
  std::chrono::milliseconds time_limit{60'000};
  /// Called for each file that had to be decoded, from any thread, but never twice at once.
  std::function<void(const MediaProgress&)> progress;
};

/// What the stage gives.
struct Derivation {
  model::MediaLibrary library;
  /// How many questions no cache could answer.
  std::size_t decoded = 0;
  /// Names of all entries of the cache that the library rests on.
  std::set<base::Hash128> cache_keys;
};

/// Facts and derivatives of every file named in `jobs`. Each damaged, unreadable or unsupported
/// file gives one diagnostic at its first reference, the others as notes; its item has `damaged`
/// set, and the rest goes on. Throws base::EnvironmentFailure when there is no worker program that
/// starts, or no room for the cache.
Derivation derive(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                  const MediaOptions& options, base::Diagnostics& diagnostics);

/// The library alone.
model::MediaLibrary derive_media(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                                 const MediaOptions& options, base::Diagnostics& diagnostics);

}  // namespace kepu::media
