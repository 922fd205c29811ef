#include "search/byte_chains.h"

namespace kepu::search {

void ByteChains::lengthen(Chain& chain) {
  const std::uint16_t size = chain.head == 0 ? kFirst : next_size(chain.data);
  const auto whole = static_cast<std::uint32_t>(size + kLink);
  if (used_ + whole > kSlab) {
    slabs_.emplace_back(new unsigned char[kSlab]);
    used_ = 0;
  }
  const std::uint32_t place = (static_cast<std::uint32_t>(slabs_.size() - 1) << kSlabBits) | used_;
  used_ += whole;
  if (chain.head == 0) {
    chain.head = place + 1;
  } else {
    // The last block is full: its end tells where it begins.
    std::memcpy(bytes_at(chain.end - chain.data) - kLink, &place, kLink);
  }
  chain.end = place + static_cast<std::uint32_t>(kLink);
  chain.data = size;
  chain.left = size;
}

}  // namespace kepu::search
