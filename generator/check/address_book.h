// Where everything is: from references as authors write them to pages, files and addresses of the
// published site. Built once from the site, then read by many threads. Points into the site, which
// must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/terms.h"
#include "model/site.h"

namespace kepu::check {

enum class TargetKind {
  External,  // has a scheme or begins with //
  SamePage,  // only a fragment
  Page,      // a page of this site
  File,      // a file that is published as it is (picture, media, download)
  HeldBack,  // a page that is not published now
  Folder,
  Outside,  // leaves the site folder
  Missing,
};

struct Target {
  TargetKind kind = TargetKind::Missing;
  std::string address;   // Page: from the root of the site; External: as written
  std::string fragment;  // without #
  std::string path;      // from the site folder: the source of a page, the file, or what is missing
  const model::Body* body = nullptr;  // Page: its text, if fragments can be checked
  const model::HeldBack* held_back = nullptr;
};

class AddressBook {
 public:
  explicit AddressBook(const model::Site& site);

  /// What `reference` means in the file `from` (path from the site folder).
  Target resolve(std::string_view from, std::string_view reference) const;

  /// A reference that is near to one that was not found, written as the author would; "" if none.
  std::string nearest(std::string_view from, std::string_view reference) const;

  bool has_file(const std::string& path) const { return files_.contains(path); }
  const std::vector<TaxonomyPages>& taxonomies() const { return taxonomies_; }

 private:
  struct Page {
    std::string address;
    const model::Body* body = nullptr;
  };
  void add_page(const std::string& source_path, std::string address, const model::Body* body);

  std::unordered_map<std::string, Page> pages_;  // by source path
  std::unordered_map<std::string, const model::Body*> addresses_;
  std::unordered_map<std::string, const model::HeldBack*> held_back_;
  std::unordered_map<std::string, bool> files_;                        // path → true
  std::unordered_map<std::string, std::vector<std::string>> folders_;  // folder → file names in it
  std::vector<TaxonomyPages> taxonomies_;
};

/// True for `https://…`, `mailto:…`, `//host`.
bool is_external(std::string_view reference);

}  // namespace kepu::check
