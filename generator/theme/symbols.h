// Which variable a name means: the scope rules of Jinja2 (its idtracking), on which differential
// tests insist. Used only while compiling. A scope knows the names it refers to, those it stores,
// and what entering it must load.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "theme/program.h"

namespace kepu::theme {

/// A Function being compiled: hands out slots, and knows the function around it.
struct FunctionScope {
  Function* function = nullptr;
  FunctionScope* outer = nullptr;
  std::uint32_t new_slot() { return function->slot_count++; }
};

/// A variable as the compiler sees it.
struct Variable {
  FunctionScope* home = nullptr;
  std::uint32_t slot = 0;
  auto operator<=>(const Variable&) const = default;
};

class Symbols {
 public:
  struct Load {
    ScopeLoad::From from = ScopeLoad::From::Nothing;
    Variable source;
    const Symbol* name = nullptr;
  };
  struct ByText {
    bool operator()(const Symbol* a, const Symbol* b) const { return a->text < b->text; }
  };

  Symbols(FunctionScope& home, const Symbols* parent) : home_(&home), parent_(parent) {
    slots_ = std::make_shared<std::map<const Symbol*, std::uint32_t, ByText>>();
  }

  /// The variable that a name means here or further out, if it was met.
  const Variable* find(const Symbol* name) const;
  /// The same for a name that was met for sure.
  const Variable& get(const Symbol* name) const;
  void store(const Symbol* name);
  void load(const Symbol* name);
  Variable declare_parameter(const Symbol* name);
  /// Takes over what the branches of an `if` did; each began as a copy of this scope.
  void merge_branches(const std::vector<Symbols>& branches);

  /// What entering the scope does, in terms of the function it is in.
  Scope make_scope() const;
  /// All stored names that can be seen from here, the innermost variable of each, sorted by name.
  std::vector<VisibleVariable> visible(const FunctionScope& from) const;

  FunctionScope& home() const { return *home_; }

 private:
  Variable define(const Symbol* name, Load load);

  FunctionScope* home_;
  const Symbols* parent_;
  /// Shared by the copies made for branches: one name, one slot.
  std::shared_ptr<std::map<const Symbol*, std::uint32_t, ByText>> slots_;
  std::map<const Symbol*, Variable, ByText> references_;
  std::map<std::uint32_t, Load> loads_;
  std::set<const Symbol*, ByText> stores_;
};

/// How a function refers to a variable of itself or of one around it; marks functions whose frames
/// must live on.
VariableRef refer(const Variable& variable, const FunctionScope& from);

/// Notes every name that statements and expressions load or store, without going into inner scopes.
class NameCollector {
 public:
  explicit NameCollector(Symbols& symbols) : symbols_(&symbols) {}

  void visit(const Expression& expression);
  void visit(const Body& body);
  void visit(const Statement& statement);
  void store(const Target& target);
  void declare(const Target& target);

 private:
  void visit_if(const Statement& statement);
  void visit_branches(const std::vector<const Branch*>& branches, const Body& otherwise);

  Symbols* symbols_;
};

/// Whether statements load a name before anything assigns it, looking into inner scopes, but not
/// into blocks.
std::set<std::string_view> undeclared_names(const Body& body, std::set<std::string_view> names);

}  // namespace kepu::theme
