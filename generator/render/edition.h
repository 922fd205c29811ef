// One more edition of the site: where its pages lie, and how what was rendered becomes its text.
// Pages are rendered for it like those of the main edition, with a context of its own, and
// converted when they are made; files that both need are published once, beside the folder.
#pragma once

#include <string>
#include <string_view>

#include "base/document.h"
#include "language/converter.h"
#include "language/shared_addresses.h"
#include "model/site.h"

namespace kepu::render {

struct SiteContext;

struct Edition {
  Edition(const model::Site& site, const model::Edition& edition);

  std::string language;  // zh-TW
  std::string folder;    // zh-TW/
  language::Converter converter;
  language::SharedAddresses shared;
};

/// What a page says of one edition of itself.
struct EditionLink {
  std::string language;
  std::string address;  // from the root of the site
  bool is_current = false;
};
/// The page `address`, which stands in the edition of `context`, in all editions of the site, the
/// main one first; nothing for a site of one language.
std::vector<EditionLink> edition_links(const SiteContext& context, std::string_view address);

/// Absolute address of a page of any edition, by its address from the root of the site.
std::string site_address(const SiteContext& context, std::string_view address);

/// Codes for `hreflang` of a language: the language with its country, and with its script.
std::vector<std::string> hreflang_codes(std::string_view language);

/// The same text where there is no edition.
std::string edition_text(const Edition* edition, std::string_view text);
std::string edition_json(const Edition* edition, std::string json);
std::string edition_html(const Edition* edition, std::string html, std::string_view address);

/// The documents of pages in `documents` as documents of the edition.
void append_in_edition(const SiteContext& context, base::Documents pages,
                       base::Documents& documents);

}  // namespace kepu::render
