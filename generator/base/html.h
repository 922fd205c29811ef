// Escaping for HTML, the same characters and forms as Jinja2 (markupsafe): & < > " ' become &amp;
// &lt; &gt; &#34; &#39;.
#pragma once

#include <string>
#include <string_view>

namespace kepu::base {

void append_html_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

/// Percent-encodes what may not stand in a URL path or reference (blanks, quotes, control and
/// non-ASCII bytes); leaves reserved characters and existing %XX alone.
std::string escape_url(std::string_view url);
/// Decodes %XX; a broken sequence stays as it is.
std::string unescape_url(std::string_view url);

}  // namespace kepu::base
