// What an address in a text is, and which may pass.
#pragma once

#include <string>
#include <string_view>

namespace kepu::markdown {

enum class AddressKind {
  Site,      // relative, from the root, or a fragment: for check/ to resolve
  External,  // http https mailto tel, and //host
  Fact,      // fact:id
  Term,      // term:id, of the glossary
  Refused,   // any other scheme, and hidden characters
  Empty,
};

struct Address {
  AddressKind kind = AddressKind::Site;
  std::string_view scheme;  // as written, without the colon
};

Address classify_address(std::string_view url);

/// The address as a slot's target: percent-decoded when it leads into the site, else as it is.
std::string target_of(std::string_view url, AddressKind kind);

/// Whether the file that an address names is played, not shown, by its ending.
bool names_media(std::string_view url);

/// Whether it is a table, by its ending.
bool names_table(std::string_view url);

}  // namespace kepu::markdown
