#include "media/derive.h"

#include "base/parallel.h"
#include "media/answers.h"
#include "media/cache.h"
#include "media/findings.h"
#include "media/identify.h"
#include "media/library.h"
#include "media/questions.h"
#include "media/worker_pool.h"

namespace kepu::media {

model::MediaLibrary derive_media(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                                 const MediaOptions& options, base::Diagnostics& diagnostics) {
  if (jobs.empty()) return {};
  const unsigned threads = options.jobs == 0 ? base::default_jobs() : options.jobs;
  const MediaCache cache(options.cache_folder);
  WorkerPool pool(options.worker_program, threads, options.time_limit);
  Plan plan = make_plan(jobs);
  identify_all(plan, site, cache.folder(), threads);
  add_questions(plan, options.settings);
  answer_questions(plan, 0, site, cache, options, pool);
  const std::size_t asked = plan.questions.size();
  add_further_questions(plan, options.settings);
  answer_questions(plan, asked, site, cache, options, pool);
  report_findings(plan, options, diagnostics);
  return make_library(plan);
}

}  // namespace kepu::media
