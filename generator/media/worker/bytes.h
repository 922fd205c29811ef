// Numbers and texts to and from bytes (little-endian), for messages between kepu and kepu-media and
// for cache records. A reader never reads past its end: after the first failure every further read
// gives zero and ok() stays false.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace kepu::media::worker {

class ByteWriter {
 public:
  template <std::integral Number>
  void number(Number value) {
    auto bits = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      bytes_.push_back(static_cast<char>(bits & 0xFFU));
      bits >>= 8U;
    }
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void number(Enum value) { number(static_cast<std::underlying_type_t<Enum>>(value)); }
  void raw(std::string_view bytes) { bytes_.append(bytes); }
  /// With its length before it.
  void text(std::string_view bytes) {
    number(static_cast<std::uint32_t>(bytes.size()));
    raw(bytes);
  }
  std::string take() { return std::move(bytes_); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <std::integral Number>
  Number number() {
    const std::string_view bytes = raw(sizeof(Number));
    std::uint64_t bits = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
      bits = (bits << 8U) | static_cast<unsigned char>(bytes[i]);
    return static_cast<Number>(bits);
  }
  bool flag() { return limited<std::uint8_t>(0, 1) == 1; }
  /// Fails outside low … high.
  template <std::integral Number>
  Number limited(Number low, Number high) {
    const auto value = number<Number>();
    if (ok_ && value >= low && value <= high) return value;
    ok_ = false;
    return low;
  }
  /// Enumerators are 0 … last.
  template <typename Enum>
  Enum one_of(Enum last) {
    using Number = std::underlying_type_t<Enum>;
    static_assert(std::is_unsigned_v<Number>);
    return static_cast<Enum>(limited<Number>(0, static_cast<Number>(last)));
  }
  std::string_view raw(std::size_t length) {
    if (!ok_ || length > rest_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view bytes = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return bytes;
  }
  std::string_view text(std::size_t most) {
    const auto length = number<std::uint32_t>();
    if (length > most) ok_ = false;
    return raw(length);
  }
  void fail() { ok_ = false; }
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace kepu::media::worker
