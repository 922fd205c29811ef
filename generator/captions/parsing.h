// What the three parsers share: the growing list of cues of one file and its findings. Used by one
// task only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "captions/cue_text.h"
#include "captions/cue_time.h"
#include "model/cues.h"

namespace kepu::captions {

inline constexpr std::size_t kMaxCues = 20'000;
/// Errors that are told of one file; what is wrong a hundred times is wrong for one reason.
inline constexpr std::size_t kMaxErrors = 20;

/// A stretch of the source text.
struct Stretch {
  std::size_t offset = 0;
  std::size_t length = 1;
};

struct ParsedCue {
  model::Cue cue;
  Stretch time;  // where the file says when
};

/// Things that are told once for a file, with their number and the first place.
struct Tally {
  std::size_t count = 0;
  Stretch first;
  void add(Stretch where) {
    if (count++ == 0) first = where;
  }
};

class Parsing {
 public:
  Parsing(const base::SourceFile& source, base::Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  std::string_view text() const { return source_.text(); }

  /// Judges times and text; keeps what can be shown. `may_be_empty`: without a text it is no
  /// mistake.
  void add(TimeRange range, CueText text, Stretch time, bool may_be_empty = false);
  void add_error(const base::DiagnosticCode& code, Stretch where,
                 std::vector<base::Argument> arguments);
  void add_text_outside(Stretch where) { text_outside_.add(where); }
  /// No more is worth reading: too many cues or errors.
  bool is_full() const { return errors_ >= kMaxErrors || cues_.size() > kMaxCues; }

  /// Sorts the cues, joins those of the same times, and tells what was tallied. `ordered`: the
  /// format asks for the order of time. `example`: a time line of the format.
  std::vector<ParsedCue> finish(bool ordered, std::string_view example);

  base::Place place(Stretch where) const;

 private:
  void tell(const base::DiagnosticCode& code, const Tally& tally,
            std::vector<base::Argument> more = {});
  void check_order();
  void join_same_times();
  void check_overlap();

  const base::SourceFile& source_;
  base::Diagnostics& diagnostics_;
  std::vector<ParsedCue> cues_;
  Tally empty_;
  Tally text_outside_;
  std::size_t errors_ = 0;
};

/// Steps through a text line by line.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  /// False at the end of the text.
  bool next();
  /// Without its line end.
  std::string_view line() const { return text_.substr(begin_, end_ - begin_); }
  std::size_t offset() const { return begin_; }
  Stretch stretch() const { return {begin_, end_ - begin_}; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t next_ = 0;
};

std::string_view trimmed_line(std::string_view line);
bool is_blank_line(std::string_view line);

inline constexpr std::string_view kSrtExample = "00:00:01,000 --> 00:00:04,000";
inline constexpr std::string_view kVttExample = "00:00:01.000 --> 00:00:04.000";
inline constexpr std::string_view kAssExample =
    "Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,…";

void parse_srt(Parsing& parsing);
void parse_vtt(Parsing& parsing);
void parse_ass(Parsing& parsing);

}  // namespace kepu::captions
