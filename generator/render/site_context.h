// Everything that pages are made from, prepared once: the site, its theme, the orders of its
// sections, the cards of its items. Immutable while documents are made, so all threads share it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file_system.h"
#include "check/address_book.h"
#include "model/cues.h"
#include "model/media.h"
#include "model/site.h"
#include "render/collection_places.h"
#include "render/cue_files.h"
#include "render/gallery_facets.h"
#include "render/glossary.h"
#include "render/policy_chain.h"
#include "render/published_files.h"
#include "render/related_articles.h"
#include "render/theme_files.h"
#include "render/vote_tally.h"
#include "theme/value.h"

namespace kepu::render {

/// One section with its articles in the section's order.
struct SectionPages {
  const model::Section* section = nullptr;
  theme::Value link;                  // the section link of views
  std::vector<std::size_t> articles;  // indices into Site::articles
  std::vector<std::size_t> newest;    // the newest six by date
};

struct Edition;

/// A further edition, and the context of the main one, whose theme it shares.
struct EditionSetup {
  const Edition* edition = nullptr;
  const SiteContext* main = nullptr;
};

struct SiteContext {
  SiteContext(const model::Site& model_site, const check::AddressBook& book,
              const model::MediaLibrary& library, const model::CueLibrary& cues,
              const base::FileSystem& files, std::string site_folder, std::string program_version,
              unsigned jobs, base::Diagnostics& diagnostics, EditionSetup setup = {});
  SiteContext(const SiteContext&) = delete;
  SiteContext& operator=(const SiteContext&) = delete;

  const model::Site& site;
  const check::AddressBook& addresses;
  const model::MediaLibrary& media;
  const Edition* edition;  // null: the main one
  std::string version;
  Theme theme;
  PublishedFiles files;
  CueFiles cue_files;
  PolicyChains policy_chains;
  theme::Map globals;

  std::vector<SectionPages> sections;                       // in the order of the site
  std::unordered_map<std::string, std::size_t> section_of;  // section id → index of `sections`
  std::vector<std::size_t> place_in_section;                // by article
  std::vector<theme::Value> article_cards;                  // by article
  std::vector<std::vector<theme::Value>> entry_cards;       // by contest, by entry
  /// By source path: of records, and of articles and works where collections show them.
  std::unordered_map<std::string_view, theme::Value> cards;
  Gallery gallery;
  std::vector<std::vector<std::string>> certificates;  // addresses by contest, by award result
  std::vector<VoteTally> vote_tallies;                 // by contest
  std::vector<std::size_t> newest_articles;            // all articles, newest first
  /// taxonomy id → title of a term → link view
  std::unordered_map<std::string, std::unordered_map<std::string, theme::Value>> term_links;
  Glossary glossary;

  CollectionPlaces collection_places;
  RelatedArticles related;  // empty where the theme does not show it

  const SectionPages* find_section(const std::string& id) const;
  const model::Section* exhibition_section() const;
  /// Of the texts on its pages: zh-CN.
  const std::string& language() const;
  /// Absolute address of a page or file of this edition, or "" when the site has no base_url.
  std::string absolute(std::string_view address) const;
  bool is_newer(std::size_t a, std::size_t b) const;

 private:
  void sort_sections();
  void link_terms();
  void index_cards();
};

}  // namespace kepu::render
