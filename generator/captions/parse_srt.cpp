// SubRip: a number, a time line, text, a blank line. The number may be missing, and blank lines may
// stand inside a text: everything up to the next time line (and its number) belongs to the cue.
#include <algorithm>
#include <optional>

#include "captions/codes.h"
#include "captions/parsing.h"

namespace kepu::captions {

namespace {

bool is_number(std::string_view line) {
  const std::string_view text = trimmed_line(line);
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class SrtParser {
 public:
  explicit SrtParser(Parsing& parsing) : parsing_(parsing) {}

  void run() {
    LineReader lines(parsing_.text());
    while (lines.next() && !parsing_.is_full()) {
      if (looks_like_time_line(lines.line())) {
        finish_cue(number_ ? number_->offset : lines.offset());
        start_cue(lines);
      } else {
        add_line(lines);
      }
    }
    if (!parsing_.is_full()) finish_cue(parsing_.text().size());
  }

 private:
  void start_cue(const LineReader& lines) {
    range_ = read_time_line(lines.line());
    if (!range_) {
      parsing_.add_error(codes::kTimeMalformed, lines.stretch(),
                         {{"text", std::string(trimmed_line(lines.line()))},
                          {"example", std::string(kSrtExample)}});
    }
    time_ = lines.stretch();
    text_begin_ = lines.offset() + lines.line().size() + 1;
    has_time_line_ = true;
    number_.reset();
    after_blank_ = false;
  }

  // A number is one of a cue when it stands alone before a time line: behind a blank line, or at
  // the very beginning.
  void add_line(const LineReader& lines) {
    if (is_blank_line(lines.line())) {
      after_blank_ = true;
      return;
    }
    number_.reset();
    if (is_number(lines.line()) && after_blank_) number_ = lines.stretch();
    after_blank_ = false;
    if (!has_time_line_ && !number_) parsing_.add_text_outside(lines.stretch());
  }

  void finish_cue(std::size_t text_end) {
    if (!range_) return;
    const std::size_t begin = std::min(text_begin_, parsing_.text().size());
    const std::size_t end = std::max(begin, text_end);
    parsing_.add(*range_, srt_text(parsing_.text().substr(begin, end - begin)), time_);
  }

  Parsing& parsing_;
  std::optional<TimeRange> range_;  // of the cue being read; nothing when its time line is wrong
  Stretch time_;
  std::size_t text_begin_ = 0;
  std::optional<Stretch> number_;  // the last line that is not blank, if it may be a cue's number
  bool has_time_line_ = false;
  bool after_blank_ = true;
};

}  // namespace

void parse_srt(Parsing& parsing) {
  SrtParser(parsing).run();
}

}  // namespace kepu::captions
