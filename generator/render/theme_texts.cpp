#include "render/theme_texts.h"

#include <nlohmann/json.hpp>

#include "base/site_path.h"
#include "base/source_file.h"
#include "render/codes.h"
#include "render/theme_files.h"

namespace kepu::render {

namespace {

// A theme that is begun in another language lacks nearly all: a few say enough.
constexpr int kMaxMissing = 20;

theme::Map load_texts(const base::FileSystem& files, const std::string& path,
                      base::Diagnostics& diagnostics) {
  theme::Map texts;
  const auto source = base::load_source(files, path, diagnostics);
  if (!source) return texts;
  try {
    const auto json = nlohmann::ordered_json::parse(source->text());
    if (!json.is_object()) throw std::invalid_argument("not an object");
    for (const auto& [name, value] : json.items()) {
      texts.set(std::string_view(name), theme::Value(value.get<std::string>()));
    }
  } catch (const nlohmann::json::parse_error& error) {
    diagnostics.add(codes::kThemeFile, source->place(error.byte == 0 ? 0 : error.byte - 1),
                    {{"reason", "JSON"}});
  } catch (const std::exception& error) {
    diagnostics.add(codes::kThemeFile, base::Place{path, {1, 1}, 1}, {{"reason", error.what()}});
  }
  return texts;
}

std::vector<std::string> languages_of(const base::FileSystem& files, const std::string& folder) {
  std::vector<std::string> languages;
  for (const base::FileEntry& entry : files.walk(folder.substr(0, folder.size() - 1))) {
    if (base::extension_of(entry.path) == "json") languages.emplace_back(base::stem_of(entry.path));
  }
  return languages;
}

std::string joined(const std::vector<std::string>& languages) {
  std::string text;
  for (const std::string& language : languages)
    text.append(text.empty() ? "" : ", ").append(language);
  return text;
}

// Files of converted editions hold differences only.
bool is_whole(const std::string& language) {
  return language != "zh-TW";
}

void compare(const base::FileSystem& files, const std::string& folder, const std::string& language,
             const theme::Map& texts, base::Diagnostics& diagnostics) {
  int found = 0;
  for (const std::string& other : languages_of(files, folder)) {
    if (other == language || !is_whole(other)) continue;
    base::Diagnostics faults;  // of a language that nobody asked for
    const theme::Map others = load_texts(files, folder + other + ".json", faults);
    for (const theme::Map::Entry& entry : others) {
      if (texts.find(theme::FieldName(entry.name())) != nullptr) continue;
      if (++found > kMaxMissing) return;
      diagnostics.add(
          codes::kTextMissing, base::Place{folder + language + ".json", {}, 1},
          {{"language", language}, {"name", std::string(entry.name())}, {"other", other}});
    }
  }
}

void load_edition(const base::FileSystem& files, const model::Site& site, const std::string& folder,
                  const std::string& language, Theme& theme, base::Diagnostics& diagnostics) {
  const std::string path = folder + language + ".json";
  if (!files.size(path)) return;
  theme::Map texts = load_texts(files, path, diagnostics);
  for (const theme::Map::Entry& entry : texts) {
    if (theme.texts.find(theme::FieldName(entry.name())) != nullptr) continue;
    diagnostics.add(
        codes::kTextUnknown, base::Place{path, {}, 1},
        {{"name", std::string(entry.name())}, {"other", site.identity.language + ".json"}});
  }
  theme.edition_texts.emplace_back(language, std::move(texts));
}

}  // namespace

void load_theme_texts(const base::FileSystem& files, const model::Site& site,
                      const std::string& folder, Theme& theme, base::Diagnostics& diagnostics) {
  const model::Identity& identity = site.identity;
  const std::string path = folder + identity.language + ".json";
  if (!files.size(path)) {
    diagnostics.add(codes::kLanguageMissing,
                    base::Place{"content/site.json", identity.language_position, 1},
                    {{"language", identity.language},
                     {"path", path},
                     {"known", joined(languages_of(files, folder))}});
    return;
  }
  theme.texts = load_texts(files, path, diagnostics);
  // A file that cannot be read lacks everything, which is said already.
  if (theme.texts.begin() != theme.texts.end())
    compare(files, folder, identity.language, theme.texts, diagnostics);
  for (const model::Edition& edition : site.editions)
    load_edition(files, site, folder, edition.language, theme, diagnostics);
}

}  // namespace kepu::render
