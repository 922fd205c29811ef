// Every published item of the site in one shape, whatever record it comes from: what catalog.json
// lists, what the catalogue of resources offers, and what the statistics count. What is held back
// is not in the site any more, so it cannot be here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// Media forms as the five departments' opinion of 2021 names them, and what has come since.
enum class MediaForm { ImageText, Video, Audio, Chart, Quiz, Event, Topic, Book, Data };

struct FormName {
  const char* id;         // in catalog.json and in addresses
  const char* text_name;  // in the theme's texts
  const char* label;      // where the theme has none
};
FormName name_of(MediaForm form);

/// A file of an item, as it is published.
struct CatalogueFile {
  std::string_view role;  // media, subtitles, chart, download, table, data
  std::string address;
  std::string type;
  std::uint64_t size = 0;
  base::Hash128 hash;
  std::int64_t duration_ms = 0;  // of videos and sounds
  int width_px = 0;              // of videos and pictures
  int height_px = 0;
  std::string_view language;  // of subtitles
};

/// Texts are the site's own: it outlives the items.
struct CatalogueItem {
  std::string id;         // its address without .html: unique, and stable while the address is
  const char* kind = "";  // article, event, topic, chapter, entry, poster, quiz, book, data
  MediaForm form = MediaForm::ImageText;
  std::string_view section;  // id of its section; empty: of none
  std::string_view title;
  std::string_view description;
  std::string address;  // of its page; of a file where it has no page
  std::optional<base::DateTime> date;
  std::optional<base::DateTime> updated;
  std::string_view license;
  std::vector<std::string_view> creators;
  std::vector<std::string_view> units;
  /// id of a taxonomy → terms, in the order of the record
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> terms;
  std::string_view contest;  // of works
  std::vector<std::string_view> awards;
  std::string_view paper;  // of wall charts: A1 … A4
  bool landscape = false;
  std::size_t question_count = 0;  // of quizzes
  bool demonstration = false;
  std::vector<CatalogueFile> files;

  const std::vector<std::string_view>* terms_of(std::string_view taxonomy) const;
};

/// All of them, sorted by id. One pass; costs about as much as the cards of the articles.
std::vector<CatalogueItem> catalogue_items(const SiteContext& context);

/// Those that somebody can take away: works, wall charts, quizzes, the book, tables, and articles
/// with files to download.
std::vector<CatalogueItem> resource_items(const SiteContext& context);

}  // namespace kepu::render
