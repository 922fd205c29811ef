#include "check/address_book.h"

#include <algorithm>
#include <utility>

#include "base/byte_scan.h"
#include "base/html.h"
#include "base/site_path.h"
#include "base/suggest.h"

namespace kepu::check {

namespace {

// Files that kepu reads as content: they become pages (or nothing), never downloads.
bool is_source(std::string_view path) {
  if (!path.starts_with("content/")) return false;
  const std::string extension = base::extension_of(path);
  return extension == "md" || extension == "json";
}

std::string_view without_query(std::string_view path) {
  return path.substr(0, path.find('?'));
}

}  // namespace

bool is_external(std::string_view reference) {
  if (reference.starts_with("//")) return true;
  const auto colon = reference.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::all_of(reference.begin(), reference.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
                     });
}

AddressBook::AddressBook(const model::Site& site) : taxonomies_(collect_terms(site)) {
  pages_.reserve(site.articles.size() * 2);
  addresses_.reserve(site.articles.size() * 2);
  files_.reserve(site.files.size() * 2);
  for (const base::FileEntry& file : site.files) {
    files_.emplace(file.path, true);
    std::string_view folder = base::folder_of(file.path);
    folders_[std::string(folder)].emplace_back(base::file_name_of(file.path));
    while (!folder.empty()) {
      folder = base::folder_of(folder);
      if (!folders_.try_emplace(std::string(folder)).second) break;
    }
  }
  for (const model::Article& article : site.articles) {
    add_page(article.source_path, article.address(), &article.body);
  }
  for (const model::Section& section : site.sections) {
    const std::string source =
        section.index_path.empty() ? "content/" + section.id + "/_index.md" : section.index_path;
    add_page(source, section.address(), &section.introduction);
  }
  for (const model::Contest& contest : site.contests) {
    add_page(contest.source_path, contest.address(), nullptr);
    if (contest.awards) add_page(contest.awards->source_path, contest.awards_address(), nullptr);
    for (const model::Entry& entry : contest.entries) {
      add_page(entry.source_path, entry.address(), nullptr);
    }
  }
  for (const model::WallChart& chart : site.wall_charts)
    add_page(chart.source_path, chart.address(), &chart.text);
  for (const model::Quiz& quiz : site.quizzes) add_page(quiz.source_path, quiz.address(), nullptr);
  for (const model::Expert& expert : site.experts)
    add_page(expert.source_path, expert.address(), nullptr);
  for (const model::Organisation& organisation : site.organisations)
    add_page(organisation.source_path, organisation.address(), nullptr);
  for (const TaxonomyPages& taxonomy : taxonomies_) {
    addresses_.emplace(taxonomy.address(), nullptr);
    for (const TermPages& term : taxonomy.terms) addresses_.emplace(term.address, nullptr);
  }
  for (const char* address :
       {"index.html", "sitemap/index.html", "awards/index.html", "elder/index.html", "feed.xml"}) {
    addresses_.emplace(address, nullptr);
  }
  for (const model::HeldBack& held : site.held_back) held_back_.emplace(held.source_path, &held);
}

void AddressBook::add_page(const std::string& source_path, std::string address,
                           const model::Body* body) {
  addresses_.emplace(address, body);
  pages_.emplace(source_path, Page{std::move(address), body});
}

Target AddressBook::resolve(std::string_view from, std::string_view reference) const {
  Target target;
  if (is_external(reference)) {
    target.kind = TargetKind::External;
    target.address = reference;
    return target;
  }
  // A file may have # or ? in its name, which in a link begin something else.
  const auto begins_more = [](unsigned char c) { return (c == '#') | (c == '?'); };
  if (base::find_byte(reference, 0, begins_more) != reference.size()) {
    const auto literal = base::resolve_path(from, reference);
    if (literal && files_.contains(*literal) && !is_source(*literal)) {
      target.kind = TargetKind::File;
      target.path = *literal;
      return target;
    }
  }
  const auto hash = reference.find('#');
  if (hash != std::string_view::npos)
    target.fragment = base::unescape_url(reference.substr(hash + 1));
  const std::string_view written = without_query(reference.substr(0, hash));
  if (written.empty()) {
    const auto self = pages_.find(std::string(from));
    target.kind = TargetKind::SamePage;
    target.body = self == pages_.end() ? nullptr : self->second.body;
    return target;
  }
  auto resolved = base::resolve_path(from, written);
  if (!resolved) {
    target.kind = TargetKind::Outside;
    return target;
  }
  target.path = std::move(*resolved);
  const std::string& path = target.path;
  if (const auto page = pages_.find(path); page != pages_.end()) {
    target.kind = TargetKind::Page;
    target.address = page->second.address;
    target.body = page->second.body;
  } else if (const auto held = held_back_.find(path); held != held_back_.end()) {
    target.kind = TargetKind::HeldBack;
    target.held_back = held->second;
  } else if (files_.contains(path) && !is_source(path)) {
    target.kind = TargetKind::File;
  } else if (const auto known = addresses_.find(path);
             written.starts_with('/') && known != addresses_.end()) {
    target.kind = TargetKind::Page;
    target.address = path;
    target.body = known->second;
  } else if (folders_.contains(path) || written.ends_with('/')) {
    target.kind = TargetKind::Folder;
  }
  return target;
}

std::string AddressBook::nearest(std::string_view from, std::string_view reference) const {
  const std::string_view written = without_query(reference.substr(0, reference.find('#')));
  const auto path = base::resolve_path(from, written);
  if (!path) return {};
  // The file is there, only of no use here: its own name is no suggestion.
  if (files_.contains(*path)) return {};
  const std::string name(base::file_name_of(*path));
  if (const auto folder = folders_.find(std::string(base::folder_of(*path)));
      folder != folders_.end()) {
    if (std::string near = base::nearest_name(name, folder->second); !near.empty()) {
      return std::string(written.substr(0, written.size() - base::file_name_of(written).size())) +
             near;
    }
  }
  // The right name in another folder; the first in order, so that the answer does not vary.
  std::string elsewhere;
  for (const auto& [folder, names] : folders_) {
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    std::string candidate = "/";
    candidate.append(folder).append("/").append(name);
    if (elsewhere.empty() || candidate < elsewhere) elsewhere = candidate;
  }
  return elsewhere;
}

}  // namespace kepu::check
