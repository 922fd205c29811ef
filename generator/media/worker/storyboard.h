// Small frames of a whole video, for hovering its time line: what is shown when.
#pragma once

#include <vector>

#include "media/worker/picture_maker.h"
#include "media/worker/poster.h"
#include "media/worker/protocol.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

struct StoryboardSheets {
  Storyboard board;
  std::vector<Picture> sheets;
};

/// A tile stands for at least two seconds; there are at most 100 up to ten minutes, and kMaxTiles
/// in all. Each shows the key frame next to the middle of its time; where one key frame stands for
/// many seconds, other frames are shown if the whole clip is soon decoded. Neighbours that would
/// show the same frame are one tile. Without tiles when the length is unknown or nothing can be
/// decoded. Throws std::runtime_error when FFmpeg cannot convert or encode.
StoryboardSheets make_storyboard(AVFormatContext& format, AVStream& stream, VideoReader& reader,
                                 PictureMaker& maker, const Stretch& stretch);

/// Decodes faster what is to be seen small: for the reader that the above is given.
CodecPtr for_small_pictures(CodecPtr decoder);

}  // namespace kepu::media::worker
