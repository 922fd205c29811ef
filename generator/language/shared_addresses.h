// Files that the editions of a site share: pictures, media, downloads, styles, scripts. They lie
// beside the folders of the editions, so that links to them leave the edition and all others stay.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace kepu::language {

class SharedAddresses {
 public:
  /// `folder` of the edition, "zh-TW/"; `base_url` of the site, or "".
  SharedAddresses(std::string folder, std::string base_url)
      : folder_(std::move(folder)), base_url_(std::move(base_url)) {}

  void add(std::string address) { addresses_.insert(std::move(address)); }
  bool contains(const std::string& address) const { return addresses_.contains(address); }

  /// How `reference`, as written on the page `address` for a site of its own, is written in the
  /// edition; nothing when it stays as it is.
  std::optional<std::string> moved(std::string_view reference, std::string_view address) const;
  /// An absolute address of a page of the main edition: that of its counterpart.
  std::optional<std::string> brought_in(std::string_view reference) const;
  /// `moved` for `srcset`.
  std::optional<std::string> moved_set(std::string_view references, std::string_view address) const;

 private:
  std::string folder_;
  std::string base_url_;
  std::unordered_set<std::string> addresses_;
};

}  // namespace kepu::language
