#include "search/script_text.h"

#include <fmt/format.h>

#include <iterator>

namespace kepu::search {

void append_script_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
    out.append(text, copied, at - copied).append(by);
    copied = at + length;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      replace(i, 1, "\\n");
    } else if (byte == '"' || byte == '\\') {
      replace(i, 1, byte == '"' ? "\\\"" : "\\\\");
    } else if (byte < 0x20) {
      replace(i, 1, fmt::format("\\u{:04x}", byte));
    } else if (byte == 0xE2 && (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029")) {
      // Line ends to scripts before ECMAScript 2019.
      replace(i, 3, text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029");
    }
  }
  out.append(text, copied);
  out += '"';
}

}  // namespace kepu::search
