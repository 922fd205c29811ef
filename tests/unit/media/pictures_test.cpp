// Pictures of pages: sizes, formats, orientation, colours, and what must not be told with them. The
// files are made by tests/support/make_pictures.py.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

const std::string& pictures_folder() {
  static const std::string folder = made_by("make_pictures.py", "test-pictures");
  return folder;
}

struct PictureRun {
  TemporaryFolder cache;
  Run run;
  const model::Media& media() const { return run.library.items.at(0); }
  const std::vector<model::PictureFile>& sizes() const { return media().derivatives.sizes; }
};

std::unique_ptr<PictureRun> picture_run(const std::string& name, MediaUse use = MediaUse::Shown,
                                        bool avif = false) {
  auto result = std::make_unique<PictureRun>();
  MediaJob wanted = job(name);
  wanted.use = use;
  Setting setting{.site = pictures_folder(), .cache = result->cache.path()};
  setting.settings.avif = avif;
  result->run = derive({wanted}, setting);
  return result;
}

bool is_near(Rgb color, Rgb wanted, int margin = 4) {
  return std::abs(color.red - wanted.red) <= margin &&
         std::abs(color.green - wanted.green) <= margin &&
         std::abs(color.blue - wanted.blue) <= margin;
}

Rgb middle_of(const model::PictureFile& picture) {
  const Pixels pixels = decode(picture);
  return pixels.at(pixels.width / 2, pixels.height / 2);
}

std::string text_of(Rgb color) {
  return std::to_string(color.red) + " " + std::to_string(color.green) + " " +
         std::to_string(color.blue);
}

bool has_secret(const std::string& bytes) {
  return bytes.find("SECRET") != std::string::npos || bytes.find("tIME") != std::string::npos;
}

/// As RGB by ffmpeg, whose frames are turned as EXIF says.
std::string pixels_of(const std::string& file) {
  return output_of("ffmpeg -loglevel error -nostdin -i " + shell_word(file) +
                   " -f rawvideo -pix_fmt rgb24 -");
}

}  // namespace

TEST_CASE("a picture is made in three widths, none wider than itself") {
  SECTION("a wide one") {
    const auto made = picture_run("wide.jpg");
    CHECK(made->run.codes().empty());
    REQUIRE(made->sizes().size() == 6);
    const int widths[] = {480, 960, 1600};
    for (std::size_t i = 0; i < 6; ++i) {
      const model::PictureFile& size = made->sizes()[i];
      CHECK(size.width_px == widths[i / 2]);
      CHECK(size.height_px == widths[i / 2] * 3 / 5);
      CHECK(size.format == (i % 2 == 0 ? model::PictureFormat::WebP : model::PictureFormat::Jpeg));
      decode(size);
    }
  }
  SECTION("a small one") {
    const auto made = picture_run("upright.png");
    REQUIRE(made->sizes().size() == 2);
    CHECK(made->sizes()[0].width_px == 400);
    CHECK(made->media().derivatives.posters.empty());
    CHECK(made->media().derivatives.average_color.size() == 7);
  }
  SECTION("with AVIF where the site wants it") {
    const auto made = picture_run("wide.jpg", MediaUse::Shown, true);
    REQUIRE(made->sizes().size() == 9);
    CHECK(made->sizes()[2].format == model::PictureFormat::Avif);
    CHECK(is_near(middle_of(made->sizes()[2]), middle_of(made->sizes()[1]), 60));
  }
  SECTION("not when it is only linked") {
    CHECK(picture_run("upright.png", MediaUse::Linked)->sizes().empty());
  }
}

TEST_CASE("pictures of every format and every EXIF orientation come out upright") {
  const std::string name =
      GENERATE("turned-1.jpg", "turned-2.jpg", "turned-3.jpg", "turned-4.jpg", "turned-5.jpg",
               "turned-6.jpg", "turned-7.jpg", "turned-8.jpg", "told.jpg", "turned.webp",
               "upright.png", "plain.webp", "plain.gif", "plain.bmp", "plain.avif");
  INFO(name);
  const auto made = picture_run(name, MediaUse::Shown, true);
  CHECK(made->run.codes().empty());
  CHECK(made->media().facts.width_px == 400);
  CHECK(made->media().facts.height_px == 300);
  REQUIRE(made->sizes().size() == 3);
  for (const model::PictureFile& size : made->sizes()) {
    CHECK(size.width_px == 400);
    const Pixels pixels = decode(size);
    CHECK(is_red(pixels.at(100, 75)));
    CHECK(is_near(pixels.at(300, 75), {0, 255, 0}, 60));
    CHECK(is_blue(pixels.at(100, 225)));
    CHECK(is_near(pixels.at(300, 225), {255, 255, 255}, 25));
  }
}

TEST_CASE("colours are those that the picture's profile means") {
  struct Row {
    std::string name;
    Rgb expected;
  };
  const Row row = GENERATE(values<Row>({
      {"p3-red.png", {255, 0, 0}},
      // By the matrices and curves of the standards.
      {"p3-brown.png", {147, 98, 49}},
      {"adobe-green.png", {51, 200, 66}},
      {"adobe-brown.jpg", {153, 99, 56}},
      {"linear-gray.png", {128, 128, 128}},
      {"broken-profile.png", {140, 100, 60}},
      {"deep.png", {140, 100, 60}},
      {"deep-gray.png", {140, 140, 140}},
      {"palette.png", {140, 100, 60}},
      {"opaque-alpha.png", {140, 100, 60}},
      {"flat.jpg", {140, 100, 60}},
      {"told.png", {147, 98, 49}},
      // Each ink takes its light away.
      {"cmyk.jpg", {207, 48, 119}},
  }));
  INFO(row.name);
  const auto made = picture_run(row.name, MediaUse::Shown, true);
  CHECK(made->run.codes().empty());
  REQUIRE(made->sizes().size() == 3);
  for (const model::PictureFile& size : made->sizes()) {
    const Rgb found = middle_of(size);
    INFO(text_of(found));
    CHECK(is_near(found, row.expected));
  }
}

TEST_CASE("what is transparent stays so, without the colours that it hides") {
  const auto made = picture_run("transparent.png", MediaUse::Shown, true);
  CHECK(made->run.codes().empty());
  REQUIRE(made->sizes().size() == 6);
  for (const model::PictureFile& size : made->sizes()) {
    CHECK(size.format != model::PictureFormat::Jpeg);
    const std::string rgba = output_of("ffmpeg -loglevel error -nostdin -i " +
                                       shell_word(size.made.file) + " -f rawvideo -pix_fmt rgba -");
    REQUIRE(rgba.size() == static_cast<std::size_t>(size.width_px * size.height_px * 4));
    const auto at = [&](int x, int channel) {
      return int{static_cast<unsigned char>(rgba[static_cast<std::size_t>(x * 4 + channel)])};
    };
    CHECK(at(size.width_px / 4, 3) == 0);
    CHECK(at(size.width_px * 3 / 4, 3) == 255);
    CHECK(at(size.width_px * 3 / 4, 2) > 240);
    // WebP stores colours of two by two pixels together.
    for (int x = 0; x < size.width_px; ++x)
      if (at(x, 3) > 8) CHECK(at(x, 0) < (size.format == model::PictureFormat::Png ? 8 : 40));
  }
}

TEST_CASE("moving pictures are left as they are") {
  const std::string name = GENERATE("moving.gif", "moving.png", "moving.webp");
  INFO(name);
  const auto made = picture_run(name);
  CHECK(made->run.codes().empty());
  CHECK_FALSE(made->media().damaged);
  CHECK(made->media().facts.kind == model::MediaKind::Picture);
  CHECK(made->media().facts.width_px == 64);
  CHECK(made->sizes().empty());
}

TEST_CASE("sizes of a picture tell nothing beside it") {
  const std::string name = GENERATE("told.jpg", "told.png", "told.webp");
  const auto made = picture_run(name, MediaUse::Shown, true);
  REQUIRE(made->sizes().size() == 3);
  for (const model::PictureFile& size : made->sizes())
    CHECK_FALSE(has_secret(read_file(size.made.file)));
}

TEST_CASE("a picture that is linked is published without its metadata and with all its pixels") {
  const std::string name = GENERATE("told.jpg", "told.png", "told.webp", "told.gif", "told.avif",
                                    "moving.png", "wide.jpg");
  INFO(name);
  const std::string original = pictures_folder() + "/" + name;
  const auto made = picture_run(name, MediaUse::Linked);
  CHECK(made->run.codes().empty());
  REQUIRE(made->media().derivatives.rewritten.has_value());
  const model::DerivedFile& copy = *made->media().derivatives.rewritten;
  const std::string bytes = read_file(copy.file);
  CHECK(bytes.size() == copy.size);
  CHECK_FALSE(has_secret(bytes));
  const std::string pixels = pixels_of(original);
  CHECK_FALSE(pixels.empty());
  CHECK(pixels_of(copy.file) == pixels);
}

TEST_CASE("a linked copy keeps the orientation and the colour profile") {
  const std::string name = GENERATE("told.jpg", "told.png");
  const auto made = picture_run(name, MediaUse::Linked);
  REQUIRE(made->media().derivatives.rewritten.has_value());
  const std::string bytes = read_file(made->media().derivatives.rewritten->file);
  const std::string turned("\x01\x12\0\x03\0\0\0\x01\0\x06", 10);
  CHECK(bytes.find(turned) != std::string::npos);
  CHECK(bytes.find(name == "told.jpg" ? "ICC_PROFILE" : "iCCP") != std::string::npos);
}

}  // namespace kepu::media::test
