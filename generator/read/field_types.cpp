#include "read/field_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/pinyin.h"
#include "base/site_path.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "read/chart_codes.h"
#include "read/data_tables.h"
#include "read/dates.h"
#include "read/syntax_codes.h"
#include "read/typography.h"

namespace kepu::read {

namespace {

std::string example_with(Format format, std::string_view field, std::string_view value) {
  return format == Format::Json ? fmt::format("\"{}\": {}", field, value)
                                : fmt::format("{}: {}", field, value);
}

// The number in `text` without quotes, zeros before it and a unit after it, if it is allowed.
std::string meant_number(std::string_view text, const Whole& type) {
  const std::size_t first = std::min(text.find_first_not_of('0'), text.size());
  const std::size_t last = std::min(text.find_first_not_of("0123456789", first), text.size());
  const std::string_view digits = text.substr(first, last - first);
  std::int64_t value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool allowed = parsed.ec == std::errc() && value >= type.least && value <= type.most;
  return std::to_string(allowed ? value : std::clamp<std::int64_t>(10, type.least, type.most));
}

// Its first required field, else its first one.
std::string example_record(Format format, const RecordDescription& record) {
  const FieldDescription* best = nullptr;
  for (const FieldDescription& field : record.fields) {
    if (field.shape.kind == ShapeKind::Record || field.shape.kind == ShapeKind::List) continue;
    if (best == nullptr || (field.need == Need::Required && best->need != Need::Required))
      best = &field;
  }
  if (best == nullptr) return "{…}";
  return fmt::format("{{{}, …}}", example_of(format, best->name, best->shape));
}

std::string example_value(Format format, const Shape& shape) {
  const auto quoted = [format](std::string_view text) {
    return format == Format::Json ? fmt::format("\"{}\"", text) : std::string(text);
  };
  switch (shape.kind) {
    case ShapeKind::Text:
      return quoted("…");
    case ShapeKind::Flag:
      return "true";
    case ShapeKind::Whole:
      return std::to_string(std::clamp<std::int64_t>(10, shape.least, shape.most));
    case ShapeKind::Decimal:
      return "12.5";
    case ShapeKind::Day:
    case ShapeKind::Moment:
      return quoted("2024-05-14");
    case ShapeKind::Choice:
      return quoted(shape.choices.empty() ? "…" : shape.choices.front().name);
    case ShapeKind::Url:
      return quoted("https://…");
    case ShapeKind::Path:
      return quoted("/assets/…");
    case ShapeKind::Poster:
      return "\"00:01:12\"";
    case ShapeKind::Id:
      return quoted("tan-da-feng");
    case ShapeKind::List:
      return fmt::format("[{}, …]", example_value(format, *shape.items));
    case ShapeKind::Record:
      return example_record(format, *shape.record);
  }
  return "…";
}

std::string shown(const Node& node) {
  if (node.is_list()) return "[…]";
  if (node.is_map()) return "{…}";
  return node.form == Form::Null ? "null" : excerpt(node.text);
}

base::Diagnostic& refuse(Reading& reading, const base::DiagnosticCode& code, std::string_view field,
                         const Node& node, const Shape& shape) {
  return reading.add(code, node.mark,
                     {{"field", std::string(field)},
                      {"value", shown(node)},
                      {"example", example_of(reading.format, field, shape)}});
}

// `true` or `false` for the words that editors write instead.
std::string meant_flag(std::string_view text) {
  for (const std::string_view yes :
       {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "是", "对", "1"}) {
    if (text == yes) return "true";
  }
  for (const std::string_view no :
       {"false", "False", "FALSE", "no", "No", "NO", "off", "否", "不", "0"}) {
    if (text == no) return "false";
  }
  return {};
}

/// A scalar that holds what only unquoted values hold in JSON: YAML's plain ones decide by their
/// field.
bool is_bare(const Node& node) {
  return node.form == Form::Plain || node.form == Form::Number || node.form == Form::Flag;
}

Shape simple(ShapeKind kind) {
  Shape shape;
  shape.kind = kind;
  return shape;
}

std::vector<std::string> names_of(const std::vector<ChoiceName>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const ChoiceName& choice : choices) names.emplace_back(choice.name);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// passed（通过）、pending（待审）
std::string with_meanings(const std::vector<ChoiceName>& choices) {
  std::string out;
  for (const ChoiceName& choice : choices) {
    out += fmt::format("{}{}（{}）", out.empty() ? "" : "、", choice.name, choice.meaning.zh);
  }
  return out;
}

// What the editor meant: the Chinese or English meaning of a choice, or a near spelling.
std::string nearest_choice(std::string_view text, const std::vector<ChoiceName>& choices) {
  for (const ChoiceName& choice : choices) {
    if (text == choice.meaning.zh || text == choice.meaning.en) return std::string(choice.name);
  }
  const std::vector<std::string> names = names_of(choices);
  return base::nearest_name(text, names);
}

std::optional<base::DateTime> read_date(Reading& reading, std::string_view field, const Node& node,
                                        ShapeKind kind) {
  const Shape shape = simple(kind);
  if (!node.is_scalar() || node.form == Form::Flag || node.form == Form::Null) {
    refuse(reading, codes::kNotADate, field, node, shape);
    return std::nullopt;
  }
  if (const auto time = base::parse_date_time(node.text)) {
    if (kind == ShapeKind::Moment || !time->has_time) return time;
    reading.add(codes::kTimeNotWanted, node.mark,
                {{"field", std::string(field)}, {"example", base::format_iso_date(*time)}});
    return std::nullopt;
  }
  const auto written = understand_date(node.text);
  if (written) {
    const int days = days_in_month(written->year, written->month);
    if (days > 0 && written->day > days) {
      reading.add(codes::kImpossibleDate, node.mark,
                  {{"field", std::string(field)},
                   {"value", shown(node)},
                   {"month", fmt::format("{}年{}月", written->year, written->month),
                    fmt::format("{:04}-{:02}", written->year, written->month)},
                   {"days", std::to_string(days)}});
      return std::nullopt;
    }
  }
  std::string meant = written ? as_site_date(*written) : "";
  if (kind == ShapeKind::Day) meant = meant.substr(0, 10);
  std::string example = example_of(reading.format, field, shape);
  if (!meant.empty()) {
    example = example_with(reading.format, field,
                           reading.format == Format::Json ? '"' + meant + '"' : meant);
  }
  reading
      .add(codes::kNotADate, node.mark,
           {{"field", std::string(field)}, {"value", shown(node)}, {"example", std::move(example)}})
      .with_suggestion(std::move(meant));
  return std::nullopt;
}

// What XML and HTML cannot carry; escapes in quotes bring it past the checks of the file itself.
bool holds_control_character(std::string_view text) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
  // U+FFFE and U+FFFF, and what turns the direction of reading (U+202A–202E, U+2066–2069), with
  // which a text can be made to look like another.
  for (const std::string_view hidden :
       {"\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
        "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8",
        "\xE2\x81\xA9"}) {
    if (text.find(hidden) != std::string_view::npos) return true;
  }
  return control;
}

bool is_web_address(std::string_view text) {
  const std::size_t scheme = text.substr(0, 8) == "https://"  ? 8
                             : text.substr(0, 7) == "http://" ? 7
                                                              : 0;
  if (scheme == 0 || text.size() <= scheme || text[scheme] == '/' || text[scheme] == '.')
    return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

bool is_path(std::string_view text) {
  const bool drive =
      text.size() > 1 && text[1] == ':' && ((text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z');
  return !drive && text.find('\\') == std::string_view::npos && text.substr(0, 5) != "file:" &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 100 || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string example_of(Format format, std::string_view field, const Shape& shape) {
  return example_with(format, field, example_value(format, shape));
}

std::optional<std::string> read_text(Reading& reading, std::string_view field, const Node& node) {
  const bool is_text =
      node.form == Form::Plain || node.form == Form::Quoted || node.form == Form::Block;
  if (is_text && holds_control_character(node.text)) {
    reading.add(codes::kTextControl, node.mark, {{"field", std::string(field)}});
    return std::nullopt;
  }
  if (is_text) return std::string(without_blank_ends(node.text));
  auto& finding = refuse(reading, codes::kNotAText, field, node, simple(ShapeKind::Text));
  // A title such as [征集通知] was meant as text.
  const bool one_item = reading.format == Format::FrontMatter && node.is_list() &&
                        node.items.size() == 1 && node.items[0].is_scalar();
  if (one_item) finding.with_suggestion(fmt::format("\"[{}]\"", excerpt(node.items[0].text)));
  if (node.form == Form::Number) finding.with_suggestion(fmt::format("\"{}\"", excerpt(node.text)));
  return std::nullopt;
}

std::optional<std::string> Text::read(Reading& reading, std::string_view field,
                                      const Node& node) const {
  auto text = read_text(reading, field, node);
  if (text) settle_typography(reading, node, *text);
  if (!text || max_characters == 0) return text;
  const std::size_t count = base::count_code_points(*text);
  if (count <= max_characters) return text;
  reading.add(codes::kTextTooLong, node.mark,
              {{"field", std::string(field)},
               {"count", std::to_string(count)},
               {"limit", std::to_string(max_characters)}});
  return std::nullopt;
}
Shape Text::shape() const {
  Shape shape = simple(ShapeKind::Text);
  shape.max_characters = max_characters;
  return shape;
}

std::optional<bool> Flag::read(Reading& reading, std::string_view field, const Node& node) const {
  if (is_bare(node) && node.text == "true") return true;
  if (is_bare(node) && node.text == "false") return false;
  refuse(reading, codes::kNotAFlag, field, node, shape()).with_suggestion(meant_flag(node.text));
  return std::nullopt;
}
Shape Flag::shape() const {
  return simple(ShapeKind::Flag);
}

std::optional<std::int64_t> Whole::read(Reading& reading, std::string_view field,
                                        const Node& node) const {
  std::int64_t value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto parsed = std::from_chars(node.text.data(), end, value);
  // A leading zero makes it a number of something, not an amount.
  const std::size_t first_digit = node.text.find_first_of("123456789");
  const bool canonical =
      node.text == "0" || first_digit == 0 || (first_digit == 1 && node.text[0] == '-');
  if (!is_bare(node) || parsed.ec != std::errc() || parsed.ptr != end || !canonical) {
    reading.add(codes::kNotAWhole, node.mark,
                {{"field", std::string(field)},
                 {"value", shown(node)},
                 {"example", example_with(reading.format, field, meant_number(node.text, *this))}});
    return std::nullopt;
  }
  if (value < least || value > most) {
    reading.add(codes::kOutOfRange, node.mark,
                {{"field", std::string(field)},
                 {"value", node.text},
                 {"least", std::to_string(least)},
                 {"most", std::to_string(most)}});
    return std::nullopt;
  }
  return value;
}
Shape Whole::shape() const {
  Shape shape = simple(ShapeKind::Whole);
  shape.least = least;
  shape.most = most;
  return shape;
}

std::optional<model::Decimal> Decimal::read(Reading& reading, std::string_view field,
                                            const Node& node) const {
  const auto value = node.is_scalar() ? parse_millionths(node.text) : std::nullopt;
  if (!value) {
    refuse(reading, codes::kDecimal, field, node, shape());
    return std::nullopt;
  }
  return Value{node.text, *value};
}
Shape Decimal::shape() const {
  return simple(ShapeKind::Decimal);
}

std::optional<base::DateTime> Day::read(Reading& reading, std::string_view field,
                                        const Node& node) const {
  return read_date(reading, field, node, ShapeKind::Day);
}
Shape Day::shape() const {
  return simple(ShapeKind::Day);
}

std::optional<base::DateTime> Moment::read(Reading& reading, std::string_view field,
                                           const Node& node) const {
  return read_date(reading, field, node, ShapeKind::Moment);
}
Shape Moment::shape() const {
  return simple(ShapeKind::Moment);
}

std::optional<std::string> Url::read(Reading& reading, std::string_view field,
                                     const Node& node) const {
  auto text = read_text(reading, field, node);
  if (!text || is_web_address(*text)) return text;
  auto& finding = reading.add(codes::kNotAUrl, node.mark,
                              {{"field", std::string(field)}, {"value", shown(node)}});
  const bool bare_host = text->find("://") == std::string::npos &&
                         text->find('.') != std::string::npos && is_web_address("https://" + *text);
  if (bare_host) finding.with_suggestion("https://" + *text);
  return std::nullopt;
}
Shape Url::shape() const {
  return simple(ShapeKind::Url);
}

std::optional<model::Reference> Path::read(Reading& reading, std::string_view field,
                                           const Node& node) const {
  const auto text = read_text(reading, field, node);
  if (!text) return std::nullopt;
  if (is_path(*text)) return model::Reference{*text, node.mark.position};
  reading.add(codes::kNotAPath, node.mark, {{"field", std::string(field)}, {"value", shown(node)}});
  return std::nullopt;
}
Shape Path::shape() const {
  return simple(ShapeKind::Path);
}

std::optional<model::Reference> FormerAddress::read(Reading& reading, std::string_view field,
                                                    const Node& node) const {
  auto address = Path{}.read(reading, field, node);
  if (!address) return address;
  if (base::resolve_path("", address->target)) {
    // A redirect is a page of its own: any other name would be one that servers do not show as a
    // page.
    const std::string& target = address->target;
    if (target.ends_with(".html") || target.ends_with("/")) return address;
    const bool lacks_ending = target.find('.') == std::string::npos;
    reading.add(codes::kFormerAddress, node.mark, {{"value", shown(node)}})
        .with_suggestion(lacks_ending ? target + ".html" : "");
    return std::nullopt;
  }
  reading.add(codes::kNotAPath, node.mark, {{"field", std::string(field)}, {"value", shown(node)}});
  return std::nullopt;
}
Shape FormerAddress::shape() const {
  return simple(ShapeKind::Path);
}

std::optional<model::Reference> Poster::read(Reading& reading, std::string_view field,
                                             const Node& node) const {
  return Path{}.read(reading, field, node);
}
Shape Poster::shape() const {
  return simple(ShapeKind::Poster);
}

std::optional<std::string> Id::read(Reading& reading, std::string_view field,
                                    const Node& node) const {
  auto text = read_text(reading, field, node);
  if (!text || is_id(*text)) return text;
  reading.add(codes::kNotAnId, node.mark, {{"field", std::string(field)}, {"value", shown(node)}})
      .with_suggestion(base::slug(*text));
  return std::nullopt;
}
Shape Id::shape() const {
  return simple(ShapeKind::Id);
}

std::optional<std::size_t> read_choice(Reading& reading, std::string_view field, const Node& node,
                                       const std::vector<ChoiceName>& choices) {
  if (node.is_scalar() && node.form != Form::Null) {
    const auto found =
        std::find_if(choices.begin(), choices.end(),
                     [&node](const ChoiceName& choice) { return choice.name == node.text; });
    // `verdict: false` is a word here; in JSON the bare false is not.
    const bool bare_json = node.form == Form::Flag || node.form == Form::Number;
    if (found != choices.end() && !bare_json)
      return static_cast<std::size_t>(found - choices.begin());
  }
  auto& finding = reading.add(codes::kNotAChoice, node.mark,
                              {{"field", std::string(field)},
                               {"value", shown(node)},
                               {"choices", with_meanings(choices), joined(names_of(choices))}});
  if (node.is_scalar()) finding.with_suggestion(nearest_choice(node.text, choices));
  return std::nullopt;
}

std::optional<std::string> Word::read(Reading& reading, std::string_view field,
                                      const Node& node) const {
  const auto index = read_choice(reading, field, node, names);
  if (!index) return std::nullopt;
  return std::string(names[*index].name);
}
Shape Word::shape() const {
  Shape shape = simple(ShapeKind::Choice);
  shape.choices = names;
  return shape;
}

void refuse_non_list(Reading& reading, std::string_view field, const Node& node,
                     const Shape& items) {
  Shape list = simple(ShapeKind::List);
  list.items = std::make_shared<const Shape>(items);
  auto& finding = reading.add(
      codes::kNotAList, node.mark,
      {{"field", std::string(field)}, {"example", example_of(reading.format, field, list)}});
  const bool one_text = node.is_scalar() && items.kind == ShapeKind::Text && !node.text.empty();
  if (one_text && excerpt(node.text) == node.text) {
    finding.with_suggestion(reading.format == Format::Json ? fmt::format("[\"{}\"]", node.text)
                                                           : fmt::format("[{}]", node.text));
  }
}

void refuse_repeated_ids(Reading& reading, const Node& list) {
  std::map<std::string_view, const Node*> first;
  for (const Node& element : list.items) {
    const Node* id = element.find("id");
    if (id == nullptr || !id->is_scalar() || id->text.empty()) continue;
    const auto [known, is_new] = first.emplace(id->text, id);
    if (is_new) continue;
    reading.add(codes::kIdRepeated, id->mark, {{"value", excerpt(id->text)}})
        .with_note(reading.place(known->second->mark), codes::kFirstGivenHere);
  }
}

std::optional<model::TermUse> Terms::read(Reading& reading, std::string_view field,
                                          const Node& node) const {
  if (!node.is_list()) {
    refuse_non_list(reading, field, node, simple(ShapeKind::Text));
    return std::nullopt;
  }
  model::TermUse use;
  for (const Node& element : node.items) {
    const auto term = read_text(reading, field, element);
    if (!term || term->empty()) continue;
    if (term->find("，") != std::string::npos || term->find("、") != std::string::npos) {
      std::string example = *term;
      for (const std::string_view mark : {"，", "、"}) {
        for (auto at = example.find(mark); at != std::string::npos; at = example.find(mark))
          example.replace(at, mark.size(), ", ");
      }
      reading.add(codes::kListSeparator, element.mark,
                  {{"value", excerpt(*term)}, {"example", fmt::format("[{}]", excerpt(example))}});
    }
    if (std::find(use.terms.begin(), use.terms.end(), *term) != use.terms.end()) continue;
    use.terms.push_back(*term);
    use.positions.push_back(element.mark.position);
  }
  return use;
}
Shape Terms::shape() const {
  Shape shape = simple(ShapeKind::List);
  shape.items = std::make_shared<const Shape>(simple(ShapeKind::Text));
  return shape;
}

}  // namespace kepu::read
