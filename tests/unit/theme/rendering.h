// Renders small templates for tests: the text, or the mistakes as a person reads them in English.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/report.h"
#include "base/source_file.h"
#include "theme/template_set.h"
#include "theme/value.h"

namespace kepu::test_support {

using Sources = std::vector<std::pair<std::string, std::string>>;

inline std::vector<theme::TemplateSource> to_sources(const Sources& sources) {
  std::vector<theme::TemplateSource> made;
  for (const auto& [name, text] : sources) made.push_back({name, base::SourceFile(name, text)});
  return made;
}

inline std::string told(const Sources& sources, base::Diagnostics& diagnostics,
                        base::Language language = base::Language::English) {
  diagnostics.sort();
  return base::render_human(diagnostics, language, base::Color::Never,
                            [&](const std::string& path) -> std::optional<base::SourceFile> {
                              for (const auto& [name, text] : sources) {
                                if (name == path) return base::SourceFile(name, text);
                              }
                              return std::nullopt;
                            });
}

/// The first source is the one that is rendered.
inline std::string rendered(const Sources& sources, const theme::Map& page = {},
                            theme::Options options = {}) {
  base::Diagnostics diagnostics;
  const theme::TemplateSet set =
      theme::compile_templates(to_sources(sources), std::move(options), diagnostics);
  if (diagnostics.has_errors()) return told(sources, diagnostics);
  const theme::Map globals;
  std::string out;
  if (set.render(sources.front().first, {globals, page, "page.html"}, out, diagnostics)) return out;
  return told(sources, diagnostics);
}

inline std::string rendered(const std::string& text, const theme::Map& page = {},
                            theme::Options options = {}) {
  return rendered(Sources{{"t.html", text}}, page, std::move(options));
}

}  // namespace kepu::test_support
