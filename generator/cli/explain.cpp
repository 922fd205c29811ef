// kepu explain CODE: what a diagnostic means and what to do; --list: all of them.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/report.h"
#include "base/suggest.h"
#include "cli/catalogue.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Bilingual;
using base::DiagnosticCode;

constexpr Bilingual kUnknown{"没有这个诊断代码：{code}", "no such diagnostic code: {code}"};
constexpr Bilingual kHint{"全部代码：kepu explain --list", "all codes: kepu explain --list"};
constexpr Bilingual kMessage{"消息", "message"};
constexpr Bilingual kHelp{"办法", "help"};

std::string explain(const DiagnosticCode& code, base::Language language) {
  std::string out = fmt::format("{} ({})\n\n{}\n\n{}: {}\n", code.code,
                                base::severity_word(code.severity), in(language, code.explanation),
                                in(language, kMessage), in(language, code.message));
  if (!in(language, code.help).empty()) {
    out += fmt::format("{}: {}\n", in(language, kHelp), in(language, code.help));
  }
  return out;
}

std::string as_list(const std::vector<const DiagnosticCode*>& codes, base::Language language) {
  std::string out;
  for (const DiagnosticCode* code : codes) {
    out += fmt::format("{:<32} {:<8} {}\n", code->code, base::severity_word(code->severity),
                       in(language, code->message));
  }
  return out;
}

// The text of docs/diagnostics.md; a test compares both.
std::string as_markdown(const std::vector<const DiagnosticCode*>& codes) {
  std::string out =
      "# Diagnostics\n\n"
      "诊断代码一览，由 `kepu explain --markdown` 写出；单个代码的说明：`kepu explain CODE`。\n\n"
      "Every code that kepu reports, written by `kepu explain --markdown`. Codes are stable. "
      "`error` stops the publication, "
      "`warning` and `info` do not (unless `--strict`).\n";
  for (const DiagnosticCode* code : codes) {
    out += fmt::format("\n## `{}` ({})\n\n{}\n\n", code->code, base::severity_word(code->severity),
                       code->explanation.zh);
    out += fmt::format("- 消息：{}\n", code->message.zh);
    if (!code->help.zh.empty()) out += fmt::format("- 办法：{}\n", code->help.zh);
    out += fmt::format("\n{}\n\n- Message: {}\n", code->explanation.en, code->message.en);
    if (!code->help.en.empty()) out += fmt::format("- Help: {}\n", code->help.en);
  }
  return out;
}

nlohmann::ordered_json as_json(const DiagnosticCode& code, base::Language language) {
  nlohmann::ordered_json object;
  object["code"] = code.code;
  object["severity"] = base::severity_word(code.severity);
  object["message"] = in(language, code.message);
  object["help"] = in(language, code.help);
  object["explanation"] = in(language, code.explanation);
  return object;
}

}  // namespace

int run_explain(const Arguments& arguments) {
  Console console(arguments);
  const auto codes = all_codes();
  const bool json = arguments.format == OutputFormat::Json;
  if (arguments.markdown) {
    console.result(as_markdown(codes));
    return 0;
  }
  if (arguments.list || arguments.code.empty()) {
    if (json) {
      nlohmann::ordered_json list = nlohmann::ordered_json::array();
      for (const DiagnosticCode* code : codes) list.push_back(as_json(*code, arguments.language));
      console.result(list.dump(2) + "\n");
    } else {
      console.result(as_list(codes, arguments.language));
    }
    return 0;
  }
  const auto found = std::find_if(
      codes.begin(), codes.end(),
      [&arguments](const DiagnosticCode* code) { return code->code == arguments.code; });
  if (found == codes.end()) {
    std::vector<std::string> names;
    names.reserve(codes.size());
    for (const DiagnosticCode* code : codes) names.emplace_back(code->code);
    const base::Argument argument{"code", arguments.code};
    std::string text = "kepu: " + fill(kUnknown, arguments.language, {&argument, 1}) + "\n";
    const std::string near = base::nearest_name(arguments.code, names);
    if (!near.empty()) text += "  → kepu explain " + near + "\n";
    console.remark(text + std::string(in(arguments.language, kHint)) + "\n");
    return 2;
  }
  console.result(json ? as_json(**found, arguments.language).dump(2) + "\n"
                      : explain(**found, arguments.language));
  return 0;
}

}  // namespace kepu::cli
