#include "cli/media_stage.h"

#include <utility>

#include "check/media_references.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

constexpr base::Bilingual kFactsStage{"读取媒体", "media: facts"};
constexpr base::Bilingual kDerivativesStage{"制作派生文件", "media: derivatives"};
constexpr base::Bilingual kNoSandbox{
    "注意：已用 --no-sandbox 关闭解码程序的隔离，请只处理信得过的媒体文件。",
    "note: --no-sandbox leaves the decoder unconfined; use it only for media files that you "
    "trust."};

// For the share of work: opening a small file costs about as much as reading this much of a large
// one.
constexpr double kBytesOfOpening = 256.0 * 1024;

double share_of(const media::MediaProgress& progress) {
  const auto work = [](std::size_t files, std::uint64_t bytes) {
    return static_cast<double>(files) * kBytesOfOpening + static_cast<double>(bytes);
  };
  return work(progress.done, progress.done_bytes) / work(progress.total, progress.total_bytes);
}

media::MediaUse use_of(check::ReferenceUse use) {
  switch (use) {
    case check::ReferenceUse::Player:
      return media::MediaUse::Played;
    case check::ReferenceUse::Picture:
      return media::MediaUse::Shown;
    case check::ReferenceUse::Link:
      return media::MediaUse::Linked;
  }
  return media::MediaUse::Linked;
}

}  // namespace

std::vector<media::MediaJob> media_jobs(const PreparedSite& prepared) {
  std::vector<media::MediaJob> jobs;
  for (check::MediaReference& item : check::media_references(prepared.site, *prepared.addresses)) {
    if (!check::is_media_file(item.path)) continue;
    jobs.push_back({std::move(item.path), use_of(item.use), std::move(item.poster),
                    std::move(item.place), std::move(item.poster_place)});
  }
  return jobs;
}

media::MediaOptions media_options(const Arguments& arguments, const PreparedSite& prepared,
                                  Console& console) {
  media::MediaOptions options;
  options.settings = prepared.site.media;
  options.cache_folder = media_cache_folder(arguments);
  options.jobs = jobs_of(arguments);
  options.sandbox = arguments.sandbox ? media::Sandbox::On : media::Sandbox::Off;
  options.progress = [&console](const media::MediaProgress& progress) {
    const bool first = progress.round == media::MediaProgress::Round::Facts;
    console.progress(first ? kFactsStage : kDerivativesStage, progress.done, progress.total,
                     share_of(progress));
  };
  return options;
}

std::string media_cache_folder(const Arguments& arguments) {
  return (arguments.cache.empty() ? arguments.site + "/.kepu/cache" : arguments.cache) + "/media";
}

void warn_of_missing_sandbox(const Arguments& arguments, Console& console) {
  if (!arguments.sandbox) console.remark(std::string(in(arguments.language, kNoSandbox)) + "\n");
}

}  // namespace kepu::cli
