// Result<T>: the outcome of one operation that can fail where the caller decides what follows.
// Shaped like std::expected, which C++20 does not have. Values; no ownership of anything else.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace kepu::base {

/// Why one operation failed: a short text in English and the errno it came from (0 if none).
struct Error {
  std::string message;
  int errno_value = 0;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace kepu::base
