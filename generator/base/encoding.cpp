#include "base/encoding.h"

#include <unicode/ucnv.h>

#include <memory>
#include <vector>

#include "base/utf8.h"

namespace kepu::base {

namespace {

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPtr = std::unique_ptr<UConverter, ConverterClose>;

void normalise_line_ends(std::string& text) {
  const auto first = text.find('\r');
  if (first == std::string::npos) return;
  std::size_t to = first;
  for (std::size_t from = first; from < text.size(); ++from) {
    if (text[from] != '\r') {
      text[to++] = text[from];
    } else {
      text[to++] = '\n';
      if (from + 1 < text.size() && text[from + 1] == '\n') ++from;
    }
  }
  text.resize(to);
}

}  // namespace

Result<std::string> decode_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const ConverterPtr converter(ucnv_open("gb18030", &status));
  if (U_FAILURE(status) != 0) return Error{u_errorName(status)};
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  // A byte of GB18030 gives at most one UTF-16 unit.
  std::vector<char16_t> units(bytes.size() + 1);
  char16_t* unit_end = units.data();
  const char* byte = bytes.data();
  ucnv_toUnicode(converter.get(), &unit_end, units.data() + units.size(), &byte,
                 bytes.data() + bytes.size(), nullptr, 1, &status);
  if (U_FAILURE(status) != 0) return Error{u_errorName(status)};
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  for (const char16_t* unit = units.data(); unit < unit_end; ++unit) {
    char32_t c = *unit;
    if (c >= 0xD800 && c < 0xDC00 && unit + 1 < unit_end) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (static_cast<char32_t>(*++unit) - 0xDC00);
    }
    append_utf8(out, c);
  }
  return out;
}

Result<DecodedText> decode_text(std::string bytes) {
  DecodedText decoded;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    decoded.encoding = Encoding::Utf8WithBom;
  }
  if (!first_invalid_utf8(bytes)) {
    decoded.text = std::move(bytes);
  } else {
    auto converted = decode_gb18030(bytes);
    if (!converted) return converted.error();
    decoded.text = std::move(*converted);
    decoded.encoding = Encoding::Gb18030;
  }
  normalise_line_ends(decoded.text);
  return decoded;
}

Result<DecodedText> decode_text_or_utf16(std::string bytes) {
  const bool is_little = bytes.starts_with("\xFF\xFE");
  if (!is_little && !bytes.starts_with("\xFE\xFF")) return decode_text(std::move(bytes));
  if (bytes.size() % 2 != 0) return Error{"odd number of bytes"};
  const auto unit_at = [&bytes, is_little](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(is_little ? first | (second << 8U) : second | (first << 8U));
  };
  const auto is_high = [](char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  DecodedText decoded;
  decoded.encoding = Encoding::Utf16;
  decoded.text.reserve(bytes.size());
  for (std::size_t at = 2; at < bytes.size(); at += 2) {
    char32_t c = unit_at(at);
    if (is_high(c) && at + 2 < bytes.size() && is_low(unit_at(at + 2))) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high(c) || is_low(c)) {
      return Error{"unpaired surrogate"};
    }
    append_utf8(decoded.text, c);
  }
  normalise_line_ends(decoded.text);
  return decoded;
}

}  // namespace kepu::base
