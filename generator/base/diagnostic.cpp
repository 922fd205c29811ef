#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kepu::base {

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
  items_.push_back(std::move(diagnostic));
  return items_.back();
}

void Diagnostics::merge(Diagnostics&& other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
  other.items_.clear();
}

bool Diagnostics::has_errors() const {
  return count(Severity::Error) > 0;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(),
                    [severity](const Diagnostic& item) { return item.severity == severity; }));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& item) {
    return std::tie(item.place.path, item.place.position, item.code->code, item.arguments);
  };
  std::stable_sort(items_.begin(), items_.end(),
                   [&key](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto repeated =
      std::unique(items_.begin(), items_.end(),
                  [&key](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); });
  items_.erase(repeated, items_.end());
}

bool is_argument_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string fill(Bilingual text, Language language, std::span<const Argument> arguments) {
  const std::string_view pattern = language == Language::Chinese ? text.zh : text.en;
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size();) {
    const auto open = pattern.find('{', at);
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      out.append(pattern.substr(at));
      break;
    }
    out.append(pattern.substr(at, open - at));
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [name](const Argument& item) { return item.name == name; });
    if (found == arguments.end()) {
      out.append(pattern.substr(open, close - open + 1));
    } else {
      const bool use_english = language == Language::English && !found->english.empty();
      out.append(use_english ? found->english : found->value);
    }
    at = close + 1;
  }
  return out;
}

}  // namespace kepu::base
