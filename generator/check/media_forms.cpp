#include "check/media_forms.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/codes.h"
#include "check/media_references.h"

namespace kepu::check {

namespace {

base::Place place_of(const std::string& file, const model::Reference& reference) {
  const std::size_t length = base::count_code_points(reference.target);
  return {file, reference.position, static_cast<std::uint32_t>(std::max<std::size_t>(1, length))};
}

base::Argument kind_word(const char* name, model::MediaKind kind) {
  switch (kind) {
    case model::MediaKind::Video:
      return {name, "视频", "video"};
    case model::MediaKind::Audio:
      return {name, "音频", "audio"};
    case model::MediaKind::Picture:
      return {name, "图片", "a picture"};
  }
  return {name, ""};
}

void check_entry(const model::Contest& contest, const model::Entry& entry,
                 const AddressBook& addresses, const model::MediaLibrary& media,
                 base::Diagnostics& diagnostics) {
  const auto category =
      std::find_if(contest.categories.begin(), contest.categories.end(),
                   [&entry](const model::Category& item) { return item.id == entry.category; });
  const Target target = addresses.resolve(entry.source_path, entry.media.target);
  if (category == contest.categories.end() || target.kind != TargetKind::File) return;
  const model::Media* item = media.find_file(target.path);
  if (item == nullptr || item->damaged) return;
  const auto wanted =
      category->form == model::WorkForm::Video ? model::MediaKind::Video : model::MediaKind::Audio;
  if (item->facts.kind == wanted) return;
  diagnostics.add(codes::kCategoryForm, place_of(entry.source_path, entry.media),
                  {{"category", category->title},
                   kind_word("expected", wanted),
                   kind_word("actual", item->facts.kind),
                   {"target", entry.media.target}});
}

void check_cover(const model::Article& article, const AddressBook& addresses,
                 const model::MediaLibrary& media, base::Diagnostics& diagnostics) {
  if (article.cover.empty()) return;
  const Target target = addresses.resolve(article.source_path, article.cover.target);
  if (target.kind != TargetKind::File) return;
  const model::Media* item = media.find_file(target.path);
  const bool is_sound =
      item != nullptr && !item->damaged && item->facts.kind == model::MediaKind::Audio;
  if (is_media_file(target.path) && !is_sound) return;
  diagnostics.add(codes::kCoverKind, place_of(article.source_path, article.cover),
                  {{"target", article.cover.target}});
}

}  // namespace

void check_media_forms(const model::Site& site, const AddressBook& addresses,
                       const model::MediaLibrary& media, base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles)
    check_cover(article, addresses, media, diagnostics);
  for (const model::Contest& contest : site.contests) {
    for (const model::Entry& entry : contest.entries)
      check_entry(contest, entry, addresses, media, diagnostics);
  }
}

}  // namespace kepu::check
