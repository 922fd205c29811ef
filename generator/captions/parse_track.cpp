#include "captions/parse_track.h"

#include <string_view>
#include <utility>

#include "base/encoding.h"
#include "base/utf8.h"
#include "captions/codes.h"

namespace kepu::captions {

namespace {

enum class Format { Srt, Vtt, Ass, Unknown };

// What decides comes early in a file; what is no subtitle at all need not be read to its end.
constexpr std::size_t kLinesLookedAt = 4000;

bool begins_like_vtt(std::string_view text) {
  constexpr std::string_view kMark = "WEBVTT";
  if (!text.starts_with(kMark)) return false;
  return text.size() == kMark.size() ||
         std::string_view(" \t\n").find(text[kMark.size()]) != std::string_view::npos;
}

bool begins_like_ass(std::string_view line) {
  return line.starts_with("[Script Info]") || line.starts_with("[Events]") ||
         line.starts_with("[V4 Styles]") || line.starts_with("[V4+ Styles]");
}

Format format_of(std::string_view text) {
  if (begins_like_vtt(text)) return Format::Vtt;
  LineReader lines(text);
  for (std::size_t count = 0; count < kLinesLookedAt && lines.next(); ++count) {
    const std::string_view line = trimmed_line(lines.line());
    if (begins_like_ass(line)) return Format::Ass;
    if (looks_like_time_line(line)) return Format::Srt;
  }
  return Format::Unknown;
}

base::SourceFile decode(const std::string& path, std::string bytes,
                        base::Diagnostics& diagnostics) {
  // The first byte that is no UTF-8 tells where to look, in case it is nothing else either.
  const auto invalid = base::first_invalid_utf8(bytes);
  const std::string readable = invalid ? bytes.substr(0, *invalid) : "";
  auto decoded = base::decode_text_or_utf16(std::move(bytes));
  if (decoded) return {path, std::move(decoded->text)};
  const base::SourceFile before(path, readable);
  diagnostics.add(codes::kEncoding, before.place(readable.size()));
  return {path, ""};
}

}  // namespace

ParsedTrack parse_track(const std::string& path, std::string bytes,
                        base::Diagnostics& diagnostics) {
  const base::Place whole{path, {}, 1};
  if (bytes.size() > kMaxSubtitleBytes) {
    diagnostics.add(
        codes::kTooLarge, whole,
        {{"size", std::to_string(bytes.size())}, {"limit", std::to_string(kMaxSubtitleBytes)}});
    return {{path, ""}, {}};
  }
  const bool is_empty = bytes.empty();
  ParsedTrack track{decode(path, std::move(bytes), diagnostics), {}};
  if (track.source.text().empty() && !is_empty) return track;
  Parsing parsing(track.source, diagnostics);
  switch (format_of(track.source.text())) {
    case Format::Vtt:
      parse_vtt(parsing);
      track.cues = parsing.finish(true, kVttExample);
      break;
    case Format::Srt:
      parse_srt(parsing);
      track.cues = parsing.finish(true, kSrtExample);
      break;
    case Format::Ass:
      // Editors of ASS sort by layer and style as they like; players sort by time.
      parse_ass(parsing);
      track.cues = parsing.finish(false, kAssExample);
      break;
    case Format::Unknown:
      diagnostics.add(codes::kNotSubtitles, whole);
  }
  return track;
}

}  // namespace kepu::captions
