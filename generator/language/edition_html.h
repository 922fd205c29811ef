// A finished page of the main edition's words → the page of another edition: what people read is
// converted, what machines read stays, and links to shared files find their way out of the folder.
#pragma once

#include <string>
#include <string_view>

namespace kepu::language {

class Converter;
class SharedAddresses;

struct EditionPage {
  const Converter& converter;
  std::string_view language;                // of the edition
  std::string_view address;                 // of the page, from the root of its edition
  const SharedAddresses* shared = nullptr;  // none: links stay as they are
};

/// HTML, or XML of a feed. Changed are texts, attributes that people read (`title`, `alt`,
/// `aria-label`, `content`, `data-*` …) and the values of JSON in scripts and `data-*`. Not
/// changed: other scripts, styles, `code` `pre` `kbd` `samp`, what has `translate="no"` or a `lang`
/// of its own (`translate="yes"` makes code text). A link with `hreflang` leads where it says.
std::string convert_html(std::string_view html, const EditionPage& page);

}  // namespace kepu::language
