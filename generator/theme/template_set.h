// All templates of a theme, compiled once: sources in, a set that renders out. Stage: before
// rendering. Owns the sources and the programs. Immutable after compile_templates(), so threads
// render from one set in parallel.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_file.h"
#include "theme/limits.h"
#include "theme/value.h"

namespace kepu::theme {

/// One template: the name other templates call it by ("partials/card.html") and its text with its
/// path for messages.
struct TemplateSource {
  std::string name;
  base::SourceFile file;
};

/// A filter of the caller's own, beside the built-in ones, with at most six parameters.
/// `apply` gets one value per parameter, undefined for those not given; it may run on several
/// threads at once. Its error becomes a diagnostic at the place of the filter.
struct ExtraFilter {
  std::string name;
  std::vector<std::string> parameters;
  std::size_t required = 0;
  std::function<base::Result<Value>(const Value& input, std::span<const Value> arguments)> apply;
};

struct Options {
  Limits limits;
  std::vector<ExtraFilter> extra_filters;
};

/// What one render needs besides the template. Names are looked up in `page`, then in `globals`
/// (the same for all pages; also what imported templates see). Both must live until render()
/// returns.
struct RenderInput {
  const Map& globals;
  const Map& page;
  /// The page being made, for messages: its output path or source path.
  std::string_view page_name;
};

class TemplateSet {
 public:
  /// Copies share what was compiled.
  TemplateSet();

  bool contains(std::string_view template_name) const;
  /// Names of all templates, sorted.
  std::vector<std::string> names() const;

  /// Appends the rendered text to `out`. On an error adds diagnostics, leaves `out` as it was and
  /// returns false.
  bool render(std::string_view template_name, const RenderInput& input, std::string& out,
              base::Diagnostics& diagnostics) const;

 private:
  struct State;
  friend TemplateSet compile_templates(std::vector<TemplateSource> sources, Options options,
                                       base::Diagnostics& diagnostics);
  std::shared_ptr<const State> state_;
};

/// Compiles every template and checks what can be known without a page: syntax, filters, tests,
/// calls of blocks, templates named by a literal. With an error in `diagnostics` the set must not
/// be used for publishing.
TemplateSet compile_templates(std::vector<TemplateSource> sources, Options options,
                              base::Diagnostics& diagnostics);

}  // namespace kepu::theme
