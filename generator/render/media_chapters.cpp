#include "render/media_chapters.h"

#include <algorithm>

#include "render/cue_files.h"
#include "render/published_files.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

std::int64_t end_of(const model::Entry& entry, std::size_t chapter, std::int64_t duration_ms) {
  if (chapter + 1 < entry.chapters.size()) return entry.chapters[chapter + 1].at_ms;
  // A chapter has a length, even where that of the file is unknown.
  return std::max(duration_ms, entry.chapters[chapter].at_ms + 1000);
}

std::string address_of(const model::Entry& entry, std::int64_t duration_ms) {
  return fingerprinted_address("assets/" + entry.contest, entry.id,
                               chapters_vtt(entry, duration_ms), "vtt");
}

}  // namespace

std::string chapters_vtt(const model::Entry& entry, std::int64_t duration_ms) {
  model::CueTrack track;
  for (std::size_t i = 0; i < entry.chapters.size(); ++i) {
    model::Cue cue;
    cue.begin_ms = entry.chapters[i].at_ms;
    cue.end_ms = end_of(entry, i, duration_ms);
    cue.lines = {entry.chapters[i].title};
    track.cues.push_back(std::move(cue));
  }
  return web_vtt(track);
}

void set_chapters(Map& player, const model::Entry& entry, std::int64_t duration_ms) {
  if (entry.chapters.empty()) return;
  List list;
  for (std::size_t i = 0; i < entry.chapters.size(); ++i) {
    const model::MediaChapter& chapter = entry.chapters[i];
    Map item;
    item.set("title", borrow(chapter.title));
    item.set("seconds", Value(chapter.at_ms / 1000));
    item.set("begin_ms", Value(chapter.at_ms));
    item.set("end_ms", Value(end_of(entry, i, duration_ms)));
    item.set("time_text", Value(duration_text(chapter.at_ms / 1000 * 1000)));
    list.emplace_back(std::move(item));
  }
  player.set("chapters", Value(std::move(list)));
  player.set("chapters_url", Value(address_of(entry, duration_ms)));
}

void append_chapters_document(const model::Entry& entry, std::int64_t duration_ms,
                              base::Documents& documents) {
  if (entry.chapters.empty()) return;
  documents.push_back(
      {address_of(entry, duration_ms),
       [&entry, duration_ms](base::Diagnostics&) { return chapters_vtt(entry, duration_ms); },
       {entry.source_path, entry.chapters.front().at.position, 1}});
}

}  // namespace kepu::render
