#include "media/explain.h"

#include <algorithm>
#include <span>
#include <utility>

#include "media/answers.h"
#include "media/cache.h"
#include "media/codes.h"
#include "media/findings.h"
#include "media/identify.h"
#include "media/questions.h"
#include "media/worker_pool.h"

namespace kepu::media {

namespace {

Explanation to_explanation(const CachedReply& reply) {
  Explanation explanation{reply.analysis.candidates, {}};
  const auto sheet = std::find_if(
      reply.pictures.begin(), reply.pictures.end(),
      [](const CachedPicture& picture) { return picture.role == worker::Role::ContactSheet; });
  if (sheet != reply.pictures.end())
    explanation.contact_sheet =
        read_cache_file(sheet->made.file, worker::kMaxReplyBytes).value_or("");
  return explanation;
}

}  // namespace

std::optional<Explanation> explain_poster(const MediaJob& job, const base::DiskFileSystem& site,
                                          const MediaOptions& options,
                                          base::Diagnostics& diagnostics) {
  MediaCache cache(options.cache_folder);
  WorkerPool pool(options.worker_program, options.sandbox, 1, options.time_limit);
  Plan plan = make_plan(std::span(&job, 1));
  identify_all(plan, site, cache.folder(), 1);
  add_questions(plan, options.settings);
  answer_questions(plan, 0, MediaProgress::Round::Facts, site, cache, options, pool);
  report_findings(plan, options, diagnostics);
  const Item& item = plan.items.front();
  if (!item.question || !is_sound(plan.questions[*item.question])) return std::nullopt;
  if (plan.questions[*item.question].reply->analysis.facts.kind != worker::Kind::Video) {
    diagnostics.add(codes::kNothingToExplain, job.place, {{"file", job.path}});
    return std::nullopt;
  }

  worker::Request request;
  request.task = worker::Task::Explain;
  // A picture in place of the poster leaves open which frame would be the best.
  request.poster = job.poster.time_ms && job.poster.picture.empty() ? worker::PosterMode::AtTime
                                                                    : worker::PosterMode::Best;
  request.time_ms =
      request.poster == worker::PosterMode::AtTime ? job.poster.time_ms.value_or(0) : 0;
  const std::size_t number = add_question(plan, item.file, request);
  answer_questions(plan, number, MediaProgress::Round::Derivatives, site, cache, options, pool);
  cache.save_index();
  const Question& question = plan.questions[number];
  if (is_sound(question)) return to_explanation(*question.reply);
  // The first questions had nothing to complain about.
  Plan last = std::move(plan);
  last.questions.erase(last.questions.begin(),
                       last.questions.begin() + static_cast<std::ptrdiff_t>(number));
  last.items.clear();
  report_findings(last, options, diagnostics);
  return std::nullopt;
}

}  // namespace kepu::media
