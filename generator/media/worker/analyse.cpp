#include "media/worker/analyse.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

#include "media/worker/clean_picture.h"
#include "media/worker/completeness.h"
#include "media/worker/cover_art.h"
#include "media/worker/explain.h"
#include "media/worker/facts.h"
#include "media/worker/fast_start.h"
#include "media/worker/input.h"
#include "media/worker/inspect.h"
#include "media/worker/media_file.h"
#include "media/worker/moving_preview.h"
#include "media/worker/picture_maker.h"
#include "media/worker/poster.h"
#include "media/worker/share_card.h"
#include "media/worker/sound_track.h"
#include "media/worker/storyboard.h"
#include "media/worker/timeline.h"
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
  Timeline timeline;
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

void make_pictures(Work& work, AVStream& stream, const AVFrame& frame, const Purpose& purpose) {
  PictureMaker::Result made =
      work.maker.make(frame, shape_of(work.format(), stream, frame), purpose);
  work.reply.pictures = std::move(made.pictures);
  work.analysis().average_color = made.average_color;
}

/// Of a frame's and its stream's; pictures are made only when asked for and when the file is whole.
void take_frame(Work& work, const AVFrame& frame) {
  AVStream& stream = *work.streams.video;
  add_video_facts(work.facts(), work.format(), stream, frame);
  if (work.analysis().outcome != Outcome::Ok) return;
  if (work.request.task == Task::Resize) {
    const Purpose sizes{Role::Sized, true, work.request.avif};
    return make_pictures(work, stream, frame, sizes);
  }
  const PosterMode mode = work.request.poster;
  const bool still = work.facts().kind == Kind::Picture;
  if (still ? mode == PosterMode::Picture : mode != PosterMode::None)
    make_pictures(work, stream, frame, {Role::Poster, false, work.request.avif});
}

std::int64_t start_of(const AVStream& stream) {
  return stream.start_time != AV_NOPTS_VALUE ? stream.start_time : 0;
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
  // What moves is shown as it is: still sizes of it would be something else.
  const auto moves = [&] {
    return work.structure.animated ||
           (work.structure.container == "gif" && reader.next_frame() != nullptr);
  };
  if (work.request.task == Task::Resize && moves())
    return add_video_facts(work.facts(), work.format(), *work.streams.video, *frame);
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

void inspect(Work& work, CodecPtr decoder, const Stretch& stretch) {
  VideoInspection inspection =
      inspect_video(work.format(), work.streams, std::move(decoder), stretch);
  work.analysis().inspection = std::move(inspection.found);
  work.analysis().sound = std::move(inspection.sound);
  if (inspection.damaged) work.analysis().partly_damaged = true;
}

void draw_storyboard(Work& work, CodecPtr decoder, const Stretch& stretch) {
  AVStream& stream = *work.streams.video;
  VideoReader reader(work.format(), stream, for_small_pictures(std::move(decoder)));
  StoryboardSheets made = make_storyboard(work.format(), stream, reader, work.maker, stretch);
  work.analysis().storyboard = std::move(made.board);
  work.reply.pictures = std::move(made.sheets);
  if (!work.request.preview) return;
  std::optional<Picture> preview = make_preview(work.format(), stream, reader, work.maker, stretch);
  if (preview) work.reply.pictures.push_back(std::move(*preview));
}

void analyse_video(Work& work) {
  AVStream& stream = *work.streams.video;
  work.facts().kind = Kind::Video;
  if (has_too_many_pixels(stream.codecpar->width, stream.codecpar->height))
    return work.fail(Outcome::TooLarge);
  CodecPtr decoder = open_decoder_or_fail(work, stream);
  if (!decoder) return;
  Stretch stretch;
  stretch.start = av_rescale_q(work.timeline.start_us, kMicroseconds, stream.time_base);
  stretch.duration = av_rescale_q(work.facts().duration_ms, kMilliseconds, stream.time_base);
  if (work.request.task == Task::Inspect) return inspect(work, std::move(decoder), stretch);
  if (work.request.task == Task::Storyboard)
    return draw_storyboard(work, std::move(decoder), stretch);
  VideoReader reader(work.format(), stream, std::move(decoder));
  if (work.request.task == Task::Explain && work.analysis().outcome == Outcome::Ok)
    return explain_video(work, reader, stretch);
  const FramePtr frame = choose_frame(work, reader, stretch);
  if (reader.met_damage()) work.analysis().partly_damaged = true;
  if (!frame) return work.fail(reader.met_limit() ? Outcome::TooLarge : Outcome::Damaged);
  const std::int64_t since_start = timestamp_of(*frame).value_or(stretch.start) - stretch.start;
  work.analysis().poster_time_ms =
      std::clamp<std::int64_t>(av_rescale_q(since_start, stream.time_base, kMilliseconds), 0,
                               std::max<std::int64_t>(work.facts().duration_ms, 0));
  take_frame(work, *frame);
}

void decode_sound(Work& work, SoundTrack& sound) {
  const PacketPtr packet = make_packet();
  while (sound.peaks().sample_count() < kMaxSamples &&
         av_read_frame(&work.format(), packet.get()) >= 0) {
    if (packet->stream_index == work.streams.audio->index) sound.take(packet.get());
    av_packet_unref(packet.get());
  }
  sound.take(nullptr);
}

void add_cover_art(Work& work) {
  if (work.request.poster == PosterMode::None || work.analysis().outcome != Outcome::Ok) return;
  AVStream* stream = find_cover_art(work.format());
  if (stream == nullptr) return;
  const FramePtr frame = decode_cover_art(*stream);
  if (!frame) return;
  try {
    make_pictures(work, *stream, *frame, {Role::Poster, false, work.request.avif});
  } catch (const std::runtime_error&) {
    // Pixels that FFmpeg cannot convert; the sound is none the worse for it.
  }
}

void analyse_sound(Work& work) {
  AVStream& stream = *work.streams.audio;
  work.facts().kind = Kind::Audio;
  for (unsigned i = 0; i < work.format().nb_streams; ++i)
    if (work.format().streams[i] != &stream) work.format().streams[i]->discard = AVDISCARD_ALL;
  CodecPtr opened = open_decoder_or_fail(work, stream);
  if (!opened) return;
  SoundTrack sound(std::move(opened), stream, start_of(stream));
  decode_sound(work, sound);
  if (sound.peaks().sample_count() == 0) return work.fail(Outcome::Damaged);
  if (sound.is_damaged()) work.analysis().partly_damaged = true;

  Facts& facts = work.facts();
  const AVCodecContext& decoder = sound.decoder();
  if (decoder.sample_rate > 0) facts.sample_rate_hz = std::min(decoder.sample_rate, 10'000'000);
  if (decoder.ch_layout.nb_channels > 0)
    facts.channels = std::min(decoder.ch_layout.nb_channels, 1024);
  if (facts.sample_rate_hz == 0) return work.fail(Outcome::Damaged);
  const std::int64_t decoded_ms = std::min<std::int64_t>(
      av_rescale(sound.peaks().sample_count(), 1000, facts.sample_rate_hz), 1'000'000'000);
  // A guess from the bit rate promises nothing.
  const bool promised = work.format().duration_estimation_method == AVFMT_DURATION_FROM_STREAM;
  // What cannot be decoded is damaged, not missing.
  const std::int64_t lost_ms =
      sound.bad_packets() > 1 ? decoded_ms * sound.bad_packets() / std::max(1, sound.good_packets())
                              : 0;
  const std::int64_t tolerance_ms =
      std::max<std::int64_t>(500, facts.duration_ms / 50) + 2 * lost_ms;
  if (promised && facts.duration_ms > decoded_ms + tolerance_ms) mark_truncated(work.analysis(), 0);
  // Decoders round up to whole frames: where the header is right but for that, it is the better
  // measure.
  const bool header_is_right = promised && std::abs(facts.duration_ms - decoded_ms) < 100;
  if (!header_is_right) facts.duration_ms = decoded_ms;
  work.analysis().peaks = sound.peaks().bars(kWaveformBars);
  work.analysis().sound = sound.facts();
  add_cover_art(work);
}

void add_times(Work& work) {
  Facts& facts = work.facts();
  facts.duration_ms = header_duration_ms(work.format(), work.streams);
  // Sounds are decoded whole, which tells more.
  if (work.streams.video == nullptr) return;
  work.timeline = find_timeline(work.format(), work.streams);
  facts.audio_offset_ms = static_cast<std::int32_t>(work.timeline.audio_offset_ms);
  const bool guessed = work.format().duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
  if (facts.duration_ms > 0 && !guessed) return;
  const std::int64_t measured_ms = measure_duration_ms(work.format(), work.streams, work.timeline);
  if (measured_ms > 0) facts.duration_ms = measured_ms;
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
  if (!picture) add_times(work);
  if (work.streams.audio != nullptr) add_audio_facts(facts, *work.streams.audio);
  const std::uint64_t end = work.structure.container == "mp4" ? indexed_end(work.streams) : 0;
  if (end > work.file.size()) {
    // Where all boxes are whole, it is their content that is wrong.
    const bool cut = work.structure.truncated || work.structure.open_ended;
    if (cut) mark_truncated(work.analysis(), end);
    work.analysis().partly_damaged = !cut;
  }

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

bool write_whole(int output, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(output, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
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

/// A picture without metadata; nothing for files of other kinds.
std::optional<Reply> clean_copy(const MediaFile& file, const Structure& structure, int output) {
  constexpr std::uint64_t kMaxPictureBytes = 256U << 20U;
  constexpr std::array kPictures{"jpeg", "png", "webp", "gif", "avif"};
  const bool picture =
      std::find(kPictures.begin(), kPictures.end(), structure.container) != kPictures.end();
  if (!picture) return std::nullopt;
  if (file.size() > kMaxPictureBytes) return picture_by_header(structure, Outcome::TooLarge);
  const std::optional<std::string> clean =
      without_metadata(file.read_at(0, static_cast<std::size_t>(file.size())));
  if (!clean || !write_whole(output, *clean)) return picture_by_header(structure, Outcome::Damaged);
  Reply reply = picture_by_header(structure, Outcome::Ok);
  reply.analysis.rewritten_bytes = clean->size();
  return reply;
}

Reply rewrite_video(const MediaFile& file, int output) {
  Reply reply;
  reply.analysis.facts.kind = Kind::Video;
  FastStart made = write_index_first(file, output);
  reply.analysis.outcome = made.outcome;
  reply.analysis.detail = std::move(made.detail);
  reply.analysis.rewritten_bytes = made.written_bytes;
  return reply;
}

Reply analyse_file(const MediaFile& file, const Request& request, int output) {
  const Structure structure = look_at_structure(file);
  if (request.task == Task::Rewrite && !structure.truncated) {
    if (structure.container == "mp4") return rewrite_video(file, output);
    if (std::optional<Reply> copied = clean_copy(file, structure, output))
      return std::move(*copied);
  }
  if (structure.container == "webp" && structure.animated && !structure.truncated)
    return animated_webp(structure, request);
  if (has_too_many_pixels(structure.canvas_width_px, structure.canvas_height_px))
    return picture_by_header(structure, Outcome::TooLarge);
  Opening opening = open_input(file);
  Work work{file, structure, request, output, std::move(opening.input), {}, {}, {}, {}};
  if (structure.truncated) mark_truncated(work.analysis(), structure.promised_bytes);
  work.analysis().index_missing = structure.index_missing;
  if (structure.ragged_end) {
    work.analysis().partly_damaged = true;
    work.analysis().detail = kRaggedEnd;
  }
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
  Reply failed;
  const std::optional<std::uint64_t> size = regular_file_size(descriptor);
  if (!size) {
    failed.analysis.outcome = Outcome::NotMedia;
    return failed;
  }
  if (*size == 0) {
    failed.analysis.outcome = Outcome::Empty;
    return failed;
  }
  try {
    const MediaFile file(descriptor, *size);
    if (request.task == Task::Share) return draw_share_card(file, request.card);
    return analyse_file(file, request, output);
  } catch (const std::bad_alloc&) {
    failed.analysis.outcome = Outcome::TooLarge;
    return failed;
  }
}

}  // namespace kepu::media::worker
