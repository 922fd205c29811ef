// Compiled templates: trees of statements and expressions with names interned and variables bound
// to slots. Made by parser and binder, read by the interpreter. Immutable afterwards; owned by the
// TemplateSet.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source_file.h"
#include "theme/value.h"

namespace kepu::theme {

struct FilterSpec;
struct TestSpec;
struct ExtraFilter;
struct Template;

/// A name used in templates; one object per different name in a set, so pointers compare names.
struct Symbol {
  std::string text;
  std::uint32_t hash = 0;
  /// Python's dict has a method of this name, so `map.name` can never mean the field.
  bool is_map_method = false;
};

class SymbolTable {
 public:
  const Symbol* intern(std::string_view text);
  /// The symbol of a name that some template uses, otherwise nullptr.
  const Symbol* find(std::string_view text) const;

 private:
  std::deque<Symbol> symbols_;
  std::unordered_map<std::string_view, const Symbol*> by_text_;
};

/// Where a variable lives: `hops` functions outwards, then a slot of that function's frame.
struct VariableRef {
  std::uint32_t hops = 0;
  std::uint32_t slot = 0;
};

enum class ExpressionKind : std::uint8_t {
  Constant,
  Name,
  ListDisplay,
  TupleDisplay,
  MapDisplay,  // operands: key, value, key, value …
  Concat,      // a ~ b ~ c
  Binary,
  And,
  Or,
  Not,
  Negate,
  Plus,
  Compare,      // operands: first, second …; comparisons between them
  Conditional,  // operands: test, then, otherwise (absent: undefined)
  Attribute,    // a.b
  Subscript,    // a[b]
  Slice,        // operands: base, then those of start, stop, step that `parts` names
  Call,
  Filter,
  Test,
};

enum class BinaryOperator : std::uint8_t {
  Add,
  Subtract,
  Multiply,
  Divide,
  FloorDivide,
  Modulo,
  Power,
};

enum class Comparison : std::uint8_t {
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  In,
  NotIn,
};

struct Expression;

/// Arguments as written. `*list` and `**map` only in calls.
struct CallArguments {
  std::vector<Expression> positional;
  std::vector<const Symbol*> names;
  std::vector<Expression> named;
  std::unique_ptr<Expression> unpacked_list;
  std::unique_ptr<Expression> unpacked_map;
  bool empty() const {
    return positional.empty() && named.empty() && !unpacked_list && !unpacked_map;
  }
};

struct Expression {
  ExpressionKind kind = ExpressionKind::Constant;
  BinaryOperator binary = BinaryOperator::Add;
  /// Slice: which bounds are written (1 start, 2 stop, 4 step).
  std::uint8_t parts = 0;
  /// Jinja2 would compute it while compiling; matters for `~`, which then forgets what is safe.
  bool constant = false;
  std::uint16_t depth = 1;
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  VariableRef variable;
  /// Name, attribute, filter or test.
  const Symbol* name = nullptr;
  const FilterSpec* filter = nullptr;
  const ExtraFilter* extra_filter = nullptr;
  const TestSpec* test = nullptr;
  /// Filter, test: which argument goes to which parameter.
  static constexpr std::uint8_t kNotGiven = 255;
  std::vector<std::uint8_t> binding;
  Value value;
  std::vector<Expression> operands;
  std::vector<Comparison> comparisons;
  std::unique_ptr<CallArguments> arguments;
};

/// What is assigned to: a name, several in a tuple, or a field of a namespace.
struct Target {
  const Symbol* name = nullptr;
  const Symbol* field = nullptr;
  VariableRef variable;
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  std::vector<Target> parts;
};

/// What happens to a variable when its scope is entered. On leaving, all become missing.
struct ScopeLoad {
  enum class From : std::uint8_t { Parameter, Context, Variable, Nothing };
  From from = From::Nothing;
  VariableRef source;
  const Symbol* name = nullptr;
  std::uint32_t slot = 0;
};

struct Scope {
  std::vector<ScopeLoad> loads;
};

/// Variables that an include, an import or a scoped block sees besides the context.
struct VisibleVariable {
  const Symbol* name = nullptr;
  VariableRef variable;
};

enum class StatementKind : std::uint8_t {
  Text,
  Output,
  If,
  For,
  Set,
  SetBlock,
  Block,
  Extends,
  Include,
  Import,
  FromImport,
  Macro,
  CallBlock,
  FilterBlock,
  With,
};

struct Statement;
using Body = std::vector<Statement>;

struct Branch {
  Expression test;
  Body body;
};

/// A piece of code with variables of its own: a template's top level, a block, a macro, a recursive
/// loop.
struct Function {
  std::uint32_t slot_count = 0;
  /// A macro or loop inside reads its variables, so its frame lives until the end of the render.
  bool captured = false;
  /// Greatest nesting of statements and expressions inside, for the bound on the interpreter's
  /// stack.
  std::uint32_t depth = 0;
};

struct Parameter {
  const Symbol* name = nullptr;
  std::uint32_t slot = 0;
  std::unique_ptr<Expression> standard;
};

/// A macro, or the body of a {% call %} (without a name).
struct MacroCode {
  const Symbol* name = nullptr;
  std::vector<Parameter> parameters;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::uint32_t caller_slot = kNone;
  std::uint32_t kwargs_slot = kNone;
  std::uint32_t varargs_slot = kNone;
  bool explicit_caller = false;
  bool takes_caller = false;
  Scope scope;
  Function function;
  Body body;
  const Template* owner = nullptr;
  std::uint32_t offset = 0;
};

struct LoopCode {
  Target target;
  std::unique_ptr<Expression> test;
  /// The test sees the item in slots of its own.
  Target test_target;
  Scope test_scope;
  bool recursive = false;
  std::uint32_t loop_slot = MacroCode::kNone;
  Scope body_scope;
  Scope else_scope;
  Function function;
  bool has_else = false;
};

struct BlockCode {
  const Symbol* name = nullptr;
  bool scoped = false;
  bool required = false;
  std::uint32_t self_slot = MacroCode::kNone;
  std::uint32_t super_slot = MacroCode::kNone;
  Scope scope;
  Function function;
  Body body;
  const Template* owner = nullptr;
  std::uint32_t offset = 0;
};

struct ImportedName {
  const Symbol* name = nullptr;
  const Symbol* alias = nullptr;
  VariableRef variable;
};

struct Statement {
  StatementKind kind = StatementKind::Text;
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  std::uint32_t depth = 1;
  /// In a child template: not written while a parent is to be rendered instead.
  bool checks_output = false;
  /// Assignments here are seen by other templates: they go into the context, too.
  bool exports = false;
  bool ignore_missing = false;
  bool with_context = false;
  std::string_view text;
  Expression expression;
  Target target;
  std::vector<Target> targets;          // With
  std::vector<Expression> expressions;  // With
  std::vector<Branch> branches;         // If
  std::vector<ImportedName> imports;    // FromImport
  std::vector<VisibleVariable> visible;
  Scope scope;
  Body body;
  Body otherwise;
  std::unique_ptr<LoopCode> loop;
  std::unique_ptr<MacroCode> macro;
  BlockCode* block = nullptr;
};

/// A name that is looked up in the context, and fields of its value that are read from there.
struct ReadPath {
  const Symbol* name = nullptr;
  std::vector<const Symbol*> fields;
  bool operator==(const ReadPath&) const = default;
};

struct Template {
  Template(std::string template_name, base::SourceFile source)
      : name(std::move(template_name)), file(std::move(source)) {}
  std::string name;
  base::SourceFile file;
  Body body;
  Scope scope;
  Function function;
  std::uint32_t self_slot = MacroCode::kNone;
  std::deque<BlockCode> blocks;
  /// `{% extends %}` at the outermost level, or in an `if` there.
  bool always_extends = false;
  bool may_extend = false;
  bool valid = false;
  /// What decides its text when it is included, if that is known; see read_paths.h.
  std::optional<std::vector<ReadPath>> reads;
};

}  // namespace kepu::theme
