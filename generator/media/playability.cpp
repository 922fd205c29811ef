#include "media/playability.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kepu::media {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Playability everywhere() {
  return {Reach::Everywhere, {"各种浏览器都能直接播放。", "Every browser plays it."}};
}

Playability worse_of(const Playability& a, const Playability& b) {
  return b.reach > a.reach ? b : a;
}

constexpr base::Bilingual kContainer{"浏览器不支持这种封装格式，请转成 MP4。",
                                     "Browsers do not open this container; convert it to MP4."};
constexpr base::Bilingual kVideoCodec{
    "浏览器不解码这种视频编码，请转成 H.264。",
    "Browsers do not decode this kind of video; convert it to H.264."};
constexpr base::Bilingual kSoundCodec{
    "浏览器不解码这种音频编码，请转成 AAC 或 MP3。",
    "Browsers do not decode this kind of sound; convert it to AAC or MP3."};
constexpr base::Bilingual kHevc{
    "HEVC（H.265）只有部分浏览器和设备能播放，请转成 H.264。",
    "Only some browsers and devices play HEVC (H.265); convert it to H.264."};
constexpr base::Bilingual kPixels{
    "不是 8 位 4:2:0 的画面，许多浏览器和手机不能解码，请转成 yuv420p。",
    "The picture is not 8 bit 4:2:0, which many browsers and phones do not decode; convert it to "
    "yuv420p."};
constexpr base::Bilingual kIndexLast{
    "索引（moov）在文件末尾，有些浏览器要下载完整个文件才开始播放。",
    "The index (moov) is at the end: some browsers play only after loading the whole file."};
constexpr base::Bilingual kWebm{"WebM 在较旧的苹果设备上不能播放。",
                                "Older devices of Apple do not play WebM."};
constexpr base::Bilingual kModernCodec{"VP8、VP9 和 AV1 在较旧的浏览器和设备上不能播放。",
                                       "Older browsers and devices do not play VP8, VP9 and AV1."};
constexpr base::Bilingual kMatroska{"Matroska（MKV）只有部分浏览器能打开，请转成 MP4。",
                                    "Only some browsers open Matroska (MKV); convert it to MP4."};
constexpr base::Bilingual kSoundInMp4{
    "MP4 里的这种音频编码有些浏览器不解码，会没有声音，请转成 AAC。",
    "Some browsers do not decode this sound in an MP4 and stay silent; convert it to AAC."};
constexpr base::Bilingual kOgg{"Ogg 在较旧的苹果设备上不能播放，请转成 MP3 或 AAC。",
                               "Older devices of Apple do not play Ogg; convert it to MP3 or AAC."};
constexpr base::Bilingual kFlac{"较旧的浏览器不播放 FLAC。", "Older browsers do not play FLAC."};
constexpr base::Bilingual kWaveDepth{
    "这种采样格式的 WAV 较旧的浏览器不能播放。",
    "Older browsers do not play a WAV file of this kind of samples."};
constexpr base::Bilingual kApple{"只有苹果的浏览器能播放，请转成 MP3 或 AAC。",
                                 "Only Apple's browsers play it; convert it to MP3 or AAC."};
constexpr base::Bilingual kModernPicture{"较旧的浏览器不显示这种图片。",
                                         "Older browsers do not show this kind of picture."};
constexpr base::Bilingual kPicture{"浏览器不显示这种图片，请转成 JPEG、PNG 或 WebP。",
                                   "Browsers do not show this kind of picture; convert it to JPEG, "
                                   "PNG or WebP."};
constexpr base::Bilingual kPictureEverywhere{"各种浏览器都能显示。", "Every browser shows it."};

Playability judge_pixels(const model::MediaFacts& facts) {
  const std::string& format = facts.pixel_format;
  if (format.empty() || is_one_of(format, {"yuv420p", "yuvj420p", "nv12"})) return everywhere();
  // The main profile of AV1 has ten bits, too, and VP8 and VP9 may store transparency apart.
  if (facts.video_codec == "av1" && is_one_of(format, {"yuv420p10le", "gray", "gray10le"}))
    return everywhere();
  if (is_one_of(facts.video_codec, {"vp8", "vp9"}) && format == "yuva420p") return everywhere();
  return {Reach::SomeBrowsers, kPixels};
}

Playability judge_video_codec(const model::MediaFacts& facts) {
  const std::string& codec = facts.video_codec;
  if (codec == "h264") return judge_pixels(facts);
  if (is_one_of(codec, {"vp8", "vp9", "av1"}))
    return worse_of({Reach::MostBrowsers, kModernCodec}, judge_pixels(facts));
  if (codec == "hevc") return {Reach::SomeBrowsers, kHevc};
  return {Reach::Nowhere, kVideoCodec};
}

Playability judge_sound_codec(const model::MediaFacts& facts) {
  const std::string& codec = facts.audio_codec;
  if (codec.empty() || is_one_of(codec, {"aac", "mp3"})) return everywhere();
  const bool in_mp4 = facts.container == "mp4";
  if (is_one_of(codec, {"opus", "vorbis", "flac"})) {
    if (in_mp4) return {Reach::MostBrowsers, kSoundInMp4};
    return codec == "flac" ? Playability{Reach::MostBrowsers, kFlac} : everywhere();
  }
  // In a video the picture goes on without sound; a sound alone is nothing then.
  if (in_mp4 && codec == "alac") return {Reach::SomeBrowsers, kApple};
  if (in_mp4 && is_one_of(codec, {"ac3", "eac3", "mp2"})) return {Reach::SomeBrowsers, kSoundInMp4};
  if (!codec.starts_with("pcm_")) return {Reach::Nowhere, kSoundCodec};
  if (in_mp4) return {Reach::SomeBrowsers, kSoundInMp4};
  const bool plain = is_one_of(codec, {"pcm_u8", "pcm_s16le"});
  return plain ? everywhere() : Playability{Reach::MostBrowsers, kWaveDepth};
}

Playability judge_container(const model::MediaFacts& facts) {
  const std::string& container = facts.container;
  if (container == "mp4")
    return facts.index_first.value_or(true) ? everywhere()
                                            : Playability{Reach::MostBrowsers, kIndexLast};
  if (container == "webm") return {Reach::MostBrowsers, kWebm};
  if (container == "matroska") return {Reach::SomeBrowsers, kMatroska};
  if (facts.kind == model::MediaKind::Audio) {
    if (is_one_of(container, {"mp3", "aac", "wav", "flac"})) return everywhere();
    if (container == "ogg") return {Reach::MostBrowsers, kOgg};
    if (container == "aiff") return {Reach::SomeBrowsers, kApple};
  }
  return {Reach::Nowhere, kContainer};
}

Playability judge_picture(const model::MediaFacts& facts) {
  if (is_one_of(facts.container, {"png", "jpeg", "gif", "svg"}))
    return {Reach::Everywhere, kPictureEverywhere};
  if (is_one_of(facts.container, {"webp", "avif", "bmp"}))
    return {Reach::MostBrowsers, kModernPicture};
  return {Reach::Nowhere, kPicture};
}

}  // namespace

Playability playability(const model::MediaFacts& facts) {
  if (facts.kind == model::MediaKind::Picture) return judge_picture(facts);
  Playability result = judge_container(facts);
  if (facts.kind == model::MediaKind::Video) result = worse_of(result, judge_video_codec(facts));
  return worse_of(result, judge_sound_codec(facts));
}

}  // namespace kepu::media
