#include "language/edition_html.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/html.h"
#include "language/converter.h"
#include "language/html_scanner.h"
#include "language/json_strings.h"
#include "language/shared_addresses.h"

namespace kepu::language {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

constexpr std::string_view kVerbatimElements[] = {"code", "pre", "kbd", "samp"};
// Quotations go on through these; any other tag begins a new text.
constexpr std::string_view kInline[] = {"a",   "abbr", "b",   "bdi",   "cite", "code",   "em",
                                        "i",   "ins",  "del", "kbd",   "mark", "q",      "ruby",
                                        "rp",  "rt",   "s",   "small", "span", "strong", "sub",
                                        "sup", "time", "u",   "var",   "wbr",  "img",    "samp"};
constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                      "input", "link", "meta", "source", "track", "wbr"};
constexpr std::string_view kReadAttributes[] = {
    "title",          "alt",        "label", "placeholder",      "summary",
    "content",        "aria-label", "term",  "aria-description", "aria-roledescription",
    "aria-valuetext", "abbr"};

bool is_read(std::string_view tag, std::string_view name) {
  // Names of choices: scripts compare them with their own data.
  if (name == "data-value") return false;
  return name.starts_with("data-") || is_one_of(name, kReadAttributes) ||
         (name == "value" && tag == "input");
}

std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {{"&amp;", '&'},  {"&lt;", '<'},
                                                             {"&gt;", '>'},   {"&#34;", '"'},
                                                             {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto known =
        std::find_if(std::begin(kEntities), std::end(kEntities),
                     [&](const auto& entity) { return text.substr(at).starts_with(entity.first); });
    out += known == std::end(kEntities) ? text[at] : known->second;
    at += known == std::end(kEntities) ? 1 : known->first.size();
  }
  return out;
}

class Conversion {
 public:
  Conversion(std::string_view html, const EditionPage& page) : scanner_(html), page_(page) {
    out_.reserve(html.size() + html.size() / 16);
  }

  std::string run() && {
    HtmlPiece piece;
    while (scanner_.next(piece)) {
      switch (piece.kind) {
        case HtmlPieceKind::Text:
          append_text(piece.source);
          break;
        case HtmlPieceKind::StartTag:
          start(piece);
          break;
        case HtmlPieceKind::EndTag:
          end(piece);
          break;
        case HtmlPieceKind::Verbatim:
          append_verbatim(piece.source);
          break;
      }
    }
    return std::move(out_);
  }

 private:
  bool is_kept() const { return depth_ > 0; }

  void append_text(std::string_view text) {
    if (is_kept() || is_plain_ascii(text)) {
      out_ += text;
    } else {
      out_ += page_.converter.convert(text, open_);
    }
  }

  void append_verbatim(std::string_view text) {
    out_ += holds_json_ && !is_kept() ? convert_json(text, page_.converter) : std::string(text);
    holds_json_ = false;
  }

  // An element whose texts stay hides all that is in it until its own end tag.
  void start(const HtmlPiece& tag) {
    if (!is_one_of(tag.name, kInline)) open_.clear();
    const bool is_empty = tag.is_closed || is_one_of(tag.name, kVoid);
    const bool keeps_all = is_kept() || keeps_texts(tag);
    append_tag(tag, keeps_all);
    // The name of a frame of code is no code.
    const bool keeps =
        keeps_all || (is_one_of(tag.name, kVerbatimElements) && !has(tag, "translate", "yes"));
    if (keeps && !is_empty) {
      if (depth_ == 0) kept_element_ = tag.name;
      if (tag.name == kept_element_) ++depth_;
    }
    holds_json_ = tag.name == "script" && !keeps && has_json_type(tag);
  }

  void end(const HtmlPiece& tag) {
    if (!is_one_of(tag.name, kInline)) open_.clear();
    if (is_kept() && tag.name == kept_element_) --depth_;
    out_ += tag.source;
  }

  bool keeps_texts(const HtmlPiece& tag) const {
    return has(tag, "translate", "no") ||
           std::any_of(tag.attributes.begin(), tag.attributes.end(), [&](const auto& attribute) {
             return attribute.name == "lang" && attribute.value != page_.language;
           });
  }

  static bool has(const HtmlPiece& tag, std::string_view name, std::string_view value) {
    return std::any_of(tag.attributes.begin(), tag.attributes.end(), [&](const auto& attribute) {
      return attribute.name == name && attribute.value == value;
    });
  }

  static bool has_json_type(const HtmlPiece& tag) {
    return std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const auto& attribute) {
      return attribute.name == "type" && attribute.value.ends_with("json");
    });
  }

  void append_tag(const HtmlPiece& tag, bool keeps) {
    const bool leads_outside =
        std::any_of(tag.attributes.begin(), tag.attributes.end(),
                    [](const auto& attribute) { return attribute.name == "hreflang"; });
    const char* copied = tag.source.data();
    for (const HtmlAttribute& attribute : tag.attributes) {
      if (attribute.value.empty()) continue;
      const auto value = changed_value(tag.name, attribute, keeps, leads_outside);
      if (!value) continue;
      out_.append(copied, attribute.value.data());
      out_ += *value;
      copied = attribute.value.data() + attribute.value.size();
    }
    out_.append(copied, tag.source.data() + tag.source.size());
  }

  std::optional<std::string> changed_value(std::string_view tag, const HtmlAttribute& attribute,
                                           bool keeps, bool leads_outside) const {
    if (page_.shared != nullptr && !leads_outside) {
      auto moved = attribute.name == "srcset" || attribute.name == "imagesrcset"
                       ? page_.shared->moved_set(attribute.value, page_.address)
                       : page_.shared->moved(attribute.value, page_.address);
      if (moved) return moved;
      if (tag == "a" && attribute.name == "href")
        if (auto own = page_.shared->brought_in(attribute.value)) return own;
    }
    if (keeps || !is_read(tag, attribute.name)) return std::nullopt;
    const bool is_data = attribute.name.starts_with("data-");
    if (is_data && (attribute.value.front() == '{' || attribute.value.front() == '['))
      return json_value(attribute);
    if (is_plain_ascii(attribute.value)) return std::nullopt;
    return page_.converter.convert(attribute.value);
  }

  std::optional<std::string> json_value(const HtmlAttribute& attribute) const {
    std::string json = convert_json(unescaped(attribute.value), page_.converter);
    if (attribute.quote == '\'') return json;
    return base::escape_html(json);
  }

  HtmlScanner scanner_;
  const EditionPage& page_;
  std::string out_;
  OpenQuotations open_;
  std::string_view kept_element_;
  std::size_t depth_ = 0;
  bool holds_json_ = false;
};

}  // namespace

std::string convert_html(std::string_view html, const EditionPage& page) {
  return Conversion(html, page).run();
}

}  // namespace kepu::language
