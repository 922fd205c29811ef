#include "media/worker/mp4_index.h"

#include <limits>

namespace kepu::media::worker {

namespace {

constexpr std::uint64_t kMaxOffset32 = std::numeric_limits<std::uint32_t>::max();

/// 32 bits do not suffice for a place.
struct TooNarrow {};

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  if (at > bytes.size() || length > bytes.size() - at) throw Mp4Refusal{Outcome::Damaged};
  std::uint64_t value = 0;
  for (const char c : bytes.substr(at, length)) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

void append_number(std::string& out, std::uint64_t value, std::size_t length) {
  for (std::size_t i = length; i-- > 0;) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

/// Where bytes of the file come to stand when an index of `index_bytes` is put at the front.
class Moves {
 public:
  Moves(const IndexMove& move, std::uint64_t index_bytes)
      : move_(move), index_bytes_(index_bytes) {}

  std::uint64_t moved(std::uint64_t offset) const {
    const std::uint64_t index_end = move_.offset + move_.size;
    const bool in_index = offset >= move_.offset && offset < index_end;
    if (offset < move_.front || in_index || offset > move_.file_size)
      throw Mp4Refusal{Outcome::Damaged};
    return offset < move_.offset ? offset + index_bytes_ : offset + index_bytes_ - move_.size;
  }

 private:
  IndexMove move_;
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
    const auto box = read_mp4_box(bytes.substr(0, 16), 0, bytes.size());
    // QuickTime ends some lists with four zeros.
    if (!box && bytes.size() >= 8) throw Mp4Refusal{Outcome::Damaged};
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
  if (type == "cmov") throw Mp4Refusal{Outcome::Unsupported, "compressed_index"};
  if (type == "saio") throw Mp4Refusal{Outcome::Unsupported, "encrypted"};
  if (type == "dref" && content.size() >= 20 && (number_at(content, 16, 4) & 1U) == 0)
    throw Mp4Refusal{Outcome::Unsupported, "data_elsewhere"};
  if (type == "meta" && content.find("iloc") != std::string_view::npos)
    throw Mp4Refusal{Outcome::Unsupported, "items"};
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
  if (size > kMaxOffset32) throw Mp4Refusal{Outcome::TooLarge, "index"};
  std::string size_bytes;
  append_number(size_bytes, size, 4);
  out.replace(begin, 4, size_bytes);
}

void IndexWriter::append_places(std::string& out, std::string_view content,
                                std::size_t old_bytes) const {
  const std::uint64_t count = number_at(content, 4, 4);
  if (count > (content.size() - 8) / old_bytes) throw Mp4Refusal{Outcome::Damaged};
  const std::size_t new_bytes = wide_ ? 8 : old_bytes;
  out.append(content.substr(0, 8));
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t place = number_at(content, 8 + i * old_bytes, old_bytes);
    if (moves_ != nullptr) place = moves_->moved(place);
    if (new_bytes == 4 && place > kMaxOffset32) throw TooNarrow();
    append_number(out, place, new_bytes);
  }
}

}  // namespace

std::optional<Mp4Box> read_mp4_box(std::string_view start, std::uint64_t offset,
                                   std::uint64_t left) {
  if (start.size() < 8) return std::nullopt;
  Mp4Box box{offset, number_at(start, 0, 4), 8, std::string(start.substr(4, 4))};
  if (box.size == 1 && start.size() >= 16) {
    box.size = number_at(start, 8, 8);
    box.header = 16;
  } else if (box.size == 0) {
    box.size = left;
  }
  if (box.size < box.header || box.size > left) return std::nullopt;
  return box;
}

std::string moved_index(std::string_view index, const IndexMove& move) {
  for (const bool wide : {false, true}) {
    const std::size_t size = IndexWriter(nullptr, wide).rewrite(index).size();
    const Moves moves(move, size);
    try {
      return IndexWriter(&moves, wide).rewrite(index);
    } catch (const TooNarrow&) {
      // Some data has been moved past 4 GiB.
      continue;
    }
  }
  throw Mp4Refusal{Outcome::TooLarge, "index"};
}

}  // namespace kepu::media::worker
