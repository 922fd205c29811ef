#include "cli/media_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Bilingual;
using base::Language;
using nlohmann::ordered_json;

constexpr Bilingual kVideo{"视频", "video"};
constexpr Bilingual kAudio{"音频", "sound"};
constexpr Bilingual kPicture{"图片", "picture"};
constexpr Bilingual kDamaged{"不能用", "unusable"};
constexpr Bilingual kPosterOf{"图片", "picture"};
constexpr Bilingual kTotals{
    "共 {files} 个媒体文件（视频 {videos}、音频 {sounds}、图片 "
    "{pictures}），{size}，视频和音频时长 "
    "{length}。",
    "{files} media files ({videos} videos, {sounds} sounds, {pictures} pictures), {size}, videos "
    "and "
    "sounds last {length}."};

/// How far a file plays in the browsers that people use.
enum class Plays { Everywhere, Somewhere, Nowhere };

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Plays video_plays(const model::MediaFacts& facts) {
  const bool in_mp4 = facts.container == "mp4";
  const bool in_webm = facts.container == "webm";
  const bool usual_pixels = is_one_of(facts.pixel_format, {"yuv420p", "yuvj420p"});
  const bool mp4_sound = !facts.has_audio || is_one_of(facts.audio_codec, {"aac", "mp3"});
  const bool webm_sound = !facts.has_audio || is_one_of(facts.audio_codec, {"opus", "vorbis"});
  if (in_mp4 && facts.video_codec == "h264" && usual_pixels && mp4_sound) return Plays::Everywhere;
  if (in_webm && is_one_of(facts.video_codec, {"vp8", "vp9"}) && usual_pixels && webm_sound)
    return Plays::Everywhere;
  const bool known = is_one_of(facts.video_codec, {"h264", "hevc", "av1", "vp8", "vp9"});
  return known && (in_mp4 || in_webm) ? Plays::Somewhere : Plays::Nowhere;
}

Plays sound_plays(const model::MediaFacts& facts) {
  if (is_one_of(facts.container, {"mp3", "aac", "flac"})) return Plays::Everywhere;
  if (facts.container == "mp4")
    return is_one_of(facts.audio_codec, {"aac", "mp3"}) ? Plays::Everywhere : Plays::Somewhere;
  if (facts.container == "wav")
    return is_one_of(facts.audio_codec, {"pcm_s16le", "pcm_u8"}) ? Plays::Everywhere
                                                                 : Plays::Somewhere;
  return is_one_of(facts.container, {"ogg", "webm"}) ? Plays::Somewhere : Plays::Nowhere;
}

Plays plays(const model::MediaFacts& facts) {
  if (facts.kind == model::MediaKind::Video) return video_plays(facts);
  if (facts.kind == model::MediaKind::Audio) return sound_plays(facts);
  return Plays::Everywhere;
}

Bilingual words_of(Plays plays) {
  switch (plays) {
    case Plays::Everywhere:
      return {"各浏览器", "everywhere"};
    case Plays::Somewhere:
      return {"部分浏览器", "some browsers"};
    case Plays::Nowhere:
      return {"浏览器放不了", "no browser"};
  }
  return {};
}

Bilingual words_of(model::MediaKind kind) {
  switch (kind) {
    case model::MediaKind::Video:
      return kVideo;
    case model::MediaKind::Audio:
      return kAudio;
    case model::MediaKind::Picture:
      return kPicture;
  }
  return {};
}

const char* key_of(model::MediaKind kind) {
  switch (kind) {
    case model::MediaKind::Video:
      return "video";
    case model::MediaKind::Audio:
      return "audio";
    case model::MediaKind::Picture:
      return "picture";
  }
  return "";
}

const char* key_of(Plays plays) {
  switch (plays) {
    case Plays::Everywhere:
      return "everywhere";
    case Plays::Somewhere:
      return "somewhere";
    case Plays::Nowhere:
      return "nowhere";
  }
  return "";
}

constexpr std::size_t kColumns = 8;
using Row = std::array<std::string, kColumns>;
// Length, picture size and bytes read best from the right.
constexpr std::array<bool, kColumns> kNumbers{false, false, true, true, false, true, true, false};

constexpr std::array<Bilingual, kColumns> kHeadings{{{"文件", "file"},
                                                     {"类型", "kind"},
                                                     {"时长", "length"},
                                                     {"画面", "size"},
                                                     {"编码", "codecs"},
                                                     {"大小", "bytes"},
                                                     {"封面", "poster"},
                                                     {"播放", "plays in"}}};

std::string codecs_text(const model::MediaFacts& facts) {
  std::string text = facts.container;
  for (const std::string& codec : {facts.video_codec, facts.audio_codec})
    if (!codec.empty() && codec != facts.container) text += " " + codec;
  return text;
}

Row row_of(const model::Media& media, Language language) {
  const model::MediaFacts& facts = media.facts;
  Row row;
  row[0] = media.path;
  row[1] = in(language, media.damaged ? kDamaged : words_of(facts.kind));
  if (facts.duration_ms > 0) row[2] = time_text(facts.duration_ms);
  if (facts.width_px > 0) row[3] = fmt::format("{}×{}", facts.width_px, facts.height_px);
  row[4] = codecs_text(facts);
  row[5] = bytes_text(facts.file_size);
  if (media.damaged) return row;
  if (!media.choice.picture.empty()) {
    row[6] = in(language, kPosterOf);
  } else if (facts.kind == model::MediaKind::Video) {
    row[6] = time_text(media.derivatives.poster_time_ms);
  }
  row[7] = in(language, words_of(plays(facts)));
  return row;
}

double seconds(std::int64_t time_ms) {
  return static_cast<double>(time_ms) / 1000;
}

ordered_json spans_json(const std::vector<model::TimeSpan>& spans) {
  ordered_json list = ordered_json::array();
  for (const model::TimeSpan& span : spans)
    list.push_back({seconds(span.begin_ms), seconds(span.end_ms)});
  return list;
}

void add_facts(ordered_json& object, const model::MediaFacts& facts) {
  object["container"] = facts.container;
  object["video_codec"] = facts.video_codec;
  object["audio_codec"] = facts.audio_codec;
  object["pixel_format"] = facts.pixel_format;
  object["duration_s"] = seconds(facts.duration_ms);
  object["width_px"] = facts.width_px;
  object["height_px"] = facts.height_px;
  object["rotation_degrees"] = facts.rotation_degrees;
  object["frame_rate"] =
      fmt::format("{}/{}", facts.frame_rate.numerator, facts.frame_rate.denominator);
  object["sample_rate_hz"] = facts.sample_rate_hz;
  object["channels"] = facts.channels;
  object["bit_rate_bps"] = facts.bit_rate_bps;
  object["audio_offset_ms"] = facts.audio_offset_ms;
  object["high_dynamic_range"] = facts.high_dynamic_range;
  if (facts.index_first) object["index_first"] = *facts.index_first;
  object["plays"] = key_of(plays(facts));
}

void add_findings(ordered_json& object, const model::Media& media) {
  if (media.sound) {
    object["loudness_lufs"] = media.sound->loudness_lufs;
    object["true_peak_dbtp"] = media.sound->true_peak_dbtp;
    object["silent"] = spans_json(media.sound->silent);
  }
  if (media.inspection) {
    object["black"] = spans_json(media.inspection->black);
    object["still"] = spans_json(media.inspection->still);
  }
}

void add_derivatives(ordered_json& object, const model::Media& media) {
  const model::MediaDerivatives& made = media.derivatives;
  if (!media.choice.picture.empty()) {
    object["poster_picture"] = media.choice.picture;
  } else if (media.facts.kind == model::MediaKind::Video) {
    object["poster_time_s"] = seconds(made.poster_time_ms);
  }
  object["posters"] = made.posters.size();
  object["sizes"] = made.sizes.size();
  object["storyboard_tiles"] = made.storyboard ? made.storyboard->tiles.size() : 0;
  object["waveform"] = made.waveform.has_value();
  object["preview"] = made.preview.has_value();
  object["rewritten"] = made.rewritten.has_value();
}

ordered_json to_json(const model::Media& media) {
  ordered_json object;
  object["path"] = media.path;
  object["kind"] = key_of(media.facts.kind);
  object["damaged"] = media.damaged;
  object["bytes"] = media.facts.file_size;
  object["content_hash"] = base::to_hex(media.content_hash);
  add_facts(object, media.facts);
  if (media.damaged) return object;
  add_findings(object, media);
  add_derivatives(object, media);
  return object;
}

}  // namespace

std::size_t cells_of(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t at = 0; at < text.size();)
    cells += static_cast<std::size_t>(base::cell_width(base::next_code_point(text, at)));
  return cells;
}

std::string padded(std::string_view text, std::size_t cells, bool is_number) {
  const std::string blanks(cells - std::min(cells, cells_of(text)), ' ');
  return is_number ? blanks + std::string(text) : std::string(text) + blanks;
}

std::string time_text(std::int64_t time_ms) {
  const std::int64_t whole_s = time_ms / 1000;
  if (whole_s >= 3600)
    return fmt::format("{}:{:02}:{:02}", whole_s / 3600, whole_s / 60 % 60, whole_s % 60);
  if (whole_s >= 60) return fmt::format("{}:{:02}", whole_s / 60, whole_s % 60);
  return fmt::format("0:{:02}.{}", whole_s, time_ms % 1000 / 100);
}

std::string bytes_text(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  auto value = static_cast<double>(bytes) / 1000;
  const char* unit = "kB";
  for (const char* larger : {"MB", "GB", "TB"}) {
    if (value < 1000) break;
    value /= 1000;
    unit = larger;
  }
  return fmt::format("{:.1f} {}", value, unit);
}

std::string media_table(const model::MediaLibrary& library, Language language) {
  if (library.items.empty()) return {};
  std::vector<Row> rows(1);
  for (std::size_t i = 0; i < kColumns; ++i) rows[0][i] = in(language, kHeadings[i]);
  for (const model::Media& media : library.items) rows.push_back(row_of(media, language));
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], cells_of(row[i]));
  std::string table;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < kColumns; ++i)
      line += (i == 0 ? "" : "  ") + padded(row[i], widths[i], kNumbers[i]);
    line.resize(line.find_last_not_of(' ') + 1);
    table += line + "\n";
  }
  return table;
}

std::string media_totals(const model::MediaLibrary& library, Language language) {
  std::array<std::size_t, 3> kinds{};
  std::uint64_t bytes = 0;
  std::int64_t duration_ms = 0;
  std::size_t files = 0;
  std::string_view last;
  for (const model::Media& media : library.items) {
    // A file with several posters is still one file.
    if (media.path == last) continue;
    last = media.path;
    ++files;
    ++kinds.at(static_cast<std::size_t>(media.facts.kind));
    bytes += media.facts.file_size;
    duration_ms += media.facts.duration_ms;
  }
  const std::vector<base::Argument> values{
      {"files", std::to_string(files)},     {"videos", std::to_string(kinds[0])},
      {"sounds", std::to_string(kinds[1])}, {"pictures", std::to_string(kinds[2])},
      {"size", bytes_text(bytes)},          {"length", time_text(duration_ms)}};
  return fill(kTotals, language, values);
}

std::string media_files_json(const model::MediaLibrary& library) {
  ordered_json list = ordered_json::array();
  for (const model::Media& media : library.items) list.push_back(to_json(media));
  return list.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace kepu::cli
