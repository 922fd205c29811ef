// Which terms of the taxonomies are in use, where their pages are, and what they hold.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"

namespace kepu::check {

/// Indices into Site::articles, and into Site::contests and Contest::entries.
struct EntryIndex {
  std::size_t contest = 0;
  std::size_t entry = 0;
};

struct TermPages {
  std::string title;
  std::string address;  // tags/tan-hui.html
  std::vector<std::size_t> articles;
  std::vector<EntryIndex> entries;
  std::vector<std::string> records;  // source paths of wall charts and quizzes
  std::size_t count() const { return articles.size() + entries.size() + records.size(); }
};

struct TaxonomyPages {
  const model::Taxonomy* taxonomy = nullptr;
  std::vector<TermPages> terms;  // used ones only: listed order, then by pinyin

  std::string address() const { return taxonomy->id + "/index.html"; }
  const TermPages* find(const std::string& title) const;
};

/// Only taxonomies with at least one used term. The order follows site.json.
std::vector<TaxonomyPages> collect_terms(const model::Site& site);

/// The pinyin of a title as part of an address; a hash where there is none, and behind a very long
/// one. Two titles may have one name.
std::string address_name(const std::string& title);
/// Eight characters that tell titles of one name apart.
std::string short_hash(const std::string& title);

/// The address of a term's page: its id if listed, otherwise its pinyin (a hash where there is
/// none).
std::string term_address(const model::Taxonomy& taxonomy, const std::string& title);

}  // namespace kepu::check
