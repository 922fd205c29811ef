#include "read/editions.h"

#include <algorithm>
#include <map>

#include "base/source_file.h"
#include "read/csv.h"
#include "read/edition_codes.h"

namespace kepu::read {

namespace {

constexpr std::string_view kSimplified = "zh-CN";
constexpr std::string_view kTraditional = "zh-TW";

base::Place at_row(const base::SourceFile& source, const CsvCell& cell) {
  return source.place(cell.offset, std::max<std::size_t>(cell.length, 1));
}

// Columns in any order, by their names; nothing when one is missing.
std::optional<std::pair<std::size_t, std::size_t>> columns_of(const CsvRow& names) {
  const auto find = [&names](std::string_view name) {
    return std::find_if(names.begin(), names.end(),
                        [name](const CsvCell& cell) { return cell.text == name; });
  };
  const auto original = find("original");
  const auto converted = find("converted");
  if (original == names.end() || converted == names.end()) return std::nullopt;
  return std::pair{static_cast<std::size_t>(original - names.begin()),
                   static_cast<std::size_t>(converted - names.begin())};
}

std::vector<model::WordPair> read_words(const base::SourceFile& source,
                                        const std::vector<CsvRow>& rows,
                                        base::Diagnostics& diagnostics) {
  std::vector<model::WordPair> words;
  const auto columns = columns_of(rows.front());
  if (!columns) {
    diagnostics.add(codes::kWordListColumns, at_row(source, rows.front().front()));
    return words;
  }
  std::map<std::string_view, base::Place> known;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const CsvCell& original = rows[i][columns->first];
    const CsvCell& converted = rows[i][columns->second];
    if (original.text.empty() || converted.text.empty()) {
      diagnostics.add(codes::kWordListBlank,
                      at_row(source, original.text.empty() ? original : converted));
      continue;
    }
    const base::Place place = at_row(source, original);
    const auto [earlier, is_new] = known.emplace(original.text, place);
    if (!is_new) {
      diagnostics.add(codes::kWordListRepeated, place, {{"word", original.text}})
          .with_note(earlier->second, codes::kWordListFirst);
      continue;
    }
    words.push_back({original.text, converted.text});
  }
  return words;
}

}  // namespace

void choose_editions(Reading& reading, const Node& root, model::Site& site) {
  const std::vector<std::string>& languages = site.language_settings.languages;
  const Node* node = root.find("languages");
  if (node == nullptr || languages.empty()) return;
  if (languages.front() != site.identity.language) {
    reading.add(codes::kLanguagesFirst, node->mark,
                {{"value", languages.front()}, {"language", site.identity.language}});
    return;
  }
  for (std::size_t i = 1; i < languages.size(); ++i) {
    const bool is_repeated =
        std::any_of(site.editions.begin(), site.editions.end(),
                    [&](const model::Edition& known) { return known.language == languages[i]; });
    if (site.identity.language != kSimplified || languages[i] != kTraditional || is_repeated) {
      reading.add(codes::kLanguagesUnknown, node->mark,
                  {{"value", languages[i]}, {"language", site.identity.language}});
      continue;
    }
    site.editions.push_back({languages[i], {}});
  }
}

void read_word_lists(const base::FileSystem& files, model::Site& site,
                     base::Diagnostics& diagnostics) {
  for (model::Edition& edition : site.editions) {
    const std::string path = "content/languages/" + edition.language + ".csv";
    if (!files.size(path)) continue;
    const auto source = base::load_source(files, path, diagnostics);
    if (!source) continue;
    if (const auto rows = parse_csv(*source, diagnostics))
      edition.words = read_words(*source, *rows, diagnostics);
  }
}

}  // namespace kepu::read
