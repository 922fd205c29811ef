#include "theme/binder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/symbols.h"

namespace kepu::theme {
namespace {

/// Where in a template the binder is.
struct Frame {
  Symbols* symbols = nullptr;
  /// The outermost statements of the template, also inside `if`: what they set, other templates
  /// see.
  bool is_toplevel = false;
  bool is_root = false;
  /// Output must check whether a parent template takes over.
  bool checks_output = false;
  /// Output goes into a value first: macros, set and filter blocks, recursive loops.
  bool is_captured = false;
};

class Binder {
 public:
  Binder(Template& parsed, SymbolTable& symbols, base::Diagnostics& diagnostics)
      : template_(parsed), table_(symbols), diagnostics_(diagnostics) {}

  bool run() {
    find_extends(template_.body);
    template_.may_extend = has_extends_;
    bind_root();
    for (BlockCode& block : template_.blocks) bind_block(block);
    return !has_errors_;
  }

 private:
  void report(const base::DiagnosticCode& code, std::uint32_t offset, std::string zh,
              std::string en) {
    diagnostics_.add(code, template_.file.place(offset), reason(std::move(zh), std::move(en)));
    has_errors_ = true;
  }

  /// Also blocks count: an extends anywhere makes the top level check its output.
  void find_extends(const Body& body) {
    for (const Statement& statement : body) {
      has_extends_ = has_extends_ || statement.kind == StatementKind::Extends;
      for (const Branch& branch : statement.branches) find_extends(branch.body);
      find_extends(statement.body);
      find_extends(statement.otherwise);
    }
  }

  void bind_root() {
    FunctionScope function{&template_.function, nullptr};
    Symbols symbols(function, nullptr);
    if (undeclared_names(template_.body, {"self"}).contains("self")) {
      template_.self_slot = symbols.declare_parameter(table_.intern("self")).slot;
    }
    NameCollector(symbols).visit(template_.body);
    Frame frame{&symbols, true, true, has_extends_};
    template_.function.depth = bind(template_.body, frame);
    template_.scope = symbols.make_scope();
  }

  void bind_block(BlockCode& block) {
    FunctionScope function{&block.function, nullptr};
    Symbols symbols(function, nullptr);
    const auto undeclared = undeclared_names(block.body, {"self", "super"});
    if (undeclared.contains("self")) {
      block.self_slot = symbols.declare_parameter(table_.intern("self")).slot;
    }
    if (undeclared.contains("super")) {
      block.super_slot = symbols.declare_parameter(table_.intern("super")).slot;
    }
    NameCollector(symbols).visit(block.body);
    Frame frame{&symbols};
    block.function.depth = bind(block.body, frame);
    block.scope = symbols.make_scope();
  }

  std::uint32_t bind(Body& body, const Frame& frame) {
    std::uint32_t depth = 0;
    for (Statement& statement : body) {
      statement.depth = bind(statement, frame) + 1;
      depth = std::max(depth, statement.depth);
    }
    return depth;
  }

  std::uint32_t bind(Expression& expression, const Frame& frame) {
    if (expression.kind == ExpressionKind::Name) {
      expression.variable = refer(frame.symbols->get(expression.name), frame.symbols->home());
    }
    for (Expression& operand : expression.operands) bind(operand, frame);
    if (expression.arguments != nullptr) {
      CallArguments& arguments = *expression.arguments;
      for (Expression& argument : arguments.positional) bind(argument, frame);
      for (Expression& argument : arguments.named) bind(argument, frame);
      if (arguments.unpacked_list) bind(*arguments.unpacked_list, frame);
      if (arguments.unpacked_map) bind(*arguments.unpacked_map, frame);
    }
    return expression.depth;
  }

  void bind(Target& target, const Frame& frame) {
    if (target.name != nullptr) {
      target.variable = refer(frame.symbols->get(target.name), frame.symbols->home());
    }
    for (Target& part : target.parts) bind(part, frame);
  }

  /// Returns the depth of what is inside.
  std::uint32_t bind(Statement& statement, const Frame& frame) {
    statement.exports = frame.is_toplevel;
    switch (statement.kind) {
      case StatementKind::Text:
        statement.checks_output = frame.checks_output;
        return 0;
      case StatementKind::Output:
        statement.checks_output = frame.checks_output;
        return bind(statement.expression, frame);
      case StatementKind::If:
        return bind_if(statement, frame);
      case StatementKind::For:
        return bind_for(statement, frame);
      case StatementKind::Set:
        bind(statement.target, frame);
        return bind(statement.expression, frame);
      case StatementKind::SetBlock:
        bind(statement.target, frame);
        return bind_inner_body(statement, frame, false);
      case StatementKind::FilterBlock:
        return bind_inner_body(statement, frame, frame.checks_output);
      case StatementKind::Block:
        statement.checks_output = frame.is_toplevel;
        if (statement.block->scoped) see(statement, frame);
        return 1;
      case StatementKind::Extends:
        if (!frame.is_toplevel) {
          report(codes::kSyntax, statement.offset, "extends 只能写在模板的最外层",
                 "extends is only possible at the outermost level of a template");
        } else if (frame.is_root && std::exchange(template_.always_extends, true)) {
          report(codes::kSyntax, statement.offset, "一个模板只能有一个 extends",
                 "a template can only extend one other");
        }
        return bind(statement.expression, frame);
      case StatementKind::Include:
        if (statement.with_context) {
          see(statement, frame);
        } else if (frame.is_captured) {
          report(
              codes::kUnsupported, statement.offset,
              "在宏、set 块、filter 块或 recursive 循环里用 include … without context",
              "include … without context in macros, set blocks, filter blocks and recursive loops");
        }
        return bind(statement.expression, frame);
      case StatementKind::Import:
      case StatementKind::FromImport:
        return bind_import(statement, frame);
      case StatementKind::Macro:
        bind(statement.target, frame);
        bind_macro(*statement.macro, frame);
        return 1;
      case StatementKind::CallBlock:
        bind_macro(*statement.macro, frame);
        return bind(statement.expression, frame);
      case StatementKind::With:
        return bind_with(statement, frame);
    }
    return 0;
  }

  static void see(Statement& statement, const Frame& frame) {
    statement.visible = frame.symbols->visible(frame.symbols->home());
  }

  std::uint32_t bind_if(Statement& statement, const Frame& frame) {
    Frame inner = frame;
    inner.is_root = false;
    std::uint32_t depth = 0;
    for (Branch& branch : statement.branches) {
      depth = std::max(depth, bind(branch.test, inner));
      depth = std::max(depth, bind(branch.body, inner));
    }
    return std::max(depth, bind(statement.otherwise, inner));
  }

  /// A filter block, or a set with a body: a scope of its own.
  std::uint32_t bind_inner_body(Statement& statement, const Frame& frame, bool checks_output) {
    Symbols symbols(frame.symbols->home(), frame.symbols);
    NameCollector collector(symbols);
    collector.visit(statement.body);
    collector.visit(statement.expression);
    const Frame inner{&symbols, false, false, checks_output, true};
    const std::uint32_t depth = bind(statement.body, inner);
    const std::uint32_t filter_depth = bind(statement.expression, inner);
    statement.scope = symbols.make_scope();
    return std::max(depth, filter_depth);
  }

  std::uint32_t bind_with(Statement& statement, const Frame& frame) {
    Symbols symbols(frame.symbols->home(), frame.symbols);
    NameCollector collector(symbols);
    for (const Target& target : statement.targets) collector.declare(target);
    collector.visit(statement.body);
    const Frame inner{&symbols, false, false, frame.checks_output, frame.is_captured};
    std::uint32_t depth = 0;
    for (Target& target : statement.targets) bind(target, inner);
    for (Expression& value : statement.expressions) depth = std::max(depth, bind(value, frame));
    depth = std::max(depth, bind(statement.body, inner));
    statement.scope = symbols.make_scope();
    return depth;
  }

  std::uint32_t bind_import(Statement& statement, const Frame& frame) {
    if (statement.with_context) see(statement, frame);
    if (statement.target.name != nullptr) bind(statement.target, frame);
    for (ImportedName& imported : statement.imports) {
      imported.variable = refer(frame.symbols->get(imported.alias), frame.symbols->home());
    }
    return bind(statement.expression, frame);
  }

  static bool has_scoped_block(const Body& body) {
    return std::any_of(body.begin(), body.end(), [](const Statement& statement) {
      if (statement.kind == StatementKind::Block) {
        return statement.block->scoped || has_scoped_block(statement.block->body);
      }
      const bool in_branches =
          std::any_of(statement.branches.begin(), statement.branches.end(),
                      [](const Branch& branch) { return has_scoped_block(branch.body); });
      const bool in_macro = statement.macro != nullptr && has_scoped_block(statement.macro->body);
      return in_branches || in_macro || has_scoped_block(statement.body) ||
             has_scoped_block(statement.otherwise);
    });
  }

  std::uint32_t bind_for(Statement& statement, const Frame& frame) {
    LoopCode& loop = *statement.loop;
    FunctionScope function{&loop.function, &frame.symbols->home()};
    FunctionScope& home = loop.recursive ? function : frame.symbols->home();
    Symbols body_symbols(home, frame.symbols);
    Symbols else_symbols(home, frame.symbols);
    Symbols test_symbols(home, frame.symbols);
    if (loop.recursive || has_scoped_block(statement.body) ||
        has_scoped_block(statement.otherwise) ||
        undeclared_names(statement.body, {"loop"}).contains("loop")) {
      loop.loop_slot = body_symbols.declare_parameter(table_.intern("loop")).slot;
    }
    NameCollector body_names(body_symbols);
    body_names.declare(loop.target);
    body_names.visit(statement.body);
    NameCollector(else_symbols).visit(statement.otherwise);
    const bool is_captured = frame.is_captured || loop.recursive;
    const Frame body_frame{&body_symbols, false, false, frame.checks_output, is_captured};
    const Frame else_frame{&else_symbols, false, false, frame.checks_output, is_captured};
    std::uint32_t depth = bind(statement.expression, frame);
    if (loop.test) {
      NameCollector test_names(test_symbols);
      loop.test_target = loop.target;
      test_names.declare(loop.test_target);
      test_names.visit(*loop.test);
      const Frame test_frame{&test_symbols};
      bind(loop.test_target, test_frame);
      depth = std::max(depth, bind(*loop.test, test_frame));
      loop.test_scope = test_symbols.make_scope();
    }
    bind(loop.target, body_frame);
    depth = std::max(depth, bind(statement.body, body_frame));
    depth = std::max(depth, bind(statement.otherwise, else_frame));
    loop.body_scope = body_symbols.make_scope();
    loop.else_scope = else_symbols.make_scope();
    loop.function.depth = depth;
    return depth;
  }

  void bind_macro(MacroCode& macro, const Frame& frame) {
    FunctionScope function{&macro.function, &frame.symbols->home()};
    Symbols symbols(function, frame.symbols);
    NameCollector collector(symbols);
    for (Parameter& parameter : macro.parameters) {
      parameter.slot = symbols.declare_parameter(parameter.name).slot;
    }
    bind_special_parameters(macro, symbols);
    for (const Parameter& parameter : macro.parameters) {
      if (parameter.standard) collector.visit(*parameter.standard);
    }
    collector.visit(macro.body);
    const Frame inner{&symbols, false, false, false, true};
    std::uint32_t depth = 0;
    for (Parameter& parameter : macro.parameters) {
      if (parameter.standard) depth = std::max(depth, bind(*parameter.standard, inner));
    }
    macro.function.depth = std::max(depth, bind(macro.body, inner));
    macro.scope = symbols.make_scope();
  }

  /// `caller`, `kwargs` and `varargs` exist in a macro that mentions them.
  void bind_special_parameters(MacroCode& macro, Symbols& symbols) {
    const auto parameter = [&](std::string_view name) -> const Parameter* {
      for (const Parameter& candidate : macro.parameters) {
        if (candidate.name->text == name) return &candidate;
      }
      return nullptr;
    };
    const auto undeclared = undeclared_names(macro.body, {"caller", "kwargs", "varargs"});
    if (undeclared.contains("caller")) {
      if (const Parameter* caller = parameter("caller")) {
        if (!caller->standard) {
          report(codes::kSyntax, macro.offset, "参数 caller 必须有默认值",
                 "the parameter caller needs a default");
        }
      } else {
        macro.caller_slot = symbols.declare_parameter(table_.intern("caller")).slot;
      }
      macro.takes_caller = true;
    }
    macro.explicit_caller = parameter("caller") != nullptr;
    if (undeclared.contains("kwargs") && parameter("kwargs") == nullptr) {
      macro.kwargs_slot = symbols.declare_parameter(table_.intern("kwargs")).slot;
    }
    if (undeclared.contains("varargs") && parameter("varargs") == nullptr) {
      macro.varargs_slot = symbols.declare_parameter(table_.intern("varargs")).slot;
    }
  }

  Template& template_;
  SymbolTable& table_;
  base::Diagnostics& diagnostics_;
  bool has_extends_ = false;
  bool has_errors_ = false;
};

}  // namespace

bool bind_names(Template& parsed, SymbolTable& symbols, base::Diagnostics& diagnostics) {
  return Binder(parsed, symbols, diagnostics).run();
}

}  // namespace kepu::theme
