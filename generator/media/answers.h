// Getting the questions of a plan answered: from the cache, or by workers.
#pragma once

#include "base/file_system.h"
#include "media/cache.h"
#include "media/derive.h"
#include "media/questions.h"
#include "media/worker_pool.h"

namespace kepu::media {

/// Answers the questions from number `first` on.
void answer_questions(Plan& plan, std::size_t first, const base::DiskFileSystem& site,
                      const MediaCache& cache, const MediaOptions& options, WorkerPool& pool);

}  // namespace kepu::media
