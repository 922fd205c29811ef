// Which files of the site folder and of the media cache are published, and under which address.
// Only what content names is published; pictures only as copies without metadata, which may tell
// where they were taken, wherever there are such copies. Every address carries a hash of the
// content, so that browsers may keep a file for ever.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/document.h"
#include "base/file_system.h"
#include "base/hash.h"
#include "check/address_book.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::render {

/// `<folder>/<name of path>.<fingerprint of content>.<extension>`, for what is made from `path`.
std::string fingerprinted_address(std::string_view folder, std::string_view path,
                                  std::string_view content, std::string_view extension);

/// A file of the site folder as it is published: perhaps a copy without metadata.
struct PublishedFile {
  std::string address;
  base::Hash128 hash;  // of the bytes that are published, as its fingerprint
  std::uint64_t size = 0;
};

class PublishedFiles {
 public:
  /// How content uses a file: what is only shown is not needed itself where there are sizes of it.
  enum class Use { Shown, Offered };

  /// Looks through the whole site. `site_folder` is the real path of the site folder.
  PublishedFiles(const model::Site& site, const check::AddressBook& addresses,
                 const model::MediaLibrary& media, const base::FileSystem& files,
                 std::string site_folder);

  /// Nothing when the file of the site folder is not published.
  const PublishedFile* find(const std::string& path) const;
  /// Address of a file of the site folder; "" if it is not published.
  const std::string& address_of(const std::string& path) const;
  /// Address of a picture that was derived from `media`.
  static std::string derived_address(const model::Media& media, const model::PictureFile& poster);

  /// Address of a picture for sharing.
  static std::string share_address(const model::PictureFile& picture);

  /// Copies of all files.
  void append_documents(base::Documents& documents) const;

 private:
  void add(const std::string& path, const base::Place& source, Use use);
  void add_target(const std::string& from, const std::string& reference, Use use);

  struct File {
    PublishedFile published;
    std::string disk_path;
    base::Place source;
  };
  const check::AddressBook& addresses_;
  const model::MediaLibrary& media_;
  const base::FileSystem& files_;
  std::string site_folder_;
  std::unordered_map<std::string, File> published_;  // by path from the site folder
};

}  // namespace kepu::render
