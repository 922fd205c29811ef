#include "check/media_chapters.h"

#include <cstdint>
#include <string>

#include "check/codes.h"
#include "check/reference_place.h"

namespace kepu::check {

namespace {

std::string time_code(std::int64_t milliseconds) {
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::int64_t seconds = milliseconds / 1000;
  const std::string code =
      two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
  const std::int64_t tenths = milliseconds % 1000 / 100;
  return tenths == 0 ? code : code + "." + std::to_string(tenths);
}

void check_entry(const model::Entry& entry, const AddressBook& addresses,
                 const model::MediaLibrary& media, base::Diagnostics& diagnostics) {
  if (entry.chapters.empty()) return;
  const Target target = addresses.resolve(entry.source_path, entry.media.target);
  if (target.kind != TargetKind::File) return;
  const model::Media* item = media.find_file(target.path);
  if (item == nullptr || item->damaged || item->facts.duration_ms <= 0) return;
  for (const model::MediaChapter& chapter : entry.chapters) {
    if (chapter.at_ms < item->facts.duration_ms) continue;
    diagnostics.add(codes::kChapterOutside, place_of(entry.source_path, chapter.at),
                    {{"value", chapter.at.target},
                     {"duration", time_code(item->facts.duration_ms)},
                     {"target", entry.media.target}});
    return;
  }
}

}  // namespace

void check_media_chapters(const model::Site& site, const AddressBook& addresses,
                          const model::MediaLibrary& media, base::Diagnostics& diagnostics) {
  for (const model::Contest& contest : site.contests) {
    for (const model::Entry& entry : contest.entries)
      check_entry(entry, addresses, media, diagnostics);
  }
}

}  // namespace kepu::check
