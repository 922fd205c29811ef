#include "media/worker/fast_start.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kepu::media::worker {

namespace {

// The index of ten hours has about 20 MB.
constexpr std::uint64_t kMaxIndexBytes = 128U << 20U;
constexpr int kMaxBoxes = 100'000;
constexpr std::size_t kCopyBytes = 1U << 20U;
constexpr std::uint64_t kMaxOffset32 = std::numeric_limits<std::uint32_t>::max();

/// Why it cannot be done; ends the work.
struct Refusal {
  Outcome outcome;
  const char* detail = "";
};

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  if (at > bytes.size() || length > bytes.size() - at) throw Refusal{Outcome::Damaged};
  std::uint64_t value = 0;
  for (const char c : bytes.substr(at, length)) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

void append_number(std::string& out, std::uint64_t value, std::size_t length) {
  for (std::size_t i = length; i-- > 0;) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

/// ISO/IEC 14496-12 §4.2. `size` is of the whole box, `header` how much of it is before its
/// content.
struct Box {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t header = 8;
  std::string type;
  std::uint64_t end() const { return offset + size; }
};

/// `start` are the first 16 bytes there, or as many as are left; nothing when this is no box.
std::optional<Box> read_box(std::string_view start, std::uint64_t offset, std::uint64_t left) {
  if (start.size() < 8) return std::nullopt;
  Box box{offset, number_at(start, 0, 4), 8, std::string(start.substr(4, 4))};
  if (box.size == 1 && start.size() >= 16) {
    box.size = number_at(start, 8, 8);
    box.header = 16;
  } else if (box.size == 0) {
    box.size = left;
  }
  if (box.size < box.header || box.size > left) return std::nullopt;
  return box;
}

struct Layout {
  std::optional<Box> index;
  /// Where the index shall stand: behind the note of the file's type.
  std::uint64_t front = 0;
  bool index_first = true;
};

Layout layout_of(const MediaFile& file) {
  Layout layout;
  std::uint64_t offset = 0;
  for (int i = 0; i < kMaxBoxes && offset < file.size(); ++i) {
    const auto box = read_box(file.read_at(offset, 16), offset, file.size() - offset);
    // What cameras append is often no box; it is copied like all else.
    if (!box) break;
    if (box->type == "ftyp" && offset == 0) layout.front = box->end();
    if (box->type == "moof") throw Refusal{Outcome::Unsupported, "fragments"};
    if (box->type == "meta") throw Refusal{Outcome::Unsupported, "items"};
    if (box->type == "mdat" && !layout.index) layout.index_first = false;
    if (box->type == "moov" && !layout.index) layout.index = box;
    offset = box->end();
  }
  if (!layout.index) throw Refusal{Outcome::Truncated};
  return layout;
}

/// Where bytes of the file come to stand when an index of `index_bytes` is put at the front.
class Moves {
 public:
  Moves(const Layout& layout, std::uint64_t file_size, std::uint64_t index_bytes)
      : front_(layout.front),
        index_(*layout.index),
        file_size_(file_size),
        index_bytes_(index_bytes) {}

  std::uint64_t moved(std::uint64_t offset) const {
    const bool in_index = offset >= index_.offset && offset < index_.end();
    if (offset < front_ || in_index || offset > file_size_) throw Refusal{Outcome::Damaged};
    return offset < index_.offset ? offset + index_bytes_ : offset + index_bytes_ - index_.size;
  }

 private:
  std::uint64_t front_;
  Box index_;
  std::uint64_t file_size_;
  std::uint64_t index_bytes_;
};

/// Makes the index anew with the places of the data corrected.
class IndexWriter {
 public:
  /// Without `moves` the places stay as they are: to learn the size.
  IndexWriter(const Moves* moves, bool wide) : moves_(moves), wide_(wide) {}

  std::string rewrite(std::string_view index) const {
    std::string out;
    out.reserve(index.size());
    append_boxes(out, index, 0);
    return out;
  }
  /// What is written with 32 bits does not suffice.
  static constexpr Refusal kTooNarrow{Outcome::TooLarge, "offsets"};

 private:
  void append_boxes(std::string& out, std::string_view bytes, int depth) const;
  void append_box(std::string& out, std::string_view box, std::size_t header, std::string_view type,
                  int depth) const;
  void append_places(std::string& out, std::string_view content, std::size_t old_bytes) const;

  const Moves* moves_;
  bool wide_;
};

void IndexWriter::append_boxes(std::string& out, std::string_view bytes, int depth) const {
  while (!bytes.empty()) {
    const auto box = read_box(bytes.substr(0, 16), 0, bytes.size());
    // QuickTime ends some lists with four zeros.
    if (!box && bytes.size() >= 8) throw Refusal{Outcome::Damaged};
    if (!box) break;
    append_box(out, bytes.substr(0, box->size), box->header, box->type, depth);
    bytes.remove_prefix(box->size);
  }
  out.append(bytes);
}

void IndexWriter::append_box(std::string& out, std::string_view box, std::size_t header,
                             std::string_view type, int depth) const {
  const std::string_view content = box.substr(header);
  const bool is_list = type == "moov" || type == "trak" || type == "mdia" || type == "minf" ||
                       type == "stbl" || type == "dinf";
  if (type == "cmov") throw Refusal{Outcome::Unsupported, "compressed_index"};
  if (type == "saio") throw Refusal{Outcome::Unsupported, "encrypted"};
  if (type == "dref" && content.size() >= 20 && (number_at(content, 16, 4) & 1U) == 0)
    throw Refusal{Outcome::Unsupported, "data_elsewhere"};
  if (type == "meta" && content.find("iloc") != std::string_view::npos)
    throw Refusal{Outcome::Unsupported, "items"};
  const bool is_places = type == "stco" || type == "co64";
  if (!is_places && (!is_list || depth > 6)) {
    out.append(box);
    return;
  }
  const std::size_t begin = out.size();
  append_number(out, 0, 4);
  out.append(is_places && wide_ ? "co64" : type);
  if (is_list) append_boxes(out, content, depth + 1);
  if (is_places) append_places(out, content, type == "stco" ? 4 : 8);
  const std::uint64_t size = out.size() - begin;
  if (size > kMaxOffset32) throw Refusal{Outcome::TooLarge, "index"};
  std::string size_bytes;
  append_number(size_bytes, size, 4);
  out.replace(begin, 4, size_bytes);
}

void IndexWriter::append_places(std::string& out, std::string_view content,
                                std::size_t old_bytes) const {
  const std::uint64_t count = number_at(content, 4, 4);
  if (count > (content.size() - 8) / old_bytes) throw Refusal{Outcome::Damaged};
  const std::size_t new_bytes = wide_ ? 8 : old_bytes;
  out.append(content.substr(0, 8));
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t place = number_at(content, 8 + i * old_bytes, old_bytes);
    if (moves_ != nullptr) place = moves_->moved(place);
    if (new_bytes == 4 && place > kMaxOffset32) throw kTooNarrow;
    append_number(out, place, new_bytes);
  }
}

std::string index_for_front(const std::string& index, const Layout& layout,
                            std::uint64_t file_size) {
  try {
    const std::size_t size = IndexWriter(nullptr, false).rewrite(index).size();
    const Moves moves(layout, file_size, size);
    return IndexWriter(&moves, false).rewrite(index);
  } catch (const Refusal& refusal) {
    if (std::string_view(refusal.detail) != IndexWriter::kTooNarrow.detail) throw;
  }
  // The data has been moved past 4 GiB.
  const std::size_t size = IndexWriter(nullptr, true).rewrite(index).size();
  const Moves moves(layout, file_size, size);
  return IndexWriter(&moves, true).rewrite(index);
}

class Output {
 public:
  // Only write() and lseek(), which the sandbox allows anyway. A worker that died over this file
  // may have left the position anywhere.
  explicit Output(int descriptor) : descriptor_(descriptor) {
    if (::lseek(descriptor_, 0, SEEK_SET) != 0) throw Refusal{Outcome::TooLarge, "output"};
  }

  void append(std::span<const char> bytes) {
    while (!bytes.empty()) {
      const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) throw Refusal{Outcome::TooLarge, "output"};
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
        throw Refusal{Outcome::Damaged};
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
    const Box& old = *layout.index;
    if (old.size > kMaxIndexBytes) throw Refusal{Outcome::TooLarge, "index"};
    const std::string index = index_for_front(
        file.read_at(old.offset, static_cast<std::size_t>(old.size)), layout, file.size());
    out.copy(file, 0, layout.front);
    out.append(index);
    out.copy(file, layout.front, old.offset);
    out.copy(file, old.end(), file.size());
    return {Outcome::Ok, {}, out.written()};
  } catch (const Refusal& refusal) {
    return {refusal.outcome, refusal.detail, 0};
  }
}

}  // namespace kepu::media::worker
