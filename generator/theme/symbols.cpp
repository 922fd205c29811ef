#include "theme/symbols.h"

#include <stdexcept>
#include <string_view>
#include <utility>

#include "theme/methods.h"

namespace kepu::theme {

const Symbol* SymbolTable::intern(std::string_view text) {
  if (const auto found = by_text_.find(text); found != by_text_.end()) return found->second;
  const Symbol& symbol =
      symbols_.emplace_back(Symbol{std::string(text), hash_name(text), is_map_method(text)});
  by_text_.emplace(symbol.text, &symbol);
  return &symbol;
}

const Symbol* SymbolTable::find(std::string_view text) const {
  const auto found = by_text_.find(text);
  return found == by_text_.end() ? nullptr : found->second;
}

const Variable* Symbols::find(const Symbol* name) const {
  for (const Symbols* scope = this; scope != nullptr; scope = scope->parent_) {
    const auto found = scope->references_.find(name);
    if (found != scope->references_.end()) return &found->second;
  }
  return nullptr;
}

const Variable& Symbols::get(const Symbol* name) const {
  const Variable* found = find(name);
  if (found == nullptr) throw std::logic_error("the scope does not know " + name->text);
  return *found;
}

Variable Symbols::define(const Symbol* name, Load load) {
  const auto [slot, is_new] = slots_->try_emplace(name, 0);
  if (is_new) slot->second = home_->new_slot();
  const Variable variable{home_, slot->second};
  references_[name] = variable;
  loads_[variable.slot] = load;
  return variable;
}

void Symbols::store(const Symbol* name) {
  stores_.insert(name);
  if (references_.contains(name)) return;
  const Variable* outer = parent_ != nullptr ? parent_->find(name) : nullptr;
  if (outer != nullptr) {
    define(name, {ScopeLoad::From::Variable, *outer, name});
  } else {
    define(name, {ScopeLoad::From::Nothing, {}, name});
  }
}

void Symbols::load(const Symbol* name) {
  if (find(name) == nullptr) define(name, {ScopeLoad::From::Context, {}, name});
}

Variable Symbols::declare_parameter(const Symbol* name) {
  stores_.insert(name);
  return define(name, {ScopeLoad::From::Parameter, {}, name});
}

void Symbols::merge_branches(const std::vector<Symbols>& branches) {
  std::map<const Symbol*, std::size_t, ByText> counts;
  for (const Symbols& branch : branches) {
    for (const Symbol* name : branch.stores_) {
      if (!stores_.contains(name)) ++counts[name];
    }
  }
  for (const Symbols& branch : branches) {
    for (const auto& [name, variable] : branch.references_) references_[name] = variable;
    for (const auto& [slot, load] : branch.loads_) loads_[slot] = load;
    stores_.insert(branch.stores_.begin(), branch.stores_.end());
  }
  // Stored in some branches only: before, the name has the value from outside.
  for (const auto& [name, count] : counts) {
    if (count == branches.size()) continue;
    Load& load = loads_[get(name).slot];
    const Variable* outer = parent_ != nullptr ? parent_->find(name) : nullptr;
    if (outer != nullptr) {
      load = {ScopeLoad::From::Variable, *outer, name};
    } else {
      load = {ScopeLoad::From::Context, {}, name};
    }
  }
}

Scope Symbols::make_scope() const {
  Scope scope;
  for (const auto& [slot, load] : loads_) {
    ScopeLoad step{load.from, {}, load.name, slot};
    if (load.from == ScopeLoad::From::Variable) step.source = refer(load.source, *home_);
    scope.loads.push_back(step);
  }
  return scope;
}

std::vector<VisibleVariable> Symbols::visible(const FunctionScope& from) const {
  std::set<const Symbol*, ByText> names;
  for (const Symbols* scope = this; scope != nullptr; scope = scope->parent_) {
    names.insert(scope->stores_.begin(), scope->stores_.end());
  }
  std::vector<VisibleVariable> variables;
  variables.reserve(names.size());
  for (const Symbol* name : names) variables.push_back({name, refer(get(name), from)});
  return variables;
}

VariableRef refer(const Variable& variable, const FunctionScope& from) {
  VariableRef reference{0, variable.slot};
  for (const FunctionScope* scope = &from; scope != variable.home && scope->outer != nullptr;
       scope = scope->outer) {
    ++reference.hops;
    scope->outer->function->captured = true;
  }
  return reference;
}

void NameCollector::visit(const Expression& expression) {
  if (expression.kind == ExpressionKind::Name) return symbols_->load(expression.name);
  for (const Expression& operand : expression.operands) visit(operand);
  if (expression.arguments == nullptr) return;
  const CallArguments& arguments = *expression.arguments;
  for (const Expression& argument : arguments.positional) visit(argument);
  for (const Expression& argument : arguments.named) visit(argument);
  if (arguments.unpacked_list) visit(*arguments.unpacked_list);
  if (arguments.unpacked_map) visit(*arguments.unpacked_map);
}

void NameCollector::visit(const Body& body) {
  for (const Statement& statement : body) visit(statement);
}

void NameCollector::visit(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::If:
      return visit_if(statement);
    case StatementKind::Macro:
      return symbols_->store(statement.target.name);
    case StatementKind::Import:
      visit(statement.expression);
      return symbols_->store(statement.target.name);
    case StatementKind::FromImport:
      visit(statement.expression);
      for (const ImportedName& imported : statement.imports) symbols_->store(imported.alias);
      return;
    case StatementKind::Set:
      visit(statement.expression);
      return store(statement.target);
    case StatementKind::SetBlock:
      return store(statement.target);
    case StatementKind::With:
      for (const Expression& value : statement.expressions) visit(value);
      return;
    case StatementKind::Text:
    case StatementKind::Block:
      return;
    default:
      // For: what is looped over; the rest is a scope of its own. Others: their one expression.
      return visit(statement.expression);
  }
}

void NameCollector::visit_if(const Statement& statement) {
  visit(statement.branches.front().test);
  const Symbols original = *symbols_;
  Symbols* const outer = symbols_;
  std::vector<Symbols> branches(3, original);
  symbols_ = &branches[0];
  visit(statement.branches.front().body);
  symbols_ = &branches[1];
  // Each elif counts as an `if` of its own without else.
  for (std::size_t i = 1; i < statement.branches.size(); ++i) {
    const Branch& branch = statement.branches[i];
    visit(branch.test);
    Symbols* const chain = symbols_;
    std::vector<Symbols> inner(3, *chain);
    symbols_ = &inner[0];
    visit(branch.body);
    symbols_ = chain;
    symbols_->merge_branches(inner);
  }
  symbols_ = &branches[2];
  visit(statement.otherwise);
  symbols_ = outer;
  symbols_->merge_branches(branches);
}

void NameCollector::store(const Target& target) {
  if (target.field != nullptr) return symbols_->load(target.name);
  if (target.name != nullptr) return symbols_->store(target.name);
  for (const Target& part : target.parts) store(part);
}

void NameCollector::declare(const Target& target) {
  if (target.name != nullptr) symbols_->declare_parameter(target.name);
  for (const Target& part : target.parts) declare(part);
}

namespace {

class UndeclaredFinder {
 public:
  explicit UndeclaredFinder(std::set<std::string_view> names) : names_(std::move(names)) {}

  std::set<std::string_view> take() { return std::move(undeclared_); }

  void visit(const Body& body) {
    for (const Statement& statement : body) visit(statement);
  }

 private:
  void visit(const Expression& expression) {
    if (expression.kind == ExpressionKind::Name) {
      const auto found = names_.find(expression.name->text);
      if (found != names_.end()) undeclared_.insert(*found);
      return;
    }
    for (const Expression& operand : expression.operands) visit(operand);
    if (expression.arguments == nullptr) return;
    const CallArguments& arguments = *expression.arguments;
    for (const Expression& argument : arguments.positional) visit(argument);
    for (const Expression& argument : arguments.named) visit(argument);
    if (arguments.unpacked_list) visit(*arguments.unpacked_list);
    if (arguments.unpacked_map) visit(*arguments.unpacked_map);
  }

  void assign(const Target& target) {
    if (target.field == nullptr && target.name != nullptr) names_.erase(target.name->text);
    for (const Target& part : target.parts) assign(part);
  }

  void visit_macro(const MacroCode& macro) {
    for (const Parameter& parameter : macro.parameters) names_.erase(parameter.name->text);
    for (const Parameter& parameter : macro.parameters) {
      if (parameter.standard) visit(*parameter.standard);
    }
    visit(macro.body);
  }

  void visit(const Statement& statement) {
    switch (statement.kind) {
      case StatementKind::Text:
      case StatementKind::Block:
        return;
      case StatementKind::If:
        for (const Branch& branch : statement.branches) {
          visit(branch.test);
          visit(branch.body);
        }
        return visit(statement.otherwise);
      case StatementKind::For:
        assign(statement.loop->target);
        visit(statement.expression);
        visit(statement.body);
        visit(statement.otherwise);
        if (statement.loop->test) visit(*statement.loop->test);
        return;
      case StatementKind::Macro:
        return visit_macro(*statement.macro);
      case StatementKind::CallBlock:
        visit(statement.expression);
        return visit_macro(*statement.macro);
      case StatementKind::With:
        for (const Target& target : statement.targets) assign(target);
        for (const Expression& value : statement.expressions) visit(value);
        return visit(statement.body);
      case StatementKind::Set:
        assign(statement.target);
        return visit(statement.expression);
      case StatementKind::SetBlock:
        assign(statement.target);
        visit(statement.expression);
        return visit(statement.body);
      default:
        visit(statement.expression);
        return visit(statement.body);
    }
  }

  std::set<std::string_view> names_;
  std::set<std::string_view> undeclared_;
};

}  // namespace

std::set<std::string_view> undeclared_names(const Body& body, std::set<std::string_view> names) {
  UndeclaredFinder finder(std::move(names));
  finder.visit(body);
  return finder.take();
}

}  // namespace kepu::theme
