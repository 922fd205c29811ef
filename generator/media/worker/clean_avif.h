// AVIF files without EXIF and XMP: those are items beside the picture, found by way of the tables
// of the file. They are overwritten where they lie, so that nothing else moves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kepu::media::worker {

/// As long as before. Nothing where the tables cannot be followed.
std::optional<std::string> avif_without_metadata(std::string_view bytes);

}  // namespace kepu::media::worker
