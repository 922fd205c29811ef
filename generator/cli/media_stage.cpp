#include "cli/media_stage.h"

#include <unistd.h>

#include <array>
#include <string_view>
#include <utility>

#include "check/media_references.h"
#include "cli/texts.h"
#include "media/descriptor.h"
#include "render/share_design.h"
#include "render/share_texts.h"

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

// A photograph keeps its metadata under any name: files of other endings are judged by their first
// bytes.
bool begins_as_media(const base::DiskFileSystem& files, const std::string& path) {
  const base::Result<int> opened = files.open(path);
  if (!opened) return false;
  const media::Descriptor file(*opened);
  std::array<char, 12> head{};
  const ssize_t got = ::pread(file.get(), head.data(), head.size(), 0);
  const std::string_view bytes(head.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  const auto holds = [bytes](std::size_t at, std::string_view mark) {
    return bytes.size() >= at + mark.size() && bytes.substr(at, mark.size()) == mark;
  };
  return holds(0, "\xFF\xD8\xFF") || holds(0, "\x89PNG") || holds(0, "GIF8") || holds(8, "WEBP") ||
         holds(4, "ftyp") || holds(0, std::string_view("II*\0", 4)) ||
         holds(0, std::string_view("MM\0*", 4));
}

}  // namespace

std::vector<media::MediaJob> media_jobs(const PreparedSite& prepared) {
  std::vector<media::MediaJob> jobs;
  for (check::MediaReference& item : check::media_references(prepared.site, *prepared.addresses)) {
    if (!check::is_media_file(item.path) && !begins_as_media(*prepared.files, item.path)) continue;
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

void ask_for_share_pictures(const Arguments& arguments, const PreparedSite& prepared,
                            media::MediaOptions& options, base::Diagnostics& diagnostics) {
  // Their addresses are absolute or nothing.
  if (prepared.site.identity.base_url.empty()) return;
  options.share_design =
      render::load_share_design(*prepared.files, prepared.site.identity.theme, diagnostics);
  if (options.share_design) options.share_texts = render::share_texts(prepared.site);
  std::erase_if(options.share_texts,
                [&](const model::ShareText& text) { return !arguments.shard.holds(text.address); });
}

std::string media_cache_folder(const Arguments& arguments) {
  return (arguments.cache.empty() ? arguments.site + "/.kepu/cache" : arguments.cache) + "/media";
}

void warn_of_missing_sandbox(const Arguments& arguments, Console& console) {
  if (!arguments.sandbox) console.remark(std::string(in(arguments.language, kNoSandbox)) + "\n");
}

}  // namespace kepu::cli
