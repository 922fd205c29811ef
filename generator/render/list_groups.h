// Lists with headings: news by month, events by whether they lie ahead. A list is cut into pages
// after it is grouped, so that a group may go on over several pages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/site_context.h"
#include "render/view_parts.h"

namespace kepu::render {

/// Neighbours in a list that stand under one heading: [begin, end).
struct ListGroup {
  std::string id;  // of its heading
  std::string title;
  std::size_t begin = 0;
  std::size_t end = 0;
  int year = 0;  // of a month; 0 for other groups
};

/// The groups of `articles`, which are in the order of `section`; none for lists without headings.
std::vector<ListGroup> list_groups(const SiteContext& context, const model::Section& section,
                                   const std::vector<std::size_t>& articles);

/// [{id, title, count, continued, cards}] of the items [begin, begin + count); none without groups.
/// `count` is that of the whole group.
theme::Value groups_view(const SiteContext& context, const std::vector<ListGroup>& groups,
                         const std::vector<std::size_t>& articles, std::size_t begin,
                         std::size_t count);

/// [{year, count, months [{title, url, count}]}]: where each month begins; none for other groups,
/// and where a single month leaves nothing to choose.
theme::Value archive_view(const std::vector<ListGroup>& groups, const PagedList& list,
                          const std::string& first, const std::string& folder);

/// Events: those that go on, then those ahead, the next one first, then the past, the latest first.
void sort_events(const model::Site& site, std::vector<std::size_t>& articles);

/// [{title, links [{title, url, count}]}]: plain ways to narrow a list: districts, and levels of
/// events.
theme::Value filters_view(const SiteContext& context, const model::Section& section,
                          const std::vector<std::size_t>& articles);

}  // namespace kepu::render
