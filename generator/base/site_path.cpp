#include "base/site_path.h"

namespace kepu::base {

namespace {

// Goes on from `path` by the parts of `steps`; false where they lead out of the root.
bool append_steps(std::string& path, std::string_view steps) {
  while (!steps.empty()) {
    const auto end = steps.find('/');
    const std::string_view part = steps.substr(0, end);
    steps = end == std::string_view::npos ? std::string_view{} : steps.substr(end + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      if (!path.empty()) path += '/';
      path += part;
    } else if (path.empty()) {
      return false;
    } else {
      path.resize(folder_of(path).size());
    }
  }
  return true;
}

}  // namespace

std::optional<std::string> resolve_path(std::string_view from, std::string_view reference) {
  if (reference.find('\0') != std::string_view::npos ||
      reference.find('\\') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view start = reference.starts_with('/') ? std::string_view{} : folder_of(from);
  std::string path;
  path.reserve(start.size() + reference.size() + 1);
  if (!append_steps(path, start) || !append_steps(path, reference)) return std::nullopt;
  return path;
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
