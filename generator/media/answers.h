// Getting the questions of a plan answered: from the cache, or by workers.
#pragma once

#include "base/file_system.h"
#include "media/cache.h"
#include "media/derive.h"
#include "media/questions.h"
#include "media/worker_pool.h"

namespace kepu::media {

/// Answers the questions from number `first` on; returns how many the cache could not answer.
std::size_t answer_questions(Plan& plan, std::size_t first, MediaProgress::Round round,
                             const base::DiskFileSystem& site, MediaCache& cache,
                             const MediaOptions& options, WorkerPool& pool);

}  // namespace kepu::media
