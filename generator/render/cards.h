// Cards (an item in a list) and pictures: see docs/theme-guide.md for their fields.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

theme::Value article_card(const SiteContext& context, std::size_t article);
theme::Value entry_card(const SiteContext& context, const model::Contest& contest,
                        const model::Entry& entry);

/// How large a picture will be shown: decides which file browsers without srcset load.
enum class PictureUse { Card, Player, Text };

/// The picture of a file of the site (a picture, or the poster of a video); none when there is
/// nothing to show.
theme::Value picture_view(const SiteContext& context, const std::string& path, std::string_view alt,
                          const model::PosterChoice& choice = {},
                          PictureUse use = PictureUse::Card);
/// The address of the largest picture that programs without WebP can show beside a link to the
/// page; "" when nothing was derived.
std::string share_image(const model::Media& media);
/// The picture that a reference in the file `from` means.
theme::Value referenced_picture(const SiteContext& context, const std::string& from,
                                const std::string& reference, std::string_view alt);

/// Who wrote it: `author`, or the names of `authors`.
std::string byline_of(const SiteContext& context, const model::Article& article);
theme::Value authors_view(const model::Article& article);  // [{name, unit}]

/// Cards of the articles `indices[begin, begin + count)`, as far as there are such.
theme::List cards_of(const SiteContext& context, const std::vector<std::size_t>& indices,
                     std::size_t begin, std::size_t count);
/// Title and address of each card.
std::vector<std::pair<std::string, std::string>> card_links(const theme::List& cards);

/// The description of an article, or the beginning of its text.
std::string_view summary_of(const model::Article& article);

/// Titles of the awards that an entry has won, in the order of the results.
std::vector<const model::AwardResult*> awards_of(const model::Contest& contest,
                                                 const model::Entry& entry);
const model::AwardKind* find_award_kind(const model::Contest& contest, const std::string& id);

theme::Value verdict_view(const SiteContext& context, model::Verdict verdict);
/// Who passed the science review and when; none for anything but a passed one.
theme::Value review_view(const SiteContext& context, const model::Review& review);

/// The title of the topic, category … with that id; empty if there is none.
template <typename T>
std::string_view title_of(const std::vector<T>& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&id](const T& item) { return item.id == id; });
  return found == items.end() ? std::string_view{} : std::string_view(found->title);
}

}  // namespace kepu::render
