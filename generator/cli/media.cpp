// kepu media: everything that a build needs of media files, without the build: facts of each, one
// machine's share of an archive, why a poster is what it is, and a cache without leftovers.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/environment_failure.h"
#include "base/site_path.h"
#include "base/suggest.h"
#include "base/system_reason.h"
#include "check/media_forms.h"
#include "check/media_references.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/media_explanation.h"
#include "cli/media_report.h"
#include "cli/media_stage.h"
#include "cli/site_folders.h"
#include "cli/texts.h"
#include "media/cache.h"

namespace kepu::cli {

namespace {

using base::Argument;
using base::Bilingual;
using media::MediaJob;

constexpr Bilingual kShardTotals{"这是第 {number} 份，共 {count} 份。",
                                 "This is share {number} of {count}."};
constexpr Bilingual kDecoded{"本次解码 {decoded} 项，其余来自缓存。",
                             "Decoded now: {decoded}; the rest came from the cache."};
constexpr Bilingual kPruned{"已从缓存删去 {files} 个文件，共 {size}。",
                            "Removed {files} files from the cache: {size}."};
constexpr Bilingual kNotPruned{
    "有错误，未清理缓存：出错时说不准哪些文件还用得到。",
    "There are errors, so the cache was not pruned: with errors it is uncertain what is needed."};
constexpr Bilingual kUnknownEntry{"没有这件作品，也没有页面用到这个媒体文件：{name}",
                                  "no such work, and no page uses such a media file: {name}"};
constexpr Bilingual kSeveralEntries{"有几件作品的编号都是 {name}，请写明作品集，例如 {example}",
                                    "several works have the id {name}: name the contest, too, e.g. "
                                    "{example}"};
constexpr Bilingual kSheet{"候选画面一览图：{file}", "all candidates: {file}"};
constexpr Bilingual kNoSheet{
    "--out 应是新的 .jpg 文件，或已有的 JPEG 图片：{file}",
    "--out must be a new .jpg file, or a JPEG picture to be replaced: {file}"};
constexpr Bilingual kNotWritten{"无法写入 {file}：{reason}", "{file} cannot be written: {reason}"};

/// A file whose poster shall be explained, and what to call the sheet.
struct Subject {
  MediaJob job;
  std::string name;
};

std::string without_leading_slash(std::string_view path) {
  return std::string(path.starts_with('/') ? path.substr(1) : path);
}

/// Works by id, or by contest and id; files by path. Says what is wrong otherwise.
class SubjectFinder {
 public:
  SubjectFinder(const Arguments& arguments, const PreparedSite& prepared, Console& console)
      : arguments_(arguments),
        prepared_(prepared),
        console_(console),
        jobs_(media_jobs(prepared)),
        wanted_(without_leading_slash(arguments.explain)) {}

  std::optional<Subject> find() {
    for (const model::Contest& contest : prepared_.site.contests)
      for (const model::Entry& entry : contest.entries) consider(contest, entry);
    if (found_.size() == 1) return found_.front();
    if (found_.size() > 1) {
      tell(kSeveralEntries, {{"name", wanted_}, {"example", examples_.front()}});
      return std::nullopt;
    }
    const auto job = std::find_if(jobs_.begin(), jobs_.end(),
                                  [this](const MediaJob& item) { return item.path == wanted_; });
    if (job != jobs_.end()) return Subject{*job, std::filesystem::path(job->path).stem().string()};
    for (const MediaJob& item : jobs_) known_.push_back(item.path);
    tell(kUnknownEntry, {{"name", arguments_.explain}});
    const std::string near = base::nearest_name(wanted_, known_);
    if (!near.empty()) console_.remark("  → kepu media --explain " + near + "\n");
    return std::nullopt;
  }

 private:
  void consider(const model::Contest& contest, const model::Entry& entry) {
    known_.push_back(entry.id);
    if (wanted_ != entry.id && wanted_ != contest.id + "/" + entry.id) return;
    const auto job = std::find_if(jobs_.begin(), jobs_.end(), [&](const MediaJob& item) {
      return item.place.path == entry.source_path && item.place.position == entry.media.position;
    });
    if (job == jobs_.end()) return;
    found_.push_back({*job, entry.id});
    examples_.push_back(contest.id + "/" + entry.id);
  }

  void tell(Bilingual text, const std::vector<Argument>& values) {
    console_.remark("kepu: " + fill(text, arguments_.language, values) + "\n");
  }

  const Arguments& arguments_;
  const PreparedSite& prepared_;
  Console& console_;
  std::vector<MediaJob> jobs_;
  std::string wanted_;
  std::vector<Subject> found_;
  std::vector<std::string> examples_;
  std::vector<std::string> known_;
};

// Beside it first: a full disk must not leave half a sheet, nor take the place of an older one.
void write_sheet(const std::string& path, const std::string& bytes) {
  const std::string temporary = path + ".new";
  {
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file << bytes << std::flush;
    if (file && std::rename(temporary.c_str(), path.c_str()) == 0) return;
  }
  const int error = errno;
  std::remove(temporary.c_str());
  throw base::EnvironmentFailure(kNotWritten, {{"file", path}, base::system_reason(error)});
}

/// A slip of the hand must not cost a video or a record: only a JPEG takes the place of a JPEG.
bool may_become_sheet(const std::string& path) {
  const std::string extension = base::extension_of(path);
  if (extension != "jpg" && extension != "jpeg") return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 3> head{};
  return !file || (file.read(head.data(), head.size()) &&
                   std::string_view(head.data(), head.size()) == "\xFF\xD8\xFF");
}

int explain(const Arguments& asked, Console& console) {
  // A work is explained whether or not it is published now.
  Arguments arguments = asked;
  arguments.drafts = arguments.future = true;
  base::Diagnostics of_site;
  const auto prepared = read_and_check(arguments, of_site);
  if (!prepared->addresses) {
    console.print_diagnostics(of_site, *prepared->files);
    return 1;
  }
  if (!arguments.out.empty() && !may_become_sheet(arguments.out)) {
    const Argument file{"file", arguments.out};
    console.remark("kepu: " + fill(kNoSheet, arguments.language, {&file, 1}) + "\n");
    return 2;
  }
  const std::optional<Subject> subject = SubjectFinder(arguments, *prepared, console).find();
  if (!subject) return 2;
  base::Diagnostics diagnostics;
  const auto explanation = media::explain_poster(
      subject->job, *prepared->files, media_options(arguments, *prepared, console), diagnostics);
  diagnostics.sort();
  console.print_diagnostics(diagnostics, *prepared->files);
  if (!explanation) return 1;
  const std::string sheet =
      arguments.out.empty() ? "contact-sheet-" + subject->name + ".jpg" : arguments.out;
  if (!explanation->contact_sheet.empty()) write_sheet(sheet, explanation->contact_sheet);
  if (arguments.format == OutputFormat::Json) {
    nlohmann::ordered_json object;
    object["path"] = subject->job.path;
    object["contact_sheet"] = explanation->contact_sheet.empty() ? "" : sheet;
    object["candidates"] = nlohmann::ordered_json::parse(explanation_json(*explanation));
    console.result(object.dump(2) + "\n");
    return 0;
  }
  const Argument file{"file", sheet};
  std::string text = explanation_text(*explanation, arguments.language);
  if (!explanation->contact_sheet.empty())
    text += fill(kSheet, arguments.language, {&file, 1}) + "\n";
  console.result(subject->job.path + "\n" + text);
  return 0;
}

/// What the run found out, beside diagnostics.
struct Outcome {
  media::Derivation derivation;
  std::optional<media::PruneReport> pruned;
};

std::string members_json(const Arguments& arguments, const Outcome& outcome) {
  nlohmann::ordered_json object;
  object["decoded"] = outcome.derivation.decoded;
  if (arguments.shard.count > 1)
    object["shard"] = fmt::format("{}/{}", arguments.shard.number, arguments.shard.count);
  if (outcome.pruned)
    object["pruned"] = {{"files", outcome.pruned->files}, {"bytes", outcome.pruned->bytes}};
  object["files"] = nlohmann::ordered_json::parse(media_files_json(outcome.derivation.library));
  return object.dump();
}

void tell_human(const Arguments& arguments, const base::Diagnostics& diagnostics,
                const Outcome& outcome, Console& console) {
  const base::Language language = arguments.language;
  const model::MediaLibrary& library = outcome.derivation.library;
  const std::string counts = count_text(diagnostics, language);
  if (!counts.empty()) console.remark("\n" + counts + "\n");
  if (arguments.prune && !outcome.pruned)
    console.remark(std::string(in(language, kNotPruned)) + "\n");
  if (arguments.quiet) return;
  std::string text = media_table(library, language);
  if (!text.empty()) text += "\n";
  text += media_totals(library, language) + "\n";
  if (arguments.shard.count > 1) {
    const std::vector<Argument> values{{"number", std::to_string(arguments.shard.number)},
                                       {"count", std::to_string(arguments.shard.count)}};
    text += fill(kShardTotals, language, values) + "\n";
  }
  const Argument decoded{"decoded", std::to_string(outcome.derivation.decoded)};
  text += fill(kDecoded, language, {&decoded, 1}) + "\n";
  if (outcome.pruned) {
    const std::vector<Argument> values{{"files", std::to_string(outcome.pruned->files)},
                                       {"size", bytes_text(outcome.pruned->bytes)}};
    text += fill(kPruned, language, values) + "\n";
  }
  console.result(text);
}

int derive(const Arguments& asked, Console& console) {
  Arguments arguments = asked;
  // What will be published later is needed, too.
  if (arguments.prune) arguments.drafts = arguments.future = true;
  base::Diagnostics diagnostics;
  const auto prepared = read_and_check(arguments, diagnostics);
  Outcome outcome;
  if (prepared->addresses) {
    std::vector<MediaJob> jobs = media_jobs(*prepared);
    const bool whole = arguments.shard.count == 1;
    // Every share would say the same of the site as a whole: that is for `kepu check`.
    if (!whole) diagnostics = {};
    std::erase_if(jobs, [&](const MediaJob& job) { return !arguments.shard.holds(job.path); });
    media::MediaOptions options = media_options(arguments, *prepared, console);
    ask_for_share_pictures(arguments, *prepared, options, diagnostics);
    outcome.derivation = media::derive(jobs, *prepared->files, options, diagnostics);
    if (whole)
      check::check_media_forms(prepared->site, *prepared->addresses, outcome.derivation.library,
                               diagnostics);
    if (arguments.prune && !diagnostics.has_errors())
      outcome.pruned = media::MediaCache(options.cache_folder).prune(outcome.derivation.cache_keys);
  }
  apply_strictness(arguments, diagnostics);
  diagnostics.sort();
  if (arguments.format == OutputFormat::Json) {
    console.result(
        json_result(arguments, *prepared, diagnostics, members_json(arguments, outcome)));
  } else {
    console.print_diagnostics(diagnostics, *prepared->files);
    tell_human(arguments, diagnostics, outcome, console);
  }
  return diagnostics.has_errors() ? 1 : 0;
}

}  // namespace

int run_media(const Arguments& arguments) {
  Console console(arguments);
  if (refuses_folders(arguments, console)) return 2;
  warn_of_missing_sandbox(arguments, console);
  return arguments.explain.empty() ? derive(arguments, console) : explain(arguments, console);
}

}  // namespace kepu::cli
