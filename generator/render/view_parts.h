// Small views that many pages share: dates, links, citations, pagers, durations. See
// docs/theme-guide.md for their fields. Texts of the model are borrowed, not copied: the site
// outlives every render.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/article.h"
#include "theme/value.h"

namespace kepu::render {

struct SiteContext;

inline theme::Value borrow(std::string_view text) {
  return theme::Value::view(text);
}

/// `2 May 2024` on an English site, `2024年5月2日` on all others.
bool writes_english_dates(const SiteContext& context);
std::string date_text(const SiteContext& context, base::DateTime date);

theme::Value date_view(const SiteContext& context, base::DateTime date);
/// None when absent.
theme::Value date_view(const SiteContext& context, const std::optional<base::DateTime>& date);
theme::Value link_view(std::string_view title, std::string url);  // {title, url}
theme::Value citation_view(const SiteContext& context, const model::Citation& citation);
theme::Value citations_view(const SiteContext& context,
                            const std::vector<model::Citation>& citations);
theme::Value named_roles_view(const std::vector<model::NamedRole>& people);  // [{role, name}]
theme::Value texts_view(const std::vector<std::string>& texts);
/// Paragraphs of a plain text, parted by blank lines.
theme::Value paragraphs_view(std::string_view text);

/// `1:05`, `1:02:03`.
std::string duration_text(std::int64_t milliseconds);
/// `820 KB`, `12.3 MB`, `1.4 GB`, as shops and systems count: by thousands.
std::string file_size_text(std::uint64_t bytes);
/// ISO 8601: `PT1M5S`.
std::string duration_iso(std::int64_t milliseconds);

/// At 400 characters a minute, rounded up.
std::uint32_t reading_minutes(const model::Body& body);

/// The pages of a list: `address_of(1)` is the first.
struct PagedList {
  std::size_t total = 0;
  std::size_t page_size = 20;
  std::size_t pages() const { return total == 0 ? 1 : (total + page_size - 1) / page_size; }
};

/// `folder/index.html` or `first`, then `folder/page-2.html` …
std::string list_address(std::string_view first, std::string_view folder, std::size_t page);

theme::Value pager_view(const PagedList& list, std::size_t page, std::string_view first,
                        std::string_view folder);

}  // namespace kepu::render
