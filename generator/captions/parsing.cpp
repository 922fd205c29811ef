#include "captions/parsing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "captions/codes.h"

namespace kepu::captions {

namespace {

constexpr base::Bilingual kMoreErrors{"这个文件的错误太多，后面的没有再检查",
                                      "the file has too many errors, the rest was not read"};

auto times_of(const ParsedCue& item) {
  return std::tie(item.cue.begin_ms, item.cue.end_ms);
}

}  // namespace

base::Place Parsing::place(Stretch where) const {
  const std::size_t length =
      base::count_code_points(source_.text().substr(where.offset, where.length));
  return {source_.path(), source_.position(where.offset),
          static_cast<std::uint32_t>(std::max<std::size_t>(1, length))};
}

void Parsing::add_error(const base::DiagnosticCode& code, Stretch where,
                        std::vector<base::Argument> arguments) {
  if (errors_ >= kMaxErrors) return;
  base::Diagnostic& added = diagnostics_.add(code, place(where), std::move(arguments));
  if (++errors_ == kMaxErrors) added.with_note({}, kMoreErrors);
}

void Parsing::add(TimeRange range, CueText text, Stretch time, bool may_be_empty) {
  if (range.end_ms <= range.begin_ms) {
    add_error(codes::kEndBeforeBegin, time,
              {{"begin", cue_time_text(range.begin_ms)}, {"end", cue_time_text(range.end_ms)}});
    return;
  }
  if (text.lines.empty()) {
    if (!may_be_empty) empty_.add(time);
    return;
  }
  cues_.push_back(
      {{range.begin_ms, range.end_ms, std::move(text.lines), std::move(text.speaker)}, time});
  if (cues_.size() == kMaxCues + 1) {
    add_error(codes::kTooMany, time, {{"limit", std::to_string(kMaxCues)}});
  }
}

void Parsing::tell(const base::DiagnosticCode& code, const Tally& tally,
                   std::vector<base::Argument> more) {
  if (tally.count == 0) return;
  more.push_back({"count", std::to_string(tally.count)});
  diagnostics_.add(code, place(tally.first), std::move(more));
}

void Parsing::check_order() {
  Tally disorder;
  for (std::size_t i = 1; i < cues_.size(); ++i) {
    if (cues_[i].cue.begin_ms < cues_[i - 1].cue.begin_ms) disorder.add(cues_[i].time);
  }
  tell(codes::kOutOfOrder, disorder);
}

// Two languages are often two cues of the same times; layers of one text are the same text twice.
void Parsing::join_same_times() {
  std::vector<ParsedCue> joined;
  joined.reserve(cues_.size());
  for (ParsedCue& item : cues_) {
    if (joined.empty() || times_of(joined.back()) != times_of(item)) {
      joined.push_back(std::move(item));
      continue;
    }
    model::Cue& cue = joined.back().cue;
    if (cue.lines == item.cue.lines && cue.speaker == item.cue.speaker) continue;
    if (!item.cue.speaker.empty() && item.cue.speaker != cue.speaker) {
      item.cue.lines.front().insert(0, item.cue.speaker + "：");
    }
    std::move(item.cue.lines.begin(), item.cue.lines.end(), std::back_inserter(cue.lines));
  }
  cues_ = std::move(joined);
}

void Parsing::check_overlap() {
  Tally overlap;
  std::int64_t last_end_ms = 0;
  for (const ParsedCue& item : cues_) {
    if (item.cue.begin_ms < last_end_ms) overlap.add(item.time);
    last_end_ms = std::max(last_end_ms, item.cue.end_ms);
  }
  tell(codes::kOverlap, overlap);
}

std::vector<ParsedCue> Parsing::finish(bool ordered, std::string_view example) {
  if (cues_.size() > kMaxCues) cues_.resize(kMaxCues);
  if (ordered) check_order();
  std::stable_sort(cues_.begin(), cues_.end(), [](const ParsedCue& a, const ParsedCue& b) {
    return times_of(a) < times_of(b);
  });
  join_same_times();
  check_overlap();
  tell(codes::kEmptyText, empty_);
  tell(codes::kTextOutside, text_outside_, {{"example", std::string(example)}});
  if (cues_.empty() && errors_ == 0) {
    diagnostics_.add(codes::kNoCues, base::Place{source_.path(), {}, 1});
  }
  return std::move(cues_);
}

bool LineReader::next() {
  if (next_ > text_.size() || (next_ == text_.size() && next_ > 0)) return false;
  if (text_.empty()) return false;
  begin_ = next_;
  end_ = std::min(text_.find('\n', begin_), text_.size());
  next_ = end_ + 1;
  return true;
}

std::string_view trimmed_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

bool is_blank_line(std::string_view line) {
  return trimmed_line(line).empty();
}

}  // namespace kepu::captions
