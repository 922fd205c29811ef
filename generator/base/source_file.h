// A text file as the author wrote it, decoded to UTF-8 with LF line ends, and the way from byte
// offsets to places. Owns its text. Immutable, so any number of threads may read it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/place.h"

namespace kepu::base {

class Diagnostics;
class FileSystem;

class SourceFile {
 public:
  SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  /// The position of a byte offset; offsets past the end give the end. Cost: one scan up to the
  /// offset.
  Position position(std::size_t offset) const;
  /// The place of `length` bytes at `offset`.
  Place place(std::size_t offset, std::size_t length = 1) const;
  /// The text of a line (from 1) without its line end; empty if there is no such line.
  std::string_view line(std::uint32_t number) const;

 private:
  std::string path_;
  std::string text_;
};

/// Reads and decodes one text file: UTF-8 with or without BOM, CRLF, or GB18030 (with the warning
/// `encoding.gb18030`). Unreadable or undecodable files are errors in `diagnostics`
/// (`file.unreadable`, `encoding.invalid`, `file.too-large`).
std::optional<SourceFile> load_source(const FileSystem& files, const std::string& path,
                                      Diagnostics& diagnostics);

/// The largest text file that is read at all, in bytes.
inline constexpr std::size_t kMaxSourceBytes = 16U << 20U;

}  // namespace kepu::base
