// Everything that a command says: results to stdout, diagnostics and progress to stderr.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "cli/arguments.h"

namespace kepu::cli {

class Console {
 public:
  explicit Console(const Arguments& arguments);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// One line that is overwritten; only on a terminal and only when the command has run for a
  /// second. Any thread.
  void progress(base::Bilingual stage, std::size_t done, std::size_t total);
  /// The same where the pieces differ in size: `share` of the work is done, 0 … 1.
  void progress(base::Bilingual stage, std::size_t done, std::size_t total, double share);
  void clear_progress();

  /// Sorted diagnostics, human form, to stderr. Source lines come from `files`.
  void print_diagnostics(const base::Diagnostics& diagnostics, const base::FileSystem& files);
  void result(std::string_view text);  // stdout
  void remark(std::string_view text);  // stderr

  bool is_terminal() const { return is_terminal_; }
  double elapsed_s() const;

 private:
  const Arguments& arguments_;
  bool is_terminal_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
  std::chrono::steady_clock::time_point stage_start_;
  std::string_view stage_;
  std::mutex mutex_;
  bool line_open_ = false;
};

}  // namespace kepu::cli
