#include "render/theme_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/site_path.h"
#include "base/source_file.h"
#include "base/suggest.h"
#include "base/system_reason.h"
#include "render/codes.h"
#include "render/components.h"
#include "render/portal_files.h"
#include "render/theme_texts.h"

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

}  // namespace

Theme theme_in_edition(const Theme& theme, std::string_view language) {
  Theme edition;
  edition.templates = theme.templates;
  edition.assets = theme.assets;
  edition.portal = theme.portal;
  edition.texts = theme.texts;
  for (const auto& [known, texts] : theme.edition_texts) {
    if (known != language) continue;
    for (const theme::Map::Entry& entry : texts) edition.texts.set(entry.name(), entry.value);
  }
  return edition;
}

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
  load_theme_texts(files, site, folder + "/i18n/", theme, diagnostics);
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
