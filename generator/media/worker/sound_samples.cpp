#include "media/worker/sound_samples.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace kepu::media::worker {

namespace {

// 60 dB above full scale: what lies beyond is no sound but a broken file.
constexpr float kMost = 1000.0F;

template <typename Sample>
float number(Sample sample) {
  if constexpr (std::is_floating_point_v<Sample>) {
    const auto value = static_cast<float>(sample);
    // Also false for what is not a number.
    return std::fabs(value) <= kMost ? value : 0.0F;
  } else if constexpr (std::is_unsigned_v<Sample>) {
    return (static_cast<float>(sample) - 128.0F) / 128.0F;
  } else {
    constexpr float kScale = 1.0F / -static_cast<float>(std::numeric_limits<Sample>::min());
    return static_cast<float>(sample) * kScale;
  }
}

}  // namespace

template <typename Sample>
void SoundSamples::convert(const AVFrame& frame) {
  const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
  const std::size_t count = loudest_.size();
  // Channel after channel: what is read lies in one row then, in formats of either kind.
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    const auto* samples =
        reinterpret_cast<const Sample*>(frame.extended_data[planar ? channel : 0]);
    if (!planar) samples += channel;
    const std::size_t step = planar ? 1 : channels_;
    float* to = interleaved_.data() + channel;
    for (std::size_t i = 0; i < count; ++i) {
      const float value = number(samples[i * step]);
      to[i * channels_] = value;
      loudest_[i] = std::max(loudest_[i], std::fabs(value));
    }
  }
}

bool SoundSamples::take(const AVFrame& frame) {
  channels_ = static_cast<std::size_t>(std::max(0, frame.ch_layout.nb_channels));
  const auto count = static_cast<std::size_t>(std::max(0, frame.nb_samples));
  interleaved_.resize(count * channels_);
  loudest_.assign(count, 0.0F);
  switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
    case AV_SAMPLE_FMT_U8:
      convert<std::uint8_t>(frame);
      return true;
    case AV_SAMPLE_FMT_S16:
      convert<std::int16_t>(frame);
      return true;
    case AV_SAMPLE_FMT_S32:
      convert<std::int32_t>(frame);
      return true;
    case AV_SAMPLE_FMT_S64:
      convert<std::int64_t>(frame);
      return true;
    case AV_SAMPLE_FMT_FLT:
      convert<float>(frame);
      return true;
    case AV_SAMPLE_FMT_DBL:
      convert<double>(frame);
      return true;
    default:
      return false;
  }
}

}  // namespace kepu::media::worker
