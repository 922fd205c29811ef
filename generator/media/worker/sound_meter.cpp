#include "media/worker/sound_meter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <new>

#include "media/worker/spans.h"

namespace kepu::media::worker {

namespace {

// Full scale of 16 bits, in which most sound has been at some time.
constexpr float kFullScale = 32767.0F / 32768.0F;
// A tone that just touches full scale stays there for a moment or two.
constexpr std::int64_t kClippedMoments = 3;
constexpr float kAudible = 0.001F;
constexpr std::int64_t kSilenceS = 1;
constexpr unsigned long kMinRate = 16;
constexpr unsigned long kMaxRate = 2'822'400;
constexpr std::size_t kMaxChannels = 64;
constexpr std::int64_t kMaxTimeMs = 1'000'000'000;

// Surround counts 1.5 dB more, the channel for low tones not at all.
int loudspeaker(const AVChannelLayout& layout, unsigned index) {
  switch (av_channel_layout_channel_from_index(&layout, index)) {
    case AV_CHAN_LOW_FREQUENCY:
    case AV_CHAN_LOW_FREQUENCY_2:
      return EBUR128_UNUSED;
    case AV_CHAN_FRONT_RIGHT:
      return EBUR128_RIGHT;
    case AV_CHAN_FRONT_CENTER:
      return EBUR128_CENTER;
    case AV_CHAN_BACK_LEFT:
    case AV_CHAN_SIDE_LEFT:
      return EBUR128_LEFT_SURROUND;
    case AV_CHAN_BACK_RIGHT:
    case AV_CHAN_SIDE_RIGHT:
    case AV_CHAN_BACK_CENTER:
      return EBUR128_RIGHT_SURROUND;
    default:
      return EBUR128_LEFT;
  }
}

std::int32_t hundredths(double value, std::int32_t low, std::int32_t high) {
  if (std::isnan(value)) return low;
  return static_cast<std::int32_t>(
      std::lround(std::clamp(value * 100.0, static_cast<double>(low), static_cast<double>(high))));
}

}  // namespace

class SoundMeter::Loudness {
 public:
  Loudness(std::size_t channels, unsigned long rate)
      : state_(ebur128_init(static_cast<unsigned>(channels), rate,
                            EBUR128_MODE_I | EBUR128_MODE_LRA)) {
    if (state_ == nullptr) throw std::bad_alloc();
  }
  Loudness(const Loudness&) = delete;
  Loudness& operator=(const Loudness&) = delete;
  ~Loudness() { ebur128_destroy(&state_); }

  /// What was measured before is kept.
  void change(std::size_t channels, unsigned long rate) {
    const int error = ebur128_change_parameters(state_, static_cast<unsigned>(channels), rate);
    if (error == EBUR128_ERROR_NOMEM) throw std::bad_alloc();
  }
  void set_layout(const AVChannelLayout& layout) {
    for (unsigned i = 0; i < state_->channels; ++i)
      ebur128_set_channel(state_, i, loudspeaker(layout, i));
  }
  void add(const SoundSamples& samples) {
    const int error =
        ebur128_add_frames_float(state_, samples.interleaved().data(), samples.count());
    if (error != EBUR128_SUCCESS) throw std::bad_alloc();
  }
  double integrated() const {
    double value = 0;
    ebur128_loudness_global(state_, &value);
    return value;
  }
  double range() const {
    double value = 0;
    ebur128_loudness_range(state_, &value);
    return value;
  }

 private:
  ebur128_state* state_;
};

SoundMeter::SoundMeter() = default;
SoundMeter::~SoundMeter() = default;
SoundMeter::SoundMeter(SoundMeter&&) noexcept = default;
SoundMeter& SoundMeter::operator=(SoundMeter&&) noexcept = default;

std::int64_t SoundMeter::time_of(std::int64_t moment) const {
  return std::clamp<std::int64_t>(start_ms_ + av_rescale(moment, 1000, sample_rate_hz_), 0,
                                  kMaxTimeMs);
}

std::optional<Span> SoundMeter::silence_until_now() const {
  if (moments_ - silent_since_ < kSilenceS * sample_rate_hz_) return std::nullopt;
  return Span{time_of(silent_since_), time_of(moments_)};
}

void SoundMeter::start(const AVFrame& frame) {
  // What goes on over a change of the rate is told as two.
  if (sample_rate_hz_ != 0) {
    if (const auto silence = silence_until_now()) silent_.push_back(*silence);
    start_ms_ += av_rescale(moments_, 1000, sample_rate_hz_);
  }
  if (true_peak_) earlier_peak_ = std::max(earlier_peak_, true_peak_->peak());
  moments_ = silent_since_ = clipping_ = 0;
  sample_rate_hz_ = frame.sample_rate;
  channels_ = static_cast<std::size_t>(frame.ch_layout.nb_channels);
  true_peak_.emplace(channels_, sample_rate_hz_);
  const auto rate = static_cast<unsigned long>(sample_rate_hz_);
  if (loudness_) {
    loudness_->change(channels_, rate);
  } else {
    loudness_ = std::make_unique<Loudness>(channels_, rate);
  }
  loudness_->set_layout(frame.ch_layout);
}

void SoundMeter::count(std::span<const float> loudest) {
  for (const float magnitude : loudest) {
    if (magnitude >= kFullScale) {
      ++clipping_;
      // The first ones are known to have been clipped only now.
      if (clipping_ == kClippedMoments) clipped_moments_ += kClippedMoments;
      if (clipping_ > kClippedMoments) ++clipped_moments_;
    } else {
      clipping_ = 0;
    }
    if (magnitude > kAudible) {
      if (const auto silence = silence_until_now()) silent_.push_back(*silence);
      silent_since_ = moments_ + 1;
    }
    ++moments_;
  }
}

void SoundMeter::add(const SoundSamples& samples, const AVFrame& frame) {
  const auto rate = static_cast<unsigned long>(std::max(0, frame.sample_rate));
  const bool measurable = rate >= kMinRate && rate <= kMaxRate && samples.channels() > 0 &&
                          samples.channels() <= kMaxChannels;
  if (!measurable || samples.count() == 0) return;
  if (frame.sample_rate != sample_rate_hz_ || samples.channels() != channels_) start(frame);
  loudness_->add(samples);
  true_peak_->add(samples.interleaved());
  count(samples.loudest());
  all_moments_ += static_cast<std::int64_t>(samples.count());
}

SoundFacts SoundMeter::facts() const {
  SoundFacts facts;
  facts.measured = all_moments_ > 0;
  if (!facts.measured) return facts;
  facts.loudness_lufs = hundredths(std::max(loudness_->integrated(), -70.0), -10'000, 1000);
  facts.loudness_range = hundredths(loudness_->range(), 0, 10'000);
  const float peak = std::max(earlier_peak_, true_peak_->peak());
  facts.true_peak_dbtp =
      hundredths(peak > 0 ? 20.0 * std::log10(double{peak}) : -200.0, -20'000, 10'000);
  facts.clipped_permille =
      static_cast<std::int32_t>(av_rescale(clipped_moments_, 100'000, all_moments_));
  std::vector<Span> silent = silent_;
  if (const auto last = silence_until_now()) silent.push_back(*last);
  facts.silent = longest_spans(std::move(silent));
  return facts;
}

}  // namespace kepu::media::worker
