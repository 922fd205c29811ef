#include "render/theme_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/site_path.h"
#include "base/source_file.h"
#include "base/suggest.h"
#include "base/system_reason.h"
#include "render/codes.h"
#include "render/components.h"
#include "render/portal_files.h"

namespace kepu::render {

namespace {

// The pages that kepu makes; see docs/theme-guide.md.
constexpr const char* kRequiredTemplates[] = {"404.html",
                                              "article.html",
                                              "awards-index.html",
                                              "awards.html",
                                              "contest.html",
                                              "entry.html",
                                              "exhibition.html",
                                              "home.html",
                                              "page.html",
                                              "section.html",
                                              "sitemap.html",
                                              "taxonomy.html",
                                              "term.html",
                                              "components/image.html",
                                              "components/player.html"};

constexpr std::pair<model::SectionKind, const char*> kTemplatesOfKinds[] = {
    {model::SectionKind::Exhibition, "certificate.html"},
    {model::SectionKind::Exhibition, "screening.html"},
    {model::SectionKind::Exhibition, "components/work.html"},
    {model::SectionKind::Topics, "topic.html"},
    {model::SectionKind::Events, "event.html"},
    {model::SectionKind::Book, "book.html"},
    {model::SectionKind::Posters, "poster.html"},
    {model::SectionKind::Quiz, "quiz.html"},
    {model::SectionKind::Experts, "expert.html"},
    {model::SectionKind::Organisations, "organisation.html"},
    {model::SectionKind::Resources, "resources.html"},
    {model::SectionKind::Statistics, "statistics.html"},
    {model::SectionKind::Facts, "facts.html"},
    {model::SectionKind::Glossary, "glossary.html"},
    {model::SectionKind::Calculator, "calculator.html"}};

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

std::string fingerprinted(const std::string& name, std::string_view content) {
  const std::string hash = base::to_hex(base::hash_bytes(content)).substr(0, 10);
  const std::string extension = base::extension_of(name);
  return fmt::format("assets/{}.{}{}{}", base::stem_of(name), hash, extension.empty() ? "" : ".",
                     extension);
}

void load_static_files(const base::FileSystem& files, const std::string& folder, Theme& theme,
                       base::Diagnostics& diagnostics) {
  for (const base::FileEntry& entry : files.walk(folder)) {
    auto content = files.read(entry.path);
    if (!content) {
      diagnostics.add(codes::kThemeFile, base::Place{entry.path, {}, 1},
                      {base::system_reason(content.error())});
      continue;
    }
    StaticFile file;
    file.name = entry.path.substr(folder.size() + 1);
    file.address = fingerprinted(file.name, *content);
    file.content = std::move(*content);
    file.source = {entry.path, {}, 1};
    theme.assets.set(std::string_view(file.name), theme::Value(file.address));
    theme.static_files.push_back(std::move(file));
  }
}

std::vector<theme::TemplateSource> load_templates(const base::FileSystem& files,
                                                  const std::string& folder,
                                                  base::Diagnostics& diagnostics) {
  std::vector<theme::TemplateSource> sources;
  for (const base::FileEntry& entry : files.walk(folder)) {
    if (auto source = base::load_source(files, entry.path, diagnostics)) {
      sources.push_back({entry.path.substr(folder.size() + 1), std::move(*source)});
    }
  }
  return sources;
}

}  // namespace

std::string Theme::text(std::string_view name, std::string_view fallback) const {
  const theme::Value* value = texts.find(theme::FieldName(name));
  return std::string(value != nullptr && value->is_text() ? value->text() : fallback);
}

namespace {

/// Templates of a kind of section are needed only by sites that have one.
std::vector<const char*> required_templates(const model::Site& site) {
  std::vector<const char*> templates(std::begin(kRequiredTemplates), std::end(kRequiredTemplates));
  for (const auto& [kind, name] : kTemplatesOfKinds) {
    const bool used = std::any_of(
        site.sections.begin(), site.sections.end(),
        [wanted = kind](const model::Section& section) { return section.kind == wanted; });
    if (used) templates.push_back(name);
  }
  for (const char* name : component_templates(site)) templates.push_back(name);
  return templates;
}

std::string known_languages(const base::FileSystem& files, const std::string& folder) {
  std::string known;
  for (const base::FileEntry& entry : files.walk(folder)) {
    if (base::extension_of(entry.path) != "json") continue;
    known.append(known.empty() ? "" : ", ").append(base::stem_of(entry.path));
  }
  return known;
}

}  // namespace

Theme load_theme(const base::FileSystem& files, const model::Site& site,
                 base::Diagnostics& diagnostics) {
  Theme theme;
  const model::Identity& named = site.identity;
  const std::string& name = named.theme;
  const std::string folder = "themes/" + name;
  if (name.empty() || name.find('/') != std::string::npos || !files.is_folder(folder)) {
    diagnostics.add(codes::kThemeMissing, base::Place{"content/site.json", named.theme_position, 1},
                    {{"theme", name}, {"path", folder}});
    theme.templates = theme::compile_templates({}, {}, diagnostics);
    return theme;
  }
  const std::string texts = fmt::format("{}/i18n/{}.json", folder, named.language);
  if (files.size(texts)) {
    theme.texts = load_texts(files, texts, diagnostics);
  } else {
    diagnostics.add(codes::kLanguageMissing,
                    base::Place{"content/site.json", named.language_position, 1},
                    {{"language", named.language},
                     {"path", texts},
                     {"known", known_languages(files, folder + "/i18n")}});
  }
  load_static_files(files, folder + "/static", theme, diagnostics);
  std::vector<theme::TemplateSource> sources =
      load_templates(files, folder + "/templates", diagnostics);
  Portal portal = load_portal(files, diagnostics);
  std::move(portal.templates.begin(), portal.templates.end(), std::back_inserter(sources));
  std::move(portal.files.begin(), portal.files.end(), std::back_inserter(theme.static_files));
  theme.portal = std::move(portal.addresses);
  theme.templates = theme::compile_templates(std::move(sources), {}, diagnostics);
  for (const char* required : required_templates(site)) {
    if (!theme.templates.contains(required)) {
      diagnostics.add(codes::kThemeTemplateMissing,
                      base::Place{folder + "/templates/" + required, {}, 1},
                      {{"template", required}});
    }
  }
  return theme;
}

}  // namespace kepu::render
