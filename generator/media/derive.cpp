#include "media/derive.h"

#include "base/parallel.h"
#include "media/answers.h"
#include "media/cache.h"
#include "media/findings.h"
#include "media/identify.h"
#include "media/library.h"
#include "media/questions.h"
#include "media/share_pictures.h"
#include "media/worker_pool.h"

namespace kepu::media {

Derivation derive(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                  const MediaOptions& options, base::Diagnostics& diagnostics) {
  if (jobs.empty() && options.share_texts.empty()) return {};
  const unsigned threads = options.jobs == 0 ? base::default_jobs() : options.jobs;
  MediaCache cache(options.cache_folder);
  WorkerPool pool(options.worker_program, options.sandbox, threads, options.time_limit);
  Plan plan = make_plan(jobs);
  identify_all(plan, site, cache.folder(), threads);
  add_questions(plan, options.settings);
  Derivation result;
  result.decoded =
      answer_questions(plan, 0, MediaProgress::Round::Facts, site, cache, options, pool);
  const std::size_t asked = plan.questions.size();
  add_further_questions(plan, options.settings);
  result.decoded +=
      answer_questions(plan, asked, MediaProgress::Round::Derivatives, site, cache, options, pool);
  report_findings(plan, options, diagnostics);
  for (const Question& question : plan.questions) result.cache_keys.insert(question.key);
  result.library = make_library(plan);
  draw_share_pictures(options, site, cache, pool, result, diagnostics);
  cache.save_index();
  return result;
}

model::MediaLibrary derive_media(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                                 const MediaOptions& options, base::Diagnostics& diagnostics) {
  return derive(jobs, site, options, diagnostics).library;
}

}  // namespace kepu::media
