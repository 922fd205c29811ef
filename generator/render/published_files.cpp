#include "render/published_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/pinyin.h"
#include "base/site_path.h"
#include "check/media_references.h"

namespace kepu::render {

namespace {

constexpr std::size_t kFingerprintDigits = 10;

// "名字 with blanks.MP4" → "ming-zi-with-blanks": addresses are plain ASCII.
std::string address_stem(std::string_view path) {
  std::string stem = base::slug(base::stem_of(path));
  return stem.empty() ? "file" : stem;
}

const char* extension_of(model::PictureFormat format) {
  switch (format) {
    case model::PictureFormat::WebP:
      return "webp";
    case model::PictureFormat::Jpeg:
      return "jpg";
    case model::PictureFormat::Avif:
      return "avif";
    case model::PictureFormat::Png:
      return "png";
  }
  return "webp";
}

std::string fingerprint(base::Hash128 hash) {
  return base::to_hex(hash).substr(0, kFingerprintDigits);
}

}  // namespace

std::string fingerprinted_address(std::string_view folder, std::string_view path,
                                  std::string_view content, std::string_view extension) {
  return fmt::format("{}/{}.{}.{}", folder, address_stem(path),
                     fingerprint(base::hash_bytes(content)), extension);
}

PublishedFiles::PublishedFiles(const model::Site& site, const check::AddressBook& addresses,
                               const model::MediaLibrary& media, const base::FileSystem& files,
                               std::string site_folder)
    : addresses_(addresses), media_(media), files_(files), site_folder_(std::move(site_folder)) {
  const auto add_body = [this, &site](const std::string& from, const model::Body& body) {
    for (const model::Slot& slot : body.slots) {
      const bool is_picture = slot.kind == model::SlotKind::Image;
      add_target(from, slot.target, is_picture ? Use::Shown : Use::Offered);
    }
    // Whoever sees a chart can have its table.
    for (const model::Chart& chart : body.charts)
      for (const model::DataTable& table : site.data_tables)
        if (!chart.data.empty() && table.name == chart.data.target)
          add(table.source_path, {table.source_path, {}, 1}, Use::Offered);
  };
  for (const model::Article& article : site.articles) {
    add_body(article.source_path, article.body);
    add_target(article.source_path, article.cover.target, Use::Shown);
    if (article.event && article.event->follow_up) {
      for (const model::EventPicture& picture : article.event->follow_up->pictures)
        add_target(article.source_path, picture.file.target, Use::Shown);
      add_target(article.source_path, article.event->follow_up->video.target, Use::Offered);
    }
  }
  for (const model::WallChart& chart : site.wall_charts) {
    add_target(chart.source_path, chart.picture.target, Use::Offered);
    add_body(chart.source_path, chart.text);
  }
  for (const model::SiteMark& mark : site.identity.marks)
    add_target("content/site.json", mark.picture.target, Use::Shown);
  for (const model::Book& book : site.books)
    add_target(book.source_path, book.cover.target, Use::Shown);
  for (const model::Section& section : site.sections) {
    if (!section.index_path.empty()) add_body(section.index_path, section.introduction);
  }
  for (const model::Contest& contest : site.contests) {
    add_body(contest.source_path, contest.introduction);
    for (const model::Entry& entry : contest.entries) {
      add_target(entry.source_path, entry.media.target, Use::Offered);
    }
  }
  // The table that the curve is drawn from can be had, too.
  for (const model::DataTable& table : site.data_tables) {
    if (table.name == site.home.curve)
      add(table.source_path, {table.source_path, {}, 1}, Use::Offered);
  }
}

void PublishedFiles::add_target(const std::string& from, const std::string& reference, Use use) {
  if (reference.empty() || check::is_external(reference)) return;
  const check::Target target = addresses_.resolve(from, reference);
  if (target.kind == check::TargetKind::File) add(target.path, {from, {}, 1}, use);
}

void PublishedFiles::add(const std::string& path, const base::Place& source, Use use) {
  if (published_.contains(path)) return;
  const model::Media* known = media_.find_file(path);
  if (use == Use::Shown && known != nullptr && !known->derivatives.sizes.empty()) return;
  std::string disk_path = site_folder_ + "/" + path;
  std::string folder = "assets";
  PublishedFile file;
  if (known != nullptr && known->content_hash != base::Hash128{}) {
    if (known->facts.kind != model::MediaKind::Picture) folder = "media";
    file.hash = known->content_hash;
    file.size = known->facts.file_size;
    if (const auto& rewritten = known->derivatives.rewritten) {
      file.hash = rewritten->hash;
      file.size = rewritten->size;
      disk_path = rewritten->file;
    }
  } else if (const auto content = files_.read(path)) {
    file.hash = base::hash_bytes(*content);
    file.size = content->size();
  }
  const std::string extension = base::extension_of(path);
  file.address = fmt::format("{}/{}.{}{}{}", folder, address_stem(path), fingerprint(file.hash),
                             extension.empty() ? "" : ".", extension);
  published_.emplace(path, File{std::move(file), std::move(disk_path), source});
}

const PublishedFile* PublishedFiles::find(const std::string& path) const {
  const auto found = published_.find(path);
  return found == published_.end() ? nullptr : &found->second.published;
}

const std::string& PublishedFiles::address_of(const std::string& path) const {
  static const std::string kNone;
  const PublishedFile* file = find(path);
  return file == nullptr ? kNone : file->address;
}

std::string PublishedFiles::derived_address(const model::Media& media,
                                            const model::PictureFile& picture) {
  return fmt::format("media/{}.{}.{}.{}", address_stem(media.path), fingerprint(picture.made.hash),
                     picture.width_px, extension_of(picture.format));
}

std::string PublishedFiles::share_address(const model::PictureFile& picture) {
  return fmt::format("media/share.{}.{}", fingerprint(picture.made.hash),
                     extension_of(picture.format));
}

void PublishedFiles::append_documents(base::Documents& documents) const {
  // Two paths with one name and one content share an address; the map keeps the first in order.
  std::map<std::string, base::Document> by_address;
  std::map<std::string, const File*> sorted;
  for (const auto& [path, file] : published_) sorted.emplace(path, &file);
  for (const auto& [path, file] : sorted) {
    by_address.try_emplace(
        file->published.address,
        base::Document{file->published.address, base::FileOnDisk{file->disk_path}, file->source});
  }
  for (const model::Media& media : media_.items) {
    const auto add_derived = [&](const model::PictureFile& picture) {
      const std::string address = derived_address(media, picture);
      by_address.try_emplace(address, base::Document{address, base::FileOnDisk{picture.made.file},
                                                     base::Place{media.path, {}, 1}});
    };
    const model::MediaDerivatives& made = media.derivatives;
    for (const model::PictureFile& poster : made.posters) add_derived(poster);
    for (const model::PictureFile& size : made.sizes) add_derived(size);
    if (made.preview) add_derived(*made.preview);
    if (made.storyboard) {
      for (const model::PictureFile& sheet : made.storyboard->sheets) add_derived(sheet);
    }
  }
  for (const model::SharePicture& picture : media_.share_pictures) {
    const std::string address = share_address(picture.file);
    by_address.try_emplace(address,
                           base::Document{address, base::FileOnDisk{picture.file.made.file},
                                          base::Place{picture.address, {}, 1}});
  }
  for (auto& [address, document] : by_address) documents.push_back(std::move(document));
}

}  // namespace kepu::render
