#include "markdown/links.h"

#include <algorithm>

#include "base/html.h"
#include "base/utf8.h"

namespace kepu::markdown {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_scheme_character(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}
bool is_hidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

// Without the dot; empty where there is none.
std::string_view ending_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const auto dot = url.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : url.substr(dot + 1);
}

bool is_allowed(std::string_view scheme) {
  constexpr std::string_view kAllowed[] = {"https", "http", "mailto", "tel"};
  return std::ranges::any_of(kAllowed, [scheme](std::string_view allowed) {
    return equals_ignoring_case(scheme, allowed);
  });
}

}  // namespace

Address classify_address(std::string_view url) {
  // Browsers skip blanks in front and tabs and line ends anywhere, so "java\tscript:" would work.
  if (std::ranges::any_of(url, is_hidden)) return {AddressKind::Refused, {}};
  while (!url.empty() && url.front() == ' ') url.remove_prefix(1);
  if (url.empty()) return {AddressKind::Empty, {}};
  if (url.starts_with("//")) return {AddressKind::External, {}};
  if (!is_ascii_letter(url.front())) return {AddressKind::Site, {}};
  const auto end = std::ranges::find_if_not(url, is_scheme_character);
  if (end == url.end() || *end != ':') return {AddressKind::Site, {}};
  const auto scheme = url.substr(0, static_cast<std::size_t>(end - url.begin()));
  if (scheme == "fact") return {AddressKind::Fact, scheme};
  if (scheme == "term") return {AddressKind::Term, scheme};
  return {is_allowed(scheme) ? AddressKind::External : AddressKind::Refused, scheme};
}

std::string target_of(std::string_view url, AddressKind kind) {
  if (kind != AddressKind::Site || url.find('%') == std::string_view::npos) return std::string(url);
  std::string decoded = base::unescape_url(url);
  const bool usable =
      !base::first_invalid_utf8(decoded) && std::ranges::none_of(decoded, is_hidden);
  return usable ? decoded : std::string(url);
}

bool names_media(std::string_view url) {
  constexpr std::string_view kEndings[] = {"mp4", "webm", "mov",  "mkv", "m4v",  "mp3",
                                           "wav", "m4a",  "flac", "ogg", "opus", "aac"};
  return std::ranges::any_of(kEndings, [ending = ending_of(url)](std::string_view known) {
    return equals_ignoring_case(ending, known);
  });
}

bool names_table(std::string_view url) {
  return equals_ignoring_case(ending_of(url), "csv");
}

}  // namespace kepu::markdown
