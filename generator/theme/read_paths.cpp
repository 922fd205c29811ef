#include "theme/read_paths.h"

#include <algorithm>
#include <utility>

#include "theme/interpreter.h"

namespace kepu::theme {
namespace {

class Collector {
 public:
  explicit Collector(const TemplateTable& templates) : templates_(templates) {}

  void visit(const Template& source) {
    if (std::find(visited_.begin(), visited_.end(), &source) != visited_.end()) return;
    visited_.push_back(&source);
    is_known_ = is_known_ && source.valid && !source.may_extend && source.blocks.empty() &&
                source.self_slot == MacroCode::kNone;
    visit(source.body);
  }

  std::optional<std::vector<ReadPath>> take() {
    if (!is_known_) return std::nullopt;
    return std::move(paths_);
  }

 private:
  // Variables of the template itself are taken along: looking them up outside costs little and
  // changes nothing.
  void add(ReadPath path) {
    if (std::find(paths_.begin(), paths_.end(), path) == paths_.end()) {
      paths_.push_back(std::move(path));
    }
  }

  void visit(const Body& body) {
    for (const Statement& statement : body) visit(statement);
  }

  void visit(const Statement& statement) {
    visit(statement.expression);
    visit(statement.target);
    for (const Target& target : statement.targets) visit(target);
    for (const Expression& expression : statement.expressions) visit(expression);
    for (const Branch& branch : statement.branches) {
      visit(branch.test);
      visit(branch.body);
    }
    visit(statement.body);
    visit(statement.otherwise);
    if (statement.loop) {
      visit(statement.loop->target);
      if (statement.loop->test) visit(*statement.loop->test);
    }
    if (statement.macro) {
      for (const Parameter& parameter : statement.macro->parameters) {
        if (parameter.standard) visit(*parameter.standard);
      }
      visit(statement.macro->body);
    }
    switch (statement.kind) {
      case StatementKind::Block:
      case StatementKind::Extends:
        is_known_ = false;
        break;
      case StatementKind::Include:
      case StatementKind::Import:
      case StatementKind::FromImport:
        // Without the context only what is the same for all pages can be seen.
        if (statement.with_context) follow(statement);
        break;
      default:
        break;
    }
  }

  void follow(const Statement& statement) {
    const Expression& name = statement.expression;
    if (name.kind != ExpressionKind::Constant || !name.value.is_text()) {
      is_known_ = false;
    } else if (const Template* source = templates_.find(name.value.text())) {
      visit(*source);
    }
  }

  void visit(const Expression& expression) {
    // Filters of the caller's own may look at anything.
    is_known_ = is_known_ && expression.extra_filter == nullptr;
    if (expression.kind == ExpressionKind::Name) return add({expression.name, {}});
    if (expression.kind == ExpressionKind::Attribute && visit_path(expression)) return;
    for (const Expression& operand : expression.operands) visit(operand);
    if (expression.arguments == nullptr) return;
    const CallArguments& arguments = *expression.arguments;
    for (const Expression& argument : arguments.positional) visit(argument);
    for (const Expression& argument : arguments.named) visit(argument);
    if (arguments.unpacked_list) visit(*arguments.unpacked_list);
    if (arguments.unpacked_map) visit(*arguments.unpacked_map);
  }

  // a.b.c, up to the first name that is a method of maps: that looks at the whole map.
  bool visit_path(const Expression& expression) {
    ReadPath path;
    const Expression* at = &expression;
    for (; at->kind == ExpressionKind::Attribute; at = &at->operands.front()) {
      path.fields.push_back(at->name);
    }
    if (at->kind != ExpressionKind::Name) return false;
    path.name = at->name;
    std::reverse(path.fields.begin(), path.fields.end());
    const auto method = std::find_if(path.fields.begin(), path.fields.end(),
                                     [](const Symbol* field) { return field->is_map_method; });
    path.fields.erase(method, path.fields.end());
    add(std::move(path));
    return true;
  }

  // The namespace whose field is set; other targets belong to the template.
  void visit(const Target& target) {
    if (target.field != nullptr) add({target.name, {}});
    for (const Target& part : target.parts) visit(part);
  }

  const TemplateTable& templates_;
  std::vector<const Template*> visited_;
  std::vector<ReadPath> paths_;
  bool is_known_ = true;
};

}  // namespace

std::optional<std::vector<ReadPath>> find_read_paths(const Template& source,
                                                     const TemplateTable& templates) {
  Collector collector(templates);
  collector.visit(source);
  return collector.take();
}

}  // namespace kepu::theme
