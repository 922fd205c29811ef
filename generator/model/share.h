// Pictures for sharing (Open Graph): which are wanted, what stands on them, how a theme wants them,
// and what was drawn.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/place.h"
#include "model/media.h"

namespace kepu::model {

/// For which pages a picture is drawn; pages without one share that of their section.
enum class SharePictures { None, Sections, Pages };

/// `share_picture` of theme.json. Colours are 0xRRGGBB.
struct ShareDesign {
  std::string font_path;  // from the site folder
  base::Place place;
  std::uint32_t ground = 0;
  std::uint32_t ink = 0;
  std::uint32_t soft = 0;
  std::uint32_t accent = 0;
  /// A line of cubic Bézier pieces on 1200 × 630 pixels: start, then three points for each.
  std::vector<std::pair<std::int32_t, std::int32_t>> motif;
};

/// The words of one picture.
struct ShareText {
  std::string address;  // of the page
  std::string title;
  std::string section;
  std::string site;
  std::string source_path;  // for diagnostics
};

}  // namespace kepu::model
