#include "theme/template_set.h"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "base/suggest.h"
#include "theme/binder.h"
#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/filters.h"
#include "theme/fragment_cache.h"
#include "theme/interpreter.h"
#include "theme/linker.h"
#include "theme/parser.h"
#include "theme/read_paths.h"

namespace kepu::theme {

struct TemplateSet::State : TemplateTable {
  explicit State(Options chosen) : options(std::move(chosen)) {}

  const Template* find(std::string_view name) const override {
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
  }

  std::vector<std::string> names() const override {
    std::vector<std::string> all;
    for (const Template& compiled : templates) all.push_back(compiled.name);
    std::sort(all.begin(), all.end());
    return all;
  }

  Options options;
  SymbolTable symbols;
  std::deque<Template> templates;
  std::unordered_map<std::string_view, const Template*> by_name;
  /// Fills up while pages are rendered, and changes nothing but the time that takes.
  mutable FragmentCache fragments;
};

TemplateSet::TemplateSet() : state_(std::make_unique<State>(Options{})) {}

bool TemplateSet::contains(std::string_view template_name) const {
  return state_->find(template_name) != nullptr;
}

std::vector<std::string> TemplateSet::names() const {
  return state_->names();
}

bool TemplateSet::render(std::string_view template_name, const RenderInput& input, std::string& out,
                         base::Diagnostics& diagnostics) const {
  const std::size_t before = out.size();
  const Template* page = state_->find(template_name);
  if (page == nullptr) {
    const std::string name(template_name);
    diagnostics.add(codes::kMissing, base::Place{}, {{"name", name}})
        .with_suggestion(base::nearest_name(name, names()));
    return false;
  }
  try {
    Interpreter(*state_, state_->options, input, out, state_->fragments.shelf(input.globals))
        .render(*page);
    return true;
  } catch (Failure& failure) {
    out.resize(before);
    diagnostics.add(std::move(failure.diagnostic()));
    return false;
  }
}

namespace {

/// Line ends of other systems become LF, so that places and output agree with Jinja2.
base::SourceFile with_plain_line_ends(base::SourceFile file) {
  if (file.text().find('\r') == std::string_view::npos) return file;
  std::string text;
  text.reserve(file.text().size());
  for (std::size_t i = 0; i < file.text().size(); ++i) {
    const char c = file.text()[i];
    if (c != '\r') {
      text += c;
    } else if (i + 1 >= file.text().size() || file.text()[i + 1] != '\n') {
      text += '\n';
    }
  }
  return {file.path(), std::move(text)};
}

}  // namespace

TemplateSet compile_templates(std::vector<TemplateSource> sources, Options options,
                              base::Diagnostics& diagnostics) {
  for (const ExtraFilter& extra : options.extra_filters) {
    if (extra.parameters.size() <= kMaxParameters && extra.required <= extra.parameters.size()) {
      continue;
    }
    throw std::invalid_argument("the filter " + extra.name + " has too many parameters");
  }
  auto state = std::make_unique<TemplateSet::State>(std::move(options));
  for (TemplateSource& source : sources) {
    Template& added = state->templates.emplace_back(std::move(source.name),
                                                    with_plain_line_ends(std::move(source.file)));
    state->by_name.insert_or_assign(added.name, &added);
  }
  for (Template& compiled : state->templates) {
    compiled.valid = Parser(compiled, state->symbols, state->options, diagnostics).run() &&
                     bind_names(compiled, state->symbols, diagnostics);
    // What could not be read renders as nothing; the diagnostics say why.
    if (!compiled.valid) compiled.body.clear();
  }
  for (Template& compiled : state->templates) {
    check_links(compiled, *state, diagnostics);
    compiled.reads = find_read_paths(compiled, *state);
  }
  TemplateSet set;
  set.state_ = std::move(state);
  return set;
}

}  // namespace kepu::theme
