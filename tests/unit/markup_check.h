// Whether markup is sound: tags balanced and known by their names, text escaped. And the text in
// it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::test_support {

/// Empty when `markup` is sound, else what is wrong.
inline std::string markup_fault(std::string_view markup, std::string_view allowed_names) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < markup.size();) {
    const char c = markup[at];
    if (c == '>' || (c == '&' && markup.substr(at, 7).find(';') == std::string_view::npos))
      return "a raw " + std::string(1, c);
    if (c != '<') {
      ++at;
      continue;
    }
    const std::size_t end = markup.find('>', at);
    if (end == std::string_view::npos) return "a tag without an end";
    const std::string_view tag = markup.substr(at + 1, end - at - 1);
    at = end + 1;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1))
        return "closed out of order: " + std::string(tag);
      open.pop_back();
      continue;
    }
    const std::string name(tag.substr(0, tag.find(' ')));
    if (allowed_names.find(" " + name + " ") == std::string_view::npos) return "a tag: " + name;
    if (tag.find(" on") != std::string_view::npos || tag.find(" style") != std::string_view::npos ||
        tag.find("href") != std::string_view::npos) {
      // Only attributes count: words of an alttext may hold anything.
      const auto text = tag.find("alttext=\"");
      const std::string_view head = tag.substr(0, text);
      if (head.find(" on") != std::string_view::npos ||
          head.find(" style") != std::string_view::npos)
        return "a forbidden attribute";
    }
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) return "a quote in a value";
    open.push_back(name);
  }
  return open.empty() ? "" : "not closed: " + open.back();
}

inline constexpr std::string_view kMathNames =
    " math mi mn mo mtext mspace mrow mfrac msqrt mroot msub msup msubsup munder mover munderover "
    "mtable mtr mtd mstyle ";

/// What a reader would copy.
inline std::string text_of(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<') {
      at = markup.find('>', at) + 1;
    } else if (markup.substr(at).starts_with("&lt;")) {
      out += '<', at += 4;
    } else if (markup.substr(at).starts_with("&gt;")) {
      out += '>', at += 4;
    } else if (markup.substr(at).starts_with("&amp;")) {
      out += '&', at += 5;
    } else {
      out += markup[at++];
    }
  }
  return out;
}

}  // namespace kepu::test_support
