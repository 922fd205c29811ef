// QR codes are read back from the drawing itself, by another program's decoder.
#include "render/qr_code.h"

#include <zbar.h>

#include <catch2/catch.hpp>
#include <memory>
#include <regex>
#include <vector>

using namespace kepu;

namespace {

constexpr const char* kAddress =
    "https://www.example.cn/science/carbon/exhibition/2021-showcase/v01.html";

// What a telephone sees: one grey pixel for each unit of the viewBox.
struct Drawing {
  int size = 0;
  std::vector<unsigned char> pixels;

  explicit Drawing(const std::string& svg) {
    std::smatch box;
    REQUIRE(std::regex_search(svg, box, std::regex(R"re(viewBox="0 0 (\d+) \1")re")));
    size = std::stoi(box[1]);
    pixels.assign(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), 255);
    // Not by an expression: those of the library run out of stack on a long text.
    const std::size_t begin = svg.find(" d=\"") + 4;
    const std::string data = svg.substr(begin, svg.find('"', begin) - begin);
    const std::regex run(R"(([Mm])(-?\d+) (-?\d+)h(\d+)v1h-\4z)");
    int x = 0;
    int y = 0;
    std::size_t read = 0;
    for (std::sregex_iterator it(data.begin(), data.end(), run), end; it != end; ++it) {
      const bool is_absolute = (*it)[1] == "M";
      x = std::stoi((*it)[2]) + (is_absolute ? 0 : x);
      y = std::stoi((*it)[3]) + (is_absolute ? 0 : y);
      for (int i = 0; i < std::stoi((*it)[4]); ++i) pixels.at(at(x + i, y)) = 0;
      read += static_cast<std::size_t>(it->length());
    }
    REQUIRE(read == data.size());
  }

  std::size_t at(int x, int y) const { return static_cast<std::size_t>(y * size + x); }

  bool has_quiet_zone(int width) const {
    for (int y = 0; y < size; ++y) {
      for (int x = 0; x < size; ++x) {
        const bool inside = x >= width && y >= width && x < size - width && y < size - width;
        if (!inside && pixels.at(at(x, y)) != 255) return false;
      }
    }
    return true;
  }

  std::vector<unsigned char> enlarged(int times) const {
    std::vector<unsigned char> large;
    for (int y = 0; y < size * times; ++y)
      for (int x = 0; x < size * times; ++x) large.push_back(pixels[at(x / times, y / times)]);
    return large;
  }
};

std::string decode(const std::string& svg) {
  constexpr int kTimes = 4;
  const Drawing drawing(svg);
  const auto size = static_cast<unsigned>(drawing.size * kTimes);
  const std::vector<unsigned char> pixels = drawing.enlarged(kTimes);
  const std::unique_ptr<zbar::zbar_image_scanner_t, void (*)(zbar::zbar_image_scanner_t*)> scanner(
      zbar::zbar_image_scanner_create(), zbar::zbar_image_scanner_destroy);
  // Bytes as they are: without this the decoder guesses a Chinese or Japanese encoding.
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
  zbar::Image image(size, size, "Y800", pixels.data(), pixels.size());
  if (zbar::zbar_scan_image(scanner.get(), image) != 1) return "(not one code)";
  const auto* symbol = zbar::zbar_image_first_symbol(image);
  return {zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol)};
}

}  // namespace

TEST_CASE("a QR code is read back") {
  SECTION("as it was written, from the drawing") {
    CHECK(decode(render::qr_svg(kAddress)) == kAddress);
  }
  SECTION("with Chinese letters, which are bytes of UTF-8") {
    CHECK(decode(render::qr_svg("碳达峰 碳中和")) == "碳达峰 碳中和");
  }
  SECTION("whatever its length, so whatever its version") {
    for (const std::size_t length : {1U, 14U, 62U, 213U, 500U, 1000U}) {
      CAPTURE(length);
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += static_cast<char>('a' + i % 26);
      CHECK(decode(render::qr_svg(text)) == text);
    }
  }
}

TEST_CASE("the drawing of a QR code") {
  const std::string svg = render::qr_svg(kAddress);
  SECTION("has four modules of quiet zone, and not five") {
    const Drawing drawing(svg);
    CHECK(drawing.has_quiet_zone(4));
    CHECK_FALSE(drawing.has_quiet_zone(5));
  }
  SECTION("is dark on white by itself, in one path") {
    CHECK(svg.starts_with("<svg class=\"qr\" "));
    CHECK(svg.ends_with("</svg>"));
    CHECK(svg.find("fill=\"#fff\"") != std::string::npos);
    CHECK(svg.find("color=\"#000\"") != std::string::npos);
    CHECK(svg.find("<path fill=\"currentColor\"") == svg.rfind("<path"));
    CHECK(svg.find("style=") == std::string::npos);
  }
  SECTION("is hidden from screen readers without a label") {
    CHECK(svg.find("aria-hidden=\"true\"") != std::string::npos);
    CHECK(svg.find("role=") == std::string::npos);
  }
  SECTION("is a picture with a name when it has a label, which is escaped") {
    const std::string labelled = render::qr_svg(kAddress, "“a” & <b>\"");
    CHECK(labelled.find("role=\"img\" aria-label=\"“a” &amp; &lt;b&gt;&#34;\"") !=
          std::string::npos);
    CHECK(labelled.find("aria-hidden") == std::string::npos);
  }
  SECTION("is the same every time") {
    CHECK(render::qr_svg(kAddress) == svg);
  }
}

TEST_CASE("there is no QR code of nothing, nor of too much") {
  CHECK(render::qr_svg("").empty());
  CHECK_FALSE(render::qr_svg(std::string(2331, 'x')).empty());
  CHECK(render::qr_svg(std::string(2332, 'x')).empty());
}
