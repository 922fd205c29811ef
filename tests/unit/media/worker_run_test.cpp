#include "unit/media/worker_run.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/hash.h"
#include "media/worker/analyse.h"
#include "media/worker/av.h"
#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

struct ClosePipe {
  void operator()(FILE* pipe) const { ::pclose(pipe); }
};

}  // namespace

std::string said_by(const std::string& command) {
  const std::unique_ptr<FILE, ClosePipe> pipe(::popen((command + " 2>&1").c_str(), "r"));
  std::string output;
  std::array<char, 65536> buffer{};
  for (std::size_t got = 1; got > 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    output.append(buffer.data(), got);
  }
  return output;
}

std::string made_clip(const std::string& name, const std::string& arguments) {
  const std::string folder = build_folder() + "made-clips";
  std::filesystem::create_directories(folder);
  const std::string path = folder + "/" + base::to_hex(base::hash_bytes(arguments)) + "-" + name;
  if (std::filesystem::exists(path)) return path;
  // Another test may make the same clip at this moment.
  const std::string unfinished = fmt::format("{}/{}-{}", folder, ::getpid(), name);
  const std::string said =
      said_by("ffmpeg -loglevel error -nostdin -y " + arguments + " " + quoted(unfinished));
  INFO(said);
  REQUIRE(std::filesystem::exists(unfinished));
  std::filesystem::rename(unfinished, path);
  return path;
}

worker::Reply ask_worker(const std::string& path, const worker::Request& request,
                         const std::string& output) {
  av_log_set_callback([](void*, int, const char*, va_list) {});
  const int input = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(input >= 0);
  const int to =
      output.empty() ? -1 : ::open(output.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  worker::Reply reply = worker::analyse(input, request, to);
  ::close(input);
  if (to >= 0) ::close(to);
  // What the worker says must be what the other side accepts.
  const auto decoded = worker::decode_reply(worker::encode_reply(reply));
  REQUIRE(decoded.has_value());
  CHECK(*decoded == reply);
  return reply;
}

worker::Reply ask_worker(const std::string& path, worker::Task task, const std::string& output) {
  worker::Request request;
  request.task = task;
  return ask_worker(path, request, output);
}

std::string probed(const std::string& path, const std::string& entries) {
  return said_by("ffprobe -v error -of compact -show_entries " + entries + " " + quoted(path));
}

std::string written(const std::vector<worker::Span>& spans) {
  std::string text;
  for (const worker::Span& span : spans)
    text += fmt::format("{}{:.2f}-{:.2f}", text.empty() ? "" : " ",
                        static_cast<double>(span.begin_ms) / 1000,
                        static_cast<double>(span.end_ms) / 1000);
  return text;
}

std::string pixels_of(const std::string& picture_bytes) {
  const TemporaryFolder folder;
  const std::string path = folder.write("picture", picture_bytes);
  return said_by("ffmpeg -loglevel error -nostdin -i " + quoted(path) +
                 " -f rawvideo -pix_fmt rgb24 -");
}

}  // namespace kepu::media::test
