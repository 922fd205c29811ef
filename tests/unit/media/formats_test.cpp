// What files really contain, as tables: facts against ffprobe's, posters against pictures that
// ffmpeg makes of the same moment, and for each kind of broken file exactly one diagnostic. The
// files are made by tests/support/make_format_clips.py, which says what is special about each.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <map>

#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

const std::string& formats_folder() {
  static const std::string folder = made_by("make_format_clips.py", "test-formats");
  return folder;
}

std::string file_of(const std::string& name) {
  return formats_folder() + "/" + name;
}

/// What ffprobe says of a file: "streams.stream.0.codec_name" and the like, by its flat writer.
class Probe {
 public:
  explicit Probe(const std::string& name) {
    const std::string output = output_of("ffprobe -v error -show_streams -show_format -of flat " +
                                         shell_word(file_of(name)));
    for (std::size_t begin = 0; begin < output.size();) {
      const std::size_t end = std::min(output.find('\n', begin), output.size());
      const std::string line = output.substr(begin, end - begin);
      const std::size_t equals = line.find('=');
      std::string value = line.substr(equals + 1);
      if (value.size() >= 2 && value.front() == '"') value = value.substr(1, value.size() - 2);
      values_[line.substr(0, equals)] = value;
      begin = end + 1;
    }
    for (int i = 0; i < 4; ++i) {
      const std::string stream = "streams.stream." + std::to_string(i) + ".";
      const std::string type = text(stream + "codec_type");
      const bool cover = text(stream + "disposition.attached_pic") == "1";
      if (type == "video" && !cover && video_.empty()) video_ = stream;
      if (type == "audio" && audio_.empty()) audio_ = stream;
    }
  }

  bool has_video() const { return !video_.empty(); }
  bool has_audio() const { return !audio_.empty(); }
  std::string video(const std::string& key) const { return text(video_ + key); }
  std::string audio(const std::string& key) const { return text(audio_ + key); }
  std::string text(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? "" : found->second;
  }
  double seconds(const std::string& key) const { return std::atof(text(key).c_str()); }
  int rotation() const {
    for (const auto& [key, value] : values_)
      if (key.starts_with(video_) && key.ends_with(".rotation")) return std::atoi(value.c_str());
    return 0;
  }

 private:
  std::map<std::string, std::string> values_;
  std::string video_;
  std::string audio_;
};

/// "16:15" or "25/1".
double ratio(const std::string& text) {
  const std::size_t middle = text.find_first_of(":/");
  if (middle == std::string::npos) return 0;
  const double denominator = std::atof(text.c_str() + middle + 1);
  return denominator == 0 ? 0 : std::atof(text.c_str()) / denominator;
}

/// Rows of bytes, 0 black … 255 white.
struct Gray {
  int width = 0;
  int height = 0;
  std::vector<double> samples;
};

Gray gray_of(const Pixels& pixels) {
  Gray gray{pixels.width, pixels.height, {}};
  for (const Rgb& pixel : pixels.pixels)
    gray.samples.push_back(0.299 * pixel.red + 0.587 * pixel.green + 0.114 * pixel.blue);
  return gray;
}

/// Mean structural similarity (Wang et al. 2004) over windows of 8 × 8, four apart.
double similarity(const Gray& a, const Gray& b) {
  REQUIRE(a.width == b.width);
  REQUIRE(a.height == b.height);
  constexpr int kWindow = 8;
  constexpr double kC1 = 0.01 * 255 * 0.01 * 255;
  constexpr double kC2 = 0.03 * 255 * 0.03 * 255;
  double sum = 0;
  int windows = 0;
  for (int top = 0; top + kWindow <= a.height; top += 4) {
    for (int left = 0; left + kWindow <= a.width; left += 4) {
      double mean_a = 0, mean_b = 0, square_a = 0, square_b = 0, product = 0;
      for (int y = top; y < top + kWindow; ++y) {
        for (int x = left; x < left + kWindow; ++x) {
          const auto at = static_cast<std::size_t>(y * a.width + x);
          mean_a += a.samples[at];
          mean_b += b.samples[at];
          square_a += a.samples[at] * a.samples[at];
          square_b += b.samples[at] * b.samples[at];
          product += a.samples[at] * b.samples[at];
        }
      }
      constexpr double kCount = kWindow * kWindow;
      mean_a /= kCount;
      mean_b /= kCount;
      const double variance_a = square_a / kCount - mean_a * mean_a;
      const double variance_b = square_b / kCount - mean_b * mean_b;
      const double covariance = product / kCount - mean_a * mean_b;
      sum += (2 * mean_a * mean_b + kC1) * (2 * covariance + kC2) /
             ((mean_a * mean_a + mean_b * mean_b + kC1) * (variance_a + variance_b + kC2));
      ++windows;
    }
  }
  return sum / windows;
}

/// What ffmpeg shows of a file at a time, in a given size.
Pixels reference_picture(const std::string& name, double seconds, const std::string& filters,
                         int width, int height) {
  const std::string size = std::to_string(width) + ":" + std::to_string(height);
  return decode_with("-i " + shell_word(file_of(name)) + " -map 0:v:0 -vsync passthrough -ss " +
                         std::to_string(seconds) + " -frames:v 1 -vf " +
                         shell_word(filters + "scale=" + size + ":flags=area,setsar=1"),
                     width, height);
}

struct Row {
  std::string name;
  std::string container;
  /// Where ffprobe cannot know: it reads no live recording to its end.
  int duration_ms = 0;
  /// What ffmpeg 5.1 does not do by itself before it shows a frame.
  std::string filters;
  /// Another clip of the same pictures that looks as this one should.
  std::string looks_like;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      // Shapes.
      {"upright.mp4", "mp4"},
      {"turned-90.mp4", "mp4"},
      {"turned-180.mp4", "mp4"},
      {"turned-270.mp4", "mp4"},
      {"turned.mov", "mp4"},
      {"mirrored-x.mp4", "mp4", 0, "hflip,", "upright.mp4"},
      {"mirrored-y.mp4", "mp4", 0, "vflip,", "upright.mp4"},
      {"mirrored-turned.mp4", "mp4", 0, "transpose=cclock_flip,", "upright.mp4"},
      {"pal-4-3.mp4", "mp4"},
      {"pal-16-9.mp4", "mp4"},
      {"narrow-pixels.mp4", "mp4"},
      {"pal-turned.mp4", "mp4"},
      {"portrait.mp4", "mp4"},
      {"dv.avi", "avi"},
      // Depths and colours.
      {"ten-bit-h264.mp4", "mp4"},
      {"ten-bit-hevc.mp4", "mp4"},
      {"ten-bit-vp9.webm", "webm"},
      {"full-chroma.mp4", "mp4"},
      {"full-range.mp4", "mp4"},
      {"pq.mp4", "mp4", 0, "", "tone-mapped-reference.mp4"},
      {"hlg.mp4", "mp4", 0, "", "tone-mapped-reference.mp4"},
      // Times.
      {"variable-rate.mp4", "mp4"},
      {"variable-rate.mkv", "matroska"},
      {"picture-late.mp4", "mp4"},
      {"sound-late.mp4", "mp4"},
      {"sound-late.mkv", "matroska"},
      {"frames-reordered.mp4", "mp4"},
      {"edit-list.mp4", "mp4"},
      {"no-edit-list.mp4", "mp4"},
      {"starts-late.ts", "mpegts"},
      {"starts-late.mkv", "matroska"},
      {"one-frame.mp4", "mp4"},
      {"one-frame.webm", "webm"},
      {"sub-second.mp4", "mp4"},
      {"live.webm", "webm", 1000},
      {"live.mkv", "matroska", 1023},
      {"live.flv", "flv", 1000},
      // Containers and codecs.
      {"plain.mp4", "mp4"},
      {"fragmented.mp4", "mp4"},
      {"plain.mov", "mp4"},
      {"plain.mkv", "matroska"},
      {"plain.ts", "mpegts"},
      {"plain.flv", "flv"},
      {"vp8.webm", "webm"},
      {"vp9.webm", "webm"},
      {"av1.mp4", "mp4"},
      {"av1.webm", "webm"},
      {"hevc.mp4", "mp4"},
      {"mpeg4.avi", "avi"},
      {"theora.ogv", "ogg"},
      {"prores.mov", "mp4"},
      {"mjpeg.mov", "mp4"},
      {"mpeg2.mpg", "mpeg"},
      {"windows.wmv", "asf"},
      // Sounds.
      {"variable.mp3", "mp3"},
      {"constant.mp3", "mp3"},
      {"no-length.mp3", "mp3"},
      {"variable-no-length.mp3", "mp3", 2038},
      {"float.wav", "wav"},
      {"24-bit.wav", "wav"},
      {"8-bit.wav", "wav"},
      {"stereo.wav", "wav"},
      {"plain.flac", "flac"},
      {"plain.ogg", "ogg"},
      {"plain.opus", "ogg"},
      {"plain.m4a", "mp4"},
      {"plain.aac", "aac", 2020},
      {"plain.aiff", "aiff"},
      {"live.wav", "wav", 2000},
      {"silent.flac", "flac"},
      {"clipped.wav", "wav"},
      {"covered.mp3", "mp3"},
      {"covered.m4a", "mp4"},
      {"covered.flac", "flac"},
  };
  return table;
}

Run derive_format(const std::string& name) {
  const TemporaryFolder cache;
  return derive({job(name)}, {.site = formats_folder(), .cache = cache.path()});
}

void compare_video(const model::MediaFacts& facts, const Probe& probe) {
  CHECK(facts.kind == model::MediaKind::Video);
  CHECK(facts.video_codec == probe.video("codec_name"));
  CHECK(facts.pixel_format == probe.video("pix_fmt"));
  const int width = std::atoi(probe.video("width").c_str());
  const int height = std::atoi(probe.video("height").c_str());
  const double aspect = ratio(probe.video("sample_aspect_ratio"));
  int seen_width = static_cast<int>(std::lround(width * (aspect > 0 ? aspect : 1)));
  int seen_height = height;
  if (probe.rotation() % 180 != 0) std::swap(seen_width, seen_height);
  CHECK(facts.coded_width_px == width);
  CHECK(facts.coded_height_px == height);
  CHECK(facts.width_px == seen_width);
  CHECK(facts.height_px == seen_height);
  const double rate =
      static_cast<double>(facts.frame_rate.numerator) / facts.frame_rate.denominator;
  // One frame has no rate.
  const double average = ratio(probe.video("avg_frame_rate"));
  if (facts.duration_ms > 100)
    CHECK(rate == Approx(average > 0 ? average : ratio(probe.video("r_frame_rate"))).epsilon(0.03));
  const std::string transfer = probe.video("color_transfer");
  CHECK(facts.high_dynamic_range == (transfer == "smpte2084" || transfer == "arib-std-b67"));
}

}  // namespace

TEST_CASE("facts of every kind of file are those of ffprobe") {
  const Row row = GENERATE(from_range(rows()));
  INFO(row.name);
  const Run run = derive_format(row.name);
  REQUIRE(run.codes().empty());
  const model::MediaFacts& facts = run.library.items.at(0).facts;
  CHECK_FALSE(run.library.items[0].damaged);
  const Probe probe(row.name);
  CHECK(facts.container == row.container);
  const double expected_ms =
      row.duration_ms > 0 ? row.duration_ms : 1000 * probe.seconds("format.duration");
  CHECK(std::abs(static_cast<double>(facts.duration_ms) - expected_ms) <= 50);
  if (probe.has_video()) {
    compare_video(facts, probe);
  } else {
    CHECK(facts.kind == model::MediaKind::Audio);
  }
  CHECK(facts.has_audio == probe.has_audio());
  if (!probe.has_audio()) return;
  if (probe.has_video()) {
    const double offset = 1000 * (std::atof(probe.audio("start_time").c_str()) -
                                  std::atof(probe.video("start_time").c_str()));
    CHECK(std::abs(static_cast<double>(facts.audio_offset_ms) - offset) <= 30);
  }
  CHECK(facts.audio_codec == probe.audio("codec_name"));
  CHECK(std::to_string(facts.sample_rate_hz) == probe.audio("sample_rate"));
  CHECK(std::to_string(facts.channels) == probe.audio("channels"));
}

TEST_CASE("posters of every kind of file look as ffmpeg shows that moment") {
  const Row row = GENERATE(from_range(rows()));
  INFO(row.name);
  const TemporaryFolder cache;
  const Run run = derive({job(row.name)}, {.site = formats_folder(), .cache = cache.path()});
  const model::Media& media = run.library.items.at(0);
  if (media.facts.kind != model::MediaKind::Video) return;
  REQUIRE_FALSE(media.derivatives.posters.empty());
  const model::PictureFile& poster = media.derivatives.posters.back();
  CHECK(poster.width_px == media.facts.width_px);
  CHECK(poster.height_px == media.facts.height_px);
  // ffmpeg rounds times to whole frames, of which there are 25 in a second.
  const double seconds = std::max(
      0.0,
      std::floor(static_cast<double>(media.derivatives.poster_time_ms) * 0.025 + 0.1) / 25 - 0.005);
  const Pixels reference =
      reference_picture(row.looks_like.empty() ? row.name : row.looks_like, seconds, row.filters,
                        poster.width_px, poster.height_px);
  const double found = similarity(gray_of(decode(poster)), gray_of(reference));
  INFO("at " << media.derivatives.poster_time_ms << " ms, similarity " << found);
  CHECK(found >= 0.9);
}

namespace {

struct Fault {
  std::string name;
  std::string code;
  /// What can be shown is shown, with a warning.
  bool usable = false;
};

const std::vector<Fault>& faults() {
  static const std::vector<Fault> table = {
      {"zero.mp4", "media.empty"},
      {"text.mp4", "media.not-media"},
      {"archive.mp4", "media.not-media"},
      {"cut-index-first.mp4", "media.truncated"},
      {"cut-index-last.mp4", "media.truncated"},
      {"cut-fragment.mp4", "media.truncated"},
      {"cut.mkv", "media.truncated"},
      {"cut.webm", "media.truncated"},
      {"cut.avi", "media.truncated"},
      {"cut.flv", "media.truncated"},
      {"cut.ts", "media.ragged-end", true},
      {"cut.ogv", "media.truncated"},
      {"cut.flac", "media.truncated"},
      {"cut.wav", "media.truncated"},
      {"cut.aiff", "media.truncated"},
      {"cut.mp3", "media.truncated"},
      {"cut-no-length.mp3", "media.ragged-end", true},
      {"cut.m4a", "media.truncated"},
      {"cut-in-box.m4a", "media.truncated"},
      {"stopped.opus", "media.ragged-end", true},
      {"cut.aac", "media.ragged-end", true},
      {"cut.ogg", "media.truncated"},
      {"cut.opus", "media.truncated"},
      {"damaged-sizes.mp4", "media.damaged"},
      {"damaged-places.mp4", "media.damaged"},
      {"flipped.mp4", "media.partly-damaged", true},
      {"flipped.flac", "media.partly-damaged", true},
  };
  return table;
}

}  // namespace

TEST_CASE("every kind of broken file has exactly one diagnostic") {
  const Fault fault = GENERATE(from_range(faults()));
  INFO(fault.name);
  const Run run = derive_format(fault.name);
  CHECK(run.codes() == fault.code);
  REQUIRE(run.library.items.size() == 1);
  const model::Media& media = run.library.items[0];
  CHECK(media.damaged == !fault.usable);
  if (!fault.usable) {
    CHECK(media.derivatives.posters.empty());
    CHECK_FALSE(media.derivatives.waveform.has_value());
  }
}

TEST_CASE("broken files of every kind do not stop the others") {
  const TemporaryFolder cache;
  std::vector<MediaJob> jobs;
  for (const Fault& fault : faults()) jobs.push_back(job(fault.name));
  jobs.push_back(job("plain.mp4"));
  jobs.push_back(job("constant.mp3"));
  const Run run = derive(jobs, {.site = formats_folder(), .cache = cache.path()});
  CHECK(run.diagnostics.items().size() == faults().size());
  CHECK_FALSE(run.library.find("plain.mp4")->derivatives.posters.empty());
  CHECK(run.library.find("constant.mp3")->derivatives.waveform.has_value());
}

}  // namespace kepu::media::test
