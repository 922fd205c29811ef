#include "check/media_forms.h"

#include <algorithm>

#include "check/codes.h"
#include "check/media_references.h"
#include "check/reference_place.h"

namespace kepu::check {

namespace {

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

// What a place in the content is for; a file's content decides what it is, never its ending.
class KindChecker {
 public:
  KindChecker(const std::string& file, const AddressBook& addresses,
              const model::MediaLibrary& media, base::Diagnostics& diagnostics)
      : file_(file), addresses_(addresses), media_(media), diagnostics_(diagnostics) {}

  void expect(model::MediaKind wanted, const model::Reference& reference) {
    expect(wanted, reference.target, place_of(file_, reference));
  }

  void check_body(const model::Body& body) {
    for (const model::Slot& slot : body.slots) {
      const base::Place place{file_, slot.position, slot.length};
      if (slot.kind == model::SlotKind::Image)
        expect(model::MediaKind::Picture, slot.target, place);
      if (slot.kind == model::SlotKind::Player) expect_player(slot.target, place);
    }
  }

 private:
  const model::Media* find(const std::string& reference, bool& is_file) const {
    const Target target = addresses_.resolve(file_, reference);
    is_file = !reference.empty() && target.kind == TargetKind::File;
    return is_file ? media_.find_file(target.path) : nullptr;
  }

  void expect(model::MediaKind wanted, const std::string& reference, const base::Place& place) {
    bool is_file = false;
    const model::Media* item = find(reference, is_file);
    if (!is_file || (item != nullptr && (item->damaged || item->facts.kind == wanted))) return;
    refuse(wanted, item, reference, place);
  }

  void expect_player(const std::string& reference, const base::Place& place) {
    bool is_file = false;
    const model::Media* item = find(reference, is_file);
    if (item != nullptr && !item->damaged && item->facts.kind == model::MediaKind::Picture)
      refuse(model::MediaKind::Video, item, reference, place);
  }

  void refuse(model::MediaKind wanted, const model::Media* item, const std::string& reference,
              const base::Place& place) {
    diagnostics_.add(codes::kMediaKind, place,
                     {{"target", reference},
                      kind_word("expected", wanted),
                      item == nullptr ? base::Argument{"actual", "别的文件", "another kind of file"}
                                      : kind_word("actual", item->facts.kind)});
  }

  const std::string& file_;
  const AddressBook& addresses_;
  const model::MediaLibrary& media_;
  base::Diagnostics& diagnostics_;
};

void check_follow_up(const model::Article& article, KindChecker& checker) {
  if (!article.event || !article.event->follow_up) return;
  for (const model::EventPicture& picture : article.event->follow_up->pictures)
    checker.expect(model::MediaKind::Picture, picture.file);
  checker.expect(model::MediaKind::Video, article.event->follow_up->video);
}

}  // namespace

void check_media_forms(const model::Site& site, const AddressBook& addresses,
                       const model::MediaLibrary& media, base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles) {
    check_cover(article, addresses, media, diagnostics);
    KindChecker checker(article.source_path, addresses, media, diagnostics);
    checker.check_body(article.body);
    check_follow_up(article, checker);
  }
  for (const model::Section& section : site.sections) {
    if (!section.index_path.empty())
      KindChecker(section.index_path, addresses, media, diagnostics)
          .check_body(section.introduction);
  }
  for (const model::WallChart& chart : site.wall_charts) {
    KindChecker checker(chart.source_path, addresses, media, diagnostics);
    checker.expect(model::MediaKind::Picture, chart.picture);
    checker.check_body(chart.text);
  }
  for (const model::Book& book : site.books)
    KindChecker(book.source_path, addresses, media, diagnostics)
        .expect(model::MediaKind::Picture, book.cover);
  for (const model::Contest& contest : site.contests) {
    KindChecker(contest.source_path, addresses, media, diagnostics)
        .check_body(contest.introduction);
    for (const model::Entry& entry : contest.entries)
      check_entry(contest, entry, addresses, media, diagnostics);
  }
}

}  // namespace kepu::check
