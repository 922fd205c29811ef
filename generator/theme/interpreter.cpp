#include "theme/interpreter.h"

#include <string>

#include "theme/format_value.h"
#include "theme/operators.h"

namespace kepu::theme {
namespace {

/// Levels of C++ calls that nested statements and expressions may take together; about 2 MiB of
/// stack at worst.
constexpr std::uint32_t kMaxStackDepth = 1500;

FunctionObject* builtin(std::string_view name) {
  static FunctionObject range{BuiltinFunction::Range};
  static FunctionObject dict{BuiltinFunction::Dict};
  static FunctionObject name_space{BuiltinFunction::Namespace};
  static FunctionObject cycler{BuiltinFunction::Cycler};
  static FunctionObject joiner{BuiltinFunction::Joiner};
  if (name == "range") return &range;
  if (name == "dict") return &dict;
  if (name == "namespace") return &name_space;
  if (name == "cycler") return &cycler;
  if (name == "joiner") return &joiner;
  return nullptr;
}

}  // namespace

Interpreter::Interpreter(const TemplateTable& templates, const Options& options,
                         const RenderInput& input, std::string& out, FragmentShelf* fragments)
    : Runtime(options, input.page_name),
      templates_(templates),
      input_(input),
      out_(out),
      start_(out.size()),
      fragments_(fragments) {}

Interpreter::Level::Level(Interpreter& interpreter, TrailStep step, const Function& function)
    : interpreter_(interpreter), depth_(function.depth + 4) {
  const Limits& limits = interpreter.limits();
  interpreter.count_steps(1);
  interpreter.check_output();
  if (interpreter.call_depth_ >= limits.call_depth) {
    interpreter.fail_limit("宏、include 或循环的递归太深",
                           "macros, includes or loops are nested too deep", limits.call_depth);
  }
  if (interpreter.stack_depth_ + depth_ > kMaxStackDepth) {
    interpreter.fail_limit("宏、include 或循环的递归太深",
                           "macros, includes or loops are nested too deep", kMaxStackDepth);
  }
  interpreter.trail_.push_back(step);
  ++interpreter.call_depth_;
  interpreter.stack_depth_ += depth_;
}

Interpreter::Level::~Level() {
  interpreter_.trail_.pop_back();
  --interpreter_.call_depth_;
  interpreter_.stack_depth_ -= depth_;
}

Interpreter::Activation::Activation(Interpreter& interpreter, const Function& function,
                                    const Template& owner, Context& context, Frame* outer)
    : lease_(interpreter.slots_, function.captured ? 0 : function.slot_count) {
  local_.slots = lease_.values();
  local_.outer = outer;
  local_.context = &context;
  local_.owner = &owner;
  frame_ = &local_;
  if (function.captured) {
    interpreter.count_bytes(sizeof(Frame) + function.slot_count * sizeof(Value));
    local_.slots = interpreter.captured_slots_.emplace_back(function.slot_count).data();
    frame_ = &interpreter.frames_.emplace_back(local_);
  }
}

void Interpreter::render(const Template& page) {
  Context& context = contexts_.emplace_back();
  context.page = &input_.page;
  context.globals = &input_.globals;
  add_blocks(context, page);
  run_template(page, context);
  check_output();
}

void Interpreter::check_output() {
  if (out_.size() - start_ > limits().output_bytes) {
    fail_limit("输出太大", "the output is too large", limits().output_bytes);
  }
}

void Interpreter::run(const Body& body, Frame& frame) {
  for (const Statement& statement : body) run(statement, frame);
}

void Interpreter::run(const Statement& statement, Frame& frame) {
  switch (statement.kind) {
    case StatementKind::Text:
      if (!statement.checks_output || !has_parent(frame)) out_ += statement.text;
      return;
    case StatementKind::Output:
      if (!statement.checks_output || !has_parent(frame)) print(statement.expression, frame);
      return;
    case StatementKind::If:
      return run_if(statement, frame);
    case StatementKind::For:
      return run_for(statement, frame);
    case StatementKind::Set:
      return assign(statement.target, evaluate(statement.expression, frame), frame,
                    statement.exports);
    case StatementKind::SetBlock:
      return run_set_block(statement, frame);
    case StatementKind::Block:
      return run_block(statement, frame);
    case StatementKind::Extends:
      return run_extends(statement, frame);
    case StatementKind::Include:
      return run_include(statement, frame);
    case StatementKind::Import:
      return run_import(statement, frame);
    case StatementKind::FromImport:
      return run_from_import(statement, frame);
    case StatementKind::Macro:
      return run_macro(statement, frame);
    case StatementKind::CallBlock:
      return run_call_block(statement, frame);
    case StatementKind::FilterBlock:
      return run_filter_block(statement, frame);
    case StatementKind::With:
      return run_with(statement, frame);
  }
}

/// A parent template takes over what the top level would write.
bool Interpreter::has_parent(const Frame& frame) {
  const Frame* root = &frame;
  while (root->outer != nullptr) root = root->outer;
  return root->parent != nullptr;
}

void Interpreter::run_if(const Statement& statement, Frame& frame) {
  for (const Branch& branch : statement.branches) {
    if (test(branch.test, frame)) return run(branch.body, frame);
  }
  run(statement.otherwise, frame);
}

Value Interpreter::capture(std::size_t mark) {
  check_output();
  Value captured = text(out_.substr(mark), true);
  out_.resize(mark);
  return captured;
}

/// The innermost filter has no operand: it works on the captured text.
Value Interpreter::filter_captured(const Expression& filters, Value captured, Frame& frame) {
  if (filters.kind != ExpressionKind::Filter) return captured;
  if (!filters.operands.empty()) {
    captured = filter_captured(filters.operands.front(), std::move(captured), frame);
  }
  return apply_filter(filters, captured, frame);
}

void Interpreter::run_set_block(const Statement& statement, Frame& frame) {
  enter(statement.scope, frame);
  const std::size_t mark = out_.size();
  run(statement.body, frame);
  Value value = filter_captured(statement.expression, capture(mark), frame);
  // Jinja2 marks the result as safe, whatever the filters made of it.
  if (!value.is_safe()) {
    at(statement.expression, frame);
    value = mark_safe(*this, value);
  }
  assign(statement.target, value, frame, statement.exports);
  leave(statement.scope, frame);
}

void Interpreter::run_filter_block(const Statement& statement, Frame& frame) {
  enter(statement.scope, frame);
  const std::size_t mark = out_.size();
  run(statement.body, frame);
  const Value value = filter_captured(statement.expression, capture(mark), frame);
  at(statement.expression, frame);
  write_unescaped(value);
  leave(statement.scope, frame);
}

void Interpreter::run_with(const Statement& statement, Frame& frame) {
  enter(statement.scope, frame);
  for (std::size_t i = 0; i < statement.targets.size(); ++i) {
    assign(statement.targets[i], evaluate(statement.expressions[i], frame), frame, false);
  }
  run(statement.body, frame);
  leave(statement.scope, frame);
}

void Interpreter::run_macro(const Statement& statement, Frame& frame) {
  const Value macro = Value::object(make_object(macros_, *statement.macro, frame));
  variable(frame, statement.target.variable) = macro;
  if (statement.exports) export_variable(*frame.context, statement.target.name, macro, true);
}

void Interpreter::run_call_block(const Statement& statement, Frame& frame) {
  const Value caller = Value::object(make_object(macros_, *statement.macro, frame));
  if (print_call(statement.expression, frame, &caller)) return;
  const Value value = evaluate_call(statement.expression, frame, &caller);
  at(statement.expression, frame);
  write_unescaped(value);
}

/// Jinja2 writes results of filter and call blocks as they are; here they must be safe for that.
void Interpreter::write_unescaped(const Value& value) {
  if (!value.is_text()) {
    const auto [zh, en] = kind_names(value);
    fail_type("这个块的结果应是文本，却是" + zh,
              "the result of this block must be a text, not " + en);
  }
  out_ += mark_safe(*this, value).text();
}

void Interpreter::assign(const Target& target, const Value& value, Frame& frame, bool exports) {
  if (target.field != nullptr) return set_field(target, value, frame);
  if (target.name != nullptr) {
    variable(frame, target.variable) = value;
    if (exports) {
      export_variable(*frame.context, target.name, value, !target.name->text.starts_with('_'));
    }
    return;
  }
  Runtime::at(*frame.owner, target.offset, target.length);
  const Value list = list_of(*this, value);
  const std::span<const Value> items = list.items();
  if (items.size() != target.parts.size()) {
    const std::string have = std::to_string(items.size());
    const std::string want = std::to_string(target.parts.size());
    fail_value("有 " + have + " 个值，却要分给 " + want + " 个名字",
               have + " values cannot be unpacked into " + want + " names");
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    assign(target.parts[i], item_of(list, items[i]), frame, exports);
  }
}

void Interpreter::set_field(const Target& target, const Value& value, Frame& frame) {
  const Value& base = variable(frame, target.variable);
  if (!base.is_object() || base.object().kind != ObjectKind::Namespace) {
    Runtime::at(*frame.owner, target.offset, target.length);
    fail_type("“" + target.name->text + "”不是 namespace，不能给它的字段赋值",
              "'" + target.name->text + "' is no namespace, its fields cannot be set");
  }
  count_bytes(sizeof(Map::Entry));
  static_cast<NamespaceObject&>(base.object()).fields.set(target.field->text, value);
}

void Interpreter::export_variable(Context& context, const Symbol* name, const Value& value,
                                  bool exported) {
  for (Context::Variable& known : context.variables) {
    if (known.name != name) continue;
    known.value = value;
    known.exported = exported;
    return;
  }
  context.variables.push_back({name, value, exported});
}

void Interpreter::enter(const Scope& scope, Frame& frame) {
  for (const ScopeLoad& load : scope.loads) {
    switch (load.from) {
      case ScopeLoad::From::Parameter:
        break;
      case ScopeLoad::From::Context:
        frame.slots[load.slot] = look_up(*frame.context, *load.name);
        break;
      case ScopeLoad::From::Variable:
        frame.slots[load.slot] = variable(frame, load.source);
        break;
      case ScopeLoad::From::Nothing:
        frame.slots[load.slot] = Value();
        break;
    }
  }
}

void Interpreter::leave(const Scope& scope, Frame& frame) {
  for (const ScopeLoad& load : scope.loads) frame.slots[load.slot] = Value();
}

Frame& Interpreter::frame_of(Frame& frame, std::uint32_t hops) {
  Frame* found = &frame;
  for (; hops > 0; --hops) found = found->outer;
  return *found;
}

/// Missing if nobody knows the name.
Value Interpreter::look_up(const Context& context, const Symbol& name) {
  for (const Context* at = &context; at != nullptr; at = at->outer) {
    for (const Context::Variable& known : at->variables) {
      if (known.name == &name) return known.value;
    }
    for (const auto& [local, value] : at->locals) {
      if (local == &name) return value;
    }
    for (const Map* map : {at->page, at->globals}) {
      if (map == nullptr) continue;
      if (const Value* found = map->find(name.text, name.hash)) return found->borrowed();
    }
  }
  if (FunctionObject* function = builtin(name.text)) return Value::object(*function);
  return {};
}

}  // namespace kepu::theme
