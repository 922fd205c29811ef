#include "media/worker/input.h"

#include <algorithm>
#include <cctype>
#include <new>
#include <string_view>
#include <vector>

namespace kepu::media::worker {

namespace {

// Containers that people send; without image2, which opens other files by name patterns.
constexpr const char* kFormats =
    "mov,mp4,matroska,webm,avi,flv,live_flv,mpegts,mpeg,asf,mp3,aac,wav,w64,flac,ogg,aiff,amr,"
    "gif,apng,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe";

constexpr const char* kDecoders =
    "h264,hevc,libdav1d,libaom-av1,vp8,vp9,mpeg4,msmpeg4v1,msmpeg4v2,msmpeg4,mpeg1video,mpeg2video,"
    "mpegvideo,wmv1,wmv2,wmv3,vc1,flv,h263,theora,mjpeg,prores,dvvideo,"
    "aac,mp3float,mp3,mp2float,mp2,ac3,eac3,flac,alac,opus,vorbis,wmav1,wmav2,wmapro,amrnb,amrwb,"
    "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,"
    "pcm_f64le,pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav,png,apng,webp,gif,bmp";

constexpr std::size_t kIoBufferBytes = 32U << 10U;

int read_bytes(void* opaque, std::uint8_t* buffer, int size) {
  auto* cursor = static_cast<Cursor*>(opaque);
  const std::size_t got =
      cursor->file->read_at(static_cast<std::uint64_t>(cursor->offset),
                            {reinterpret_cast<char*>(buffer), static_cast<std::size_t>(size)});
  if (got == 0) return AVERROR_EOF;
  cursor->offset += static_cast<std::int64_t>(got);
  return static_cast<int>(got);
}

std::int64_t seek(void* opaque, std::int64_t offset, int whence) {
  auto* cursor = static_cast<Cursor*>(opaque);
  const auto size = static_cast<std::int64_t>(cursor->file->size());
  const int origin = whence & ~AVSEEK_FORCE;
  if (origin == AVSEEK_SIZE) return size;
  if (origin == SEEK_CUR) offset += cursor->offset;
  if (origin == SEEK_END) offset += size;
  if (offset < 0) return AVERROR(EINVAL);
  cursor->offset = offset;
  return offset;
}

struct FreeDictionary {
  void operator()(AVDictionary* dictionary) const { av_dict_free(&dictionary); }
};
using DictionaryPtr = std::unique_ptr<AVDictionary, FreeDictionary>;

DictionaryPtr make_dictionary(std::initializer_list<std::pair<const char*, const char*>> entries) {
  AVDictionary* dictionary = nullptr;
  for (const auto& [key, value] : entries) av_dict_set(&dictionary, key, value, 0);
  return DictionaryPtr(dictionary);
}

DictionaryPtr decoder_limits() {
  static const std::string max_pixels = std::to_string(kMaxPixels);
  return make_dictionary(
      {{"threads", "1"}, {"max_pixels", max_pixels.c_str()}, {"codec_whitelist", kDecoders}});
}

bool in_list(std::string_view names, std::string_view list) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    std::string_view rest = list;
    while (!rest.empty()) {
      const std::string_view entry = rest.substr(0, rest.find(','));
      if (entry == name) return true;
      rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    }
  }
  return false;
}

bool looks_like_text(const MediaFile& file) {
  const std::string head = file.read_at(0, 512);
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
  });
}

const AVInputFormat* probe(AVIOContext& io, const MediaFile& file) {
  const AVInputFormat* format = nullptr;
  if (av_probe_input_buffer2(&io, &format, "", nullptr, 0, 0) >= 0) return format;
  // A cover picture of more than a megabyte keeps the sound itself out of the probe's sight.
  if (file.read_at(0, 3) == "ID3") return av_find_input_format("mp3");
  return nullptr;
}

const AVCodec* allowed_decoder(AVCodecID codec) {
  void* position = nullptr;
  while (const AVCodec* candidate = av_codec_iterate(&position)) {
    const bool fits = candidate->id == codec && av_codec_is_decoder(candidate) != 0;
    if (fits && in_list(candidate->name, kDecoders)) return candidate;
  }
  return nullptr;
}

Outcome outcome_of_refusal(const MediaFile& file, const AVInputFormat* probed) {
  // Subtitle and playlist formats are found in any text, raw formats in any noise.
  const bool media = probed != nullptr && !looks_like_text(file) &&
                     (probed->flags & (AVFMT_NOFILE | AVFMT_NOTIMESTAMPS)) == 0;
  return media ? Outcome::Unsupported : Outcome::NotMedia;
}

}  // namespace

FramePtr make_frame() {
  FramePtr frame(av_frame_alloc());
  if (!frame) throw std::bad_alloc();
  return frame;
}

PacketPtr make_packet() {
  PacketPtr packet(av_packet_alloc());
  if (!packet) throw std::bad_alloc();
  return packet;
}

std::string plain_name(const char* name) {
  std::string plain;
  for (const char* c = name == nullptr ? "" : name; *c != '\0' && *c != ',' && plain.size() < 32;
       ++c) {
    const auto letter = static_cast<unsigned char>(*c);
    plain += std::isalnum(letter) != 0 ? static_cast<char>(std::tolower(letter)) : '_';
  }
  return plain;
}

Outcome outcome_of(int averror) {
  return averror == AVERROR(ENOMEM) ? Outcome::TooLarge : Outcome::Damaged;
}

Opening open_input(const MediaFile& file) {
  Opening opening;
  Input& input = opening.input;
  input.cursor = std::make_unique<Cursor>(Cursor{&file, 0});
  auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBufferBytes));
  if (buffer == nullptr) throw std::bad_alloc();
  input.io.reset(
      avio_alloc_context(buffer, kIoBufferBytes, 0, input.cursor.get(), read_bytes, nullptr, seek));
  if (!input.io) {
    av_free(buffer);
    throw std::bad_alloc();
  }

  const AVInputFormat* probed = probe(*input.io, file);
  if (probed == nullptr || !in_list(probed->name, kFormats)) {
    opening.outcome = outcome_of_refusal(file, probed);
    if (opening.outcome == Outcome::Unsupported) opening.detail = plain_name(probed->name);
    return opening;
  }

  AVFormatContext* context = avformat_alloc_context();
  if (context == nullptr) throw std::bad_alloc();
  context->pb = input.io.get();
  context->flags |= AVFMT_FLAG_CUSTOM_IO;
  AVDictionary* options = make_dictionary({{"format_whitelist", kFormats},
                                           {"codec_whitelist", kDecoders},
                                           {"protocol_whitelist", "none"},
                                           {"max_streams", "64"}})
                              .release();
  const int error = avformat_open_input(&context, "", probed, &options);
  av_dict_free(&options);
  if (error < 0) {
    // FFmpeg has freed the context.
    opening.outcome = outcome_of(error);
    return opening;
  }
  input.format.reset(context);
  return opening;
}

bool is_picture_format(const AVFormatContext& format) {
  const std::string_view name = format.iformat->name;
  return name == "gif" || name == "apng" || name.ends_with("_pipe");
}

bool find_stream_facts(AVFormatContext& format) {
  std::vector<AVDictionary*> options(format.nb_streams);
  for (AVDictionary*& entry : options) entry = decoder_limits().release();
  const int error = avformat_find_stream_info(&format, options.data());
  for (AVDictionary*& entry : options) av_dict_free(&entry);
  return error >= 0;
}

CodecPtr open_decoder(const AVStream& stream) {
  const AVCodec* decoder = allowed_decoder(stream.codecpar->codec_id);
  if (decoder == nullptr) return nullptr;
  CodecPtr context(avcodec_alloc_context3(decoder));
  if (!context) throw std::bad_alloc();
  if (avcodec_parameters_to_context(context.get(), stream.codecpar) < 0) return nullptr;
  context->pkt_timebase = stream.time_base;
  // Otherwise noise that was made of damaged bytes passes for sound.
  if (decoder->id == AV_CODEC_ID_FLAC) context->err_recognition |= AV_EF_CRCCHECK | AV_EF_EXPLODE;
  AVDictionary* options = decoder_limits().release();
  const int error = avcodec_open2(context.get(), decoder, &options);
  av_dict_free(&options);
  return error < 0 ? nullptr : std::move(context);
}

bool is_allowed_decoder(AVCodecID codec) {
  return allowed_decoder(codec) != nullptr;
}

}  // namespace kepu::media::worker
