// How others cite a page: GB/T 7714-2015 (a Chinese standard for references), BibTeX and RIS.
// Plain texts from plain values; templates escape them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace kepu::render {

/// What a citation says. Everything may be empty but `title`.
struct CitedPage {
  std::vector<std::string> authors;  // people or bodies
  std::string title;
  std::string subtitle;
  std::string publisher;  // the site
  std::optional<base::DateTime> published;
  std::optional<base::DateTime> updated;
  std::string url;       // absolute; empty where the site does not know its own
  std::string address;   // from the root of the site; the key of the BibTeX entry comes from it
  std::string language;  // as in HTML: zh-CN
};

/// The two sides of the day on which the reader looked at the page, which is the reader's to fill
/// in: `作者. 题名[EB/OL]. 网站, 2024(2024-05-14)[` and `]. https://….`
struct StandardCitation {
  std::string before;
  std::string after;
};

StandardCitation standard_citation(const CitedPage& page);
std::string bibtex_citation(const CitedPage& page);
std::string ris_citation(const CitedPage& page);

/// The names in a byline such as 张三、李四.
std::vector<std::string> names_in_byline(std::string_view byline);

}  // namespace kepu::render
