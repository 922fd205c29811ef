// Checks of a body that hold for every text: used by the property test and the fuzz target.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.h"
#include "unit/markup_check.h"

namespace kepu::test_support {

/// Reads the HTML of one body: tags balanced and known, text escaped, ids used once, slots at their
/// places.
class HtmlCheck {
 public:
  explicit HtmlCheck(const model::Body& body) : body_(body), html_(body.html) {}

  /// Empty when the body is sound, else what is wrong.
  std::string fault() {
    for (std::size_t at = 0; at < html_.size() && fault_.empty();) {
      if (html_[at] == '<') {
        at = read_tag(at);
      } else {
        if (html_[at] == '>') fault_ = "a raw >";
        if (html_[at] == '&' && !is_entity(at)) fault_ = "a raw &";
        ++at;
      }
    }
    if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    if (fault_.empty()) check_slots();
    if (fault_.empty()) check_ids();
    return fault_;
  }

 private:
  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  bool is_entity(std::size_t at) const {
    const std::string_view rest = html_.substr(at);
    for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&#34;", "&#39;"}) {
      if (rest.starts_with(entity)) return true;
    }
    return false;
  }

  std::size_t read_tag(std::size_t at) {
    const std::size_t end = html_.find('>', at);
    if (end == std::string_view::npos) {
      fault_ = "a tag without an end";
      return html_.size();
    }
    const std::string_view tag = html_.substr(at + 1, end - at - 1);
    if (tag.starts_with('/')) {
      close(tag.substr(1));
    } else {
      open(tag);
    }
    return end + 1;
  }

  void close(std::string_view name) {
    if (open_.empty() || open_.back() != name) {
      fault_ = "closed out of order: " + std::string(name);
    } else {
      open_.pop_back();
    }
  }

  void open(std::string_view tag) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    const bool is_void = is_one_of(name, {"br", "hr", "input"});
    if (!is_void &&
        !is_one_of(name, {"p",     "h2",    "h3",         "h4",  "h5",    "h6",      "ul",
                          "ol",    "li",    "blockquote", "pre", "code",  "em",      "strong",
                          "del",   "sub",   "sup",        "a",   "label", "div",     "table",
                          "thead", "tbody", "tr",         "th",  "td",    "section", "span"}) &&
        kMathNames.find(" " + std::string(name) + " ") == std::string_view::npos) {
      fault_ = "an unknown tag: " + std::string(name);
      return;
    }
    if (is_one_of(name, {"a", "label", "p"}) &&
        std::find(open_.begin(), open_.end(), name) != open_.end()) {
      fault_ = "nested: " + std::string(name);
    }
    read_attributes(tag.substr(name.size()));
    if (!is_void) open_.emplace_back(name);
  }

  void read_attributes(std::string_view rest) {
    while (!rest.empty() && fault_.empty()) {
      rest.remove_prefix(1);
      const std::size_t name_end = std::min(rest.find_first_of("= "), rest.size());
      const std::string_view name = rest.substr(0, name_end);
      if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string_view::npos ||
          name.empty()) {
        fault_ = "an attribute: " + std::string(name);
        return;
      }
      if (is_one_of(name, {"style"}) || name.starts_with("on")) fault_ = "a forbidden attribute";
      rest.remove_prefix(name_end);
      if (!rest.starts_with("=\"")) continue;
      const std::size_t value_end = rest.find('"', 2);
      if (value_end == std::string_view::npos) {
        fault_ = "a value without an end";
        return;
      }
      const std::string value(rest.substr(2, value_end - 2));
      if (value.find('<') != std::string::npos) fault_ = "a raw < in a value";
      if (name == "id" && !ids_.insert(value).second) fault_ = "an id used twice: " + value;
      if (name == "href" && !value.empty()) local_links_.push_back(value);
      rest.remove_prefix(value_end + 1);
    }
  }

  void check_slots() {
    std::size_t before = 0;
    for (const model::Slot& slot : body_.slots) {
      if (slot.offset < before || slot.offset > html_.size()) fault_ = "slots out of order";
      before = slot.offset;
      const bool in_href =
          html_.substr(0, slot.offset).ends_with("href=\"") &&
          html_.substr(std::min<std::size_t>(slot.offset, html_.size())).starts_with('"');
      const bool leads = slot.kind == model::SlotKind::Link || slot.kind == model::SlotKind::Term;
      if (leads != in_href) fault_ = "a slot at the wrong place";
      const bool has_target = slot.kind == model::SlotKind::Chart || !slot.target.empty();
      if (!has_target || slot.length == 0) fault_ = "a slot without a target";
    }
  }

  void check_ids() {
    for (const std::string& link : local_links_) {
      if (!link.starts_with('#') || !ids_.contains(link.substr(1))) fault_ = "a dead link: " + link;
    }
    for (const model::Heading& heading : body_.headings) {
      if (!ids_.contains(heading.id)) fault_ = "a heading without its id";
      if (heading.html.find("<a ") != std::string::npos) fault_ = "a link in an outline";
    }
    for (const std::string& anchor : body_.anchors) {
      if (!ids_.contains(anchor)) fault_ = "an anchor without its id";
    }
  }

  const model::Body& body_;
  std::string_view html_;
  std::string fault_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::vector<std::string> local_links_;
};

inline std::string html_fault(const model::Body& body) {
  return HtmlCheck(body).fault();
}

}  // namespace kepu::test_support
