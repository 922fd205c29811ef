// Pictures for sharing: drawn by kepu-media with the font of the theme, kept in the cache like
// everything that is derived.
#pragma once

#include "base/file_system.h"
#include "media/cache.h"
#include "media/derive.h"
#include "media/worker_pool.h"

namespace kepu::media {

/// Draws what `options` asks for, or takes it from the cache, and adds it to `result`. A font that
/// cannot be used gives one diagnostic and no pictures; each picture with a character that the font
/// lacks gives one, too.
void draw_share_pictures(const MediaOptions& options, const base::DiskFileSystem& site,
                         MediaCache& cache, WorkerPool& pool, Derivation& result,
                         base::Diagnostics& diagnostics);

}  // namespace kepu::media
