// kepu media: everything that a build needs of media files, without the build: facts of each, one
// machine's share of an archive, and a cache without leftovers.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "check/media_chapters.h"
#include "check/media_forms.h"
#include "check/media_references.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/explain_poster.h"
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
    if (whole) {
      check::check_media_forms(prepared->site, *prepared->addresses, outcome.derivation.library,
                               diagnostics);
      check::check_media_chapters(prepared->site, *prepared->addresses, outcome.derivation.library,
                                  diagnostics);
    }
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
  return arguments.explain.empty() ? derive(arguments, console)
                                   : explain_poster(arguments, console);
}

}  // namespace kepu::cli
