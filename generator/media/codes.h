// The diagnostic codes of this room: media files that cannot be used as they are.
#pragma once

#include "base/diagnostic.h"

namespace kepu::media::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kUnreadable{
    "media.unreadable",
    Severity::Error,
    {"无法读取媒体文件 {file}：{reason}", "the media file {file} cannot be read: {reason}"},
    {"请检查文件是否存在、是否有读取权限", "check that the file exists and that you may read it"},
    {"文件不存在，操作系统拒绝读取，或它是指向站点之外的链接。",
     "The file is missing, the system refuses to read it, or it is a link that leads out of the "
     "site."}};

inline constexpr DiagnosticCode kEmpty{
    "media.empty",
    Severity::Error,
    {"媒体文件是空的：{file}", "the media file is empty: {file}"},
    {"请重新上传或复制原文件", "copy the original file again"},
    {"文件长度为 0 字节，多半是复制或下载没有完成。",
     "The file has no bytes at all; most likely a copy or download did not finish."}};

inline constexpr DiagnosticCode kNotMedia{
    "media.not-media",
    Severity::Error,
    {"不是视频、音频或图片：{file}", "not a video, sound or picture: {file}"},
    {"请检查是否放错了文件；改扩展名不会改变内容",
     "check whether this is the right file; renaming does not change its content"},
    {"kepu 按内容而不是按文件名判断格式。常见原因：把网页、文档或压缩包改名为 "
     ".mp4，或下载到的是错误页面。",
     "kepu goes by content, not by name. Usual causes: a page, document or archive renamed to "
     ".mp4, or an error page "
     "that was saved in place of the file."}};

inline constexpr DiagnosticCode kUnsupported{
    "media.unsupported",
    Severity::Error,
    {"不支持的媒体格式（{format}）：{file}", "unsupported media format ({format}): {file}"},
    {"视频请转成 MP4（H.264 + AAC），音频请转成 MP3，图片请转成 JPEG、PNG 或 WebP",
     "convert video to MP4 (H.264 and AAC), sound to MP3, pictures to JPEG, PNG or WebP"},
    {"文件本身可能没有损坏，但浏览器放不了这种格式，kepu 也不解码它。",
     "The file may be sound, but browsers do not play this format, and kepu does not decode it."}};

inline constexpr DiagnosticCode kTruncated{
    "media.truncated",
    Severity::Error,
    {"媒体文件不完整，后面一部分缺失：{file}",
     "the media file is cut off, its end is missing: {file}"},
    {"请重新上传或导出原文件，并核对文件大小",
     "copy or export the original file again and compare the sizes"},
    {"文件开头承诺的长度比实际的长。常见原因：上传中断、磁盘写满、录制没有正常结束。这样的视频播到"
     "一半就会停住，缺少索引（moov）的则完全不能播放。",
     "The beginning of the file promises more than there is. Usual causes: an interrupted upload, "
     "a full disk, a recording that "
     "was not ended properly. Such a video stops half-way; without its index (moov) it does not "
     "play at all."}};

inline constexpr DiagnosticCode kDamaged{
    "media.damaged",
    Severity::Error,
    {"媒体文件已损坏，无法解码：{file}", "the media file is damaged and cannot be decoded: {file}"},
    {"请用播放器试播，再重新导出或复制原文件",
     "try it in a player, then export or copy the original file again"},
    {"文件格式认得出来，但里面的画面或声音一帧也解不出来。",
     "The format is recognised, but not a single picture or sound in it can be decoded."}};

inline constexpr DiagnosticCode kPartlyDamaged{
    "media.partly-damaged",
    Severity::Warning,
    {"媒体文件有一部分损坏：{file}", "part of the media file is damaged: {file}"},
    {"请完整播放一遍，必要时重新导出",
     "play it from beginning to end, and export it again if need be"},
    {"有些画面或声音解码出错，其余正常。播放时可能出现花屏、停顿或杂音。",
     "Some pictures or sounds fail to decode, the rest is fine. It may show broken frames, stop, "
     "or crackle."}};

inline constexpr DiagnosticCode kRaggedEnd{
    "media.ragged-end",
    Severity::Warning,
    {"媒体文件的结尾不完整，后面可能缺了一段：{file}",
     "the media file ends in the middle of a frame, more may be missing: {file}"},
    {"请听或看到结尾；如果确实缺了一段，请重新复制原文件",
     "play it to its end, and copy the original again if something is missing"},
    {"MP3、AAC、Ogg 和 MPEG-TS 文件不写明自己有多长，只能看出最后一帧被截断。可能是上传中断，也可能"
     "只是剪辑或录制时停在了一帧中间。",
     "MP3, AAC, Ogg and MPEG-TS do not say how long they are; all that shows is a last frame that "
     "is cut. It may be an interrupted upload, or a recording that was stopped in the middle of "
     "a frame."}};

inline constexpr DiagnosticCode kTooLarge{
    "media.too-large",
    Severity::Error,
    {"画面太大，超出处理上限（6400 万像素或内存限制）：{file}",
     "the picture is larger than the limits allow (64 million pixels, or memory): {file}"},
    {"请缩小尺寸后再放入站点；网页上 2000 像素宽已经足够",
     "make it smaller; 2000 pixels of width are plenty on a page"},
    {"为了不占满内存，kepu 不解码特别大的画面；有的恶意文件声称自己有几十亿像素。",
     "To keep memory bounded, kepu does not decode very large pictures; some hostile files claim "
     "billions of pixels."}};

inline constexpr DiagnosticCode kWorkerDied{
    "media.worker-died",
    Severity::Error,
    {"处理媒体文件时，解码程序异常退出（{reason}）：{file}",
     "the decoder broke down ({reason}) on the media file {file}"},
    {"请重新导出这个文件；如果别的播放器也打不开，它很可能已损坏",
     "export the file again; if other players fail on it, too, it is most likely damaged"},
    {"解码在单独的进程里进行，它出错只影响这一个文件，其余文件照常处理。",
     "Decoding happens in a process of its own; when it fails, only this one file is lost, the "
     "rest goes on."}};

inline constexpr DiagnosticCode kTimeout{
    "media.timeout",
    Severity::Error,
    {"处理媒体文件用时过长（上限 {seconds} 秒），已放弃：{file}",
     "the media file took too long (limit: {seconds} seconds) and was given up: {file}"},
    {"请重新导出这个文件，或降低分辨率和码率",
     "export the file again, or lower its resolution and bit rate"},
    {"正常的文件几秒内就能处理完。特别慢的多半是损坏的或有意构造的文件。",
     "Ordinary files take a few seconds at most. One that is very slow is most likely damaged, or "
     "made so on purpose."}};

inline constexpr DiagnosticCode kChanged{
    "media.changed",
    Severity::Error,
    {"处理过程中媒体文件被改动：{file}", "the media file changed while it was being read: {file}"},
    {"请等复制完成后再运行一次", "run again when copying has finished"},
    {"文件正在被复制或编辑，读到的内容不可靠。",
     "The file is being copied or edited; what was read cannot be relied on."}};

inline constexpr DiagnosticCode kPosterTimeOutside{
    "media.poster-time-outside",
    Severity::Error,
    {"封面时间 {time} 超出视频长度 {duration}：{file}",
     "the poster time {time} is after the end ({duration}) of {file}"},
    {"请改成 {duration} 之内的时间，例如 \"{example}\"",
     "choose a time before {duration}, such as \"{example}\""},
    {"poster 写的是视频里某一刻的画面，它必须在视频结束之前。不写 poster 时，kepu 自动选一帧。",
     "`poster` names a moment of the video, so it must come before its end. Without `poster`, kepu "
     "chooses a frame itself."}};

inline constexpr DiagnosticCode kPosterTimeWithoutVideo{
    "media.poster-time-without-video",
    Severity::Error,
    {"文件没有画面，不能按时间取封面：{file}",
     "the file has no video to take a poster from at a time: {file}"},
    {"请删去 poster，或写一个图片文件的路径", "remove `poster`, or give the path of a picture"},
    {"音频作品没有画面；它的封面可以是一张图片，不写时显示波形。",
     "Sound has no pictures; its poster may be a picture file, and without one its waveform is "
     "shown."}};

inline constexpr DiagnosticCode kPosterIsSvg{
    "media.poster-is-svg",
    Severity::Error,
    {"SVG 图形不能用作封面：{file}", "an SVG drawing cannot be used as a poster: {file}"},
    {"请把它导出成 PNG 或 JPEG，或改写视频里的一个时间",
     "export it as PNG or JPEG, or name a time of the video"},
    {"封面要缩成几种宽度的 WebP 和 JPEG，供分享和播放器使用，所以必须是点阵图片。",
     "Posters are scaled to WebP and JPEG of several widths for players and sharing, so they must "
     "be made of pixels."}};

/// Not about a build: what `kepu media --explain` answers about a file without moving pictures.
inline constexpr DiagnosticCode kNothingToExplain{
    "media.nothing-to-explain",
    Severity::Error,
    {"不是视频，没有候选画面可看：{file}",
     "not a video, so there are no frames to choose from: {file}"},
    {"--explain 后面请写一件视频作品的编号，或一个视频文件的路径",
     "after --explain give the id of a work with a video, or the path of a video file"},
    {"只有视频的封面是挑选出来的：音频显示波形或内嵌封面，图片就是它自己。",
     "Only posters of videos are chosen: sound shows its waveform or cover art, and a picture "
     "stands "
     "for itself."}};

/// Not about content: what the run says before it ends with status 3.
inline constexpr DiagnosticCode kWorkerMissing{
    "media.worker-missing",
    Severity::Error,
    {"无法启动解码程序 {program}：{reason}",
     "the decoder program {program} cannot be started: {reason}"},
    {"请确认 kepu-media 与 kepu 在同一个文件夹，并已安装 FFmpeg 5.1 的运行库",
     "check that kepu-media is beside kepu, and that the libraries of FFmpeg 5.1 are installed"},
    {"视频、音频和图片由单独的程序 kepu-media 解码；它与 kepu 一起安装，版本必须相同。",
     "Video, sound and pictures are decoded by a program of its own, kepu-media, installed with "
     "kepu and of the same version."}};

inline constexpr DiagnosticCode kSandboxUnavailable{
    "media.sandbox-unavailable",
    Severity::Error,
    {"系统内核不支持系统调用过滤（seccomp），解码程序 {program} "
     "无法隔离运行；仍要处理可信的媒体文件，"
     "请加 --no-sandbox",
     "this kernel has no filter of system calls (seccomp), so the decoder {program} cannot be "
     "confined; to process media files that you trust all the same, add --no-sandbox"},
    {"请在支持 seccomp 的 Linux 上运行；只有信得过全部媒体文件时才用 --no-sandbox",
     "run kepu on a Linux with seccomp; use --no-sandbox only when you trust every media file"},
    {"媒体文件可能出自陌生人之手，解码程序因此在内核的看管下运行：不能打开文件、不能联网、不能启动"
     "程序。有的容器或很旧的内核没有这种看管；--no-sandbox 放弃它，内存、时间等限制仍然有效。",
     "Media files may come from strangers, so the decoder runs under the kernel's watch: it cannot "
     "open files, use the network or start programs. Some containers and very old kernels have no "
     "such watch; --no-sandbox does without it, while the limits on memory and time remain."}};

inline constexpr DiagnosticCode kCacheUnusable{
    "media.cache-unusable",
    Severity::Error,
    {"无法写入媒体缓存 {folder}：{reason}", "the media cache {folder} cannot be written: {reason}"},
    {"请检查磁盘空间和权限", "check the free space and the permissions"},
    {"封面等派生文件先写进缓存再发布；磁盘写满或没有权限时无法继续。",
     "Posters and the like are written to the cache before they are published; a full disk or "
     "missing permission ends the run."}};

inline constexpr DiagnosticCode kShareFont{
    "media.share-font",
    Severity::Warning,
    {"分享图片没有画全：字体 {file} 用不了",
     "not all pictures for sharing could be drawn with the font {file}"},
    {"请检查主题 theme.json 里 share_picture 的 font，它应是主题文件夹里的 .otf 或 .ttf 文件",
     "check `font` of `share_picture` in the theme's theme.json: an .otf or .ttf file in the "
     "theme's "
     "folder"},
    {"没有自己图片的页面，分享到微信等处时用一张画出来的图片。画不出时页面照常发布，只是没有分享图"
     "片。",
     "Pages without a picture of their own are shared with one that is drawn. Without it they are "
     "published all the same."}};

inline constexpr DiagnosticCode kShareCharacter{
    "media.share-character",
    Severity::Info,
    {"分享图片的字体里没有“{character}”（{number}），图上用〓代替",
     "the font of pictures for sharing lacks `{character}` ({number}); 〓 stands in its place"},
    {"网页上照常显示；不想在图上看到〓，可以换一种写法",
     "the page itself shows it; use other words if the picture matters"},
    {"字体收有 GB 2312 的汉字、常用标点和拉丁字母。生僻字和表情符号画不出来。",
     "The font holds the characters of GB 2312, punctuation and Latin. Rare characters and emoji "
     "cannot be drawn."}};

inline constexpr const DiagnosticCode* kAll[] = {&kUnreadable,        &kEmpty,
                                                 &kNotMedia,          &kUnsupported,
                                                 &kTruncated,         &kDamaged,
                                                 &kPartlyDamaged,     &kRaggedEnd,
                                                 &kTooLarge,          &kWorkerDied,
                                                 &kTimeout,           &kChanged,
                                                 &kPosterTimeOutside, &kPosterTimeWithoutVideo,
                                                 &kPosterIsSvg,       &kNothingToExplain,
                                                 &kWorkerMissing,     &kSandboxUnavailable,
                                                 &kCacheUnusable,     &kShareFont,
                                                 &kShareCharacter};

}  // namespace kepu::media::codes
