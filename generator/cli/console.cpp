#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "base/report.h"
#include "base/source_file.h"
#include "cli/progress.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kQuietTime{1000};
constexpr std::chrono::milliseconds kBetweenUpdates{100};

void write_all(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

base::Color resolve(ColorChoice choice, bool is_terminal) {
  if (choice == ColorChoice::Always) return base::Color::Always;
  if (choice == ColorChoice::Never) return base::Color::Never;
  return is_terminal && std::getenv("NO_COLOR") == nullptr ? base::Color::Always
                                                           : base::Color::Never;
}

std::size_t terminal_columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

Console::Console(const Arguments& arguments)
    : arguments_(arguments),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      start_(steady_clock::now()) {}

Console::~Console() {
  clear_progress();
}

double Console::elapsed_s() const {
  return std::chrono::duration<double>(steady_clock::now() - start_).count();
}

void Console::progress(base::Bilingual stage, std::size_t done, std::size_t total) {
  const double share = total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
  progress(stage, done, total, share);
}

void Console::progress(base::Bilingual stage, std::size_t done, std::size_t total, double share) {
  if (!is_terminal_ || arguments_.quiet) return;
  const auto now = steady_clock::now();
  const std::lock_guard lock(mutex_);
  if (stage.en != stage_) {
    stage_ = stage.en;
    stage_start_ = now;
  }
  if (now - start_ < kQuietTime || now - last_ < kBetweenUpdates) return;
  last_ = now;
  line_open_ = true;
  const double elapsed_s = std::chrono::duration<double>(now - stage_start_).count();
  write_all(stderr, "\r\x1b[K" + progress_line({stage, done, total, share, elapsed_s},
                                               arguments_.language, terminal_columns()));
}

void Console::clear_progress() {
  const std::lock_guard lock(mutex_);
  if (!line_open_) return;
  line_open_ = false;
  write_all(stderr, "\r\x1b[K");
}

void Console::print_diagnostics(const base::Diagnostics& diagnostics,
                                const base::FileSystem& files) {
  if (diagnostics.empty()) return;
  clear_progress();
  const auto lookup = [&files](const std::string& path) {
    base::Diagnostics ignored;
    return base::load_source(files, path, ignored);
  };
  write_all(stderr, base::render_human(diagnostics, arguments_.language,
                                       resolve(arguments_.color, is_terminal_), lookup));
}

void Console::result(std::string_view text) {
  clear_progress();
  write_all(stdout, text);
}

void Console::remark(std::string_view text) {
  clear_progress();
  write_all(stderr, text);
}

}  // namespace kepu::cli
