#include "render/view_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "render/site_context.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

bool writes_english_dates(const SiteContext& context) {
  return context.language().starts_with("en");
}

std::string date_text(const SiteContext& context, base::DateTime date) {
  return writes_english_dates(context) ? base::format_english_date(date)
                                       : base::format_chinese_date(date);
}

Value date_view(const SiteContext& context, base::DateTime date) {
  const base::CivilDate civil = base::civil_date(date);
  Map view;
  view.reserve(6);
  view.set("iso", Value(base::format_iso_date(date)));
  view.set("machine", Value(base::format_iso_date_time(date)));
  view.set("text", Value(date_text(context, date)));
  view.set("year", Value(civil.year));
  view.set("month", Value(civil.month));
  view.set("day", Value(civil.day));
  return Value(std::move(view));
}

Value date_view(const SiteContext& context, const std::optional<base::DateTime>& date) {
  return date ? date_view(context, *date) : Value(nullptr);
}

Value link_view(std::string_view title, std::string url) {
  Map view;
  view.reserve(2);
  view.set("title", borrow(title));
  view.set("url", Value(std::move(url)));
  return Value(std::move(view));
}

Value citation_view(const SiteContext& context, const model::Citation& citation) {
  Map view;
  view.reserve(4);
  view.set("title", borrow(citation.title));
  view.set("publisher", borrow(citation.publisher));
  view.set("href", borrow(citation.url));
  view.set("date", date_view(context, citation.date));
  return Value(std::move(view));
}

Value citations_view(const SiteContext& context, const std::vector<model::Citation>& citations) {
  List list;
  list.reserve(citations.size());
  for (const model::Citation& citation : citations)
    list.push_back(citation_view(context, citation));
  return Value(std::move(list));
}

Value named_roles_view(const std::vector<model::NamedRole>& people) {
  List list;
  list.reserve(people.size());
  for (const model::NamedRole& person : people) {
    Map item;
    item.reserve(2);
    item.set("role", borrow(person.role));
    item.set("name", borrow(person.name));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value texts_view(const std::vector<std::string>& texts) {
  List list;
  list.reserve(texts.size());
  for (const std::string& text : texts) list.push_back(borrow(text));
  return Value(std::move(list));
}

Value paragraphs_view(std::string_view text) {
  List list;
  while (!text.empty()) {
    const auto end = text.find("\n\n");
    const std::string_view paragraph = text.substr(0, end);
    if (paragraph.find_first_not_of(" \n\t") != std::string_view::npos) {
      list.push_back(borrow(paragraph));
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return Value(std::move(list));
}

std::string duration_text(std::int64_t milliseconds) {
  const std::int64_t seconds = (milliseconds + 500) / 1000;
  if (seconds >= 3600) {
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string file_size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kThousand = 1000;
  const char* const units[] = {"KB", "MB", "GB", "TB"};
  std::uint64_t unit = kThousand;
  std::size_t at = 0;
  while (at + 1 < std::size(units) && bytes >= unit * kThousand) {
    unit *= kThousand;
    ++at;
  }
  if (at == 0) {
    return fmt::format("{} KB", std::max<std::uint64_t>(1, (bytes + unit / 2) / unit));
  }
  const std::uint64_t tenths = (bytes * 10 + unit / 2) / unit;
  return fmt::format("{}.{} {}", tenths / 10, tenths % 10, units[at]);
}

std::string duration_iso(std::int64_t milliseconds) {
  const std::int64_t seconds = (milliseconds + 500) / 1000;
  std::string out = "PT";
  if (seconds >= 3600) out += fmt::format("{}H", seconds / 3600);
  if (seconds / 60 % 60 > 0) out += fmt::format("{}M", seconds / 60 % 60);
  if (seconds % 60 > 0 || seconds == 0) out += fmt::format("{}S", seconds % 60);
  return out;
}

std::uint32_t reading_minutes(const model::Body& body) {
  constexpr std::uint32_t kCharactersPerMinute = 400;
  return (body.length + kCharactersPerMinute - 1) / kCharactersPerMinute;
}

std::string list_address(std::string_view first, std::string_view folder, std::size_t page) {
  return page <= 1 ? std::string(first) : fmt::format("{}/page-{}.html", folder, page);
}

Value pager_view(const PagedList& list, std::size_t page, std::string_view first,
                 std::string_view folder) {
  const std::size_t pages = list.pages();
  if (pages < 2) return Value(nullptr);
  List links;
  std::size_t last_shown = 0;
  for (std::size_t number = 1; number <= pages; ++number) {
    const bool near = number + 2 >= page && number <= page + 2;
    if (number != 1 && number != pages && !near) continue;
    Map link;
    link.reserve(3);
    if (last_shown + 1 < number) {
      Map gap;
      gap.set("number", Value(0)).set("url", Value("")).set("current", Value(false));
      links.emplace_back(std::move(gap));
    }
    link.set("number", Value(number));
    link.set("url", Value(list_address(first, folder, number)));
    link.set("current", Value(number == page));
    links.emplace_back(std::move(link));
    last_shown = number;
  }
  Map view;
  view.set("page", Value(page));
  view.set("pages", Value(pages));
  view.set("total", Value(list.total));
  view.set("previous_url", Value(page > 1 ? list_address(first, folder, page - 1) : ""));
  view.set("next_url", Value(page < pages ? list_address(first, folder, page + 1) : ""));
  view.set("links", Value(std::move(links)));
  return Value(std::move(view));
}

}  // namespace kepu::render
