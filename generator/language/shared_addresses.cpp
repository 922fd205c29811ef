#include "language/shared_addresses.h"

#include "base/site_path.h"

namespace kepu::language {

std::optional<std::string> SharedAddresses::moved(std::string_view reference,
                                                  std::string_view address) const {
  const std::string_view path = reference.substr(0, reference.find_first_of("?#"));
  // All of them have an ending; most attributes end here.
  if (path.find('.') == std::string_view::npos) return std::nullopt;
  if (const std::string own = base_url_ + folder_;
      !base_url_.empty() && reference.starts_with(own)) {
    const std::string_view rest = path.substr(own.size());
    if (!contains(std::string(rest))) return std::nullopt;
    return base_url_ + std::string(reference.substr(own.size()));
  }
  const std::size_t colon = path.find(':');
  if (path.front() == '/' || (colon != std::string_view::npos && colon < path.find('/')))
    return std::nullopt;
  const auto target = base::resolve_path(address, path);
  if (!target || !contains(*target)) return std::nullopt;
  return "../" + std::string(reference);
}

std::optional<std::string> SharedAddresses::brought_in(std::string_view reference) const {
  if (base_url_.empty() || !reference.starts_with(base_url_)) return std::nullopt;
  const std::string_view rest = reference.substr(base_url_.size());
  const std::string_view path = rest.substr(0, rest.find_first_of("?#"));
  const bool is_page = path.empty() || path.ends_with('/') || path.ends_with(".html");
  if (!is_page || path.starts_with(folder_)) return std::nullopt;
  return base_url_ + folder_ + std::string(rest);
}

std::optional<std::string> SharedAddresses::moved_set(std::string_view references,
                                                      std::string_view address) const {
  std::string out;
  bool changed = false;
  while (!references.empty()) {
    const std::size_t begin = references.find_first_not_of(" ,");
    if (begin == std::string_view::npos) break;
    const std::size_t comma = references.find(',', begin);
    const std::string_view item = references.substr(begin, comma - begin);
    const std::size_t blank = item.find(' ');
    if (!out.empty()) out += ", ";
    const auto place = moved(item.substr(0, blank), address);
    changed = changed || place;
    out.append(place ? *place : std::string(item.substr(0, blank)));
    if (blank != std::string_view::npos) out.append(item.substr(blank));
    references = comma == std::string_view::npos ? std::string_view{} : references.substr(comma);
  }
  return changed ? std::optional(out) : std::nullopt;
}

}  // namespace kepu::language
