#include "theme/linker.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "theme/codes.h"

namespace kepu::theme {
namespace {

/// The text of a literal; nothing for names computed while rendering.
std::optional<std::string_view> literal(const Expression& expression) {
  if (expression.kind != ExpressionKind::Constant || !expression.value.is_text()) return {};
  return expression.value.text();
}

const Statement* find_extends(const Template& compiled) {
  for (const Statement& statement : compiled.body) {
    if (statement.kind == StatementKind::Extends) return &statement;
  }
  return nullptr;
}

class LinkChecker {
 public:
  LinkChecker(const Template& compiled, const TemplateTable& templates,
              base::Diagnostics& diagnostics)
      : template_(compiled), templates_(templates), diagnostics_(diagnostics) {}

  void run() {
    check(template_.body);
    for (const BlockCode& block : template_.blocks) check(block.body);
    check_parents();
  }

 private:
  base::Place place(const Expression& expression) const {
    return template_.file.place(expression.offset, expression.length);
  }

  void check(const Body& body) {
    for (const Statement& statement : body) {
      switch (statement.kind) {
        case StatementKind::Extends:
        case StatementKind::Import:
        case StatementKind::FromImport:
          check_name(statement.expression);
          break;
        case StatementKind::Include:
          if (!statement.ignore_missing) check_name(statement.expression);
          break;
        default:
          break;
      }
      for (const Branch& branch : statement.branches) check(branch.body);
      check(statement.body);
      check(statement.otherwise);
      if (statement.macro) check(statement.macro->body);
    }
  }

  void check_name(const Expression& expression) {
    const auto name = literal(expression);
    if (!name || templates_.find(*name) != nullptr) return;
    diagnostics_.add(codes::kMissing, place(expression), {{"name", std::string(*name)}})
        .with_suggestion(base::nearest_name(*name, templates_.names()));
  }

  /// Follows a chain of literal names to its end. Blocks that none of the parents has are never
  /// shown.
  void check_parents() {
    std::vector<const Template*> chain{&template_};
    for (;;) {
      const Template& at = *chain.back();
      if (!at.valid) return;
      const Statement* extends = find_extends(at);
      if (extends == nullptr) {
        // An extends inside `if` may still come at run time.
        if (at.may_extend) return;
        break;
      }
      const auto name = literal(extends->expression);
      const Template* parent = name ? templates_.find(*name) : nullptr;
      if (parent == nullptr) return;
      if (std::find(chain.begin(), chain.end(), parent) != chain.end()) {
        if (parent == &template_) {
          const Statement* own = find_extends(template_);
          diagnostics_.add(codes::kCycle, place(own->expression), {{"name", template_.name}});
        }
        return;
      }
      chain.push_back(parent);
    }
    if (chain.size() < 2) return;
    for (const Statement& statement : template_.body) {
      if (statement.kind == StatementKind::Block) check_block(*statement.block, chain);
    }
  }

  void check_block(const BlockCode& block, const std::vector<const Template*>& chain) {
    std::vector<std::string> known;
    for (std::size_t i = 1; i < chain.size(); ++i) {
      for (const BlockCode& candidate : chain[i]->blocks) {
        if (candidate.name == block.name) return;
        known.push_back(candidate.name->text);
      }
    }
    diagnostics_
        .add(codes::kUnknownBlock, template_.file.place(block.offset, block.name->text.size()),
             {{"name", block.name->text}})
        .with_suggestion(base::nearest_name(block.name->text, known));
  }

  const Template& template_;
  const TemplateTable& templates_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_links(const Template& compiled, const TemplateTable& templates,
                 base::Diagnostics& diagnostics) {
  if (compiled.valid) LinkChecker(compiled, templates, diagnostics).run();
}

}  // namespace kepu::theme
