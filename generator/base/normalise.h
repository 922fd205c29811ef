// Unicode normal forms and case folding (ICU behind it). Input must be valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace kepu::base {

std::string to_nfc(std::string_view text);
std::string to_nfkc(std::string_view text);
/// Full case folding after NFC: two names that some file system may take for one give the same
/// text.
std::string fold_name(std::string_view text);

}  // namespace kepu::base
