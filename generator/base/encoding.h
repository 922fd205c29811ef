// From the bytes of a text file to UTF-8 with LF line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kepu::base {

enum class Encoding { Utf8, Utf8WithBom, Gb18030, Utf16 };

struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::Utf8;
};

/// Strict UTF-8 (a BOM is dropped), else strict GB18030, else an error. CRLF and lone CR become LF.
Result<DecodedText> decode_text(std::string bytes);

/// As decode_text, and UTF-16 of either order when a byte order mark says so: what subtitle editors
/// on Windows save. An unpaired surrogate or an odd byte is an error.
Result<DecodedText> decode_text_or_utf16(std::string bytes);

/// Strict GB18030 to UTF-8; an error when any byte is not part of a character.
Result<std::string> decode_gb18030(std::string_view bytes);

}  // namespace kepu::base
