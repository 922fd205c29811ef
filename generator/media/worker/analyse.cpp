#include "media/worker/analyse.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <utility>

#include "media/worker/completeness.h"
#include "media/worker/explain.h"
#include "media/worker/facts.h"
#include "media/worker/input.h"
#include "media/worker/media_file.h"
#include "media/worker/peaks.h"
#include "media/worker/picture_maker.h"
#include "media/worker/poster.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

namespace {

// How many frames are decoded on the way from a key frame to a named time.
constexpr int kMaxFramesToTime = 3000;
constexpr std::int64_t kMaxSamples = std::int64_t{1} << 40U;

/// What the steps of one job share.
struct Work {
  const MediaFile& file;
  const Structure& structure;
  const Request& request;
  /// Where Task::Rewrite writes.
  int output;
  Input input;
  Streams streams;
  PictureMaker maker;
  Reply reply;

  AVFormatContext& format() { return *input.format; }
  Analysis& analysis() { return reply.analysis; }
  Facts& facts() { return reply.analysis.facts; }
  void fail(Outcome outcome, std::string detail = {}) {
    // "Cut off" explains what fails after it.
    if (reply.analysis.outcome != Outcome::Ok) return;
    reply.analysis.outcome = outcome;
    reply.analysis.detail = std::move(detail);
  }
};

bool has_too_many_pixels(std::int64_t width, std::int64_t height) {
  return width > 0 && height > kMaxPixels / width;
}

void mark_truncated(Analysis& analysis, std::uint64_t promised_bytes) {
  analysis.outcome = Outcome::Truncated;
  analysis.promised_bytes = std::max(analysis.promised_bytes, promised_bytes);
}

/// Of a frame's and its stream's; pictures are made only when asked for and when the file is whole.
void take_frame(Work& work, const AVFrame& frame) {
  AVStream& stream = *work.streams.video;
  add_video_facts(work.facts(), work.format(), stream, frame);
  const PosterMode mode = work.request.poster;
  const bool still = work.facts().kind == Kind::Picture;
  const bool wanted = still ? mode == PosterMode::Picture : mode != PosterMode::None;
  if (!wanted || work.analysis().outcome != Outcome::Ok) return;
  PictureMaker::Result made = work.maker.make(frame, shape_of(work.format(), stream, frame));
  work.reply.pictures = std::move(made.pictures);
  work.analysis().average_color = made.average_color;
}

CodecPtr open_decoder_or_fail(Work& work, const AVStream& stream) {
  CodecPtr decoder = open_decoder(stream);
  if (decoder) return decoder;
  const AVCodecID codec = stream.codecpar->codec_id;
  // A listed decoder that refuses has found nonsense in the stream's header.
  if (is_allowed_decoder(codec)) {
    work.fail(Outcome::Damaged);
  } else {
    work.fail(Outcome::Unsupported, plain_name(avcodec_get_name(codec)));
  }
  return nullptr;
}

void analyse_picture(Work& work) {
  work.facts().kind = Kind::Picture;
  CodecPtr decoder = open_decoder_or_fail(work, *work.streams.video);
  if (!decoder) return;
  VideoReader reader(work.format(), *work.streams.video, std::move(decoder));
  const FramePtr frame = reader.next_frame();
  if (!frame) return work.fail(reader.met_limit() ? Outcome::TooLarge : Outcome::Damaged);
  take_frame(work, *frame);
}

FramePtr choose_frame(Work& work, VideoReader& reader, const Stretch& stretch) {
  // Facts alone need any frame; so do files that are not whole, whose later frames are lost.
  if (work.request.poster == PosterMode::None || work.analysis().outcome != Outcome::Ok) {
    FramePtr first = reader.key_frame_before(stretch.start);
    if (first) return first;
    return reader.frame_at(stretch.start, kMaxFramesToTime);
  }
  if (work.request.poster == PosterMode::AtTime) {
    const std::int64_t duration_ms = work.facts().duration_ms;
    work.analysis().poster_time_outside = duration_ms > 0 && work.request.time_ms >= duration_ms;
    if (!work.analysis().poster_time_outside) {
      const std::int64_t offset =
          av_rescale_q(work.request.time_ms, kMilliseconds, work.streams.video->time_base);
      FramePtr frame = reader.frame_at(stretch.start + offset, kMaxFramesToTime);
      if (frame) return frame;
    }
  }
  return best_frame(reader, stretch);
}

/// Of a whole video: the candidates and their sheet instead of posters.
void explain_video(Work& work, VideoReader& reader, const Stretch& stretch) {
  AVStream& stream = *work.streams.video;
  Explanation explanation =
      explain_choice(reader, work.maker, stretch, [&work, &stream](const AVFrame& frame) {
        add_video_facts(work.facts(), work.format(), stream, frame);
        return shape_of(work.format(), stream, frame);
      });
  work.analysis().partly_damaged = reader.met_damage();
  if (explanation.candidates.empty())
    return work.fail(reader.met_limit() ? Outcome::TooLarge : Outcome::Damaged);
  for (const Candidate& candidate : explanation.candidates)
    if (candidate.chosen) work.analysis().poster_time_ms = candidate.time_ms;
  work.analysis().candidates = std::move(explanation.candidates);
  work.reply.pictures.push_back(std::move(explanation.contact_sheet));
}

void analyse_video(Work& work) {
  AVStream& stream = *work.streams.video;
  work.facts().kind = Kind::Video;
  if (has_too_many_pixels(stream.codecpar->width, stream.codecpar->height))
    return work.fail(Outcome::TooLarge);
  CodecPtr decoder = open_decoder_or_fail(work, stream);
  if (!decoder) return;
  VideoReader reader(work.format(), stream, std::move(decoder));
  Stretch stretch;
  stretch.start = stream.start_time != AV_NOPTS_VALUE ? stream.start_time : 0;
  stretch.duration = av_rescale_q(work.facts().duration_ms, kMilliseconds, stream.time_base);
  if (work.request.task == Task::Explain && work.analysis().outcome == Outcome::Ok)
    return explain_video(work, reader, stretch);
  const FramePtr frame = choose_frame(work, reader, stretch);
  work.analysis().partly_damaged = reader.met_damage();
  if (!frame) return work.fail(reader.met_limit() ? Outcome::TooLarge : Outcome::Damaged);
  const std::int64_t since_start = timestamp_of(*frame).value_or(stretch.start) - stretch.start;
  work.analysis().poster_time_ms =
      std::clamp<std::int64_t>(av_rescale_q(since_start, stream.time_base, kMilliseconds), 0,
                               std::max<std::int64_t>(work.facts().duration_ms, 0));
  take_frame(work, *frame);
}

/// What came of decoding a whole sound.
struct Sound {
  PeakCollector peaks;
  int good_packets = 0;
  int bad_packets = 0;
};

Sound decode_sound(Work& work, AVCodecContext& decoder) {
  Sound sound;
  const PacketPtr packet = make_packet();
  const FramePtr frame = make_frame();
  bool more = true;
  while (more && sound.peaks.sample_count() < kMaxSamples) {
    av_packet_unref(packet.get());
    more = av_read_frame(&work.format(), packet.get()) >= 0;
    if (more && packet->stream_index != work.streams.audio->index) continue;
    const int sent = avcodec_send_packet(&decoder, more ? packet.get() : nullptr);
    ++(sent < 0 && more ? sound.bad_packets : sound.good_packets);
    while (avcodec_receive_frame(&decoder, frame.get()) >= 0) {
      if (!sound.peaks.add(*frame)) throw std::runtime_error("unknown sample format");
    }
  }
  return sound;
}

void analyse_sound(Work& work) {
  AVStream& stream = *work.streams.audio;
  work.facts().kind = Kind::Audio;
  for (unsigned i = 0; i < work.format().nb_streams; ++i)
    if (work.format().streams[i] != &stream) work.format().streams[i]->discard = AVDISCARD_ALL;
  const CodecPtr decoder = open_decoder_or_fail(work, stream);
  if (!decoder) return;
  const Sound sound = decode_sound(work, *decoder);
  if (sound.peaks.sample_count() == 0) return work.fail(Outcome::Damaged);
  // One or two packets at the ends of an MP3 are often no sound at all.
  work.analysis().partly_damaged =
      sound.bad_packets > 2 && sound.bad_packets * 100 > sound.good_packets;

  Facts& facts = work.facts();
  if (decoder->sample_rate > 0) facts.sample_rate_hz = std::min(decoder->sample_rate, 10'000'000);
  if (decoder->ch_layout.nb_channels > 0)
    facts.channels = std::min(decoder->ch_layout.nb_channels, 1024);
  if (facts.sample_rate_hz == 0) return work.fail(Outcome::Damaged);
  const std::int64_t decoded_ms = std::min<std::int64_t>(
      av_rescale(sound.peaks.sample_count(), 1000, facts.sample_rate_hz), 1'000'000'000);
  // A guess from the bit rate promises nothing.
  const bool promised = work.format().duration_estimation_method == AVFMT_DURATION_FROM_STREAM;
  const std::int64_t tolerance_ms = std::max<std::int64_t>(500, facts.duration_ms / 50);
  if (promised && facts.duration_ms > decoded_ms + tolerance_ms) mark_truncated(work.analysis(), 0);
  // Decoders round up to whole frames: where the header is right but for that, it is the better
  // measure.
  const bool header_is_right = promised && std::abs(facts.duration_ms - decoded_ms) < 100;
  if (!header_is_right) facts.duration_ms = decoded_ms;
  work.analysis().peaks = sound.peaks.bars(kWaveformBars);
}

void analyse_opened(Work& work) {
  const bool picture = is_picture_format(work.format()) || work.structure.container == "avif";
  work.streams = choose_streams(work.format());
  // The tables of an MP4 say all that is needed, unless it is cut into fragments.
  const AVStream* video = work.streams.video;
  const bool has_tables = work.structure.container == "mp4" && video != nullptr &&
                          avformat_index_get_entries_count(video) > 0 && work.format().duration > 0;
  if (!picture && !has_tables) {
    if (!find_stream_facts(work.format())) return work.fail(Outcome::Damaged);
    work.streams = choose_streams(work.format());
  }

  Facts& facts = work.facts();
  add_container_facts(facts, work.format(), work.structure);
  facts.has_cover_art = work.streams.cover_art;
  if (!picture) facts.duration_ms = header_duration_ms(work.format(), work.streams);
  if (work.streams.audio != nullptr) add_audio_facts(facts, *work.streams.audio);
  const std::uint64_t end = work.structure.container == "mp4" ? indexed_end(work.streams) : 0;
  if (end > work.file.size()) mark_truncated(work.analysis(), end);

  if (work.streams.video == nullptr && work.streams.audio == nullptr) {
    work.fail(Outcome::NotMedia);
  } else if (picture && work.streams.video != nullptr) {
    analyse_picture(work);
  } else if (work.streams.video != nullptr) {
    analyse_video(work);
  } else {
    analyse_sound(work);
  }
  if (facts.kind != Kind::Picture && facts.duration_ms > 0)
    facts.bit_rate_bps = static_cast<std::int64_t>(work.file.size()) * 8 * 1000 / facts.duration_ms;
}

/// Facts of a picture that is not decoded.
Reply picture_by_header(const Structure& structure, Outcome outcome) {
  Reply reply;
  reply.analysis.outcome = outcome;
  Facts& facts = reply.analysis.facts;
  facts.kind = Kind::Picture;
  facts.container = structure.container;
  facts.video_codec = structure.container;
  facts.width_px = facts.coded_width_px = std::min(structure.canvas_width_px, 1 << 20);
  facts.height_px = facts.coded_height_px = std::min(structure.canvas_height_px, 1 << 20);
  return reply;
}

// FFmpeg 5.1 decodes no animated WebP; its header has what a page needs.
Reply animated_webp(const Structure& structure, const Request& request) {
  const bool wanted = request.poster == PosterMode::Picture;
  Reply reply = picture_by_header(structure, wanted ? Outcome::Unsupported : Outcome::Ok);
  if (wanted) reply.analysis.detail = "webp_animation";
  return reply;
}

Reply analyse_file(const MediaFile& file, const Request& request, int output) {
  const Structure structure = look_at_structure(file);
  if (structure.animated && !structure.truncated) return animated_webp(structure, request);
  if (has_too_many_pixels(structure.canvas_width_px, structure.canvas_height_px))
    return picture_by_header(structure, Outcome::TooLarge);
  Opening opening = open_input(file);
  Work work{file, structure, request, output, std::move(opening.input), {}, {}, {}};
  if (structure.truncated) mark_truncated(work.analysis(), structure.promised_bytes);
  work.analysis().index_missing = structure.index_missing;
  if (opening.outcome != Outcome::Ok) {
    work.facts().container = structure.container;
    work.fail(opening.outcome, opening.detail);
    return std::move(work.reply);
  }
  try {
    analyse_opened(work);
  } catch (const std::runtime_error&) {
    // Pixels or samples stored in a way that FFmpeg cannot convert.
    work.fail(Outcome::Unsupported, work.facts().pixel_format);
  }
  return std::move(work.reply);
}

}  // namespace

Reply analyse(int descriptor, const Request& request, int output) {
  struct stat status {};
  Reply failed;
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    failed.analysis.outcome = Outcome::NotMedia;
    return failed;
  }
  if (status.st_size == 0) {
    failed.analysis.outcome = Outcome::Empty;
    return failed;
  }
  try {
    const MediaFile file(descriptor, static_cast<std::uint64_t>(status.st_size));
    return analyse_file(file, request, output);
  } catch (const std::bad_alloc&) {
    failed.analysis.outcome = Outcome::TooLarge;
    return failed;
  }
}

}  // namespace kepu::media::worker
