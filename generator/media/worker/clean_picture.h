// A copy of a picture file without what it tells beside the picture: where and when it was taken,
// by whom, with which device; comments, previews, edits. The pixels are not touched: only whole
// segments are left out, so no quality is lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kepu::media::worker {

/// Of JPEG, PNG, WebP, GIF and AVIF; what shows the picture right is kept (colour profile,
/// orientation, animation). What stands behind its end is dropped, too: cameras put whole videos
/// there. Nothing where the file is of another kind, or its segments do not fit together.
std::optional<std::string> without_metadata(std::string_view bytes);

}  // namespace kepu::media::worker
