// The chapters of a work: as links beside its player, and as a WebVTT track.
#pragma once

#include <cstdint>
#include <string>

#include "base/document.h"
#include "model/contest.h"
#include "theme/value.h"

namespace kepu::render {

/// Each chapter lasts until the next one, the last until the end; `duration_ms` is that of the
/// file, 0 when nobody knows.
std::string chapters_vtt(const model::Entry& entry, std::int64_t duration_ms);

/// Puts `chapters` and `chapters_url` of docs/theme-guide.md into the view of a player.
void set_chapters(theme::Map& player, const model::Entry& entry, std::int64_t duration_ms);

/// The track of an entry that has chapters.
void append_chapters_document(const model::Entry& entry, std::int64_t duration_ms,
                              base::Documents& documents);

}  // namespace kepu::render
