// Pictures for sharing: a title, the section above it, the site below it, and the motif of the
// theme.
#pragma once

#include "media/worker/media_file.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// A JPEG of kShareWidth × kShareHeight with the words of `card`, drawn with the font in `font`.
/// Characters that the font lacks are drawn as 〓 and noted in the reply's detail. Unsupported when
/// the file is no font.
Reply draw_share_card(const MediaFile& font, const ShareCard& card);

}  // namespace kepu::media::worker
