#include "render/file_types.h"

#include <utility>

#include "base/site_path.h"

namespace kepu::render {

namespace {

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"gif", "image/gif"},
    {"pdf", "application/pdf"},
    {"epub", "application/epub+zip"},
    {"zip", "application/zip"},
    {"csv", "text/csv"},
    {"txt", "text/plain"},
    {"vtt", "text/vtt"},
    {"srt", "application/x-subrip"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}};

}  // namespace

std::string media_type(const model::MediaFacts& facts) {
  const bool is_video = facts.kind == model::MediaKind::Video;
  const std::string& container = facts.container;
  if (container == "mp4") return is_video ? "video/mp4" : "audio/mp4";
  if (container == "webm") return is_video ? "video/webm" : "audio/webm";
  if (container == "ogg") return is_video ? "video/ogg" : "audio/ogg";
  if (container == "matroska") return is_video ? "video/x-matroska" : "audio/x-matroska";
  if (container == "mp3") return "audio/mpeg";
  return (is_video ? "video/" : "audio/") + container;
}

std::string_view file_type(std::string_view path) {
  const std::string extension = base::extension_of(path);
  for (const auto& [ending, type] : kTypes)
    if (extension == ending) return type;
  return "application/octet-stream";
}

}  // namespace kepu::render
