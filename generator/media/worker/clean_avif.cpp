#include "media/worker/clean_avif.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace kepu::media::worker {

namespace {

using namespace std::string_view_literals;

/// Reads numbers from the front; after the first failure all are 0.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t next(std::size_t bytes) {
    std::uint64_t value = 0;
    for (const char c : text(bytes)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }
  std::string_view text(std::size_t bytes) {
    if (bytes > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }
  bool ok() const { return ok_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

struct Box {
  std::string_view type;
  std::string_view content;
};

/// ISO/IEC 14496-12 §4.2. Removes the box from the front; nothing at the end and where sizes do not
/// fit.
std::optional<Box> next_box(std::string_view& bytes) {
  Numbers header(bytes);
  std::uint64_t size = header.next(4);
  const std::string_view type = header.text(4);
  if (size == 1) size = header.next(8);
  if (size == 0) size = bytes.size();
  const std::size_t header_bytes = bytes.size() - header.rest().size();
  if (!header.ok() || size < header_bytes || size > bytes.size()) return std::nullopt;
  const Box box{type, bytes.substr(header_bytes, size - header_bytes)};
  bytes.remove_prefix(size);
  return box;
}

std::optional<std::string_view> find_box(std::string_view bytes, std::string_view type) {
  while (const std::optional<Box> box = next_box(bytes))
    if (box->type == type) return box->content;
  return std::nullopt;
}

/// Numbers of the items that are metadata (§8.11.6; HEIF, ISO/IEC 23008-12 annex A).
std::set<std::uint64_t> metadata_items(std::string_view item_infos) {
  Numbers table(item_infos);
  const std::uint64_t version = table.next(4) >> 24U;
  table.next(version == 0 ? 2 : 4);
  std::set<std::uint64_t> items;
  std::string_view entries = table.rest();
  while (const std::optional<Box> entry = next_box(entries)) {
    Numbers info(entry->content);
    const std::uint64_t entry_version = info.next(4) >> 24U;
    if (entry->type != "infe" || entry_version < 2) continue;
    const std::uint64_t item = info.next(entry_version == 2 ? 2 : 4);
    info.next(2);
    const std::string_view type = info.text(4);
    if (type == "Exif" || type == "mime" || type == "uri ") items.insert(item);
  }
  return items;
}

// An EXIF structure without entries, behind the four bytes that tell where it begins.
constexpr std::string_view kEmptyExif = "\0\0\0\0MM\0\x2A\0\0\0\x08\0\0\0\0\0\0"sv;

void blank(std::string& bytes, std::size_t begin, std::size_t length) {
  std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(begin), length, '\0');
  if (length >= kEmptyExif.size()) bytes.replace(begin, kEmptyExif.size(), kEmptyExif);
}

/// Overwrites the places (§8.11.3) of some items. False where the table leads out of the file.
bool blank_items(std::string& bytes, std::string_view locations,
                 const std::set<std::uint64_t>& items, std::optional<std::size_t> data_begin) {
  Numbers table(locations);
  const std::uint64_t version = table.next(4) >> 24U;
  const std::uint64_t sizes = table.next(2);
  const std::size_t offset_bytes = sizes >> 12U & 15U;
  const std::size_t length_bytes = sizes >> 8U & 15U;
  const std::size_t base_bytes = sizes >> 4U & 15U;
  const std::size_t index_bytes = version == 0 ? 0 : sizes & 15U;
  if (std::max({offset_bytes, length_bytes, base_bytes, index_bytes}) > 8) return false;
  const std::uint64_t count = table.next(version < 2 ? 2 : 4);
  for (std::uint64_t i = 0; i < count && table.ok(); ++i) {
    const bool told = items.contains(table.next(version < 2 ? 2 : 4));
    const std::uint64_t method = version == 0 ? 0 : table.next(2) & 15U;
    table.next(2);  // which file: only this one occurs
    std::uint64_t base = table.next(base_bytes);
    if (told && (method > 1 || (method == 1 && !data_begin))) return false;
    if (method == 1) base += data_begin.value_or(0);
    const std::uint64_t extents = table.next(2);
    for (std::uint64_t extent = 0; extent < extents && table.ok(); ++extent) {
      table.next(index_bytes);
      const std::uint64_t begin = base + table.next(offset_bytes);
      const std::uint64_t length = table.next(length_bytes);
      if (!told) continue;
      if (begin > bytes.size() || length == 0 || length > bytes.size() - begin) return false;
      blank(bytes, begin, length);
    }
  }
  return table.ok();
}

}  // namespace

std::optional<std::string> avif_without_metadata(std::string_view bytes) {
  const std::optional<std::string_view> meta = find_box(bytes, "meta");
  if (!meta || meta->size() < 4) return std::nullopt;
  const std::string_view tables = meta->substr(4);  // behind version and flags
  const std::optional<std::string_view> infos = find_box(tables, "iinf");
  const std::optional<std::string_view> locations = find_box(tables, "iloc");
  if (!infos || !locations) return std::nullopt;
  std::optional<std::size_t> data_begin;
  if (const std::optional<std::string_view> data = find_box(tables, "idat"))
    data_begin = static_cast<std::size_t>(data->data() - bytes.data());
  std::string clean(bytes);
  if (!blank_items(clean, *locations, metadata_items(*infos), data_begin)) return std::nullopt;
  return clean;
}

}  // namespace kepu::media::worker
