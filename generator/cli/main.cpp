// The program: arguments, one command, exit status. Whatever is thrown ends here as status 3.
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <variant>

#include "base/environment_failure.h"
#include "cli/arguments.h"
#include "cli/commands.h"

namespace {

using kepu::cli::Arguments;
using kepu::cli::Command;
using kepu::cli::Exit;

constexpr int kEnvironmentFailed = 3;

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

int fail(const std::string& text) {
  std::fprintf(stderr, "kepu: %s\n", text.c_str());
  return kEnvironmentFailed;
}

}  // namespace

int main(int argc, char** argv) {
  kepu::base::Language language = kepu::base::Language::Chinese;
  try {
    const auto parsed = kepu::cli::parse_arguments(argc, argv);
    if (const auto* exit = std::get_if<Exit>(&parsed)) {
      std::fputs(exit->text.c_str(), exit->status == 0 ? stdout : stderr);
      return exit->status;
    }
    const auto& arguments = std::get<Arguments>(parsed);
    language = arguments.language;
    return run(arguments);
  } catch (const kepu::base::EnvironmentFailure& failure) {
    return fail(failure.text(language));
  } catch (const std::system_error& error) {
    return fail(error.what());
  } catch (const std::bad_alloc&) {
    return fail(language == kepu::base::Language::Chinese ? "内存不足" : "out of memory");
  } catch (const std::exception& error) {
    const char* label =
        language == kepu::base::Language::Chinese ? "程序内部错误：" : "internal error: ";
    return fail(label + std::string(error.what()));
  }
}
