// The interpreter's calls: macros, blocks, recursive loops, built-in functions, methods of objects.
#include <algorithm>
#include <string>
#include <utility>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/interpreter.h"
#include "theme/methods.h"
#include "theme/operators.h"

namespace kepu::theme {

/// Arguments of a call, evaluated.
struct Interpreter::GivenArguments {
  std::vector<Value> positional;
  std::vector<NamedValue> named;
  /// Names of named arguments point into it.
  Value unpacked;
  OpenArguments view() const { return {positional, named}; }
};

void Interpreter::gather(const CallArguments& written, Frame& frame, GivenArguments& given) {
  given.positional.reserve(written.positional.size());
  for (const Expression& argument : written.positional) {
    given.positional.push_back(evaluate(argument, frame));
  }
  for (std::size_t i = 0; i < written.named.size(); ++i) {
    given.named.push_back({written.names[i]->text, evaluate(written.named[i], frame)});
  }
  if (written.unpacked_list) {
    const Value value = evaluate(*written.unpacked_list, frame);
    at(*written.unpacked_list, frame);
    if (value.is_undefined()) fail_undefined(value);
    const Value items = list_of(*this, value);
    count_steps(items.items().size());
    for (const Value& item : items.items()) given.positional.push_back(item_of(items, item));
  }
  if (written.unpacked_map) {
    given.unpacked = evaluate(*written.unpacked_map, frame);
    at(*written.unpacked_map, frame);
    if (given.unpacked.is_undefined()) fail_undefined(given.unpacked);
    if (!given.unpacked.is_map()) fail_type("** 后面应是映射", "** needs a mapping");
    for (const Map::Entry& entry : given.unpacked.map()) {
      const bool is_double =
          std::any_of(given.named.begin(), given.named.end(),
                      [&](const NamedValue& known) { return known.name == entry.name(); });
      if (is_double) {
        const std::string name(entry.name());
        fail_value("参数“" + name + "”给了两次", "the argument '" + name + "' is given twice");
      }
      given.named.push_back({entry.name(), item_of(given.unpacked, entry.value)});
    }
  }
}

bool Interpreter::print_call(const Expression& call, Frame& frame, const Value* caller) {
  const Expression& callee = call.operands.front();
  Value found;
  if (callee.kind == ExpressionKind::Name) {
    found = evaluate(callee, frame);
  } else if (callee.kind == ExpressionKind::Attribute &&
             callee.operands.front().kind == ExpressionKind::Name) {
    // super.super(), self.title(), forms.field(): objects whose attributes have no side effects.
    const Value* base = peek(callee.operands.front(), frame);
    if (base == nullptr || !base->is_object()) return false;
    const ObjectKind kind = base->object().kind;
    if (kind != ObjectKind::Module && kind != ObjectKind::SelfReference &&
        kind != ObjectKind::BlockReference) {
      return false;
    }
    at(callee, frame);
    found = object_attribute(base->object(), callee.name->text);
  }
  if (!found.is_object()) return false;
  const ObjectKind kind = found.object().kind;
  if (kind != ObjectKind::Macro && kind != ObjectKind::BlockReference && kind != ObjectKind::Loop) {
    return false;
  }
  GivenArguments given;
  gather(*call.arguments, frame, given);
  if (caller != nullptr) given.named.push_back({"caller", *caller});
  at(call, frame);
  return call_writer(found.object(), given.view());
}

Value Interpreter::evaluate_call(const Expression& call, Frame& frame, const Value* caller) {
  const Expression& callee = call.operands.front();
  GivenArguments given;
  Value target;
  if (callee.kind == ExpressionKind::Attribute) {
    const Value base = evaluate(callee.operands.front(), frame);
    if (base.is_undefined()) return attribute(base, callee, frame);
    gather(*call.arguments, frame, given);
    if (caller != nullptr) given.named.push_back({"caller", *caller});
    at(callee, frame);
    std::optional<Value> result =
        base.is_object() ? call_object_method(base.object(), callee.name->text, given.view())
                         : call_method(*this, base, callee.name->text, given.view());
    if (result) return std::move(*result);
    target = attribute(base, callee, frame);
  } else {
    target = evaluate(callee, frame);
    gather(*call.arguments, frame, given);
    if (caller != nullptr) given.named.push_back({"caller", *caller});
  }
  at(callee, frame);
  if (target.is_undefined()) fail_undefined(target, nearest_field(callee, frame));
  at(call, frame);
  return call_value(target, given.view());
}

Value Interpreter::call_value(const Value& callee, const OpenArguments& arguments) {
  if (!callee.is_object()) {
    const auto [zh, en] = kind_names(callee);
    fail_type(zh + "不能调用", en + " cannot be called");
  }
  return call_object(callee.object(), arguments);
}

Value Interpreter::call_object(Object& object, const OpenArguments& arguments) {
  if (object.kind == ObjectKind::Function) {
    return call_function(static_cast<FunctionObject&>(object).function, arguments);
  }
  if (object.kind == ObjectKind::Joiner) {
    require_no_arguments("joiner", arguments);
    auto& joiner = static_cast<JoinerObject&>(object);
    return std::exchange(joiner.used, true) ? joiner.separator : Value::template_text("");
  }
  const std::size_t mark = out_.size();
  if (!call_writer(object, arguments))
    fail_type("这个对象不能调用", "this object cannot be called");
  return capture(mark);
}

void Interpreter::require_no_arguments(std::string_view name, const OpenArguments& arguments) {
  if (arguments.positional.empty() && arguments.named.empty()) return;
  fail_arguments(name, "它没有参数", "it takes no arguments");
}

bool Interpreter::call_writer(Object& object, const OpenArguments& arguments) {
  switch (object.kind) {
    case ObjectKind::Macro:
      call_macro(static_cast<MacroObject&>(object), arguments);
      return true;
    case ObjectKind::BlockReference: {
      require_no_arguments("super", arguments);
      auto& reference = static_cast<BlockReference&>(object);
      run_block(*reference.context, reference.link);
      return true;
    }
    case ObjectKind::Loop:
      if (arguments.positional.size() != 1 || !arguments.named.empty()) {
        fail_arguments("loop", "需要一个列表", "it takes one list");
      }
      recurse(static_cast<LoopObject&>(object), arguments.positional.front());
      return true;
    default:
      return false;
  }
}

namespace {

/// Takes one named argument out; nullptr if it is not there.
const Value* take_named(const OpenArguments& arguments, std::vector<bool>& taken,
                        std::string_view name) {
  for (std::size_t i = 0; i < arguments.named.size(); ++i) {
    if (taken[i] || arguments.named[i].name != name) continue;
    taken[i] = true;
    return &arguments.named[i].value;
  }
  return nullptr;
}

}  // namespace

/// As Jinja2's Macro.__call__, including its rules for `caller`, `kwargs` and `varargs`.
void Interpreter::call_macro(MacroObject& macro, const OpenArguments& arguments) {
  const MacroCode& code = *macro.code;
  const std::string_view name = code.name != nullptr ? std::string_view(code.name->text) : "caller";
  const Level level(*this, here(TrailStep::How::Call), code.function);
  Activation activation(*this, code.function, *code.owner, *macro.context, macro.frame);
  Frame& frame = activation.frame();
  std::vector<bool> taken(arguments.named.size(), false);
  const std::size_t count = code.parameters.size();
  for (std::size_t i = 0; i < count; ++i) {
    Value& slot = frame.slots[code.parameters[i].slot];
    if (i < arguments.positional.size()) {
      slot = arguments.positional[i];
    } else if (const Value* given = take_named(arguments, taken, code.parameters[i].name->text)) {
      slot = *given;
    }
  }
  if (code.caller_slot != MacroCode::kNone) {
    const Value* caller = take_named(arguments, taken, "caller");
    frame.slots[code.caller_slot] = caller != nullptr && !caller->is_none()
                                        ? *caller
                                        : Value::undefined(Value::Absence::Name, "caller");
  }
  Map rest;
  for (std::size_t i = 0; i < arguments.named.size(); ++i) {
    if (taken[i]) continue;
    const std::string argument(arguments.named[i].name);
    if (code.kwargs_slot == MacroCode::kNone) {
      fail_arguments(name, "没有参数“" + argument + "”",
                     "there is no parameter '" + argument + "'");
    }
    rest.set(argument, arguments.named[i].value);
  }
  if (code.kwargs_slot != MacroCode::kNone) frame.slots[code.kwargs_slot] = map(std::move(rest));
  if (code.varargs_slot != MacroCode::kNone) {
    List more;
    for (std::size_t i = count; i < arguments.positional.size(); ++i) {
      more.push_back(arguments.positional[i]);
    }
    frame.slots[code.varargs_slot] = list(std::move(more), ListForm::Tuple);
  } else if (arguments.positional.size() > count) {
    const std::string most = std::to_string(count);
    fail_arguments(name, "最多 " + most + " 个参数", "at most " + most + " arguments are possible");
  }
  enter(code.scope, frame);
  for (const Parameter& parameter : code.parameters) {
    Value& slot = frame.slots[parameter.slot];
    if (!slot.is_missing()) continue;
    slot = parameter.standard ? evaluate(*parameter.standard, frame)
                              : Value::undefined(Value::Absence::Parameter, parameter.name->text);
  }
  run(code.body, frame);
}

Value Interpreter::make_range(const OpenArguments& arguments) {
  const std::span<const Value> given = arguments.positional;
  if (given.empty() || given.size() > 3 || !arguments.named.empty()) {
    fail_arguments("range", "需要 1 到 3 个整数", "it takes 1 to 3 integers");
  }
  for (const Value& value : given) {
    if (value.is_undefined()) fail_undefined(value);
    if (!is_integral(value)) fail_arguments("range", "只能用整数", "only integers are possible");
  }
  const std::int64_t start = given.size() > 1 ? to_integer(given[0]) : 0;
  const std::int64_t stop = to_integer(given[given.size() > 1 ? 1 : 0]);
  const std::int64_t step = given.size() > 2 ? to_integer(given[2]) : 1;
  if (step == 0) fail_value("range 的步长不能是零", "the step of range cannot be zero");
  const bool upwards = step > 0;
  const bool is_empty = upwards ? start >= stop : start <= stop;
  // Unsigned differences cannot overflow.
  const auto from = static_cast<std::uint64_t>(upwards ? start : stop);
  const auto to = static_cast<std::uint64_t>(upwards ? stop : start);
  const std::uint64_t stride = upwards ? static_cast<std::uint64_t>(step)
                                       : std::uint64_t{0} - static_cast<std::uint64_t>(step);
  const std::uint64_t count = is_empty ? 0 : (to - from - 1) / stride + 1;
  if (count > limits().range_length) {
    fail_limit("range 太长", "the range is too long", limits().range_length);
  }
  List items;
  items.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    items.emplace_back(start + static_cast<std::int64_t>(i) * step);
  }
  return list(std::move(items), ListForm::Range);
}

Value Interpreter::call_function(BuiltinFunction function, const OpenArguments& arguments) {
  switch (function) {
    case BuiltinFunction::Range:
      return make_range(arguments);
    case BuiltinFunction::Cycler: {
      if (arguments.positional.empty() || !arguments.named.empty()) {
        fail_arguments("cycler", "至少需要一个值", "it takes at least one value");
      }
      CyclerObject& cycler = make_object(cyclers_);
      cycler.items.assign(arguments.positional.begin(), arguments.positional.end());
      return Value::object(cycler);
    }
    case BuiltinFunction::Joiner: {
      std::vector<bool> taken(arguments.named.size(), false);
      const Value* separator = take_named(arguments, taken, "sep");
      if (arguments.positional.size() + arguments.named.size() > 1 ||
          (separator == nullptr && !arguments.named.empty())) {
        fail_arguments("joiner", "只有一个参数 sep", "the only parameter is sep");
      }
      if (!arguments.positional.empty()) separator = &arguments.positional.front();
      JoinerObject& joiner = make_object(joiners_);
      joiner.separator = separator != nullptr ? *separator : Value::template_text(", ");
      return Value::object(joiner);
    }
    default:
      break;
  }
  Map fields = gather_fields(function == BuiltinFunction::Dict ? "dict" : "namespace", arguments);
  if (function == BuiltinFunction::Dict) return map(std::move(fields));
  count_bytes(fields.size() * sizeof(Map::Entry));
  NamespaceObject& names = make_object(namespaces_);
  names.fields = std::move(fields);
  return Value::object(names);
}

/// dict(map, name=value …): also a list of pairs.
Map Interpreter::gather_fields(std::string_view name, const OpenArguments& arguments) {
  Map fields;
  if (arguments.positional.size() > 1) {
    fail_arguments(name, "最多一个不带名字的参数",
                   "at most one argument without a name is possible");
  }
  for (const Value& first : arguments.positional) {
    if (first.is_undefined()) fail_undefined(first);
    if (first.is_map()) {
      for (const Map::Entry& entry : first.map()) {
        fields.set(entry.name(), item_of(first, entry.value));
      }
      continue;
    }
    const Value pairs = list_of(*this, first);
    count_steps(pairs.items().size());
    for (const Value& item : pairs.items()) {
      const Value pair = list_of(*this, item);
      if (pair.items().size() != 2 || pair.items()[0].kind() != Kind::String) {
        fail_arguments(name, "需要“键, 值”对的列表，键是文本",
                       "it takes a list of pairs of a text and a value");
      }
      fields.set(pair.items()[0].text(), item_of(pair, pair.items()[1]));
    }
  }
  for (const NamedValue& given : arguments.named) fields.set(given.name, given.value);
  return fields;
}

std::optional<Value> Interpreter::call_object_method(Object& object, std::string_view name,
                                                     const OpenArguments& arguments) {
  if (object.kind == ObjectKind::Cycler) {
    auto& cycler = static_cast<CyclerObject&>(object);
    if (name == "next") {
      require_no_arguments("next", arguments);
      const std::size_t position = cycler.position;
      cycler.position = (position + 1) % cycler.items.size();
      return cycler.items[position];
    }
    if (name == "reset") {
      require_no_arguments("reset", arguments);
      cycler.position = 0;
      return Value(nullptr);
    }
  }
  if (object.kind != ObjectKind::Loop) return std::nullopt;
  auto& loop = static_cast<LoopObject&>(object);
  if (name != "cycle" && name != "changed") return std::nullopt;
  if (!arguments.named.empty()) {
    fail_arguments(name, "参数不能带名字", "named arguments are not possible");
  }
  if (name == "cycle") {
    if (arguments.positional.empty()) {
      fail_arguments(name, "至少需要一个值", "it takes at least one value");
    }
    const auto index = static_cast<std::size_t>(loop.index0) % arguments.positional.size();
    return arguments.positional[index];
  }
  Value values =
      list(List(arguments.positional.begin(), arguments.positional.end()), ListForm::Tuple);
  if (loop.last_changed && equal(*loop.last_changed, values)) return Value(false);
  loop.last_changed = std::move(values);
  return Value(true);
}

}  // namespace kepu::theme
