#include "render/citation_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace kepu::render {

namespace {

// GB/T 7714-2015, 8.1.2: three names, then 等.
constexpr std::size_t kNamesShown = 3;

bool is_chinese(const CitedPage& page) {
  return page.language.starts_with("zh");
}

std::string year_of(base::DateTime date) {
  return base::format_iso_date(date).substr(0, 4);
}

std::string full_title(const CitedPage& page, std::string_view divider) {
  return page.subtitle.empty() ? page.title : page.title + std::string(divider) + page.subtitle;
}

std::string responsible(const CitedPage& page) {
  const std::size_t shown = std::min(page.authors.size(), kNamesShown);
  std::string names =
      fmt::format("{}", fmt::join(page.authors.begin(),
                                  page.authors.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < page.authors.size()) names += is_chinese(page) ? ", 等" : ", et al";
  return names;
}

std::string bibtex_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '$':
      case '&':
      case '%':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A name in braces is taken as it is: no program looks for its first and last part.
std::string bibtex_names(const std::vector<std::string>& authors) {
  std::string out;
  for (const std::string& author : authors) {
    if (!out.empty()) out += " and ";
    out += "{" + bibtex_escaped(author) + "}";
  }
  return out;
}

std::string bibtex_key(std::string_view address) {
  if (address.ends_with(".html")) address.remove_suffix(5);
  std::string key;
  for (const char c : address) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (fits) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  while (!key.empty() && key.back() == '-') key.pop_back();
  return key.empty() ? "page" : key;
}

void ris_line(std::string& out, std::string_view tag, std::string_view value) {
  if (value.empty()) return;
  out.append(tag).append("  - ");
  for (const char c : value) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  out += '\n';
}

}  // namespace

StandardCitation standard_citation(const CitedPage& page) {
  StandardCitation citation;
  std::string& text = citation.before;
  if (!page.authors.empty()) text += responsible(page) + ". ";
  text += full_title(page, ": ") + "[EB/OL]. " + page.publisher;
  if (page.published) {
    if (!page.publisher.empty()) text += ", ";
    text += fmt::format("{}({})", year_of(*page.published),
                        base::format_iso_date(page.updated.value_or(*page.published)));
  }
  text += "[";
  citation.after = page.url.empty() ? "]." : "]. " + page.url + ".";
  return citation;
}

std::string bibtex_citation(const CitedPage& page) {
  std::string out = "@online{" + bibtex_key(page.address);
  const auto field = [&out](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format(",\n  {} = {{{}}}", name, value);
  };
  field("author", bibtex_names(page.authors));
  field("title", bibtex_escaped(page.title));
  field("subtitle", bibtex_escaped(page.subtitle));
  field("organization", bibtex_escaped(page.publisher));
  if (page.published) {
    field("date", base::format_iso_date(*page.published));
    field("year", year_of(*page.published));
  }
  if (page.updated) field("note", "updated " + base::format_iso_date(*page.updated));
  field("url", page.url);
  field("langid", is_chinese(page) ? "chinese" : "english");
  return out + "\n}";
}

std::string ris_citation(const CitedPage& page) {
  std::string out = "TY  - ELEC\n";
  for (const std::string& author : page.authors) ris_line(out, "AU", author);
  ris_line(out, "TI", full_title(page, is_chinese(page) ? "：" : ": "));
  ris_line(out, "PB", page.publisher);
  if (page.published) {
    std::string day = base::format_iso_date(*page.published);
    ris_line(out, "PY", day.substr(0, 4));
    std::replace(day.begin(), day.end(), '-', '/');
    ris_line(out, "DA", day);
  }
  if (page.updated) ris_line(out, "ET", base::format_iso_date(*page.updated));
  ris_line(out, "LA", page.language);
  ris_line(out, "UR", page.url);
  return out + "ER  - ";
}

std::vector<std::string> names_in_byline(std::string_view byline) {
  constexpr std::string_view kDividers[] = {"、", "；", ";"};
  std::vector<std::string> names;
  std::string name;
  const auto finish = [&] {
    const auto first = name.find_first_not_of(' ');
    if (first != std::string::npos)
      names.push_back(name.substr(first, name.find_last_not_of(' ') - first + 1));
    name.clear();
  };
  while (!byline.empty()) {
    const auto* divider =
        std::find_if(std::begin(kDividers), std::end(kDividers),
                     [&](std::string_view item) { return byline.starts_with(item); });
    if (divider == std::end(kDividers)) {
      name += byline.front();
      byline.remove_prefix(1);
    } else {
      finish();
      byline.remove_prefix(divider->size());
    }
  }
  finish();
  return names;
}

}  // namespace kepu::render
