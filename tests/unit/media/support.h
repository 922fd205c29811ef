// What the media tests share: the clips, a throw-away cache, running the stage, and decoding what
// it made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "media/derive.h"

namespace kepu::media::test {

/// The folder of the programs under test, with a `/` at the end.
std::string build_folder();

/// Quoted for the shell.
std::string shell_word(const std::string& text);
/// What a command writes to its standard output.
std::string output_of(const std::string& command);

/// The folder that a script of tests/support has filled, on first use.
std::string made_by(const std::string& script, const std::string& folder);

/// Made by tests/support/make-test-clips.sh on first use.
const std::string& clips_folder();

/// A fresh folder that goes away again.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

std::string read_file(const std::string& path);

struct Run {
  model::MediaLibrary library;
  base::Diagnostics diagnostics;
  /// Files that had to be decoded.
  std::size_t decoded = 0;

  /// Codes in order, e.g. "media.empty media.truncated".
  std::string codes() const;
};

/// Line n of `page.md` names the n-th file.
MediaJob job(const std::string& path, std::uint32_t line = 1);

struct Setting {
  std::string site;
  std::string cache;
  unsigned jobs = 2;
  std::string worker;
  std::chrono::milliseconds time_limit{60'000};
  model::MediaSettings settings{};
};

Run derive(const std::vector<MediaJob>& jobs, const Setting& setting);

/// One file of the clips with a cache of its own. The posters are gone afterwards.
Run derive_clip(const std::string& name);

struct Rgb {
  int red = 0;
  int green = 0;
  int blue = 0;
};

/// A decoded picture: height rows of width pixels.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<Rgb> pixels;

  Rgb at(int x, int y) const;
  int mean_luma() const;
};

/// One picture by ffmpeg with these arguments; fails the test when it has another size.
Pixels decode_with(const std::string& arguments, int width, int height);

/// Decoded by ffmpeg; fails the test when the file is not exactly of the poster's size.
Pixels decode(const model::PictureFile& poster);

bool is_red(Rgb color);
bool is_blue(Rgb color);

}  // namespace kepu::media::test
