#include "read/footer_numbers.h"

#include <algorithm>

#include "base/utf8.h"

namespace kepu::read {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Each takes what it expects from the front of `text`, or says no.
bool take_province(std::string_view& text) {
  if (text.empty()) return false;
  std::size_t length = 0;
  if (!base::is_han(base::next_code_point(text, length))) return false;
  text.remove_prefix(length);
  return true;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

bool take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  const auto count =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  if (count < least || count > most) return false;
  text.remove_prefix(count);
  return true;
}

}  // namespace

bool is_icp_number(std::string_view text) {
  if (!take_province(text)) return false;
  const bool is_record = take(text, "ICP备");
  if (!is_record && !take(text, "ICP证")) return false;
  // Licences of commercial sites have six digits, records eight to ten.
  if (!take_digits(text, is_record ? 8 : 6, 10) || !take(text, "号")) return false;
  return text.empty() || (take(text, "-") && take_digits(text, 1, 4) && text.empty());
}

bool is_police_number(std::string_view text) {
  if (!take_province(text) || !take(text, "公网安备")) return false;
  take(text, " ");
  return take_digits(text, 14, 14) && take(text, "号") && text.empty();
}

bool is_site_id_code(std::string_view text) {
  return text.size() == 10 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

}  // namespace kepu::read
