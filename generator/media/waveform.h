// Draws the waveform of a sound.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace kepu::media {

/// One `<svg>` element: a mirrored bar for each peak in currentColor, stretched to the width of its
/// place. The loudest bar fills the height, so that quiet recordings can be seen, too.
std::string draw_waveform(std::span<const std::uint8_t> peaks);

}  // namespace kepu::media
