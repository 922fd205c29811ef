#include "render/site_context.h"

#include <algorithm>
#include <numeric>

#include "base/collate.h"
#include "base/html.h"
#include "base/parallel.h"
#include "render/cards.h"
#include "render/certificate_addresses.h"
#include "render/components.h"
#include "render/edition.h"
#include "render/list_groups.h"
#include "render/record_views.h"
#include "render/site_view.h"
#include "render/view_parts.h"

namespace kepu::render {

namespace {

constexpr std::size_t kNewestOfSection = 6;

std::vector<std::size_t> ordered(const model::Site& site, std::vector<std::size_t> articles,
                                 model::ArticleOrder order) {
  const auto newer = [&site](std::size_t a, std::size_t b) {
    const model::Article& left = site.articles[a];
    const model::Article& right = site.articles[b];
    if (left.date.unix_seconds != right.date.unix_seconds) {
      return left.date.unix_seconds > right.date.unix_seconds;
    }
    return left.slug < right.slug;
  };
  std::sort(articles.begin(), articles.end(), newer);
  if (order == model::ArticleOrder::Weight) {
    std::stable_sort(articles.begin(), articles.end(), [&site](std::size_t a, std::size_t b) {
      return site.articles[a].weight < site.articles[b].weight;
    });
  } else if (order == model::ArticleOrder::Title) {
    std::vector<std::pair<std::string, std::size_t>> keyed;
    keyed.reserve(articles.size());
    for (const std::size_t i : articles) {
      keyed.emplace_back(base::pinyin_sort_key(site.articles[i].title), i);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), articles.begin(),
                   [](const auto& item) { return item.second; });
  }
  return articles;
}

// Files are there once, for all editions.
bool is_shared_file(std::string_view address) {
  if (address.ends_with(".html")) return false;
  return address.starts_with("assets/") || address.starts_with("media/") ||
         address == "catalog.json" || address == "sitemap.xml";
}

}  // namespace

SiteContext::SiteContext(const model::Site& model_site, const check::AddressBook& book,
                         const model::MediaLibrary& library, const model::CueLibrary& cues,
                         const base::FileSystem& file_system, std::string site_folder,
                         std::string program_version, unsigned jobs, base::Diagnostics& diagnostics,
                         EditionSetup setup)
    : site(model_site),
      addresses(book),
      media(library),
      edition(setup.edition),
      version(std::move(program_version)),
      theme(edition == nullptr ? load_theme(file_system, site, diagnostics)
                               : theme_in_edition(setup.main->theme, edition->language)),
      files(site, addresses, media, file_system, std::move(site_folder)),
      cue_files(cues, site.identity.language, edition),
      policy_chains(model_site) {
  gallery = collect_gallery(site);
  for (const model::Contest& contest : site.contests) {
    certificates.push_back(certificate_addresses(contest));
    VoteTally& tally = vote_tallies.emplace_back(tally_votes(contest));
    if (tally.votes != nullptr) tally.counted_until = date_view(*this, tally.votes->counted_until);
  }
  glossary = collect_glossary(site, jobs);
  sort_sections();
  link_terms();
  globals = site_globals(*this);
  article_cards.resize(site.articles.size());
  base::parallel_for(site.articles.size(), jobs,
                     [this](std::size_t i) { article_cards[i] = article_card(*this, i); });
  entry_cards.resize(site.contests.size());
  for (std::size_t c = 0; c < site.contests.size(); ++c) {
    for (std::size_t e = 0; e < site.contests[c].entries.size(); ++e) {
      entry_cards[c].push_back(entry_card(*this, site.contests[c], site.contests[c].entries[e]));
    }
  }
  index_cards();
  collection_places = CollectionPlaces(*this);
  if (theme.templates.contains("parts/related.html")) related = RelatedArticles(*this, jobs);
}

void SiteContext::index_cards() {
  // Collections and cards inside texts show them.
  const std::vector<const char*> components = component_templates(site);
  const bool shows_cards_elsewhere =
      std::find(components.begin(), components.end(), std::string_view("components/card.html")) !=
          components.end() ||
      std::any_of(site.articles.begin(), site.articles.end(),
                  [](const model::Article& article) { return !article.parts.empty(); });
  if (shows_cards_elsewhere) {
    for (std::size_t i = 0; i < site.articles.size(); ++i)
      cards.emplace(site.articles[i].source_path, article_cards[i]);
    for (std::size_t c = 0; c < site.contests.size(); ++c)
      for (std::size_t e = 0; e < site.contests[c].entries.size(); ++e)
        cards.emplace(site.contests[c].entries[e].source_path, entry_cards[c][e]);
  }
  for (const model::WallChart& chart : site.wall_charts)
    cards.emplace(chart.source_path, wall_chart_card(*this, chart));
  for (const model::Quiz& quiz : site.quizzes)
    cards.emplace(quiz.source_path, quiz_card(*this, quiz));
  for (const model::Expert& expert : site.experts)
    cards.emplace(expert.source_path, expert_card(*this, expert));
  for (const model::Organisation& organisation : site.organisations)
    cards.emplace(organisation.source_path, organisation_card(*this, organisation));
}

bool SiteContext::is_newer(std::size_t a, std::size_t b) const {
  const model::Article& left = site.articles[a];
  const model::Article& right = site.articles[b];
  if (left.date.unix_seconds != right.date.unix_seconds) {
    return left.date.unix_seconds > right.date.unix_seconds;
  }
  return left.source_path < right.source_path;
}

void SiteContext::sort_sections() {
  for (const model::Section& section : site.sections) {
    section_of.emplace(section.id, sections.size());
    sections.push_back({&section, {}, {}, {}});
  }
  for (std::size_t i = 0; i < site.articles.size(); ++i) {
    if (const auto found = section_of.find(site.articles[i].section); found != section_of.end()) {
      sections[found->second].articles.push_back(i);
    }
  }
  place_in_section.resize(site.articles.size());
  const auto newer = [this](std::size_t a, std::size_t b) { return is_newer(a, b); };
  for (SectionPages& pages : sections) {
    pages.newest = pages.articles;
    const auto count = std::min(kNewestOfSection, pages.newest.size());
    std::partial_sort(pages.newest.begin(),
                      pages.newest.begin() + static_cast<std::ptrdiff_t>(count), pages.newest.end(),
                      newer);
    pages.newest.resize(count);
    pages.articles = ordered(site, std::move(pages.articles), pages.section->order);
    if (pages.section->kind == model::SectionKind::Events) sort_events(site, pages.articles);
    for (std::size_t place = 0; place < pages.articles.size(); ++place) {
      place_in_section[pages.articles[place]] = place;
    }
    pages.link = section_link(site, *pages.section, pages.articles.size());
  }
  newest_articles.resize(site.articles.size());
  std::iota(newest_articles.begin(), newest_articles.end(), std::size_t{0});
  std::sort(newest_articles.begin(), newest_articles.end(), newer);
}

void SiteContext::link_terms() {
  for (const check::TaxonomyPages& taxonomy : addresses.taxonomies()) {
    auto& links = term_links[taxonomy.taxonomy->id];
    for (const check::TermPages& term : taxonomy.terms) {
      links.emplace(term.title, link_view(term.title, term.address));
    }
  }
}

const SectionPages* SiteContext::find_section(const std::string& id) const {
  const auto found = section_of.find(id);
  return found == section_of.end() ? nullptr : &sections[found->second];
}

const model::Section* SiteContext::exhibition_section() const {
  const auto found = std::find_if(
      site.sections.begin(), site.sections.end(),
      [](const model::Section& item) { return item.kind == model::SectionKind::Exhibition; });
  return found == site.sections.end() ? nullptr : &*found;
}

const std::string& SiteContext::language() const {
  return edition == nullptr ? site.identity.language : edition->language;
}

std::string SiteContext::absolute(std::string_view address) const {
  if (site.identity.base_url.empty()) return {};
  const std::string folder = edition == nullptr || is_shared_file(address) ? "" : edition->folder;
  if (address == "index.html") return site.identity.base_url + folder;
  return site.identity.base_url + folder + base::escape_url(address);
}

}  // namespace kepu::render
