// Advanced SubStation Alpha, and SSA before it: the Dialogue lines of [Events]; a Format line names
// their fields. Styles, fonts, pictures and comments are passed over.
#include <algorithm>
#include <optional>
#include <vector>

#include "captions/codes.h"
#include "captions/parsing.h"

namespace kepu::captions {

namespace {

// Of ASS; what a file without a Format line means.
constexpr std::string_view kUsualFields =
    "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text";
// Editors write this where nobody is named.
constexpr std::string_view kNobody = "NTP";

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

// Which field of a Dialogue line is what; `count` of them, the text is the last.
struct Fields {
  std::size_t count = 0;
  std::optional<std::size_t> start;
  std::optional<std::size_t> end;
  std::optional<std::size_t> name;
  bool text_is_last = false;
  bool is_usable() const { return start && end && text_is_last; }
};

Fields read_format(std::string_view names) {
  Fields fields;
  while (true) {
    const std::size_t comma = names.find(',');
    const std::string name = lower_case(trimmed_line(names.substr(0, comma)));
    if (name == "start") fields.start = fields.count;
    if (name == "end") fields.end = fields.count;
    if (name == "name" || name == "actor") fields.name = fields.count;
    ++fields.count;
    if (comma == std::string_view::npos) {
      fields.text_is_last = name == "text";
      return fields;
    }
    names.remove_prefix(comma + 1);
  }
}

// `count` fields; the last one keeps its commas.
std::vector<std::string_view> split_fields(std::string_view line, std::size_t count) {
  std::vector<std::string_view> fields;
  while (fields.size() + 1 < count) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos) break;
    fields.push_back(trimmed_line(line.substr(0, comma)));
    line.remove_prefix(comma + 1);
  }
  fields.push_back(line);
  return fields;
}

std::optional<std::int64_t> whole_time(std::string_view text) {
  std::size_t at = 0;
  const auto time = read_cue_time(text, at);
  return time && at == text.size() ? time : std::nullopt;
}

class AssParser {
 public:
  explicit AssParser(Parsing& parsing) : parsing_(parsing) {}

  void run() {
    LineReader lines(parsing_.text());
    while (lines.next() && !parsing_.is_full()) read_line(lines);
  }

 private:
  void read_line(const LineReader& lines) {
    const std::string_view line = trimmed_line(lines.line());
    if (line.starts_with('[')) {
      in_events_ = lower_case(line).starts_with("[events]");
      return;
    }
    const std::size_t colon = line.find(':');
    if (!in_events_ || colon == std::string_view::npos) return;
    const std::string kind = lower_case(trimmed_line(line.substr(0, colon)));
    const std::string_view rest = line.substr(colon + 1);
    if (kind == "format") {
      fields_ = read_format(rest);
      if (!fields_.is_usable()) add_line_error(lines, kUsualFieldCount, fields_.count);
    } else if (kind == "dialogue" && fields_.is_usable()) {
      add_dialogue(lines, rest);
    }
  }

  void add_dialogue(const LineReader& lines, std::string_view rest) {
    const auto fields = split_fields(rest, fields_.count);
    if (fields.size() < fields_.count) {
      add_line_error(lines, fields_.count, fields.size());
      return;
    }
    const auto begin = whole_time(fields[*fields_.start]);
    const auto end = whole_time(fields[*fields_.end]);
    if (!begin || !end) {
      const std::string_view wrong = fields[begin ? *fields_.end : *fields_.start];
      const auto offset = static_cast<std::size_t>(wrong.data() - parsing_.text().data());
      parsing_.add_error(codes::kTimeMalformed, {offset, wrong.size()},
                         {{"text", std::string(wrong)}, {"example", "0:00:01.00"}});
      return;
    }
    bool has_drawing = false;
    CueText text = ass_text(fields.back(), has_drawing);
    if (fields_.name && fields[*fields_.name] != kNobody) text.speaker = fields[*fields_.name];
    parsing_.add({*begin, *end}, std::move(text), lines.stretch(), has_drawing);
  }

  void add_line_error(const LineReader& lines, std::size_t expected, std::size_t actual) {
    parsing_.add_error(
        codes::kLineMalformed, lines.stretch(),
        {{"expected", std::to_string(expected)}, {"actual", std::to_string(actual)}});
  }

  static constexpr std::size_t kUsualFieldCount = 10;

  Parsing& parsing_;
  Fields fields_ = read_format(kUsualFields);
  bool in_events_ = false;
};

}  // namespace

void parse_ass(Parsing& parsing) {
  AssParser(parsing).run();
}

}  // namespace kepu::captions
