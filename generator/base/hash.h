// XXH3-128: names of fingerprints and cache keys. Never for security.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kepu::base {

struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Hash128&) const = default;
};

Hash128 hash_bytes(std::string_view bytes);

/// 32 lower-case hexadecimal digits.
std::string to_hex(Hash128 hash);

/// Hashes a text that comes in pieces; the same as hash_bytes of the pieces joined.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;
  void update(std::string_view bytes);
  Hash128 finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kepu::base
