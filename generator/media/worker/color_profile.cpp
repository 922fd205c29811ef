#include "media/worker/color_profile.h"

#include <lcms2.h>

#include <array>
#include <cstdlib>
#include <optional>

namespace kepu::media::worker {

namespace {

// Larger ones are for printing presses.
constexpr std::size_t kMaxProfileBytes = 4U << 20U;

struct FreeProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, FreeProfile>;

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};

// Parameters of IEC 61966-2-1.
Profile profile_of_primaries(const cmsCIExyYTRIPLE& primaries) {
  const cmsCIExyY d65{0.3127, 0.3290, 1};
  const std::array<double, 5> curve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  const std::unique_ptr<cmsToneCurve, FreeCurve> tone(
      cmsBuildParametricToneCurve(nullptr, 4, curve.data()));
  if (!tone) return nullptr;
  cmsToneCurve* curves[3] = {tone.get(), tone.get(), tone.get()};
  return Profile(cmsCreateRGBProfile(&d65, &primaries, curves));
}

/// Null for sRGB, and where nothing is said.
Profile profile_of(const AVFrame& frame) {
  const AVFrameSideData* embedded = av_frame_get_side_data(&frame, AV_FRAME_DATA_ICC_PROFILE);
  if (embedded != nullptr && embedded->size <= kMaxProfileBytes)
    return Profile(
        cmsOpenProfileFromMem(embedded->data, static_cast<cmsUInt32Number>(embedded->size)));
  if (frame.color_primaries == AVCOL_PRI_SMPTE432)
    return profile_of_primaries({{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}});
  if (frame.color_primaries == AVCOL_PRI_BT2020)
    return profile_of_primaries({{0.708, 0.292, 1}, {0.170, 0.797, 1}, {0.131, 0.046, 1}});
  return nullptr;
}

cmsHTRANSFORM transform_between(cmsHPROFILE from, cmsHPROFILE to, cmsUInt32Number bytes) {
  return cmsCreateTransform(from, bytes, to, bytes, INTENT_PERCEPTUAL, cmsFLAGS_COPY_ALPHA);
}

// Gray is converted by way of the RGB that it was decoded to: each channel by the profile's curve.
Profile rgb_of_gray(cmsHPROFILE gray) {
  auto* curve = static_cast<cmsToneCurve*>(cmsReadTag(gray, cmsSigGrayTRCTag));
  if (curve == nullptr) return nullptr;
  const cmsCIExyY d65{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.6400, 0.3300, 1}, {0.3000, 0.6000, 1}, {0.1500, 0.0600, 1}};
  cmsToneCurve* curves[3] = {curve, curve, curve};
  return Profile(cmsCreateRGBProfile(&d65, &primaries, curves));
}

/// Every colour of a coarse grid stays what it is, but for rounding.
bool changes_nothing(cmsHTRANSFORM transform) {
  for (int color = 0; color < 5 * 5 * 5; ++color) {
    std::array<std::uint8_t, 3> from{};
    int rest = color;
    for (std::uint8_t& channel : from) {
      channel = static_cast<std::uint8_t>(rest % 5 * 63);
      rest /= 5;
    }
    std::array<std::uint8_t, 3> to{};
    cmsDoTransform(transform, from.data(), to.data(), 1);
    for (std::size_t i = 0; i < 3; ++i)
      if (std::abs(from[i] - to[i]) > 1) return false;
  }
  return true;
}

}  // namespace

void ColorConversion::FreeTransform::operator()(void* transform) const {
  cmsDeleteTransform(transform);
}

ColorConversion::ColorConversion(const AVFrame& frame) {
  Profile source = profile_of(frame);
  if (!source) return;
  const cmsColorSpaceSignature space = cmsGetColorSpace(source.get());
  if (space == cmsSigGrayData) source = rgb_of_gray(source.get());
  if (!source || (space != cmsSigRgbData && space != cmsSigGrayData)) return;
  const Profile srgb(cmsCreate_sRGBProfile());
  if (!srgb) return;
  Transform transform(transform_between(source.get(), srgb.get(), TYPE_RGB_8));
  Transform with_alpha(transform_between(source.get(), srgb.get(), TYPE_RGBA_8));
  if (!transform || !with_alpha || changes_nothing(transform.get())) return;
  transform_ = std::move(transform);
  with_alpha_ = std::move(with_alpha);
}

void ColorConversion::apply(AVFrame& picture) const {
  const bool alpha = picture.format == AV_PIX_FMT_RGBA;
  for (int y = 0; y < picture.height; ++y) {
    std::uint8_t* row = picture.data[0] + std::ptrdiff_t{y} * picture.linesize[0];
    cmsDoTransform((alpha ? with_alpha_ : transform_).get(), row, row,
                   static_cast<cmsUInt32Number>(picture.width));
  }
}

}  // namespace kepu::media::worker
