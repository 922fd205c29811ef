#include "read/prose.h"

#include "base/suggest.h"
#include "read/known_ids.h"
#include "read/ledger_codes.h"

namespace kepu::read {

namespace {

constexpr std::string_view kOpening = "{fact:";

// Puts values into `text`; what cannot be found stays and is told of.
std::string with_values(Reading& reading, std::string_view text, const Node& node) {
  std::string out;
  std::size_t copied = 0;
  for (auto at = text.find(kOpening); at != std::string_view::npos;
       at = text.find(kOpening, at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) break;
    const std::size_t begin = at + kOpening.size();
    const std::string id(without_blank_ends(text.substr(begin, end - begin)));
    const model::Fact* fact = model::find_fact(*reading.facts, id);
    if (fact == nullptr) {
      reading.add(codes::kFactUnknown, node.mark, {{"value", excerpt(id)}})
          .with_suggestion(base::nearest_name(id, ids_of(*reading.facts)));
      continue;
    }
    reading.fact_uses->push_back({id, reading.path, node.mark.position, node.mark.length});
    out.append(text.substr(copied, at - copied)).append(model::fact_value_text(*fact));
    copied = end + 1;
  }
  return out.append(text.substr(copied));
}

}  // namespace

std::optional<std::string> Prose::read(Reading& reading, std::string_view field,
                                       const Node& node) const {
  auto text = Text{max_characters}.read(reading, field, node);
  if (!text || reading.facts == nullptr || text->find(kOpening) == std::string::npos) return text;
  return with_values(reading, *text, node);
}

}  // namespace kepu::read
