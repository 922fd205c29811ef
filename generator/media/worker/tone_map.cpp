#include "media/worker/tone_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace kepu::media::worker {

namespace {

// Light is counted in 1/65536 of reference white.
constexpr std::int64_t kWhite = 1 << 16;
constexpr double kWhiteNits = 203;
// The brightest that a display of BT.2100 is made for as a rule. Rare sparks above it are cut off
// rather than allowed to darken all the rest.
constexpr double kPeakNits = 1000;
constexpr std::int64_t kPeak = static_cast<std::int64_t>(kPeakNits / kWhiteNits * kWhite);
constexpr std::size_t kLevels = 1U << 16U;

// BT.2100 table 4.
constexpr double kM1 = 2610.0 / 16384;
constexpr double kM2 = 2523.0 / 4096 * 128;
constexpr double kC1 = 3424.0 / 4096;
constexpr double kC2 = 2413.0 / 4096 * 32;
constexpr double kC3 = 2392.0 / 4096 * 32;

double nits_of_pq(double signal) {
  const double power = std::pow(signal, 1 / kM2);
  return 10'000 * std::pow(std::max(power - kC1, 0.0) / (kC2 - kC3 * power), 1 / kM1);
}

double pq_of_nits(double nits) {
  const double power = std::pow(nits / 10'000, kM1);
  return std::pow((kC1 + kC2 * power) / (1 + kC3 * power), kM2);
}

// BT.2100 table 5.
double scene_light_of_hlg(double signal) {
  constexpr double kA = 0.17883277;
  constexpr double kB = 1 - 4 * kA;
  constexpr double kC = 0.55991073;
  return signal <= 0.5 ? signal * signal / 3 : (std::exp((signal - kC) / kA) + kB) / 12;
}

double srgb_of_light(double light) {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

// The last bit of pow() may differ between machines; rounded to whole numbers it does not show.
template <typename Number, typename Function>
std::vector<Number> make_table(std::size_t entries, Function function) {
  std::vector<Number> table(entries);
  for (std::size_t i = 0; i < entries; ++i)
    table[i] = static_cast<Number>(
        std::lround(function(static_cast<double>(i) / static_cast<double>(entries - 1))));
  return table;
}

using Light = std::array<std::int64_t, 3>;

/// From the signal of a pixel to the light that a display emits.
class Decoder {
 public:
  explicit Decoder(Transfer transfer) : transfer_(transfer) {}

  Light light_of(const std::uint16_t* rgb) const {
    if (transfer_ == Transfer::Pq) {
      static const auto table = make_table<std::uint32_t>(
          kLevels, [](double signal) { return nits_of_pq(signal) / kWhiteNits * kWhite; });
      return {table[rgb[0]], table[rgb[1]], table[rgb[2]]};
    }
    return light_of_hlg(rgb);
  }

 private:
  // The camera's light becomes the display's by a power of its luminance (BT.2100 table 5, for a
  // display of 1000 cd/m²).
  static Light light_of_hlg(const std::uint16_t* rgb) {
    constexpr std::int64_t kSceneUnit = 1 << 20;
    static const auto scene = make_table<std::uint32_t>(
        kLevels, [](double signal) { return scene_light_of_hlg(signal) * kSceneUnit; });
    static const auto gains = make_table<std::uint32_t>(kLevels + 1, [](double luminance) {
      return std::pow(luminance, 0.2) * kPeakNits / kWhiteNits * (1 << 16);
    });
    const Light of_scene{scene[rgb[0]], scene[rgb[1]], scene[rgb[2]]};
    const std::int64_t luminance =
        (2627 * of_scene[0] + 6780 * of_scene[1] + 593 * of_scene[2]) / 10'000;
    const std::int64_t gain =
        gains[static_cast<std::size_t>(std::min(luminance, kSceneUnit) >> 4U)];
    Light light{};
    for (std::size_t i = 0; i < 3; ++i) light[i] = (of_scene[i] * gain) >> 20U;
    return light;
  }

  Transfer transfer_;
};

/// By how much light of each brightness is reduced: the curve of BT.2390 §5.4 from a display whose
/// brightest is `peak` to one whose brightest is reference white.
class RollOff {
 public:
  explicit RollOff(std::int64_t peak) : peak_(peak) {
    if (peak <= kWhite) return;
    const double top = pq_of_nits(static_cast<double>(peak) / kWhite * kWhiteNits);
    const double white = pq_of_nits(kWhiteNits) / top;
    const double knee = 1.5 * white - 0.5;
    const auto entries = static_cast<std::size_t>(peak / kStep + 1);
    gains_.assign(entries, kUnit);
    for (std::size_t i = 1; i < entries; ++i) {
      const double nits = static_cast<double>(i) * kStep / kWhite * kWhiteNits;
      const double signal = pq_of_nits(nits) / top;
      if (signal <= knee) continue;
      const double t = (signal - knee) / (1 - knee);
      const double rolled = (2 * t * t * t - 3 * t * t + 1) * knee +
                            (t * t * t - 2 * t * t + t) * (1 - knee) +
                            (-2 * t * t * t + 3 * t * t) * white;
      gains_[i] = std::lround(nits_of_pq(rolled * top) / nits * kUnit);
    }
  }

  /// All three channels alike, by the strongest, so that the hue stays.
  void apply(Light& light) const {
    const std::int64_t strongest = std::max({light[0], light[1], light[2]});
    if (gains_.empty() && strongest <= kWhite) return;
    const std::int64_t gain = strongest >= peak_
                                  ? kWhite * kUnit / strongest
                                  : gains_[static_cast<std::size_t>(strongest / kStep)];
    for (std::int64_t& channel : light) channel = channel * gain / kUnit;
  }

 private:
  static constexpr std::int64_t kStep = 64;
  static constexpr std::int64_t kUnit = 1 << 16;
  std::int64_t peak_;
  std::vector<std::int64_t> gains_;
};

// BT.2087 annex 2, in 1/65536; each row is 1 for white.
Light to_bt709(const Light& light) {
  constexpr std::int64_t kMatrix[3][3] = {
      {108822, -38512, -4774}, {-8163, 74246, -547}, {-1190, -6591, 73317}};
  Light result{};
  for (std::size_t i = 0; i < 3; ++i)
    result[i] =
        (kMatrix[i][0] * light[0] + kMatrix[i][1] * light[1] + kMatrix[i][2] * light[2]) / kWhite;
  return result;
}

/// Colours that the screen does not have lose saturation, not brightness.
void fit_gamut(Light& light) {
  const std::int64_t gray = std::clamp<std::int64_t>(
      (2126 * light[0] + 7152 * light[1] + 722 * light[2]) / 10'000, 0, kWhite);
  constexpr std::int64_t kUnit = 1 << 16;
  std::int64_t keep = kUnit;
  for (const std::int64_t channel : light) {
    if (channel < 0) keep = std::min(keep, gray * kUnit / (gray - channel));
    if (channel > kWhite) keep = std::min(keep, (kWhite - gray) * kUnit / (channel - gray));
  }
  if (keep == kUnit) return;
  for (std::int64_t& channel : light)
    channel = std::clamp<std::int64_t>(gray + (channel - gray) * keep / kUnit, 0, kWhite);
}

std::int64_t peak_of(const DeepPicture& picture, const Decoder& decoder) {
  std::int64_t peak = kWhite;
  for (int y = 0; y < picture.height; ++y) {
    const std::uint16_t* pixel = picture.samples + y * picture.stride;
    for (int x = 0; x < picture.width; ++x, pixel += 3) {
      const Light light = decoder.light_of(pixel);
      peak = std::max({peak, light[0], light[1], light[2]});
    }
  }
  return std::min(peak, kPeak);
}

}  // namespace

void tone_map(const DeepPicture& picture, Transfer transfer) {
  static const auto encoded = make_table<std::uint16_t>(
      kWhite + 1, [](double light) { return srgb_of_light(light) * 65535; });
  const Decoder decoder(transfer);
  const RollOff roll_off(peak_of(picture, decoder));
  for (int y = 0; y < picture.height; ++y) {
    std::uint16_t* pixel = picture.samples + y * picture.stride;
    for (int x = 0; x < picture.width; ++x, pixel += 3) {
      Light light = decoder.light_of(pixel);
      roll_off.apply(light);
      light = to_bt709(light);
      fit_gamut(light);
      for (std::size_t i = 0; i < 3; ++i) pixel[i] = encoded[static_cast<std::size_t>(light[i])];
    }
  }
}

}  // namespace kepu::media::worker
