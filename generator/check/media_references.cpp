#include "check/media_references.h"

#include <algorithm>
#include <array>

#include "base/site_path.h"
#include "base/utf8.h"

namespace kepu::check {

namespace {

constexpr std::array<std::string_view, 29> kMediaEndings{
    "mp4", "m4v", "mov", "webm", "mkv",  "avi",  "flv",  "wmv", "mpg",  "mpeg",
    "ts",  "3gp", "ogv", "mp3",  "wav",  "flac", "ogg",  "oga", "opus", "m4a",
    "aac", "png", "jpg", "jpeg", "webp", "gif",  "avif", "svg", "bmp"};

ReferenceUse use_of(model::SlotKind kind) {
  switch (kind) {
    case model::SlotKind::Link:
      return ReferenceUse::Link;
    case model::SlotKind::Image:
      return ReferenceUse::Picture;
    case model::SlotKind::Player:
      return ReferenceUse::Player;
    case model::SlotKind::Card:
    case model::SlotKind::Question:
    case model::SlotKind::Fact:
    case model::SlotKind::FactCard:
    case model::SlotKind::Term:
    case model::SlotKind::Chart:
    case model::SlotKind::Table:
      return ReferenceUse::Link;
  }
  return ReferenceUse::Link;
}

// A reference and the file that it is written in.
struct WrittenPoster {
  const std::string& file;
  const model::Reference& reference;
};

WrittenPoster written_poster(const model::Contest& contest, const model::Entry& entry) {
  if (entry.poster.empty()) return {contest.source_path, contest.poster};
  return {entry.source_path, entry.poster};
}

class Collector {
 public:
  explicit Collector(const AddressBook& addresses) : addresses_(addresses) {}

  void add(ReferenceUse use, const std::string& file, const std::string& reference,
           base::Position position, model::PosterChoice poster = {},
           base::Place poster_place = {}) {
    if (reference.empty()) return;
    const Target target = addresses_.resolve(file, reference);
    if (target.kind != TargetKind::File) return;
    const auto length = static_cast<std::uint32_t>(base::count_code_points(reference));
    references_.push_back(
        {target.path, use, std::move(poster), {file, position, length}, std::move(poster_place)});
  }

  void add_body(const std::string& file, const model::Body& body) {
    for (const model::Slot& slot : body.slots) {
      add(use_of(slot.kind), file, slot.target, slot.position);
    }
  }

  void add_event(const model::Article& article) {
    if (!article.event || !article.event->follow_up) return;
    const model::EventFollowUp& after = *article.event->follow_up;
    for (const model::EventPicture& picture : after.pictures)
      add(ReferenceUse::Picture, article.source_path, picture.file.target, picture.file.position);
    add(ReferenceUse::Player, article.source_path, after.video.target, after.video.position);
  }

  std::vector<MediaReference> take() && { return std::move(references_); }

 private:
  const AddressBook& addresses_;
  std::vector<MediaReference> references_;
};

}  // namespace

bool is_media_file(std::string_view path) {
  const std::string extension = base::extension_of(path);
  return std::find(kMediaEndings.begin(), kMediaEndings.end(), extension) != kMediaEndings.end();
}

model::PosterChoice poster_choice(const model::Contest& contest, const model::Entry& entry,
                                  const AddressBook& addresses) {
  const auto [file, reference] = written_poster(contest, entry);
  if (reference.empty()) return {};
  const bool is_default = entry.poster.empty();
  if (const auto time = model::parse_time_code(reference.target)) return {time, "", is_default};
  const Target target = addresses.resolve(file, reference.target);
  if (target.kind != TargetKind::File) return {};
  return {std::nullopt, target.path, is_default};
}

std::vector<MediaReference> media_references(const model::Site& site,
                                             const AddressBook& addresses) {
  Collector collector(addresses);
  for (const model::Article& article : site.articles) {
    collector.add_body(article.source_path, article.body);
    collector.add_event(article);
    // On cards it is a picture; above the article a video can be played.
    for (const ReferenceUse use : {ReferenceUse::Picture, ReferenceUse::Player})
      collector.add(use, article.source_path, article.cover.target, article.cover.position);
  }
  for (const model::WallChart& chart : site.wall_charts) {
    collector.add(ReferenceUse::Picture, chart.source_path, chart.picture.target,
                  chart.picture.position);
    collector.add_body(chart.source_path, chart.text);
  }
  for (const model::SiteMark& mark : site.identity.marks)
    collector.add(ReferenceUse::Picture, "content/site.json", mark.picture.target,
                  mark.picture.position);
  for (const model::Book& book : site.books)
    collector.add(ReferenceUse::Picture, book.source_path, book.cover.target, book.cover.position);
  for (const model::Section& section : site.sections) {
    if (!section.index_path.empty()) collector.add_body(section.index_path, section.introduction);
  }
  for (const model::Contest& contest : site.contests) {
    collector.add_body(contest.source_path, contest.introduction);
    for (const model::Entry& entry : contest.entries) {
      const auto [poster_file, poster] = written_poster(contest, entry);
      collector.add(ReferenceUse::Player, entry.source_path, entry.media.target,
                    entry.media.position, poster_choice(contest, entry, addresses),
                    {poster_file, poster.position,
                     static_cast<std::uint32_t>(base::count_code_points(poster.target))});
    }
  }
  return std::move(collector).take();
}

}  // namespace kepu::check
