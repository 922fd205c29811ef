#include <stdlib.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "media/worker_process.h"
#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

struct ClosePipe {
  void operator()(FILE* pipe) const { ::pclose(pipe); }
};

}  // namespace

std::string shell_word(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, ClosePipe> pipe(::popen(command.c_str(), "r"));
  std::string output;
  std::array<char, 65536> buffer{};
  for (std::size_t got = 1; got > 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    output.append(buffer.data(), got);
  }
  return output;
}

std::string build_folder() {
  const std::string worker = default_worker_program();
  return worker.substr(0, worker.rfind('/') + 1);
}

std::string made_by(const std::string& script, const std::string& folder) {
  std::string path = build_folder() + folder;
  const std::string program = std::string(KEPU_SOURCE_DIR) + "/tests/support/" + script;
  const std::string command = "python3 -B " + shell_word(program) + " " + shell_word(path);
  if (std::system(command.c_str()) != 0) FAIL(script + " failed");
  return path;
}

const std::string& clips_folder() {
  static const std::string folder = [] {
    std::string path = build_folder() + "test-clips";
    const std::string script = std::string(KEPU_SOURCE_DIR) + "/tests/support/make-test-clips.sh";
    const int status = std::system((shell_word(script) + " " + shell_word(path)).c_str());
    if (status != 0) FAIL("make-test-clips.sh failed");
    return path;
  }();
  return folder;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path().string() + "/kepu-media-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) FAIL("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string Run::codes() const {
  std::string codes;
  for (const base::Diagnostic& diagnostic : diagnostics.items())
    codes += (codes.empty() ? "" : " ") + std::string(diagnostic.code->code);
  return codes;
}

MediaJob job(const std::string& path, std::uint32_t line) {
  return {path, MediaUse::Played, {}, {"page.md", {line, 1}, 1}, {}};
}

Run derive(const std::vector<MediaJob>& jobs, const Setting& setting) {
  Run run;
  MediaOptions options;
  options.settings = setting.settings;
  options.cache_folder = setting.cache;
  options.jobs = setting.jobs;
  options.worker_program = setting.worker;
  options.time_limit = setting.time_limit;
  options.progress = [&run](const MediaProgress& progress) { run.decoded = progress.done; };
  const base::DiskFileSystem site(setting.site);
  run.library = derive_media(jobs, site, options, run.diagnostics);
  run.diagnostics.sort();
  return run;
}

Run derive_clip(const std::string& name) {
  const TemporaryFolder cache;
  return derive({job(name)}, {.site = clips_folder(), .cache = cache.path()});
}

Rgb Pixels::at(int x, int y) const {
  return pixels.at(static_cast<std::size_t>(y * width + x));
}

int Pixels::mean_luma() const {
  double sum = 0;
  for (const Rgb& pixel : pixels)
    sum += 0.299 * pixel.red + 0.587 * pixel.green + 0.114 * pixel.blue;
  return static_cast<int>(sum / static_cast<double>(pixels.size()));
}

Pixels decode_with(const std::string& arguments, int width, int height) {
  const std::string bytes =
      output_of("ffmpeg -loglevel error -nostdin " + arguments + " -f rawvideo -pix_fmt rgb24 -");
  Pixels picture{width, height, {}};
  REQUIRE(bytes.size() == static_cast<std::size_t>(width * height * 3));
  const auto sample = [&](std::size_t at) { return int{static_cast<unsigned char>(bytes[at])}; };
  for (std::size_t at = 0; at < bytes.size(); at += 3)
    picture.pixels.push_back({sample(at), sample(at + 1), sample(at + 2)});
  return picture;
}

Pixels decode(const model::PictureFile& poster) {
  return decode_with("-i " + shell_word(poster.made.file), poster.width_px, poster.height_px);
}

bool is_red(Rgb color) {
  return color.red > 200 && color.green < 60 && color.blue < 60;
}
bool is_blue(Rgb color) {
  return color.blue > 200 && color.green < 60 && color.red < 60;
}

}  // namespace kepu::media::test
