#include "base/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <stdexcept>

namespace kepu::base {

namespace {

std::string normalise(const icu::Normalizer2* form, UErrorCode status, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status) != 0) {
    form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                        nullptr, status);
  }
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU normalisation data is missing");
  return out;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFCInstance(status);
  return normalise(form, status, text);
}

std::string to_nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCInstance(status);
  return normalise(form, status, text);
}

std::string fold_name(std::string_view text) {
  const std::string composed = to_nfc(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0,
                         icu::StringPiece(composed.data(), static_cast<int32_t>(composed.size())),
                         sink, nullptr, status);
  return U_SUCCESS(status) != 0 ? out : composed;
}

}  // namespace kepu::base
