// WebVTT (https://www.w3.org/TR/webvtt1/): blocks parted by blank lines. Headers, NOTE, STYLE and
// REGION are passed over, settings of cues dropped.
#include <optional>

#include "captions/codes.h"
#include "captions/parsing.h"

namespace kepu::captions {

namespace {

// "NOTE", "NOTE …", but not "NOTEBOOK".
bool begins_with_word(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  return line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t';
}

bool is_passed_over(std::string_view line) {
  return begins_with_word(line, "NOTE") || begins_with_word(line, "STYLE") ||
         begins_with_word(line, "REGION");
}

class VttParser {
 public:
  explicit VttParser(Parsing& parsing) : parsing_(parsing) {}

  void run() {
    LineReader lines(parsing_.text());
    // The header goes on until a blank line, or a time line that should have stood behind one.
    block_ = Block::PassedOver;
    while (lines.next() && !parsing_.is_full()) {
      if (is_blank_line(lines.line())) {
        finish_block(lines.offset());
        block_ = Block::None;
      } else if (looks_like_time_line(lines.line()) && !in_comment_) {
        finish_block(lines.offset());
        start_cue(lines);
      } else if (block_ == Block::None) {
        start_block(lines);
      }
    }
    if (!parsing_.is_full()) finish_block(parsing_.text().size());
  }

 private:
  enum class Block { None, PassedOver, Identifier, Cue };

  void start_block(const LineReader& lines) {
    in_comment_ = begins_with_word(lines.line(), "NOTE");
    block_ = is_passed_over(lines.line()) ? Block::PassedOver : Block::Identifier;
    identifier_ = lines.stretch();
  }

  void start_cue(const LineReader& lines) {
    block_ = Block::Cue;
    time_ = lines.stretch();
    text_begin_ = lines.offset() + lines.line().size() + 1;
    range_ = read_time_line(lines.line());
    if (range_) return;
    parsing_.add_error(
        codes::kTimeMalformed, lines.stretch(),
        {{"text", std::string(trimmed_line(lines.line()))}, {"example", std::string(kVttExample)}});
  }

  void finish_block(std::size_t end) {
    in_comment_ = false;
    if (block_ == Block::Identifier && end > identifier_.offset) finish_identifier(end);
    if (block_ != Block::Cue || !range_) return;
    const std::size_t begin = std::min(text_begin_, end);
    parsing_.add(*range_, vtt_text(parsing_.text().substr(begin, end - begin)), time_);
    range_.reset();
  }

  // A line before a time line names the cue; a block without one is lost text.
  void finish_identifier(std::size_t end) {
    const std::string_view rest = parsing_.text().substr(end);
    const bool cue_follows = !rest.empty() && !rest.starts_with('\n') &&
                             looks_like_time_line(rest.substr(0, rest.find('\n')));
    if (!cue_follows) parsing_.add_text_outside(identifier_);
  }

  Parsing& parsing_;
  Block block_ = Block::None;
  bool in_comment_ = false;
  Stretch identifier_;
  std::optional<TimeRange> range_;
  Stretch time_;
  std::size_t text_begin_ = 0;
};

}  // namespace

void parse_vtt(Parsing& parsing) {
  VttParser(parsing).run();
}

}  // namespace kepu::captions
