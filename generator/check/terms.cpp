#include "check/terms.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/collate.h"
#include "base/hash.h"
#include "base/pinyin.h"

namespace kepu::check {

namespace {

// Works carry terms in fields of their own: `tags`, and `district` for the taxonomy of districts.
std::vector<std::string> terms_of_entry(const model::Entry& entry, const std::string& taxonomy) {
  if (taxonomy == "tags") return entry.tags;
  if (taxonomy == "districts" && !entry.district.empty()) return {entry.district};
  return {};
}

std::vector<std::string> terms_of_chart(const model::WallChart& chart,
                                        const std::string& taxonomy) {
  if (taxonomy == "tags") return chart.tags;
  if (taxonomy == "audiences") return chart.audiences;
  if (taxonomy == "scenes") return chart.scenes;
  return {};
}

std::vector<std::string> terms_of_quiz(const model::Quiz& quiz, const std::string& taxonomy) {
  if (taxonomy == "tags") return quiz.tags;
  if (taxonomy == "audiences") return quiz.audiences;
  return {};
}

constexpr std::size_t kMaxNameBytes = 80;

// Terms with one pinyin (权利, 权力) get addresses of their own: the first by title keeps the plain
// one.
void part_addresses(std::unordered_map<std::string, TermPages>& used) {
  std::map<std::string, TermPages*> by_title;
  for (auto& [title, pages] : used) by_title.emplace(title, &pages);
  std::unordered_set<std::string> taken;
  for (auto& [title, pages] : by_title) {
    if (taken.insert(pages->address).second) continue;
    const std::string_view ending = ".html";
    pages->address.resize(pages->address.size() - ending.size());
    pages->address.append("-").append(short_hash(title)).append(ending);
    taken.insert(pages->address);
  }
}

}  // namespace

std::string short_hash(const std::string& title) {
  return base::to_hex(base::hash_bytes(title)).substr(0, 8);
}

std::string address_name(const std::string& title) {
  std::string name = base::slug(title);
  // Very long names are no file names.
  if (name.empty() || name.size() > kMaxNameBytes)
    name = name.substr(0, kMaxNameBytes) + (name.empty() ? "" : "-") + short_hash(title);
  return name;
}

std::string term_address(const model::Taxonomy& taxonomy, const std::string& title) {
  const auto listed =
      std::find_if(taxonomy.terms.begin(), taxonomy.terms.end(),
                   [&title](const model::Term& term) { return term.title == title; });
  std::string name = listed != taxonomy.terms.end() ? listed->id : address_name(title);
  // `index` is the taxonomy's own page.
  if (name == "index") name.append("-").append(short_hash(title));
  return taxonomy.id + "/" + name + ".html";
}

const TermPages* TaxonomyPages::find(const std::string& title) const {
  const auto found = std::find_if(terms.begin(), terms.end(),
                                  [&title](const TermPages& term) { return term.title == title; });
  return found == terms.end() ? nullptr : &*found;
}

std::vector<TaxonomyPages> collect_terms(const model::Site& site) {
  std::vector<TaxonomyPages> out;
  for (const model::Taxonomy& taxonomy : site.taxonomies) {
    std::unordered_map<std::string, TermPages> used;
    const auto page_of = [&](const std::string& title) -> TermPages& {
      TermPages& pages = used[title];
      if (pages.title.empty()) {
        pages.title = title;
        pages.address = term_address(taxonomy, title);
      }
      return pages;
    };
    for (std::size_t i = 0; i < site.articles.size(); ++i) {
      for (const model::TermUse& use : site.articles[i].terms) {
        if (use.taxonomy != taxonomy.id) continue;
        for (const std::string& title : use.terms) {
          auto& articles = page_of(title).articles;
          if (articles.empty() || articles.back() != i) articles.push_back(i);
        }
      }
    }
    for (std::size_t c = 0; c < site.contests.size(); ++c) {
      for (std::size_t e = 0; e < site.contests[c].entries.size(); ++e) {
        for (const std::string& title : terms_of_entry(site.contests[c].entries[e], taxonomy.id)) {
          page_of(title).entries.push_back({c, e});
        }
      }
    }
    for (const model::WallChart& chart : site.wall_charts)
      for (const std::string& title : terms_of_chart(chart, taxonomy.id))
        page_of(title).records.push_back(chart.source_path);
    for (const model::Quiz& quiz : site.quizzes)
      for (const std::string& title : terms_of_quiz(quiz, taxonomy.id))
        page_of(title).records.push_back(quiz.source_path);
    if (used.empty()) continue;
    part_addresses(used);
    // Listed terms first in their order, the others by pinyin.
    std::map<std::pair<std::size_t, std::string>, TermPages> sorted;
    for (auto& [title, pages] : used) {
      const auto listed =
          std::find_if(taxonomy.terms.begin(), taxonomy.terms.end(),
                       [&name = title](const model::Term& term) { return term.title == name; });
      const auto rank = static_cast<std::size_t>(listed - taxonomy.terms.begin());
      sorted.emplace(std::pair(rank, base::pinyin_sort_key(title) + title), std::move(pages));
    }
    TaxonomyPages pages{&taxonomy, {}};
    for (auto& [key, term] : sorted) pages.terms.push_back(std::move(term));
    out.push_back(std::move(pages));
  }
  return out;
}

}  // namespace kepu::check
