#include "render/search_spellings.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "language/query_spellings.h"
#include "render/edition.h"
#include "search/script_text.h"

namespace kepu::render {

namespace {

// One text for each list, as it is read faster than lists of lists: 发 發 髮|后 後 后.
void append_list(std::string& out, const char* name,
                 const std::vector<language::Spelling>& spellings) {
  std::string text;
  for (const language::Spelling& spelling : spellings) {
    if (!text.empty()) text += '|';
    text += spelling.written;
    for (const std::string& meant : spelling.meant) text.append(" ").append(meant);
  }
  out.append("\"").append(name).append("\":");
  search::append_script_string(out, text);
}

const model::Edition* wanted_edition(const SiteContext& context) {
  const auto& editions = context.site.editions;
  if (context.edition == nullptr) return editions.empty() ? nullptr : &editions.front();
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const auto& edition) {
    return edition.language == context.edition->language;
  });
  return found == editions.end() ? nullptr : &*found;
}

}  // namespace

std::string search_spellings(const SiteContext& context) {
  const model::Edition* edition = wanted_edition(context);
  if (edition == nullptr) return {};
  const language::QuerySpellings spellings = context.edition == nullptr
                                                 ? language::spellings_for_original(*edition)
                                                 : language::spellings_for_edition(*edition);
  std::string out = "kepuSearch(\"spellings\",{";
  append_list(out, "words", spellings.words);
  out += ",\n";
  append_list(out, "characters", spellings.characters);
  out += ",\n";
  append_list(out, "after", spellings.after);
  out += "});\n";
  return out;
}

}  // namespace kepu::render
