#include "media/answers.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "media/identify.h"

namespace kepu::media {

namespace {

/// Answers one question by a worker and keeps the answer, unless it says more about the worker or
/// the moment than the file.
void answer_question(Question& question, const NamedFile& file, const base::DiskFileSystem& site,
                     MediaCache& cache, WorkerPool& pool, unsigned thread) {
  const base::Result<int> opened = site.open(file.path);
  const Descriptor descriptor(opened ? *opened : -1);
  if (!descriptor || !still_holds(descriptor.get(), file)) {
    question.changed = true;
    return;
  }
  std::optional<CacheOutput> output;
  if (question.request.task == worker::Task::Rewrite) output.emplace(cache.make_output());
  Answer answer =
      pool.ask(thread, descriptor.get(), question.request, output ? output->descriptor() : -1);
  // What was read may be half old and half new: it must not be kept under the name of the old
  // content.
  question.changed = !still_holds(descriptor.get(), file);
  if (question.changed) return;
  question.fault = answer.fault;
  question.fault_reason = std::move(answer.reason);
  if (!answer.reply) return;
  question.reply = output ? cache.store(question.key, std::move(*answer.reply), std::move(*output))
                          : cache.store(question.key, std::move(*answer.reply));
}

}  // namespace

std::size_t answer_questions(Plan& plan, std::size_t first, MediaProgress::Round round,
                             const base::DiskFileSystem& site, MediaCache& cache,
                             const MediaOptions& options, WorkerPool& pool) {
  const std::span<Question> questions = std::span(plan.questions).subspan(first);
  base::parallel_for(questions.size(), pool.size(),
                     [&](std::size_t i) { questions[i].reply = cache.load(questions[i].key); });
  std::vector<Question*> open;
  for (Question& question : questions)
    if (!question.reply) open.push_back(&question);
  if (open.empty()) return 0;
  // The largest first, so that no thread is left alone with it at the end.
  std::stable_sort(open.begin(), open.end(), [&](const Question* a, const Question* b) {
    return plan.files[a->file].stamp.size > plan.files[b->file].stamp.size;
  });

  const auto threads = static_cast<unsigned>(std::min<std::size_t>(pool.size(), open.size()));
  std::mutex progress_mutex;
  MediaProgress progress;
  progress.round = round;
  progress.total = open.size();
  for (const Question* question : open)
    progress.total_bytes += plan.files[question->file].stamp.size;
  base::parallel_for_threads(open.size(), threads, [&](std::size_t i, unsigned thread) {
    const NamedFile& file = plan.files[open[i]->file];
    answer_question(*open[i], file, site, cache, pool, thread);
    if (!options.progress) return;
    const std::lock_guard lock(progress_mutex);
    ++progress.done;
    progress.done_bytes += file.stamp.size;
    progress.path = file.path;
    options.progress(progress);
  });
  return open.size();
}

}  // namespace kepu::media
