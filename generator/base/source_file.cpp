#include "base/source_file.h"

#include <algorithm>
#include <cerrno>

#include "base/codes.h"
#include "base/encoding.h"
#include "base/file_system.h"
#include "base/system_reason.h"
#include "base/utf8.h"

namespace kepu::base {

Position SourceFile::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::string_view before(text_.data(), offset);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = static_cast<std::uint32_t>(count_code_points(before.substr(line_start))) + 1;
  return {line, column};
}

Place SourceFile::place(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, text_.size());
  const std::string_view covered = std::string_view(text_).substr(offset, length);
  const auto first_line = covered.substr(0, covered.find('\n'));
  const auto cells = static_cast<std::uint32_t>(count_code_points(first_line));
  return {path_, position(offset), std::max(1U, cells)};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  std::string_view rest = text_;
  for (std::uint32_t current = 1; current < number; ++current) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  return number == 0 ? std::string_view{} : rest.substr(0, rest.find('\n'));
}

namespace {

// The place of the first bad byte, counted over the bytes before it, which are valid UTF-8.
Place place_of_invalid_byte(const std::string& path, std::string_view bytes) {
  const std::size_t offset = first_invalid_utf8(bytes).value_or(0);
  return SourceFile(path, std::string(bytes.substr(0, offset))).place(offset);
}

// Nothing to decode and no line ends to change: then the bytes need not be copied.
bool is_plain_utf8(std::string_view bytes) {
  return !bytes.starts_with("\xEF\xBB\xBF") && bytes.find('\r') == std::string_view::npos &&
         !first_invalid_utf8(bytes);
}

}  // namespace

std::optional<SourceFile> load_source(const FileSystem& files, const std::string& path,
                                      Diagnostics& diagnostics) {
  const auto size = files.size(path);
  if (size && *size > kMaxSourceBytes) {
    diagnostics.add(codes::kFileTooLarge, Place{path, {}, 1},
                    {{"size", std::to_string(*size)}, {"limit", std::to_string(kMaxSourceBytes)}});
    return std::nullopt;
  }
  auto bytes = files.read(path);
  if (!bytes) {
    diagnostics.add(codes::kFileUnreadable, Place{path, {}, 1}, {system_reason(bytes.error())});
    return std::nullopt;
  }
  if (is_plain_utf8(*bytes)) return SourceFile(path, std::move(*bytes));
  auto decoded = decode_text(*bytes);
  if (!decoded) {
    diagnostics.add(codes::kEncodingInvalid, place_of_invalid_byte(path, *bytes));
    return std::nullopt;
  }
  if (decoded->encoding == Encoding::Gb18030) {
    diagnostics.add(codes::kEncodingGb18030, Place{path, {1, 1}, 1});
  }
  return SourceFile(path, std::move(decoded->text));
}

}  // namespace kepu::base
