#include "write/addresses.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/normalise.h"
#include "write/codes.h"

namespace kepu::write {

namespace {

constexpr std::size_t kMaxNameBytes = 255;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

// ICU only for what needs it: nearly all addresses are lower-case ASCII.
std::string folded(std::string_view address) {
  if (!is_ascii(address)) return base::fold_name(address);
  std::string out(address);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_valid_part(std::string_view part) {
  if (part.empty() || part == "." || part == ".." || part.size() > kMaxNameBytes) return false;
  return std::none_of(part.begin(), part.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
           std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos;
  });
}

bool is_valid_address(std::string_view address) {
  for (;;) {
    const auto slash = address.find('/');
    if (!is_valid_part(address.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    address.remove_prefix(slash + 1);
  }
}

}  // namespace

void check_addresses(base::Documents& documents, base::Diagnostics& diagnostics) {
  std::stable_sort(documents.begin(), documents.end(),
                   [](const base::Document& a, const base::Document& b) {
                     if (a.address != b.address) return a.address < b.address;
                     return a.source < b.source;
                   });
  std::unordered_map<std::string, const base::Document*> files;
  files.reserve(documents.size());
  for (const base::Document& document : documents) {
    if (!is_valid_address(document.address)) {
      diagnostics.add(codes::kAddressInvalid, document.source, {{"address", document.address}});
    }
    const auto [first, is_new] = files.try_emplace(folded(document.address), &document);
    if (!is_new) {
      diagnostics.add(codes::kCollision, document.source, {{"address", document.address}})
          .with_note(first->second->source, codes::kFirstMadeHere);
    }
  }
  for (const base::Document& document : documents) {
    const std::string name = folded(document.address);
    for (auto slash = name.find('/'); slash != std::string::npos;
         slash = name.find('/', slash + 1)) {
      const auto file = files.find(name.substr(0, slash));
      if (file == files.end()) continue;
      diagnostics
          .add(codes::kFileAndFolder, file->second->source, {{"address", file->second->address}})
          .with_note(document.source, codes::kFirstMadeHere);
    }
  }
}

}  // namespace kepu::write
