// Small parts of the media stage by themselves.
#include <array>
#include <catch2/catch.hpp>

#include "media/svg_size.h"
#include "media/waveform.h"
#include "media/worker/picture_maker.h"
#include "model/media.h"

namespace kepu::media {

TEST_CASE("time codes are told from paths") {
  CHECK(model::parse_time_code("00:01:12") == 72'000);
  CHECK(model::parse_time_code("01:12") == 72'000);
  CHECK(model::parse_time_code("00:00:12.5") == 12'500);
  CHECK(model::parse_time_code("1:02:03.0625") == 3'723'062);
  for (const char* text : {"", "12", ":12", "1:", "00:61", "1:60:00", "00:00:12.", "00:00:12,5",
                           "1:2:3:4", "-1:00", "/assets/a.png", "a.png", "00:01:12 ", "99999:00"})
    CHECK_FALSE(model::parse_time_code(text).has_value());
}

TEST_CASE("the size of a drawing") {
  const auto size = [](std::string_view text) { return svg_size(text).value_or(SvgSize{-1, -1}); };
  CHECK(size(R"(<svg width="100" height="50"/>)") == SvgSize{100, 50});
  CHECK(size(R"(<svg width='1in' height='72pt'>)") == SvgSize{96, 96});
  CHECK(size(R"(<svg viewBox="0 0 800 450">)") == SvgSize{800, 450});
  CHECK(size(R"(<svg viewBox="-5,-5, 8e2,4.5e2" width="100%" height="auto">)") ==
        SvgSize{800, 450});
  CHECK(size(R"(<svg viewBox="0 0 800 400" height="100">)") == SvgSize{200, 100});
  CHECK(size("<svg>") == SvgSize{0, 0});
  CHECK(size("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg [<!ENTITY a "
             "\"b>\">]>\n"
             "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" s:width=\"5\" width=\"10\" "
             "height=\"20\">") == SvgSize{10, 20});
  CHECK(size(R"(<svg width="-5" height="nan" viewBox="0 0 inf 1">)") == SvgSize{0, 0});
  CHECK(size(R"(<svg data-width="7" width="1e300" height="1">)") == SvgSize{1'000'000, 1});
  for (const char* text :
       {"", "<", "svg", "<html>", "<svg", "<svg width=\"1", "<svg width=1>", "<!--",
        "<!DOCTYPE svg [", "<svgx width=\"1\" height=\"1\">", "text <svg>"})
    CHECK_FALSE(svg_size(text).has_value());
}

TEST_CASE("a waveform is one safe drawing") {
  const std::array<std::uint8_t, 3> peaks{0, 64, 128};
  CHECK(draw_waveform(peaks) ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 11 96\" "
        "preserveAspectRatio=\"none\" "
        "fill=\"currentColor\" aria-hidden=\"true\" focusable=\"false\">"
        "<path d=\"M0 47h3v2h-3zM4 24h3v48h-3zM8 0h3v96h-3z\"/></svg>");
  CHECK(draw_waveform({}).starts_with("<svg "));
}

namespace worker {

TEST_CASE("display matrices become orientations") {
  using Matrix = std::array<std::int32_t, 9>;
  const auto degrees = [](const Matrix& matrix) { return orientation_of(matrix).degrees(); };
  constexpr std::int32_t k = 1 << 16;
  CHECK(degrees({k, 0, 0, 0, k, 0, 0, 0, 1 << 30}) == 0);
  CHECK(degrees({0, k, 0, -k, 0, 0, 0, 0, 1 << 30}) == 90);
  CHECK(degrees({-k, 0, 0, 0, -k, 0, 0, 0, 1 << 30}) == 180);
  CHECK(degrees({0, -k, 0, k, 0, 0, 0, 0, 1 << 30}) == 270);
  const Orientation mirrored = orientation_of(Matrix{-k, 0, 0, 0, k, 0, 0, 0, 1 << 30});
  CHECK(mirrored.mirror_x);
  CHECK_FALSE(mirrored.mirror_y);
  CHECK_FALSE(mirrored.transpose);
}

TEST_CASE("sizes of posters") {
  CHECK(poster_sizes({1920, 1080}) == std::vector<Size>{{320, 180}, {640, 360}, {1280, 720}});
  CHECK(poster_sizes({1080, 1920}) == std::vector<Size>{{320, 569}, {640, 1138}, {1080, 1920}});
  CHECK(poster_sizes({640, 360}) == std::vector<Size>{{320, 180}, {640, 360}});
  CHECK(poster_sizes({1, 1}) == std::vector<Size>{{1, 1}});
  CHECK(poster_sizes({100'000, 10}) == std::vector<Size>{{320, 1}, {640, 1}, {1280, 1}});
  for (const Size& size : poster_sizes({300, 100'000})) CHECK(size.height <= kMaxPosterHeight);
}

}  // namespace worker

}  // namespace kepu::media
