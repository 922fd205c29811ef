#include "render/search_text.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

#include "base/utf8.h"

namespace kepu::render {

namespace {

using search::Field;
using search::Weight;

// Elements within a line; every other one parts lines.
constexpr std::string_view kInline[] = {
    "a",    "abbr",    "b",     "bdi",   "cite",      "code",   "del",   "dfn",    "em",   "i",
    "ins",  "kbd",     "mark",  "q",     "s",         "small",  "span",  "strong", "sub",  "sup",
    "time", "u",       "var",   "wbr",   "math",      "mi",     "mn",    "mo",     "mrow", "msub",
    "msup", "msubsup", "mfrac", "mtext", "semantics", "mstyle", "mspace"};
// Elements whose content is no text of the page.
constexpr std::string_view kHidden[] = {"annotation", "script", "style", "svg", "template"};

template <std::size_t N>
bool is_in(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string_view name_of_tag(std::string_view tag) {
  const std::size_t begin = tag.starts_with('/') ? 1 : 0;
  std::size_t end = begin;
  while (end < tag.size() && (std::isalnum(static_cast<unsigned char>(tag[end])) != 0)) ++end;
  return tag.substr(begin, end - begin);
}

std::string_view attribute(std::string_view tag, std::string_view opening) {
  const std::size_t at = tag.find(opening);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + opening.size();
  return tag.substr(begin, tag.find('"', begin) - begin);
}

class Reader {
 public:
  Reader(const model::Body& body, std::vector<Field>& fields) : html_(body.html), fields_(fields) {
    for (const model::Slot& slot : body.slots) {
      if (!slot.alt.empty()) insertions_.push_back({slot.offset, slot.alt});
    }
    for (const model::Box& box : body.boxes) {
      if (!box.title.empty()) insertions_.push_back({box.begin, box.title});
    }
    std::stable_sort(insertions_.begin(), insertions_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  void read() {
    std::size_t at = 0;
    std::size_t next = 0;  // insertion
    while (at < html_.size()) {
      while (next < insertions_.size() && insertions_[next].first <= at) insert(next++);
      std::size_t end = html_.find('<', at);
      if (end == std::string_view::npos) end = html_.size();
      if (next < insertions_.size() && insertions_[next].first < end) {
        end = insertions_[next].first;
      }
      append(html_.substr(at, end - at));
      at = end;
      if (at < html_.size() && html_[at] == '<' &&
          (next == insertions_.size() || insertions_[next].first > at)) {
        at = read_tag(at);
      }
    }
    while (next < insertions_.size()) insert(next++);
    finish();
  }

 private:
  void insert(std::size_t index) {
    end_line();
    text_ += insertions_[index].second;
    end_line();
  }

  /// Returns where the text goes on.
  std::size_t read_tag(std::size_t at) {
    const std::size_t end = std::min(html_.find('>', at), html_.size() - 1);
    const std::string_view tag = html_.substr(at + 1, end - at - 1);
    const std::string_view name = name_of_tag(tag);
    const bool closes = tag.starts_with('/');
    if (!closes && is_in(kHidden, name)) return behind(end, name);
    if (!closes && name == "sup" && tag.find("footnote-ref") != std::string_view::npos)
      return behind(end, name);
    if (!closes && name == "a" && tag.find("doc-backlink") != std::string_view::npos)
      return behind(end, name);
    const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (is_heading) {
      finish();
      weight_ = closes ? Weight::Body : Weight::Heading;
      if (!closes) anchor_ = attribute(tag, " id=\"");
    } else if (!is_in(kInline, name)) {
      end_line();
    }
    return end + 1;
  }

  std::size_t behind(std::size_t at, std::string_view name) const {
    const std::string closing = "</" + std::string(name) + ">";
    const std::size_t found = html_.find(closing, at);
    return found == std::string_view::npos ? html_.size() : found + closing.size();
  }

  void append(std::string_view piece) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char c = piece[i];
      if (c == '&') {
        text_.append(piece, copied, i - copied);
        i = append_entity(piece, i);
        copied = i + 1;
      } else if (c == '\n' || c == '\t' ||
                 (c == ' ' && (i == copied ? ends_blank() : piece[i - 1] == ' '))) {
        text_.append(piece, copied, i - copied);
        if (!ends_blank()) text_ += ' ';
        copied = i + 1;
      }
    }
    text_.append(piece, copied);
  }

  bool ends_blank() const { return text_.empty() || text_.back() == ' ' || text_.back() == '\n'; }

  /// Returns the place of its last character.
  std::size_t append_entity(std::string_view piece, std::size_t at) {
    constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}};
    for (const auto& [entity, character] : kNamed) {
      if (!piece.substr(at).starts_with(entity)) continue;
      text_ += character;
      return at + entity.size() - 1;
    }
    const std::size_t end = piece.find(';', at);
    if (end != std::string_view::npos && end > at + 2 && piece[at + 1] == '#') {
      const bool is_hexadecimal = piece[at + 2] == 'x';
      const char* digits = piece.data() + at + (is_hexadecimal ? 3 : 2);
      std::uint32_t code_point = 0;
      const auto read =
          std::from_chars(digits, piece.data() + end, code_point, is_hexadecimal ? 16 : 10);
      if (read.ptr == piece.data() + end && code_point > 0 && code_point < 0x110000) {
        base::append_utf8(text_, code_point);
        return end;
      }
    }
    text_ += '&';
    return at;
  }

  void end_line() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  void finish() {
    end_line();
    if (!text_.empty()) {
      text_.pop_back();
      fields_.push_back({std::move(text_), weight_, std::string(anchor_)});
    }
    text_.clear();
  }

  std::string_view html_;
  std::vector<Field>& fields_;
  std::vector<std::pair<std::size_t, std::string_view>> insertions_;
  std::string text_;
  Weight weight_ = Weight::Body;
  std::string_view anchor_;
};

}  // namespace

void append_body_fields(const model::Body& body, std::vector<Field>& fields) {
  Reader(body, fields).read();
}

}  // namespace kepu::render
