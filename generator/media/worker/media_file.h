// A media file as bytes behind a descriptor: reading at any offset, for our own look at its
// structure. Does not own the descriptor; never moves its file position, which other holders share.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kepu::media::worker {

/// Nothing when it is no regular file.
std::optional<std::uint64_t> regular_file_size(int descriptor);

class MediaFile {
 public:
  MediaFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}

  std::uint64_t size() const { return size_; }
  /// How many bytes were there, which is less than asked for at the end of the file or after a read
  /// error.
  std::size_t read_at(std::uint64_t offset, std::span<char> buffer) const;
  /// At most `length` bytes.
  std::string read_at(std::uint64_t offset, std::size_t length) const;

 private:
  int descriptor_;
  std::uint64_t size_;
};

}  // namespace kepu::media::worker
