#include "base/site_path.h"

#include <vector>

namespace kepu::base {

std::optional<std::string> resolve_path(std::string_view from, std::string_view reference) {
  if (reference.find('\0') != std::string_view::npos ||
      reference.find('\\') != std::string_view::npos) {
    return std::nullopt;
  }
  std::string joined;
  if (reference.starts_with('/')) {
    joined = reference.substr(1);
  } else {
    joined = std::string(folder_of(from)) + "/" + std::string(reference);
  }
  std::vector<std::string_view> parts;
  std::string_view rest = joined;
  while (!rest.empty()) {
    const auto end = rest.find('/');
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

std::string relative_address(std::string_view from, std::string_view to) {
  std::string_view base = folder_of(from);
  std::size_t shared = 0;
  for (std::size_t i = 0; i <= base.size() && i < to.size(); ++i) {
    const bool base_part_ends = i == base.size() || base[i] == '/';
    if (base_part_ends && to[i] == '/') shared = i + 1;
    if (i == base.size() || base[i] != to[i]) break;
  }
  const std::string_view left = shared <= base.size() ? base.substr(shared) : std::string_view{};
  std::string out;
  if (!left.empty()) {
    out = "../";
    for (const char c : left) {
      if (c == '/') out += "../";
    }
  }
  out += to.substr(shared);
  return out;
}

std::string root_prefix(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (c == '/') out += "../";
  }
  return out;
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string extension_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string out(name.substr(dot + 1));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace kepu::base
