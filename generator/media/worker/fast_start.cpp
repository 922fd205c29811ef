#include "media/worker/fast_start.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <span>
#include <vector>

#include "media/worker/mp4_index.h"

namespace kepu::media::worker {

namespace {

// The index of ten hours has about 20 MB.
constexpr std::uint64_t kMaxIndexBytes = 128U << 20U;
constexpr int kMaxBoxes = 100'000;
constexpr std::size_t kCopyBytes = 1U << 20U;

struct Layout {
  std::optional<Mp4Box> index;
  /// Where the index shall stand: behind the note of the file's type.
  std::uint64_t front = 0;
  bool index_first = true;
};

// Pictures inside a file are found by places of their own.
bool has_item_places(const MediaFile& file, const Mp4Box& meta) {
  const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(meta.size, kCopyBytes));
  return file.read_at(meta.offset, length).find("iloc") != std::string::npos;
}

Layout layout_of(const MediaFile& file) {
  Layout layout;
  std::uint64_t offset = 0;
  for (int i = 0; i < kMaxBoxes && offset < file.size(); ++i) {
    const auto box = read_mp4_box(file.read_at(offset, 16), offset, file.size() - offset);
    // What cameras append is often no box; it is copied like all else.
    if (!box) break;
    if (box->type == "ftyp" && offset == 0) layout.front = box->end();
    if (box->type == "moof") throw Mp4Refusal{Outcome::Unsupported, "fragments"};
    if (box->type == "meta" && has_item_places(file, *box))
      throw Mp4Refusal{Outcome::Unsupported, "items"};
    if (box->type == "mdat" && !layout.index) layout.index_first = false;
    if (box->type == "moov" && !layout.index) layout.index = box;
    offset = box->end();
  }
  if (!layout.index) throw Mp4Refusal{Outcome::Truncated};
  return layout;
}

class Output {
 public:
  // Only write() and lseek(), which the sandbox allows anyway. A worker that died over this file
  // may have left the position anywhere.
  explicit Output(int descriptor) : descriptor_(descriptor) {
    if (::lseek(descriptor_, 0, SEEK_SET) != 0) throw Mp4Refusal{Outcome::TooLarge, "output"};
  }

  void append(std::span<const char> bytes) {
    while (!bytes.empty()) {
      const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) throw Mp4Refusal{Outcome::TooLarge, "output"};
      written_ += static_cast<std::uint64_t>(done);
      bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
  }
  void copy(const MediaFile& file, std::uint64_t begin, std::uint64_t end) {
    buffer_.resize(kCopyBytes);
    while (begin < end) {
      const auto wanted =
          static_cast<std::size_t>(std::min<std::uint64_t>(kCopyBytes, end - begin));
      if (file.read_at(begin, std::span(buffer_).first(wanted)) != wanted)
        throw Mp4Refusal{Outcome::Damaged};
      append(std::span(buffer_).first(wanted));
      begin += wanted;
    }
  }
  std::uint64_t written() const { return written_; }

 private:
  int descriptor_;
  std::uint64_t written_ = 0;
  std::vector<char> buffer_;
};

}  // namespace

FastStart write_index_first(const MediaFile& file, int output) {
  try {
    const Layout layout = layout_of(file);
    Output out(output);
    if (layout.index_first) {
      out.copy(file, 0, file.size());
      return {Outcome::Ok, {}, out.written()};
    }
    const Mp4Box& old = *layout.index;
    if (old.size > kMaxIndexBytes) throw Mp4Refusal{Outcome::TooLarge, "index"};
    const std::string index =
        moved_index(file.read_at(old.offset, static_cast<std::size_t>(old.size)),
                    {layout.front, old.offset, old.size, file.size()});
    out.copy(file, 0, layout.front);
    out.append(index);
    out.copy(file, layout.front, old.offset);
    out.copy(file, old.end(), file.size());
    return {Outcome::Ok, {}, out.written()};
  } catch (const Mp4Refusal& refusal) {
    return {refusal.outcome, refusal.detail, 0};
  }
}

}  // namespace kepu::media::worker
