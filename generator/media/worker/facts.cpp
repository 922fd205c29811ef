#include "media/worker/facts.h"

#include <algorithm>
#include <cstdlib>

#include "media/worker/input.h"

namespace kepu::media::worker {

namespace {

// Cameras of telephones and recordings of screens show each frame for as long as it likes: what
// counts is the average. The nominal rate is exact where both agree.
AVRational frame_rate(AVFormatContext& format, AVStream& stream) {
  AVRational rate = av_guess_frame_rate(&format, &stream, nullptr);
  const AVRational average = stream.avg_frame_rate;
  if (average.num > 0 && average.den > 0) {
    const double ratio = rate.num > 0 ? av_q2d(rate) / av_q2d(average) : 0;
    if (ratio < 0.96 || ratio > 1.04) rate = average;
  }
  const int frames = avformat_index_get_entries_count(&stream);
  // The header of an MP4 gives no rate, but its index counts the frames.
  if (rate.num <= 0 && frames > 1 && stream.duration > 0) {
    const std::int64_t seconds_denominator = stream.duration * stream.time_base.num;
    av_reduce(&rate.num, &rate.den, std::int64_t{frames} * stream.time_base.den,
              seconds_denominator, 1 << 29);
  }
  const bool sane = rate.num > 0 && rate.den > 0 && rate.num < (1 << 30) && rate.den < (1 << 30);
  return sane ? rate : AVRational{0, 1};
}

}  // namespace

Streams choose_streams(const AVFormatContext& format) {
  Streams streams;
  for (unsigned i = 0; i < format.nb_streams; ++i) {
    AVStream* stream = format.streams[i];
    const AVMediaType type = stream->codecpar->codec_type;
    const bool cover = (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
    if (type == AVMEDIA_TYPE_VIDEO && cover) streams.cover_art = true;
    if (type == AVMEDIA_TYPE_VIDEO && !cover && streams.video == nullptr) streams.video = stream;
    if (type == AVMEDIA_TYPE_AUDIO && streams.audio == nullptr) streams.audio = stream;
  }
  return streams;
}

std::int64_t header_duration_ms(const AVFormatContext& format, const Streams& streams) {
  std::int64_t longest = 0;
  for (const AVStream* stream : {streams.video, streams.audio}) {
    if (stream == nullptr || stream->duration <= 0) continue;
    longest = std::max(longest, av_rescale_q(stream->duration, stream->time_base, kMilliseconds));
  }
  const std::int64_t container =
      format.duration > 0 ? av_rescale_q(format.duration, kMicroseconds, kMilliseconds) : 0;
  // A container that promises far more than any of its streams holds is not to be believed.
  const bool believable = longest == 0 || container <= longest + longest / 2 + 1000;
  const std::int64_t duration = container > 0 && believable ? container : longest;
  return std::clamp<std::int64_t>(duration, 0, kMaxDurationMs);
}

std::uint64_t indexed_end(const Streams& streams) {
  std::uint64_t end = 0;
  for (AVStream* stream : {streams.video, streams.audio}) {
    if (stream == nullptr) continue;
    const int count = avformat_index_get_entries_count(stream);
    for (int i = 0; i < count; ++i) {
      const AVIndexEntry* entry = avformat_index_get_entry(stream, i);
      if (entry->pos < 0 || entry->size < 0) continue;
      end = std::max(
          end, static_cast<std::uint64_t>(entry->pos) + static_cast<std::uint64_t>(entry->size));
    }
  }
  return end;
}

Shape shape_of(AVFormatContext& format, AVStream& stream, const AVFrame& frame) {
  Shape shape;
  const AVRational aspect =
      av_guess_sample_aspect_ratio(&format, &stream, const_cast<AVFrame*>(&frame));
  // Values beyond any screen are mistakes of the writer.
  const bool sane = aspect.num > 0 && aspect.den > 0 && aspect.num / 16 <= aspect.den &&
                    aspect.den / 16 <= aspect.num && aspect.num < (1 << 30) &&
                    aspect.den < (1 << 30);
  if (sane) shape.sample_aspect = aspect;

  // Video carries its turn in the stream, a photograph (EXIF) in the frame.
  std::size_t size = 0;
  const std::uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  const AVFrameSideData* of_frame = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
  if (matrix == nullptr && of_frame != nullptr) {
    matrix = of_frame->data;
    size = of_frame->size;
  }
  if (matrix != nullptr && size >= 9 * sizeof(std::int32_t)) {
    shape.orientation = orientation_of({reinterpret_cast<const std::int32_t*>(matrix), 9});
  } else if (is_picture_format(format)) {
    // Of WebP, FFmpeg reads EXIF without acting on it.
    const AVDictionaryEntry* entry = av_dict_get(frame.metadata, "Orientation", nullptr, 0);
    if (entry != nullptr) shape.orientation = orientation_of_exif(std::atoi(entry->value));
  }
  return shape;
}

void add_container_facts(Facts& facts, const AVFormatContext& format, const Structure& structure) {
  std::string name = plain_name(format.iformat->name);
  if (name.ends_with("_pipe")) name.resize(name.size() - 5);
  facts.container = structure.container.empty() ? name : structure.container;
  facts.is_mp4 = facts.container == "mp4";
  facts.index_first = facts.is_mp4 && structure.index_first;
}

void add_video_facts(Facts& facts, AVFormatContext& format, AVStream& stream,
                     const AVFrame& frame) {
  const Shape shape = shape_of(format, stream, frame);
  const Size seen = display_size({frame.width, frame.height}, shape);
  facts.video_codec = plain_name(avcodec_get_name(stream.codecpar->codec_id));
  facts.pixel_format = plain_name(av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.format)));
  facts.width_px = seen.width;
  facts.height_px = seen.height;
  facts.coded_width_px = frame.width;
  facts.coded_height_px = frame.height;
  facts.rotation_degrees = shape.orientation.degrees();
  facts.aspect_numerator = shape.sample_aspect.num;
  facts.aspect_denominator = shape.sample_aspect.den;
  facts.high_dynamic_range =
      frame.color_trc == AVCOL_TRC_SMPTE2084 || frame.color_trc == AVCOL_TRC_ARIB_STD_B67;
  if (facts.kind != Kind::Video) return;
  const AVRational rate = frame_rate(format, stream);
  facts.rate_numerator = rate.num;
  facts.rate_denominator = rate.den;
}

void add_audio_facts(Facts& facts, const AVStream& stream) {
  const AVCodecParameters& parameters = *stream.codecpar;
  facts.has_audio = true;
  facts.audio_codec = plain_name(avcodec_get_name(parameters.codec_id));
  facts.sample_rate_hz = std::clamp(parameters.sample_rate, 0, 10'000'000);
  facts.channels = std::clamp(parameters.ch_layout.nb_channels, 0, 1024);
}

}  // namespace kepu::media::worker
