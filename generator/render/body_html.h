// Fills the gaps that Markdown left in a body: addresses of links, pictures, players.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "render/page_links.h"
#include "render/site_context.h"

namespace kepu::render {

/// What an article's own page adds to its body, and no other place that shows it.
struct BodyExtras {
  std::span<const TermMatch> terms;  // explained where they stand, by links into the glossary
  const PageLinks* links = nullptr;  // links to other sites carry their numbers, for paper
};

/// The HTML of `body`, which stands in the file `source_path`, for the page `address`. Safe to
/// publish.
std::string fill_body(const SiteContext& context, const model::Body& body,
                      const std::string& source_path, std::string_view address,
                      base::Diagnostics& diagnostics, const BodyExtras& extras = {});

/// The address that a reference in `source_path` has on the page `address`: relative, or as written
/// when it is external;
/// "" when there is nothing to link to.
std::string href_for(const SiteContext& context, const std::string& source_path,
                     std::string_view reference, std::string_view address);

/// The fields of the player of a media file of the site; nothing when it is no video or sound.
/// `entry` is the source path of the entry it belongs to, whose subtitles come first.
std::optional<theme::Map> player_fields(const SiteContext& context, const std::string& path,
                                        std::string_view caption,
                                        const model::PosterChoice& choice = {},
                                        std::string_view entry = {});

}  // namespace kepu::render
