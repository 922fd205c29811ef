// Colours of high dynamic range on an ordinary screen. The signals are computed here by the
// formulas of the standards, in the other direction than the program does it.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "media/worker/tone_map.h"

namespace kepu::media::worker {

namespace {

using Color = std::array<double, 3>;
using Signal = std::array<std::uint16_t, 3>;

double light_of_srgb(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// The matrix of BT.2087 from BT.709 to BT.2020.
Color to_bt2020(const Color& c) {
  return {0.6274039 * c[0] + 0.3292830 * c[1] + 0.0433131 * c[2],
          0.0690973 * c[0] + 0.9195404 * c[1] + 0.0113623 * c[2],
          0.0163914 * c[0] + 0.0880133 * c[1] + 0.8955953 * c[2]};
}

std::uint16_t deep(double signal) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(signal, 0.0, 1.0) * 65535));
}

/// Light in cd/m², of BT.2020 primaries.
Signal pq(const Color& nits) {
  Signal signal{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double power = std::pow(nits[i] / 10'000, 0.1593017578125);
    signal[i] = deep(std::pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375));
  }
  return signal;
}

Signal hlg(const Color& nits) {
  const double luminance = (0.2627 * nits[0] + 0.6780 * nits[1] + 0.0593 * nits[2]) / 1000;
  const double gain = luminance > 0 ? std::pow(luminance, 1 / 1.2 - 1) : 0;
  Signal signal{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double scene = nits[i] / 1000 * gain;
    signal[i] =
        deep(scene <= 1.0 / 12 ? std::sqrt(3 * scene)
                               : 0.17883277 * std::log(12 * scene - 0.28466892) + 0.55991073);
  }
  return signal;
}

/// An sRGB colour, 0 … 255, on a display whose white has 203 cd/m².
Color nits_of_srgb(const Color& color) {
  Color light{};
  for (std::size_t i = 0; i < 3; ++i) light[i] = 203 * light_of_srgb(color[i] / 255);
  return to_bt2020(light);
}

/// One pixel after the other, 0 … 255.
std::vector<Color> mapped(const std::vector<Signal>& signals, Transfer transfer) {
  std::vector<std::uint16_t> samples;
  for (const Signal& signal : signals) samples.insert(samples.end(), signal.begin(), signal.end());
  const auto width = static_cast<int>(signals.size());
  tone_map({samples.data(), 3 * width, width, 1}, transfer);
  std::vector<Color> colors;
  for (std::size_t i = 0; i < samples.size(); i += 3)
    colors.push_back({samples[i] / 257.0, samples[i + 1] / 257.0, samples[i + 2] / 257.0});
  return colors;
}

Signal encoded(const Color& nits, Transfer transfer) {
  return transfer == Transfer::Pq ? pq(nits) : hlg(nits);
}

}  // namespace

TEST_CASE("ordinary colours come back from high dynamic range") {
  const Transfer transfer = GENERATE(Transfer::Pq, Transfer::Hlg);
  const std::vector<Color> chart = {{0, 0, 0},     {255, 255, 255}, {128, 128, 128}, {12, 12, 12},
                                    {255, 0, 0},   {0, 255, 0},     {0, 0, 255},     {255, 255, 0},
                                    {0, 255, 255}, {255, 0, 255},   {196, 148, 128}, {87, 108, 67},
                                    {56, 61, 150}, {231, 199, 31},  {8, 133, 161},   {200, 30, 90}};
  std::vector<Signal> signals;
  for (const Color& color : chart) signals.push_back(encoded(nits_of_srgb(color), transfer));
  const std::vector<Color> result = mapped(signals, transfer);
  for (std::size_t i = 0; i < chart.size(); ++i) {
    INFO("colour " << i << ": " << result[i][0] << " " << result[i][1] << " " << result[i][2]);
    for (std::size_t channel = 0; channel < 3; ++channel)
      CHECK(std::abs(result[i][channel] - chart[i][channel]) <= 2);
  }
}

TEST_CASE("lights stay in order, apart, and below white, dark parts stay as they are") {
  const Transfer transfer = GENERATE(Transfer::Pq, Transfer::Hlg);
  std::vector<Signal> signals;
  const std::vector<double> grays = {5, 20, 60, 203, 400, 600, 990};
  for (const double nits : grays) signals.push_back(encoded({nits, nits, nits}, transfer));
  const std::vector<Color> result = mapped(signals, transfer);
  for (std::size_t i = 1; i < grays.size(); ++i) CHECK(result[i][0] > result[i - 1][0] + 0.5);
  CHECK(result[6][0] <= 255);
  // 60 cd/m² of 203.
  CHECK(result[2][0] == Approx(149).margin(2));
  CHECK(result[3][0] >= 220);
  for (const Color& color : result) {
    CHECK(std::abs(color[0] - color[1]) < 1);
    CHECK(std::abs(color[1] - color[2]) < 1);
  }
}

TEST_CASE("a spark beyond every display does not darken the picture") {
  const std::vector<Color> result =
      mapped({pq({10'000, 10'000, 10'000}), pq({100, 100, 100})}, Transfer::Pq);
  CHECK(result[0][0] == Approx(255).margin(1));
  CHECK(result[1][0] >= 175);
}

TEST_CASE("colours that the screen lacks keep their brightness") {
  // The green of BT.2020 by itself.
  const std::vector<Color> result = mapped({pq({0, 100, 0})}, Transfer::Pq);
  const Color& color = result[0];
  CHECK(color[1] > color[0] + 60);
  CHECK(color[1] > color[2] + 60);
  const double luminance = 0.2126 * light_of_srgb(color[0] / 255) +
                           0.7152 * light_of_srgb(color[1] / 255) +
                           0.0722 * light_of_srgb(color[2] / 255);
  CHECK(luminance == Approx(100 * 0.6780 / 203).epsilon(0.02));
}

}  // namespace kepu::media::worker
