// Very many lists of bytes that grow a little at a time: blocks in a few large slabs, chained. A
// list costs little until it is long, nothing is ever moved, and all goes at once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace kepu::search {

class ByteChains {
 public:
  struct Chain {
    std::uint32_t head = 0;  // place of the first block + 1; 0: empty
    std::uint32_t end = 0;   // place of the next byte
    std::uint16_t left = 0;  // bytes left in the last block
    std::uint16_t data = 0;  // size of the last block
    std::uint32_t bytes = 0;
  };

  /// Seven bits in each byte, the lowest first.
  void append(Chain& chain, std::uint32_t number) {
    while (number >= 0x80U) {
      put(chain, static_cast<unsigned char>(number | 0x80U));
      number >>= 7U;
    }
    put(chain, static_cast<unsigned char>(number));
  }

  /// Reads a chain from its beginning.
  class Reader {
   public:
    Reader(const ByteChains& chains, const Chain& chain)
        : chains_(chains), left_(chain.bytes), at_(chain.bytes > 0 ? chain.head - 1 : 0) {
      if (left_ > 0) enter();
    }
    bool at_end() const { return left_ == 0; }
    std::uint32_t next() {
      std::uint32_t number = 0;
      for (unsigned shift = 0;; shift += 7) {
        const std::uint32_t byte = take();
        number |= (byte & 0x7FU) << shift;
        if (byte < 0x80U) return number;
      }
    }

   private:
    void enter() {
      data_ = chains_.bytes_at(at_) + kLink;
      in_block_ = size_;
      size_ = next_size(size_);
    }
    unsigned char take() {
      if (in_block_ == 0) {
        std::memcpy(&at_, chains_.bytes_at(at_), kLink);
        enter();
      }
      --in_block_;
      --left_;
      return *data_++;
    }

    const ByteChains& chains_;
    std::uint32_t left_;
    std::uint32_t at_;  // place of the block
    const unsigned char* data_ = nullptr;
    std::uint32_t in_block_ = 0;
    std::uint16_t size_ = kFirst;
  };

 private:
  // A block begins with the place of the next one; sizes are those of what follows.
  static constexpr std::size_t kLink = sizeof(std::uint32_t);
  static constexpr std::uint16_t kFirst = 12;
  static constexpr std::uint16_t kLargest = 252;
  static constexpr unsigned kSlabBits = 20;
  static constexpr std::uint32_t kSlab = 1U << kSlabBits;

  static std::uint16_t next_size(std::uint16_t size) {
    return size >= kLargest ? kLargest : static_cast<std::uint16_t>(2 * (size + kLink) - kLink);
  }
  unsigned char* bytes_at(std::uint32_t place) const {
    return slabs_[place >> kSlabBits].get() + (place & (kSlab - 1));
  }
  void put(Chain& chain, unsigned char byte) {
    if (chain.left == 0) lengthen(chain);
    *bytes_at(chain.end) = byte;
    ++chain.end;
    --chain.left;
    ++chain.bytes;
  }
  void lengthen(Chain& chain);

  std::vector<std::unique_ptr<unsigned char[]>> slabs_;
  std::uint32_t used_ = kSlab;  // of the last slab
};

}  // namespace kepu::search
