#include "media/library.h"

#include <fmt/format.h>

#include <utility>

#include "media/waveform.h"

namespace kepu::media {

namespace {

model::MediaFacts to_facts(const worker::Facts& facts, std::uint64_t file_size) {
  model::MediaFacts result;
  switch (facts.kind) {
    case worker::Kind::Video:
      result.kind = model::MediaKind::Video;
      break;
    case worker::Kind::Audio:
      result.kind = model::MediaKind::Audio;
      break;
    case worker::Kind::Picture:
      result.kind = model::MediaKind::Picture;
      break;
  }
  result.container = facts.container;
  result.video_codec = facts.video_codec;
  result.audio_codec = facts.audio_codec;
  result.pixel_format = facts.pixel_format;
  result.duration_ms = facts.duration_ms;
  result.width_px = facts.width_px;
  result.height_px = facts.height_px;
  result.coded_width_px = facts.coded_width_px;
  result.coded_height_px = facts.coded_height_px;
  result.rotation_degrees = facts.rotation_degrees;
  result.sample_aspect_ratio = {facts.aspect_numerator, facts.aspect_denominator};
  result.frame_rate = {facts.rate_numerator, facts.rate_denominator};
  result.audio_offset_ms = facts.audio_offset_ms;
  result.has_audio = facts.has_audio;
  result.sample_rate_hz = facts.sample_rate_hz;
  result.channels = facts.channels;
  result.bit_rate_bps = facts.bit_rate_bps;
  result.file_size = file_size;
  if (facts.is_mp4) result.index_first = facts.index_first;
  result.has_cover_art = facts.has_cover_art;
  result.high_dynamic_range = facts.high_dynamic_range;
  return result;
}

std::vector<model::TimeSpan> to_spans(const std::vector<worker::Span>& spans) {
  std::vector<model::TimeSpan> result;
  result.reserve(spans.size());
  for (const worker::Span& span : spans) result.push_back({span.begin_ms, span.end_ms});
  return result;
}

std::optional<model::SoundFacts> to_sound(const worker::SoundFacts& sound) {
  if (!sound.measured) return std::nullopt;
  return model::SoundFacts{sound.loudness_lufs / 100.0, sound.loudness_range / 100.0,
                           sound.true_peak_dbtp / 100.0, sound.clipped_permille / 100'000.0,
                           to_spans(sound.silent)};
}

model::PictureFormat to_format(worker::Format format) {
  switch (format) {
    case worker::Format::WebP:
      return model::PictureFormat::WebP;
    case worker::Format::Jpeg:
      return model::PictureFormat::Jpeg;
    case worker::Format::Avif:
      return model::PictureFormat::Avif;
    case worker::Format::Png:
      return model::PictureFormat::Png;
  }
  return model::PictureFormat::WebP;
}

std::vector<model::PictureFile> pictures_of(const CachedReply& reply, worker::Role role) {
  std::vector<model::PictureFile> pictures;
  for (const CachedPicture& picture : reply.pictures) {
    if (picture.role == role)
      pictures.push_back(
          {picture.width_px, picture.height_px, to_format(picture.format), picture.made});
  }
  return pictures;
}

std::string color_text(std::uint32_t color) {
  return fmt::format("#{:06x}", color);
}

void add_posters(model::MediaDerivatives& derivatives, const CachedReply& reply) {
  derivatives.posters = pictures_of(reply, worker::Role::Poster);
  if (!derivatives.posters.empty())
    derivatives.average_color = color_text(reply.analysis.average_color);
}

void add_storyboard(model::MediaDerivatives& derivatives, const CachedReply& reply) {
  const worker::Storyboard& board = reply.analysis.storyboard;
  std::vector<model::PictureFile> sheets = pictures_of(reply, worker::Role::Sheet);
  if (board.tile_width_px > 0 && !sheets.empty())
    derivatives.storyboard =
        model::Storyboard{board.tile_width_px, board.tile_height_px,  board.columns,
                          board.rows,          to_spans(board.tiles), std::move(sheets)};
  std::vector<model::PictureFile> previews = pictures_of(reply, worker::Role::Preview);
  if (!previews.empty()) derivatives.preview = std::move(previews.front());
}

// What became of the questions that followed from the facts.
void add_more(model::Media& media, const Plan& plan, const NamedFile& file) {
  for (const auto& [task, number] : file.more) {
    const Question& question = plan.questions[number];
    if (!is_sound(question)) continue;
    const CachedReply& reply = *question.reply;
    if (task == worker::Task::Inspect) {
      media.sound = to_sound(reply.analysis.sound);
      media.inspection = model::Inspection{to_spans(reply.analysis.inspection.black),
                                           to_spans(reply.analysis.inspection.still)};
    } else if (task == worker::Task::Storyboard) {
      add_storyboard(media.derivatives, reply);
    } else if (task == worker::Task::Resize) {
      media.derivatives.sizes = pictures_of(reply, worker::Role::Sized);
      media.derivatives.average_color = color_text(reply.analysis.average_color);
    } else if (task == worker::Task::Rewrite) {
      media.derivatives.rewritten = reply.rewritten;
    }
  }
}

model::Media to_media(const Plan& plan, const Item& item) {
  const NamedFile& file = plan.files[item.file];
  model::Media media;
  media.path = file.path;
  media.choice = item.choice;
  media.content_hash = file.content;
  media.facts.file_size = file.stamp.size;
  if (file.svg) {
    media.facts.container = "svg";
    media.facts.width_px = media.facts.coded_width_px = file.svg->width_px;
    media.facts.height_px = media.facts.coded_height_px = file.svg->height_px;
    return media;
  }
  media.damaged = true;
  if (!item.question || !plan.questions[*item.question].reply) return media;
  const CachedReply& reply = *plan.questions[*item.question].reply;
  media.damaged = reply.analysis.outcome != worker::Outcome::Ok;
  media.facts = to_facts(reply.analysis.facts, file.stamp.size);
  if (media.damaged) return media;

  media.sound = to_sound(reply.analysis.sound);
  if (!reply.analysis.peaks.empty())
    media.derivatives.waveform =
        model::Waveform{reply.analysis.peaks, draw_waveform(reply.analysis.peaks)};
  media.derivatives.poster_time_ms = reply.analysis.poster_time_ms;
  const Question* poster = item.poster_question ? &plan.questions[*item.poster_question] : nullptr;
  if (poster == nullptr) {
    add_posters(media.derivatives, reply);
  } else if (is_sound(*poster)) {
    add_posters(media.derivatives, *poster->reply);
  }
  add_more(media, plan, file);
  return media;
}

}  // namespace

model::MediaLibrary make_library(const Plan& plan) {
  model::MediaLibrary library;
  library.items.reserve(plan.items.size());
  for (const Item& item : plan.items) library.items.push_back(to_media(plan, item));
  return library;
}

}  // namespace kepu::media
