// kepu check: all that `kepu build` would say, and nothing written.
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/site_folders.h"
#include "cli/texts.h"
#include "write/publish.h"

namespace kepu::cli {

namespace {

constexpr base::Bilingual kFound{"发现 {counts}。", "{counts}."};
constexpr base::Bilingual kClean{"没有发现问题：文章 {articles} 篇，作品集 {contests} 个。",
                                 "no problems: {articles} articles, {contests} contests."};

}  // namespace

int run_check(const Arguments& arguments) {
  Console console(arguments);
  if (refuses_folders(arguments, console)) return 2;
  base::Diagnostics diagnostics;
  const auto prepared = prepare_site(arguments, console, diagnostics);
  write::rehearse(std::move(prepared->rendered.documents), jobs_of(arguments), diagnostics);
  apply_strictness(arguments, diagnostics);
  diagnostics.sort();
  const int status = diagnostics.has_errors() ? 1 : 0;
  if (arguments.format == OutputFormat::Json) {
    console.result(json_result(arguments, *prepared, diagnostics, "{}"));
    return status;
  }
  console.print_diagnostics(diagnostics, *prepared->files);
  if (arguments.quiet) return status;
  const std::string counts = count_text(diagnostics, arguments.language);
  const std::vector<base::Argument> values{
      {"counts", counts},
      {"articles", std::to_string(prepared->site.articles.size())},
      {"contests", std::to_string(prepared->site.contests.size())}};
  console.result(held_back_text(prepared->site, arguments.language));
  if (counts.empty()) {
    console.result(fill(kClean, arguments.language, values) + "\n");
  } else {
    console.remark("\n" + fill(kFound, arguments.language, values) + "\n");
  }
  return status;
}

}  // namespace kepu::cli
