// Which pages of the site can be found, each with its shelf in the index and what it is made from.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// What a result is; the order of the filter.
enum class SearchForm : std::uint8_t {
  Text,
  Video,
  Audio,
  Chart,
  Quiz,
  Event,
  Topic,
  Book,
  Term,
  People,
  Page,
};
std::string search_form_label(const SiteContext& context, SearchForm form);

struct EntryOfContest {
  const model::Contest* contest = nullptr;
  const model::Entry* entry = nullptr;
};

/// The awards page of a contest.
struct AwardsOfContest {
  const model::Contest* contest = nullptr;
};

using SearchSource =
    std::variant<const model::Article*, EntryOfContest, const model::WallChart*, const model::Quiz*,
                 const model::Expert*, const model::Organisation*, const model::Contest*,
                 AwardsOfContest, const model::Book*, const model::Section*,
                 const model::GlossaryTerm*>;

struct SearchItem {
  std::size_t section = 0;  // index of SiteContext::sections; one past the last: of none
  SearchForm form = SearchForm::Text;
  std::int64_t day = 0;   // the newest first
  std::string shown_day;  // may be empty
  std::string address;
  SearchSource source;
};

std::vector<SearchItem> collect_search_items(const SiteContext& context);

}  // namespace kepu::render
