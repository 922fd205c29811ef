// kepu build: the whole way of the data in run_build and prepare_site; the rest of this file is
// what it says at the end.
#include "cli/build.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/parallel.h"
#include "base/report.h"
#include "captions/read_tracks.h"
#include "check/active_files.h"
#include "check/change_dates.h"
#include "check/chart_plan.h"
#include "check/component_references.h"
#include "check/event_states.h"
#include "check/fact_uses.h"
#include "check/media_chapters.h"
#include "check/media_forms.h"
#include "check/publication.h"
#include "check/references.h"
#include "cli/commands.h"
#include "cli/media_stage.h"
#include "cli/site_folders.h"
#include "cli/texts.h"
#include "markdown/markdown.h"
#include "read/read_site.h"
#include "write/publish.h"

namespace kepu::cli {

namespace {

using base::Argument;
using base::Bilingual;

constexpr Bilingual kWriteStage{"生成页面", "pages"};
constexpr Bilingual kErrors{"{errors} 个错误", "{errors} error(s)"};
constexpr Bilingual kWarnings{"{warnings} 个警告", "{warnings} warning(s)"};
constexpr Bilingual kNothingPublished{"发现 {counts}：未发布，{out} 保持原样。",
                                      "{counts}: nothing was published, {out} is as it was."};
constexpr Bilingual kPublished{
    "已生成 {out}：文章 {articles} 篇，作品 {entries} 件，文件 {files} 个（新写 {written}，未变 "
    "{unchanged}，移除 {removed}）。",
    "made {out}: {articles} articles, {entries} works, {files} files ({written} written, "
    "{unchanged} unchanged, {removed} removed)."};
constexpr Bilingual kNothingChanged{
    "{out} 已是最新：文章 {articles} 篇，作品 {entries} 件，文件 {files} 个，没有变化。",
    "{out} is up to date: {articles} articles, {entries} works, {files} files, nothing changed."};
constexpr Bilingual kHeldBack{"暂不发布 {count} 项：", "not published now: {count}"};
constexpr Bilingual kHeldUntil{"  {path}：{title}（{reason}，{until} 起发布）",
                               "  {path} “{title}”: {reason}, until {until}"};
constexpr Bilingual kHeld{"  {path}：{title}（{reason}）", "  {path} “{title}”: {reason}"};

base::DateTime now() {
  const auto time = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(time).count(), true};
}

std::size_t entry_count(const model::Site& site) {
  std::size_t count = 0;
  for (const model::Contest& contest : site.contests) count += contest.entries.size();
  return count;
}

read::ReadOptions read_options(const Arguments& arguments) {
  read::ReadOptions options;
  options.jobs = jobs_of(arguments);
  options.parse_body = markdown::parse_markdown;
  options.parse_text = markdown::parse_markdown_text;
  return options;
}

write::PublishOptions publish_options(const Arguments& arguments, const PreparedSite& prepared,
                                      Console& console) {
  write::PublishOptions options;
  options.out = arguments.out.empty() ? arguments.site + "/public" : arguments.out;
  options.jobs = jobs_of(arguments);
  options.version = KEPU_VERSION;
  options.counts = {{"articles", prepared.site.articles.size()},
                    {"contests", prepared.site.contests.size()},
                    {"entries", entry_count(prepared.site)}};
  options.progress = [&console](std::size_t done, std::size_t total) {
    console.progress(kWriteStage, done, total);
  };
  return options;
}

std::vector<Argument> report_arguments(const PreparedSite& prepared,
                                       const write::PublishReport& report, const std::string& out) {
  return {{"out", out},
          {"articles", std::to_string(prepared.site.articles.size())},
          {"entries", std::to_string(entry_count(prepared.site))},
          {"files", std::to_string(report.written + report.unchanged)},
          {"written", std::to_string(report.written)},
          {"unchanged", std::to_string(report.unchanged)},
          {"removed", std::to_string(report.removed)}};
}

void tell_human(const Arguments& arguments, const PreparedSite& prepared,
                const base::Diagnostics& diagnostics, const write::PublishReport& report,
                const std::string& out, Console& console) {
  console.print_diagnostics(diagnostics, *prepared.files);
  const std::string counts = count_text(diagnostics, arguments.language);
  if (diagnostics.has_errors()) {
    const std::vector<Argument> values{{"counts", counts}, {"out", out}};
    console.remark("\n" + fill(kNothingPublished, arguments.language, values) + "\n");
    return;
  }
  if (arguments.quiet) return;
  if (!counts.empty()) console.remark("\n" + counts + "\n");
  const auto values = report_arguments(prepared, report, out);
  console.result(held_back_text(prepared.site, arguments.language) +
                 fill(report.touched ? kPublished : kNothingChanged, arguments.language, values) +
                 "\n");
}

std::string report_json(const write::PublishReport& report, const std::string& out) {
  nlohmann::ordered_json object;
  object["out"] = out;
  object["written"] = report.written;
  object["unchanged"] = report.unchanged;
  object["removed"] = report.removed;
  object["bytes"] = report.bytes;
  object["touched"] = report.touched;
  return object.dump();
}

}  // namespace

std::unique_ptr<PreparedSite> read_and_check(const Arguments& arguments,
                                             base::Diagnostics& diagnostics) {
  auto prepared = std::make_unique<PreparedSite>();
  const unsigned jobs = jobs_of(arguments);
  prepared->files = std::make_unique<base::DiskFileSystem>(arguments.site);
  prepared->site = read::read_site(*prepared->files, read_options(arguments), diagnostics);
  // Without site.json nothing more can be said, not even which theme is meant.
  if (prepared->site.sections.empty() && diagnostics.has_errors()) return prepared;
  if (arguments.base_url) prepared->site.identity.base_url = *arguments.base_url;
  prepared->site.as_of = arguments.as_of.value_or(now());
  check::check_fact_reviews(prepared->site, prepared->site.as_of, diagnostics);
  check::hold_back_unpublished(
      prepared->site, {prepared->site.as_of, arguments.drafts, arguments.future}, diagnostics);
  prepared->addresses = std::make_unique<check::AddressBook>(prepared->site);
  check::check_references(prepared->site, *prepared->addresses, jobs, diagnostics);
  check::check_component_references(prepared->site, *prepared->addresses, diagnostics);
  check::check_charts(prepared->site, *prepared->addresses, diagnostics);
  check::check_event_states(prepared->site, prepared->site.as_of, diagnostics);
  check::check_change_dates(prepared->site, prepared->site.as_of, diagnostics);
  check::check_active_files(prepared->site, *prepared->addresses, *prepared->files, diagnostics);
  return prepared;
}

std::unique_ptr<PreparedSite> prepare_site(const Arguments& arguments, Console& console,
                                           base::Diagnostics& diagnostics) {
  warn_of_missing_sandbox(arguments, console);
  auto prepared = read_and_check(arguments, diagnostics);
  if (!prepared->addresses) return prepared;
  const unsigned jobs = jobs_of(arguments);
  media::MediaOptions options = media_options(arguments, *prepared, console);
  ask_for_share_pictures(arguments, *prepared, options, diagnostics);
  prepared->media =
      media::derive_media(media_jobs(*prepared), *prepared->files, options, diagnostics);
  check::check_media_forms(prepared->site, *prepared->addresses, prepared->media, diagnostics);
  check::check_media_chapters(prepared->site, *prepared->addresses, prepared->media, diagnostics);
  prepared->cues = captions::read_tracks(prepared->site, *prepared->addresses, prepared->media,
                                         *prepared->files, jobs, diagnostics);
  const std::string folder = std::filesystem::canonical(arguments.site).string();
  prepared->rendered =
      render::render_site(prepared->site, *prepared->addresses, prepared->media, prepared->cues,
                          *prepared->files, {folder, KEPU_VERSION, jobs}, diagnostics);
  return prepared;
}

int run_build(const Arguments& arguments) {
  Console console(arguments);
  if (refuses_folders(arguments, console)) return 2;
  base::Diagnostics diagnostics;
  const auto prepared = prepare_site(arguments, console, diagnostics);
  apply_strictness(arguments, diagnostics);
  const auto options = publish_options(arguments, *prepared, console);
  const auto report = write::publish(std::move(prepared->rendered.documents), options, diagnostics);
  diagnostics.sort();
  if (arguments.format == OutputFormat::Json) {
    console.result(
        json_result(arguments, *prepared, diagnostics, report_json(report, options.out)));
  } else {
    tell_human(arguments, *prepared, diagnostics, report, options.out, console);
  }
  return diagnostics.has_errors() ? 1 : 0;
}

unsigned jobs_of(const Arguments& arguments) {
  return arguments.jobs == 0 ? base::default_jobs() : arguments.jobs;
}

void apply_strictness(const Arguments& arguments, base::Diagnostics& diagnostics) {
  if (!arguments.strict) return;
  for (base::Diagnostic& item : diagnostics.items_for_update()) {
    if (item.severity == base::Severity::Warning) item.severity = base::Severity::Error;
  }
}

std::string count_text(const base::Diagnostics& diagnostics, base::Language language) {
  const std::size_t errors = diagnostics.count(base::Severity::Error);
  const std::size_t warnings = diagnostics.count(base::Severity::Warning);
  const std::vector<Argument> values{{"errors", std::to_string(errors)},
                                     {"warnings", std::to_string(warnings)}};
  std::string out;
  if (errors > 0) out += fill(kErrors, language, values);
  if (warnings > 0) {
    if (!out.empty()) out += language == base::Language::Chinese ? "、" : ", ";
    out += fill(kWarnings, language, values);
  }
  return out;
}

std::string held_back_text(const model::Site& site, base::Language language) {
  if (site.held_back.empty()) return {};
  const Argument count{"count", std::to_string(site.held_back.size())};
  std::string out = fill(kHeldBack, language, {&count, 1}) + "\n";
  for (const model::HeldBack& held : site.held_back) {
    const Bilingual reason = check::reason_text(held.reason);
    const std::vector<Argument> values{
        {"path", held.source_path},
        {"title", held.title},
        {"reason", std::string(reason.zh), std::string(reason.en)},
        {"until", held.until ? base::format_minutes(*held.until) : ""}};
    out += fill(held.until ? kHeldUntil : kHeld, language, values) + "\n";
  }
  return out;
}

std::string json_result(const Arguments& arguments, const PreparedSite& prepared,
                        const base::Diagnostics& diagnostics, const std::string& extra_members) {
  nlohmann::ordered_json object;
  object["status"] = diagnostics.has_errors() ? "errors" : "ok";
  object["errors"] = diagnostics.count(base::Severity::Error);
  object["warnings"] = diagnostics.count(base::Severity::Warning);
  object["articles"] = prepared.site.articles.size();
  object["contests"] = prepared.site.contests.size();
  object["entries"] = entry_count(prepared.site);
  object["sandbox"] = arguments.sandbox;
  object.update(nlohmann::ordered_json::parse(extra_members));
  object["held_back"] = nlohmann::ordered_json::array();
  for (const model::HeldBack& held : prepared.site.held_back) {
    nlohmann::ordered_json item;
    item["path"] = held.source_path;
    item["title"] = held.title;
    item["reason"] = in(arguments.language, check::reason_text(held.reason));
    item["until"] = held.until ? base::format_iso_date_time(*held.until) : "";
    object["held_back"].push_back(std::move(item));
  }
  object["diagnostics"] =
      nlohmann::ordered_json::parse(base::render_json(diagnostics, arguments.language));
  return object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kepu::cli
