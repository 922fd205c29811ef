// Storage for variables of running functions: handed out and returned in stack order, addresses
// never move.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "theme/value.h"

namespace kepu::theme {

class SlotStack {
 public:
  /// `count` missing values, until the lease ends.
  class Lease {
   public:
    Lease(SlotStack& stack, std::size_t count)
        : stack_(stack), chunk_(stack.chunk_), used_(stack.used_), count_(count) {
      values_ = stack.take(count);
    }
    ~Lease() {
      for (std::size_t i = 0; i < count_; ++i) values_[i] = Value();
      stack_.chunk_ = chunk_;
      stack_.used_ = used_;
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Value* values() const { return values_; }

   private:
    SlotStack& stack_;
    std::size_t chunk_;
    std::size_t used_;
    std::size_t count_;
    Value* values_;
  };

 private:
  struct Chunk {
    explicit Chunk(std::size_t count) : values(std::make_unique<Value[]>(count)), size(count) {}
    std::unique_ptr<Value[]> values;
    std::size_t size;
  };
  static constexpr std::size_t kFirst = 192;
  static constexpr std::size_t kNext = 2048;

  Value* take(std::size_t count) {
    if (chunk_ == 0 && used_ + count <= kFirst) {
      Value* values = first_.data() + used_;
      used_ += count;
      return values;
    }
    // chunk_ 0 is first_; later ones are numbered from 1. A returned chunk that is too small is
    // replaced.
    if (chunk_ == 0 || used_ + count > chunks_[chunk_ - 1].size) {
      ++chunk_;
      used_ = 0;
      const std::size_t size = count > kNext ? count : kNext;
      if (chunk_ > chunks_.size()) {
        chunks_.emplace_back(size);
      } else if (chunks_[chunk_ - 1].size < count) {
        chunks_[chunk_ - 1] = Chunk(size);
      }
    }
    Value* values = chunks_[chunk_ - 1].values.get() + used_;
    used_ += count;
    return values;
  }

  std::array<Value, kFirst> first_;
  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;
  std::size_t used_ = 0;
};

}  // namespace kepu::theme
