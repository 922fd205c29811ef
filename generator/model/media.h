// Media files as the site knows them: facts read from their content, and what was derived from it.
// Plain values, made by media/, read by check/ and render/. Files on disk (posters) belong to the
// media cache and stay valid until the end of the run.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace kepu::model {

enum class MediaKind { Video, Audio, Picture };

struct Rational {
  std::int32_t numerator = 0;
  std::int32_t denominator = 1;
  bool operator==(const Rational&) const = default;
};

/// What the content of a file says; never its name. Numbers are 0 and texts empty where they do not
/// apply.
struct MediaFacts {
  MediaKind kind = MediaKind::Picture;
  /// One short name: mp4 webm matroska avi flv mpegts mpeg asf mp3 aac wav flac ogg aiff amr png
  /// jpeg webp gif avif bmp svg.
  std::string container;
  /// FFmpeg's names: h264 hevc vp9 av1 …; empty without real video (cover art of audio does not
  /// count).
  std::string video_codec;
  std::string audio_codec;
  /// How the decoder stores pixels (yuv420p, yuv420p10le …); tells what plays in every browser.
  std::string pixel_format;
  std::int64_t duration_ms = 0;
  /// As seen: after the sample aspect ratio, then rotation.
  int width_px = 0;
  int height_px = 0;
  int coded_width_px = 0;
  int coded_height_px = 0;
  /// Clockwise turn that shows the picture upright: 0, 90, 180, 270.
  int rotation_degrees = 0;
  Rational sample_aspect_ratio{1, 1};
  Rational frame_rate{0, 1};
  /// By how much the sound begins after the picture (negative: before it).
  std::int64_t audio_offset_ms = 0;
  bool has_audio = false;
  int sample_rate_hz = 0;
  int channels = 0;
  std::int64_t bit_rate_bps = 0;
  std::uint64_t file_size = 0;
  /// MP4 only: playing may begin before the whole file is there.
  std::optional<bool> index_first;
  bool has_cover_art = false;
  /// Transfer curve of HDR video (PQ or HLG).
  bool high_dynamic_range = false;
  bool operator==(const MediaFacts&) const = default;
};

/// Which picture stands for a clip: the best one found (default), the one at a time, or a picture
/// file of the site.
struct PosterChoice {
  std::optional<std::int64_t> time_ms;
  /// Path from the site folder; wins over the time.
  std::string picture;
  /// Meant for many files: where the time does not fit, the best picture is taken without a word.
  bool is_default = false;
  auto operator<=>(const PosterChoice&) const = default;
};

/// `00:01:12`, `01:12`, `00:00:12.5`: [hours:]minutes:seconds[.fraction], minutes and seconds
/// below 60. Nothing for other texts, so it also tells a time from a path.
constexpr std::optional<std::int64_t> parse_time_code(std::string_view text) {
  std::int64_t fields[3] = {0, 0, 0};
  int count = 0;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = at;
    std::int64_t value = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 4)
      value = value * 10 + (text[at++] - '0');
    if (at == begin || count == 3) return std::nullopt;
    fields[count++] = value;
    if (at == text.size() || text[at] != ':') break;
    ++at;
  }
  std::int64_t fraction_ms = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t begin = ++at;
    for (std::int64_t unit = 100; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      fraction_ms += unit * (text[at] - '0');
      unit /= 10;
    }
    if (at == begin) return std::nullopt;
  }
  if (count < 2 || at != text.size()) return std::nullopt;
  const std::int64_t hours = count == 3 ? fields[0] : 0;
  const std::int64_t minutes = fields[count - 2];
  const std::int64_t seconds = fields[count - 1];
  if (seconds > 59 || (count == 3 && minutes > 59)) return std::nullopt;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction_ms;
}

enum class PictureFormat { WebP, Jpeg, Avif, Png };

/// A file that was derived. It lies in the media cache: copy or link it, never put its path into
/// output.
struct DerivedFile {
  std::string file;
  std::uint64_t size = 0;
  /// Of the file's bytes: for the fingerprint in its published name.
  base::Hash128 hash;
  bool operator==(const DerivedFile&) const = default;
};

struct PictureFile {
  int width_px = 0;
  int height_px = 0;
  PictureFormat format = PictureFormat::WebP;
  DerivedFile made;
  bool operator==(const PictureFile&) const = default;
};

struct Waveform {
  /// Loudest sample of each of the bars in order of time, 0 … 255 of full scale.
  std::vector<std::uint8_t> peaks;
  /// A whole `<svg>` element in currentColor, drawn by kepu: safe to put into a page.
  std::string svg;
  bool operator==(const Waveform&) const = default;
};

struct TimeSpan {
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
  bool operator==(const TimeSpan&) const = default;
};

/// Small frames of a video for hovering its time line: left to right, then down, sheet after sheet.
struct Storyboard {
  int tile_width_px = 0;
  int tile_height_px = 0;
  /// Of every sheet; the last one may have fewer rows.
  int columns = 0;
  int rows = 0;
  /// What each tile stands for; together the whole video.
  std::vector<TimeSpan> tiles;
  /// WebP.
  std::vector<PictureFile> sheets;
  bool operator==(const Storyboard&) const = default;
};

/// How loud a sound is by EBU R 128 (ITU-R BS.1770-4).
struct SoundFacts {
  /// Integrated; -70 where everything is below the gate.
  double loudness_lufs = 0;
  double loudness_range_lu = 0;
  double true_peak_dbtp = 0;
  /// Share of moments at full scale, 0 … 1.
  double clipped_share = 0;
  /// Stretches of at least a second without sound.
  std::vector<TimeSpan> silent;
  bool operator==(const SoundFacts&) const = default;
};

/// What only the whole length of a video tells.
struct Inspection {
  std::vector<TimeSpan> black;
  /// Nothing moves.
  std::vector<TimeSpan> still;
  bool operator==(const Inspection&) const = default;
};

struct MediaDerivatives {
  /// Of videos, of sounds with cover art, or from the chosen picture: widths ascending, of each
  /// width WebP, JPEG, AVIF; none wider than the source. Empty for plain pictures and damage.
  std::vector<PictureFile> posters;
  /// `#rrggbb` of the poster or picture, shown until it is loaded; empty without one.
  std::string average_color;
  std::int64_t poster_time_ms = 0;
  std::optional<Waveform> waveform;
  std::optional<Storyboard> storyboard;
  /// A short moving WebP, where the site wants one.
  std::optional<PictureFile> preview;
  /// Of pictures that are shown in pages: widths ascending, of each width WebP, then JPEG (PNG
  /// where something is transparent), then AVIF; without metadata, upright, in sRGB. Empty for
  /// drawings (SVG) and moving pictures, which are shown as they are.
  std::vector<PictureFile> sizes;
  /// To be published in place of the file: a picture without metadata, or a video with its index
  /// first.
  std::optional<DerivedFile> rewritten;
  bool operator==(const MediaDerivatives&) const = default;
};

struct Media {
  std::string path;
  PosterChoice choice;
  base::Hash128 content_hash;
  MediaFacts facts;
  /// Of sounds, and of videos with sound.
  std::optional<SoundFacts> sound;
  /// Of videos.
  std::optional<Inspection> inspection;
  MediaDerivatives derivatives;
  /// Could not be read whole: show a neutral card. Facts hold what is known.
  bool damaged = false;
  bool operator==(const Media&) const = default;
};

/// What a site wants to have derived beside posters.
struct MediaSettings {
  bool storyboard = true;
  /// Short moving pictures for cards.
  bool preview = false;
  bool avif = false;
  /// MP4 files whose index comes last are published as a copy with the index first.
  bool faststart = false;
};

/// A picture for sharing that was drawn for a page.
struct SharePicture {
  std::string address;  // of the page
  PictureFile file;
};

/// All media of the site, sorted by path and choice.
struct MediaLibrary {
  std::vector<Media> items;
  std::vector<SharePicture> share_pictures;  // sorted by address

  /// Nothing when none was drawn for the page at this address.
  const PictureFile* find_share_picture(std::string_view address) const {
    const auto found = std::lower_bound(
        share_pictures.begin(), share_pictures.end(), address,
        [](const SharePicture& known, std::string_view wanted) { return known.address < wanted; });
    return found != share_pictures.end() && found->address == address ? &found->file : nullptr;
  }

  /// Any item of the file, whatever its poster; nothing when it was in no job.
  const Media* find_file(std::string_view path) const {
    const auto found = std::lower_bound(
        items.begin(), items.end(), path,
        [](const Media& item, std::string_view wanted) { return item.path < wanted; });
    return found != items.end() && found->path == path ? &*found : nullptr;
  }

  /// Nothing when the file was in no job.
  const Media* find(std::string_view path, const PosterChoice& choice = {}) const {
    const auto before = [&](const Media& item, std::string_view wanted) {
      return item.path != wanted ? item.path < wanted : item.choice < choice;
    };
    const auto found = std::lower_bound(items.begin(), items.end(), path, before);
    const bool same = found != items.end() && found->path == path && found->choice == choice;
    return same ? &*found : nullptr;
  }
};

}  // namespace kepu::model
