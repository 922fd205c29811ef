// Which files of the site folder and of the media cache are published, and under which address.
// Only what content names is published. Every address carries a hash of the content, so that
// browsers may keep a file for ever.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/document.h"
#include "base/file_system.h"
#include "check/address_book.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::render {

class PublishedFiles {
 public:
  /// Looks through the whole site. `site_folder` is the real path of the site folder.
  PublishedFiles(const model::Site& site, const check::AddressBook& addresses,
                 const model::MediaLibrary& media, const base::FileSystem& files,
                 std::string site_folder);

  /// Address of a file of the site folder; "" if it is not published.
  const std::string& address_of(const std::string& path) const;
  /// Address of a poster of `media`.
  static std::string poster_address(const model::Media& media, const model::PictureFile& poster);

  /// Copies of all files.
  void append_documents(base::Documents& documents) const;

 private:
  void add(const std::string& path, const base::Place& source);
  void add_target(const std::string& from, const std::string& reference);

  struct File {
    std::string address;
    base::Place source;
  };
  const check::AddressBook& addresses_;
  const model::MediaLibrary& media_;
  const base::FileSystem& files_;
  std::string site_folder_;
  std::unordered_map<std::string, File> published_;  // by path from the site folder
};

}  // namespace kepu::render
