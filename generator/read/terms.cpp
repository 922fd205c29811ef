#include "read/terms.h"

#include <algorithm>
#include <vector>

#include "base/suggest.h"
#include "base/utf8.h"
#include "read/site_codes.h"

namespace kepu::read {

const model::Taxonomy* find_taxonomy(const model::Site& site, std::string_view id) {
  const auto found =
      std::find_if(site.taxonomies.begin(), site.taxonomies.end(),
                   [id](const model::Taxonomy& taxonomy) { return taxonomy.id == id; });
  return found == site.taxonomies.end() ? nullptr : &*found;
}

void settle_term(Reading& reading, const model::Taxonomy& taxonomy, std::string& term,
                 base::Position position) {
  if (!taxonomy.closed || term.empty()) return;
  for (const model::Term& known : taxonomy.terms) {
    if (term == known.title) return;
    if (term == known.id) {
      term = known.title;
      return;
    }
  }
  std::vector<std::string> names;
  std::string choices;
  constexpr std::size_t kMostShown = 12;
  for (const model::Term& known : taxonomy.terms) {
    if (names.size() < kMostShown) choices.append(choices.empty() ? "" : ", ").append(known.title);
    names.push_back(known.title);
  }
  if (names.size() > kMostShown) choices += " …";
  std::string nearest = base::nearest_name(term, names);
  if (nearest.empty()) {
    // 社区 for 进社区: the name without its first word is the commonest slip.
    const auto part = std::find_if(names.begin(), names.end(), [&term](const std::string& name) {
      return name.find(term) != std::string::npos;
    });
    if (part != names.end()) nearest = *part;
  }
  Mark mark;
  mark.position = position;
  mark.length = static_cast<std::uint32_t>(base::count_code_points(term));
  reading
      .add(codes::kTermUnknown, mark,
           {{"taxonomy", taxonomy.title}, {"value", excerpt(term)}, {"choices", choices}})
      .with_suggestion(std::move(nearest));
}

}  // namespace kepu::read
