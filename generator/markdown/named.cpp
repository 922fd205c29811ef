#include "markdown/named.h"

#include "model/body.h"

namespace kepu::markdown {

std::string_view named_id(std::string_view url) {
  return url.substr(url.find(':') + 1);
}

void append_named(std::string& out, std::string_view url) {
  out += model::kNamedBegin;
  out += url;
  out += model::kNamedEnd;
}

std::string_view wordless_name(cmark_node* link) {
  if (cmark_node_first_child(link) != nullptr) return {};
  const char* url = cmark_node_get_url(link);
  if (url == nullptr || !is_named(classify_address(url).kind)) return {};
  return url;
}

}  // namespace kepu::markdown
