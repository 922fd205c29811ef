// The interpreter's expressions.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/format_value.h"
#include "theme/interpreter.h"
#include "theme/methods.h"
#include "theme/operators.h"

namespace kepu::theme {

const Value* Interpreter::peek(const Expression& expression, Frame& frame) {
  switch (expression.kind) {
    case ExpressionKind::Constant:
      return &expression.value;
    case ExpressionKind::Name: {
      const Value& value = variable(frame, expression.variable);
      return value.is_missing() ? nullptr : &value;
    }
    case ExpressionKind::Attribute: {
      const Value* base = peek(expression.operands.front(), frame);
      if (base == nullptr || !base->is_map() || expression.name->is_map_method) return nullptr;
      return base->map().find(expression.name->text, expression.name->hash);
    }
    default:
      return nullptr;
  }
}

Value Interpreter::evaluate(const Expression& expression, Frame& frame) {
  switch (expression.kind) {
    case ExpressionKind::Constant:
      return expression.value.borrowed();
    case ExpressionKind::Name: {
      const Value& value = variable(frame, expression.variable);
      if (value.is_missing()) return Value::undefined(Value::Absence::Name, expression.name->text);
      return value;
    }
    case ExpressionKind::ListDisplay:
    case ExpressionKind::TupleDisplay:
      return evaluate_display(expression, frame);
    case ExpressionKind::MapDisplay:
      return evaluate_map(expression, frame);
    case ExpressionKind::Concat:
      return evaluate_concat(expression, frame);
    case ExpressionKind::Binary:
      return evaluate_binary(expression, frame);
    case ExpressionKind::And: {
      Value left = evaluate(expression.operands[0], frame);
      return truth(left) ? evaluate(expression.operands[1], frame) : left;
    }
    case ExpressionKind::Or: {
      Value left = evaluate(expression.operands[0], frame);
      return truth(left) ? left : evaluate(expression.operands[1], frame);
    }
    case ExpressionKind::Not:
    case ExpressionKind::Compare:
    case ExpressionKind::Test:
      return test(expression, frame);
    case ExpressionKind::Negate: {
      const Value value = evaluate(expression.operands.front(), frame);
      at(expression, frame);
      return negate(*this, value);
    }
    case ExpressionKind::Plus: {
      const Value value = evaluate(expression.operands.front(), frame);
      at(expression, frame);
      return plus(*this, value);
    }
    case ExpressionKind::Conditional:
      return evaluate_conditional(expression, frame);
    case ExpressionKind::Attribute:
      return evaluate_attribute(expression, frame);
    case ExpressionKind::Subscript:
      return evaluate_subscript(expression, frame);
    case ExpressionKind::Slice:
      return evaluate_slice(expression, frame);
    case ExpressionKind::Call:
      return evaluate_call(expression, frame);
    case ExpressionKind::Filter:
      return evaluate_filter(expression, frame);
  }
  return {};
}

bool Interpreter::test(const Expression& expression, Frame& frame) {
  switch (expression.kind) {
    case ExpressionKind::Not:
      return !test(expression.operands.front(), frame);
    case ExpressionKind::And:
      return test(expression.operands[0], frame) && test(expression.operands[1], frame);
    case ExpressionKind::Or:
      return test(expression.operands[0], frame) || test(expression.operands[1], frame);
    case ExpressionKind::Compare:
      return evaluate_comparison(expression, frame);
    case ExpressionKind::Test:
      return evaluate_test(expression, frame);
    default: {
      const Value* stored = peek(expression, frame);
      return stored != nullptr ? truth(*stored) : truth(evaluate(expression, frame));
    }
  }
}

void Interpreter::print(const Expression& expression, Frame& frame) {
  if (expression.kind == ExpressionKind::Call && print_call(expression, frame)) return;
  if (const Value* stored = peek(expression, frame)) {
    at(expression, frame);
    return append_printed(*this, out_, *stored);
  }
  const Value value = evaluate(expression, frame);
  at(expression, frame);
  append_printed(*this, out_, value);
}

Value Interpreter::evaluate_display(const Expression& expression, Frame& frame) {
  List items;
  items.reserve(expression.operands.size());
  for (const Expression& operand : expression.operands) items.push_back(evaluate(operand, frame));
  at(expression, frame);
  return list(std::move(items),
              expression.kind == ExpressionKind::TupleDisplay ? ListForm::Tuple : ListForm::Plain);
}

Value Interpreter::evaluate_map(const Expression& expression, Frame& frame) {
  Map fields;
  for (std::size_t i = 0; i + 1 < expression.operands.size(); i += 2) {
    const Value key = evaluate(expression.operands[i], frame);
    Value value = evaluate(expression.operands[i + 1], frame);
    if (key.kind() != Kind::String) {
      at(expression.operands[i], frame);
      fail_type("映射的键只能是普通文本", "keys of a mapping must be plain texts");
    }
    fields.set(key.text(), std::move(value));
  }
  at(expression, frame);
  return map(std::move(fields));
}

Value Interpreter::evaluate_concat(const Expression& expression, Frame& frame) {
  constexpr std::size_t kFew = 8;
  const std::size_t count = expression.operands.size();
  std::array<Value, kFew> few;
  std::vector<Value> many;
  Value* parts = few.data();
  if (count > kFew) {
    many.resize(count);
    parts = many.data();
  }
  for (std::size_t i = 0; i < count; ++i) parts[i] = evaluate(expression.operands[i], frame);
  at(expression, frame);
  if (expression.constant) {
    // What Jinja2 joins while compiling is plain text afterwards, even if parts of it were safe.
    std::string text;
    for (std::size_t i = 0; i < count; ++i) append_text(*this, text, parts[i]);
    return Value(std::move(text)).as_template_text();
  }
  return concat(*this, parts, count);
}

Value Interpreter::evaluate_binary(const Expression& expression, Frame& frame) {
  const Value left = evaluate(expression.operands[0], frame);
  const Value right = evaluate(expression.operands[1], frame);
  at(expression, frame);
  return apply_binary(*this, expression.binary, left, right);
}

bool Interpreter::evaluate_comparison(const Expression& expression, Frame& frame) {
  const Value* stored = peek(expression.operands[0], frame);
  Value left = stored != nullptr ? Value() : evaluate(expression.operands[0], frame);
  for (std::size_t i = 0; i < expression.comparisons.size(); ++i) {
    const Expression& operand = expression.operands[i + 1];
    const Value* stored_right = peek(operand, frame);
    Value right = stored_right != nullptr ? Value() : evaluate(operand, frame);
    at(expression, frame);
    const bool holds =
        apply_comparison(*this, expression.comparisons[i], stored != nullptr ? *stored : left,
                         stored_right != nullptr ? *stored_right : right);
    if (!holds) return false;
    stored = stored_right;
    left = std::move(right);
  }
  return true;
}

Value Interpreter::evaluate_conditional(const Expression& expression, Frame& frame) {
  if (test(expression.operands[0], frame)) return evaluate(expression.operands[1], frame);
  if (expression.operands.size() > 2) return evaluate(expression.operands[2], frame);
  return Value::undefined(Value::Absence::NoElse, "else");
}

Value Interpreter::evaluate_attribute(const Expression& expression, Frame& frame) {
  const Expression& operand = expression.operands.front();
  if (const Value* stored = peek(operand, frame)) return attribute(*stored, expression, frame);
  const Value base = evaluate(operand, frame);
  return attribute(base, expression, frame);
}

Value Interpreter::attribute(const Value& base, const Expression& where, Frame& frame) {
  const Symbol& name = *where.name;
  if (base.is_map() && !name.is_map_method) {
    if (const Value* found = base.map().find(name.text, name.hash)) return item_of(base, *found);
    return Value::undefined(Value::Absence::Attribute, name.text);
  }
  at(where, frame);
  if (base.is_object()) return object_attribute(base.object(), name.text);
  if (base.is_undefined()) {
    std::string nearest = nearest_field(where.operands.front(), frame);
    at(where.operands.front(), frame);
    fail_undefined(base, std::move(nearest));
  }
  if (base.is_list() && base.list_form() == ListForm::Group) {
    if (name.text == "grouper") return item_of(base, base.items()[0]);
    if (name.text == "list") return item_of(base, base.items()[1]);
  }
  if (is_python_method(base, name.text)) fail_method(*this, name.text);
  return Value::undefined(Value::Absence::Attribute, name.text);
}

/// For a field or name that does not exist: the nearest one that does.
std::string Interpreter::nearest_field(const Expression& base, Frame& frame) {
  std::vector<std::string> known;
  if (base.kind == ExpressionKind::Attribute) {
    const Value owner = evaluate(base.operands.front(), frame);
    if (!owner.is_map()) return {};
    for (const Map::Entry& entry : owner.map()) known.emplace_back(entry.name());
    return base::nearest_name(base.name->text, known);
  }
  if (base.kind != ExpressionKind::Name) return {};
  for (const Map* names : {&input_.page, &input_.globals}) {
    for (const Map::Entry& entry : *names) known.emplace_back(entry.name());
  }
  return base::nearest_name(base.name->text, known);
}

Value Interpreter::object_attribute(Object& object, std::string_view name) {
  switch (object.kind) {
    case ObjectKind::Loop:
      return loop_attribute(static_cast<LoopObject&>(object), name);
    case ObjectKind::Namespace: {
      const Map& fields = static_cast<NamespaceObject&>(object).fields;
      if (const Value* found = fields.find(name)) return *found;
      break;
    }
    case ObjectKind::Module:
      for (const auto& [symbol, value] : static_cast<ModuleObject&>(object).exported) {
        if (symbol->text == name) return value;
      }
      break;
    case ObjectKind::Cycler: {
      const auto& cycler = static_cast<CyclerObject&>(object);
      if (name == "current") return cycler.items[cycler.position];
      break;
    }
    case ObjectKind::Macro: {
      const MacroCode& code = *static_cast<MacroObject&>(object).code;
      if (name == "name" && code.name != nullptr) return Value::view(code.name->text);
      break;
    }
    case ObjectKind::SelfReference: {
      Context& context = *static_cast<SelfReference&>(object).context;
      for (std::size_t link = 0; link < context.blocks.size(); ++link) {
        if (context.blocks[link]->name->text != name) continue;
        return Value::object(make_object(block_references_, context, link));
      }
      std::vector<std::string> known;
      for (const BlockCode* block : context.blocks) known.push_back(block->name->text);
      fail(codes::kUnknownBlock, {{"name", std::string(name)}}, base::nearest_name(name, known));
    }
    case ObjectKind::BlockReference: {
      auto& reference = static_cast<BlockReference&>(object);
      if (name != "super") break;
      const Symbol& block = *reference.context->blocks[reference.link]->name;
      const auto above = find_block(*reference.context, block, reference.link + 1);
      if (!above) return Value::undefined(Value::Absence::Name, "super");
      return Value::object(make_object(block_references_, *reference.context, *above));
    }
    default:
      break;
  }
  // The name may be a temporary text; the message then says only that a field is missing.
  return Value::undefined(Value::Absence::Attribute, "?");
}

Value Interpreter::evaluate_subscript(const Expression& expression, Frame& frame) {
  const Value* stored = peek(expression.operands[0], frame);
  const Value base = stored != nullptr ? Value() : evaluate(expression.operands[0], frame);
  const Value key = evaluate(expression.operands[1], frame);
  at(expression, frame);
  const Value& from = stored != nullptr ? *stored : base;
  if (from.is_object() && key.is_text()) return object_attribute(from.object(), key.text());
  return subscript(*this, from, key);
}

Value Interpreter::evaluate_slice(const Expression& expression, Frame& frame) {
  const Value base = evaluate(expression.operands[0], frame);
  SliceBounds bounds;
  std::size_t next = 1;
  if ((expression.parts & 1U) != 0) bounds.start = evaluate(expression.operands[next++], frame);
  if ((expression.parts & 2U) != 0) bounds.stop = evaluate(expression.operands[next++], frame);
  if ((expression.parts & 4U) != 0) bounds.step = evaluate(expression.operands[next++], frame);
  at(expression, frame);
  return slice(*this, base, bounds);
}

Value Interpreter::evaluate_filter(const Expression& expression, Frame& frame) {
  const Expression& operand = expression.operands.front();
  if (const Value* stored = peek(operand, frame)) return apply_filter(expression, *stored, frame);
  const Value input = evaluate(operand, frame);
  return apply_filter(expression, input, frame);
}

namespace {

const Expression& argument_at(const CallArguments& arguments, std::size_t position) {
  return position < arguments.positional.size()
             ? arguments.positional[position]
             : arguments.named[position - arguments.positional.size()];
}

const std::array<Value, kMaxParameters> kNoArguments{};

}  // namespace

Value Interpreter::apply_filter(const Expression& expression, const Value& input, Frame& frame) {
  const CallArguments& written = *expression.arguments;
  if (expression.filter != nullptr && expression.filter->apply_open != nullptr) {
    std::vector<Value> positional;
    for (const Expression& argument : written.positional) {
      positional.push_back(evaluate(argument, frame));
    }
    std::vector<NamedValue> named;
    for (std::size_t i = 0; i < written.named.size(); ++i) {
      named.push_back({written.names[i]->text, evaluate(written.named[i], frame)});
    }
    at(expression, frame);
    return expression.filter->apply_open(*this, input, {positional, named});
  }
  const std::size_t count = expression.binding.size();
  if (written.empty() && expression.filter != nullptr) {
    at(expression, frame);
    return expression.filter->apply(*this, input, std::span(kNoArguments).first(count));
  }
  std::vector<Value> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (expression.binding[i] != Expression::kNotGiven) {
      values[i] = evaluate(argument_at(written, expression.binding[i]), frame);
    }
  }
  at(expression, frame);
  if (expression.filter != nullptr) return expression.filter->apply(*this, input, values);
  base::Result<Value> result = expression.extra_filter->apply(input, values);
  if (!result) {
    fail(codes::kFilterFailed,
         {{"name", expression.name->text}, {"reason", result.error().message}});
  }
  return std::move(result).value();
}

bool Interpreter::evaluate_test(const Expression& expression, Frame& frame) {
  const Expression& operand = expression.operands.front();
  const Value* stored = peek(operand, frame);
  const Value evaluated = stored != nullptr ? Value() : evaluate(operand, frame);
  const Value& input = stored != nullptr ? *stored : evaluated;
  const std::size_t count = expression.binding.size();
  if (count == 0) {
    at(expression, frame);
    return expression.test->apply(*this, input, {});
  }
  std::array<Value, kMaxParameters> values;
  for (std::size_t i = 0; i < count; ++i) {
    if (expression.binding[i] != Expression::kNotGiven) {
      values[i] = evaluate(argument_at(*expression.arguments, expression.binding[i]), frame);
    }
  }
  at(expression, frame);
  return expression.test->apply(*this, input, std::span(values).first(count));
}

}  // namespace kepu::theme
