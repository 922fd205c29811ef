#include "media/derive.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

#include "base/environment_failure.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "media/cache.h"
#include "media/file_index.h"
#include "media/findings.h"
#include "media/questions.h"
#include "media/svg_size.h"
#include "media/waveform.h"
#include "media/worker_pool.h"

namespace kepu::media {

namespace {

std::int64_t now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

std::optional<FileStamp> stamp_of_open(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stamp_of(status);
}

/// Calls `take` with the pieces of a file until it returns false. False after a read error.
template <typename Take>
bool read_pieces(int descriptor, std::size_t piece_bytes, Take take) {
  std::string buffer(piece_bytes, '\0');
  std::int64_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0 || !take(std::string_view(buffer).substr(0, static_cast<std::size_t>(got))))
      return true;
    offset += got;
  }
}

/// What identifying one file found, beside the file itself.
struct Identified {
  bool hashed = false;
  std::int64_t before_ns = 0;
};

Identified identify(NamedFile& file, const base::DiskFileSystem& site, const FileIndex& index) {
  Identified result;
  const base::Result<int> opened = site.open(file.path);
  if (!opened) {
    file.error = opened.error().message;
    return result;
  }
  const Descriptor descriptor(*opened);
  const std::optional<FileStamp> stamp = stamp_of_open(descriptor.get());
  if (!stamp) {
    file.error = "not a regular file";
    return result;
  }
  file.stamp = *stamp;

  std::string head;
  bool read = read_pieces(descriptor.get(), 512, [&](std::string_view piece) {
    head = piece;
    return false;
  });
  file.is_markup = looks_like_markup(head);
  if (file.is_markup) {
    head.clear();
    read = read_pieces(descriptor.get(), 64U << 10U, [&](std::string_view piece) {
      head += piece;
      return head.size() < kSvgHeadBytes;
    });
    file.svg = svg_size(head);
  }

  if (const auto known = index.find(file.path, file.stamp)) {
    file.content = *known;
  } else if (read) {
    result.before_ns = now_ns();
    base::Hasher hasher;
    read = read_pieces(descriptor.get(), 1 << 20, [&](std::string_view piece) {
      hasher.update(piece);
      return true;
    });
    file.content = hasher.finish();
    result.hashed = read;
  }
  if (!read) file.error = std::strerror(EIO);
  return result;
}

void identify_all(Plan& plan, const base::DiskFileSystem& site, const std::string& cache_folder,
                  unsigned jobs) {
  FileIndex index(cache_folder);
  std::vector<Identified> results(plan.files.size());
  base::parallel_for(plan.files.size(), jobs,
                     [&](std::size_t i) { results[i] = identify(plan.files[i], site, index); });
  for (std::size_t i = 0; i < results.size(); ++i) {
    const NamedFile& file = plan.files[i];
    if (results[i].hashed)
      index.remember(file.path, file.stamp, file.content, results[i].before_ns);
  }
  index.save();
}

/// Answers one question by a worker and keeps the answer, unless it says more about the worker or
/// the moment than the file.
void answer_question(Question& question, const NamedFile& file, const base::DiskFileSystem& site,
                     const MediaCache& cache, WorkerPool& pool, unsigned thread) {
  const base::Result<int> opened = site.open(file.path);
  const Descriptor descriptor(opened ? *opened : -1);
  if (!descriptor || stamp_of_open(descriptor.get()) != file.stamp) {
    question.changed = true;
    return;
  }
  Answer answer = pool.ask(thread, descriptor.get(), question.request);
  // What was read may be half old and half new: it must not be kept under the name of the old
  // content.
  question.changed = stamp_of_open(descriptor.get()) != file.stamp;
  if (question.changed) return;
  question.fault = answer.fault;
  question.fault_reason = std::move(answer.reason);
  if (answer.reply) question.reply = cache.store(question.key, std::move(*answer.reply));
}

void answer_questions(Plan& plan, const base::DiskFileSystem& site, const MediaCache& cache,
                      const MediaOptions& options, unsigned jobs) {
  base::parallel_for(plan.questions.size(), jobs, [&](std::size_t i) {
    plan.questions[i].reply = cache.load(plan.questions[i].key);
  });
  std::vector<Question*> open;
  for (Question& question : plan.questions)
    if (!question.reply) open.push_back(&question);
  if (open.empty()) return;
  // The largest first, so that no thread is left alone with it at the end.
  std::stable_sort(open.begin(), open.end(), [&](const Question* a, const Question* b) {
    return plan.files[a->file].stamp.size > plan.files[b->file].stamp.size;
  });

  const auto workers = static_cast<unsigned>(std::min<std::size_t>(jobs, open.size()));
  WorkerPool pool(options.worker_program, options.sandbox, workers, options.time_limit);
  std::mutex progress_mutex;
  std::size_t done = 0;
  base::parallel_for_threads(open.size(), workers, [&](std::size_t i, unsigned thread) {
    const NamedFile& file = plan.files[open[i]->file];
    answer_question(*open[i], file, site, cache, pool, thread);
    if (!options.progress) return;
    const std::lock_guard lock(progress_mutex);
    options.progress({++done, open.size(), file.path});
  });
}

model::MediaFacts to_facts(const worker::Facts& facts, std::uint64_t file_size) {
  model::MediaFacts result;
  switch (facts.kind) {
    case worker::Kind::Video:
      result.kind = model::MediaKind::Video;
      break;
    case worker::Kind::Audio:
      result.kind = model::MediaKind::Audio;
      break;
    case worker::Kind::Picture:
      result.kind = model::MediaKind::Picture;
      break;
  }
  result.container = facts.container;
  result.video_codec = facts.video_codec;
  result.audio_codec = facts.audio_codec;
  result.pixel_format = facts.pixel_format;
  result.duration_ms = facts.duration_ms;
  result.width_px = facts.width_px;
  result.height_px = facts.height_px;
  result.coded_width_px = facts.coded_width_px;
  result.coded_height_px = facts.coded_height_px;
  result.rotation_degrees = facts.rotation_degrees;
  result.sample_aspect_ratio = {facts.aspect_numerator, facts.aspect_denominator};
  result.frame_rate = {facts.rate_numerator, facts.rate_denominator};
  result.has_audio = facts.has_audio;
  result.sample_rate_hz = facts.sample_rate_hz;
  result.channels = facts.channels;
  result.bit_rate_bps = facts.bit_rate_bps;
  result.file_size = file_size;
  if (facts.is_mp4) result.index_first = facts.index_first;
  result.has_cover_art = facts.has_cover_art;
  result.high_dynamic_range = facts.high_dynamic_range;
  return result;
}

void add_posters(model::MediaDerivatives& derivatives, const CachedReply& reply) {
  for (const CachedPicture& picture : reply.pictures) {
    const bool webp = picture.format == worker::Format::WebP;
    derivatives.posters.push_back({picture.width_px, picture.height_px,
                                   webp ? model::PictureFormat::WebP : model::PictureFormat::Jpeg,
                                   picture.file, picture.size, picture.hash});
  }
  if (!reply.pictures.empty())
    derivatives.average_color = fmt::format("#{:06x}", reply.analysis.average_color);
}

model::Media to_media(const Plan& plan, const Item& item) {
  const NamedFile& file = plan.files[item.file];
  model::Media media;
  media.path = file.path;
  media.choice = item.choice;
  media.content_hash = file.content;
  media.facts.file_size = file.stamp.size;
  if (file.svg) {
    media.facts.container = "svg";
    media.facts.width_px = media.facts.coded_width_px = file.svg->width_px;
    media.facts.height_px = media.facts.coded_height_px = file.svg->height_px;
    return media;
  }
  media.damaged = true;
  if (!item.question || !plan.questions[*item.question].reply) return media;
  const CachedReply& reply = *plan.questions[*item.question].reply;
  media.damaged = reply.analysis.outcome != worker::Outcome::Ok;
  media.facts = to_facts(reply.analysis.facts, file.stamp.size);
  if (media.damaged) return media;

  if (!reply.analysis.peaks.empty())
    media.derivatives.waveform =
        model::Waveform{reply.analysis.peaks, draw_waveform(reply.analysis.peaks)};
  media.derivatives.poster_time_ms = reply.analysis.poster_time_ms;
  const Question* poster = item.poster_question ? &plan.questions[*item.poster_question] : nullptr;
  if (poster == nullptr) {
    add_posters(media.derivatives, reply);
  } else if (is_sound(*poster)) {
    add_posters(media.derivatives, *poster->reply);
  }
  return media;
}

}  // namespace

model::MediaLibrary derive_media(std::span<const MediaJob> jobs, const base::DiskFileSystem& site,
                                 const MediaOptions& options, base::Diagnostics& diagnostics) {
  model::MediaLibrary library;
  if (jobs.empty()) return library;
  const unsigned threads = options.jobs == 0 ? base::default_jobs() : options.jobs;
  const MediaCache cache(options.cache_folder);
  Plan plan = make_plan(jobs);
  identify_all(plan, site, cache.folder(), threads);
  add_questions(plan);
  answer_questions(plan, site, cache, options, threads);
  report_findings(plan, options, diagnostics);
  for (const Item& item : plan.items) library.items.push_back(to_media(plan, item));
  return library;
}

}  // namespace kepu::media
