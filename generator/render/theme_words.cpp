#include "render/theme_words.h"

namespace kepu::render {

std::string theme_words(const SiteContext& context, std::string_view name,
                        std::string_view fallback,
                        std::initializer_list<std::pair<std::string_view, std::string>> gaps) {
  const std::string text = context.theme.text(name, fallback);
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string::npos ? std::string::npos : text.find('}', open);
    if (close == std::string::npos) break;
    out.append(text, at, open - at);
    const std::string_view gap = std::string_view(text).substr(open + 1, close - open - 1);
    // What fills a gap is not looked through again.
    for (const auto& [known, words] : gaps)
      if (known == gap) out += words;
    at = close + 1;
  }
  return out.append(text, at, std::string::npos);
}

}  // namespace kepu::render
