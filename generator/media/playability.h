// Where a media file plays as it is, told from its facts. Knows no site and no diagnostics.
#pragma once

#include "base/diagnostic.h"
#include "model/media.h"

namespace kepu::media {

/// From best to worst.
enum class Reach {
  Everywhere,    // every browser in use, at once
  MostBrowsers,  // but not old ones, or only after a wait
  SomeBrowsers,  // of some makers, or on some devices
  Nowhere,
};

/// Reasons are whole sentences without placeholders; of several, the one that limits most.
struct Playability {
  Reach reach = Reach::Everywhere;
  base::Bilingual reason;
};

/// What browsers of the years since 2018 do. Web-safe is MP4 with H.264 (8 bit, 4:2:0) and AAC or
/// MP3, its index (moov) first; MP3; and pictures in the old formats.
Playability playability(const model::MediaFacts& facts);

}  // namespace kepu::media
