// The size of an SVG drawing, from the attributes of its root element. Reads no further than that
// element and runs nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kepu::media {

struct SvgSize {
  /// In CSS pixels, rounded; 0 when the drawing gives no size at all.
  int width_px = 0;
  int height_px = 0;
  bool operator==(const SvgSize&) const = default;
};

/// How much of a file is looked at.
inline constexpr std::size_t kSvgHeadBytes = 256U << 10U;

/// Whether a file that begins so is text in angle brackets (XML or HTML), and no media of another
/// kind.
bool looks_like_markup(std::string_view head);

/// Nothing when the root element is not `svg` (in any namespace prefix), or is not closed within
/// `head`. width and height win; a missing or relative one follows from the viewBox.
std::optional<SvgSize> svg_size(std::string_view head);

}  // namespace kepu::media
