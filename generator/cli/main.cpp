// The program: arguments, one command, exit status. Whatever is thrown ends here as status 3.
#include <cstdio>
#include <exception>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>

#include "base/environment_failure.h"
#include "base/system_reason.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/texts.h"

#ifdef KEPU_MIMALLOC
#include <mimalloc.h>
#endif

namespace {

using kepu::cli::Arguments;
using kepu::cli::Command;
using kepu::cli::Exit;

constexpr int kEnvironmentFailed = 3;

/// A large site fills memory that is new to the process, for which every page of 4 KiB costs a
/// visit to the kernel; pages of 2 MiB, where the system gives them, spare two thirds of these.
void prefer_large_pages() {
#ifdef KEPU_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
#endif
}

int run(const Arguments& arguments) {
  switch (arguments.command) {
    case Command::Build:
      return kepu::cli::run_build(arguments);
    case Command::Check:
      return kepu::cli::run_check(arguments);
    case Command::Media:
      return kepu::cli::run_media(arguments);
    case Command::Explain:
      return kepu::cli::run_explain(arguments);
    case Command::Version:
      return kepu::cli::run_version(arguments);
  }
  return kEnvironmentFailed;
}

/// Whether the caller is a program that waits for JSON, even if the words are wrong otherwise.
bool wants_json(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const std::string_view next = i + 1 < count ? words[i + 1] : "";
    if (word == "--format=json" || (word == "--format" && next == "json")) return true;
  }
  return false;
}

/// For people on stderr; for programs as JSON on stdout, too.
int fail(bool json, const char* status, int exit_status, const std::string& text) {
  std::fputs(text.c_str(), stderr);
  if (json) {
    const nlohmann::ordered_json object{{"status", status}, {"message", text}};
    const std::string out =
        object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::printf("%s\n", out.c_str());
  }
  return exit_status;
}

}  // namespace

int main(int argc, char** argv) {
  prefer_large_pages();
  kepu::base::Language language = kepu::cli::language_of_environment();
  const bool json = wants_json(argc, argv);
  const auto broke_down = [json](const std::string& text) {
    return fail(json, "failed", kEnvironmentFailed, "kepu: " + text + "\n");
  };
  const auto in_language = [&language](kepu::base::Bilingual text) {
    return std::string(kepu::cli::in(language, text));
  };
  try {
    const auto parsed = kepu::cli::parse_arguments(argc, argv);
    if (const auto* exit = std::get_if<Exit>(&parsed)) {
      if (exit->status != 0) return fail(json, "usage", exit->status, exit->text);
      std::fputs(exit->text.c_str(), stdout);
      return 0;
    }
    const auto& arguments = std::get<Arguments>(parsed);
    language = arguments.language;
    return run(arguments);
  } catch (const kepu::base::EnvironmentFailure& failure) {
    return broke_down(failure.text(language));
  } catch (const std::system_error& error) {
    const auto reason = kepu::base::system_reason(error.code().value());
    const bool chinese = language == kepu::base::Language::Chinese;
    return broke_down(chinese ? reason.value : reason.english);
  } catch (const std::bad_alloc&) {
    return broke_down(in_language({"内存不足", "out of memory"}));
  } catch (const std::exception& error) {
    return broke_down(in_language({"程序内部错误：", "internal error: "}) + error.what());
  }
}
