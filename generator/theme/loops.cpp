// The interpreter's `for` loops and the variable `loop`.
#include <string>
#include <utility>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/interpreter.h"
#include "theme/operators.h"

namespace kepu::theme {

void Interpreter::run_for(const Statement& statement, Frame& frame) {
  const LoopCode& code = *statement.loop;
  const Value* stored = peek(statement.expression, frame);
  // Holds its storage: the variable that it came from may be set inside the loop.
  const Value iterable = stored != nullptr ? *stored : evaluate(statement.expression, frame);
  at(statement.expression, frame);
  if (!code.recursive) return run_loop(statement, frame, iterable, 0);
  const Level level(*this, {TrailStep::How::Call, nullptr, 0}, code.function);
  Activation activation(*this, code.function, *frame.owner, *frame.context, &frame);
  run_loop(statement, activation.frame(), iterable, 0);
}

void Interpreter::run_loop(const Statement& statement, Frame& frame, const Value& iterable,
                           std::uint32_t depth0) {
  const LoopCode& code = *statement.loop;
  const Value list = list_of(*this, iterable);
  if (code.loop_slot == MacroCode::kNone) {
    run_plain_loop(statement, frame, list);
  } else {
    run_full_loop(statement, frame, list, depth0);
  }
}

void Interpreter::run_plain_loop(const Statement& statement, Frame& frame, const Value& list) {
  const LoopCode& code = *statement.loop;
  bool any = false;
  if (code.test) enter(code.test_scope, frame);
  const std::span<const Value> items = list.items();
  for (const Value& element : items) {
    const Value item = item_of(list, element);
    if (code.test && !passes(code, frame, item)) continue;
    any = true;
    count_steps(1);
    assign(code.target, item, frame, false);
    enter(code.body_scope, frame);
    run(statement.body, frame);
    check_output();
  }
  if (code.test) leave(code.test_scope, frame);
  leave(code.body_scope, frame);
  if (any || !code.has_else) return;
  enter(code.else_scope, frame);
  run(statement.otherwise, frame);
  leave(code.else_scope, frame);
}

void Interpreter::run_full_loop(const Statement& statement, Frame& frame, const Value& list,
                                std::uint32_t depth0) {
  const LoopCode& code = *statement.loop;
  LoopObject& loop = make_object(loops_);
  loop.code = &code;
  loop.statement = &statement;
  loop.frame = &frame;
  loop.list = list;
  loop.items = list.items();
  loop.depth0 = depth0;
  if (code.test) enter(code.test_scope, frame);
  while (advance(loop)) {
    count_steps(1);
    assign(code.target, item_of(list, loop.items[*loop.current]), frame, false);
    frame.slots[code.loop_slot] = Value::object(loop);
    enter(code.body_scope, frame);
    run(statement.body, frame);
    check_output();
  }
  // Somebody may have kept `loop`; the variables that its test needs are gone.
  loop.frame = nullptr;
  if (code.test) leave(code.test_scope, frame);
  leave(code.body_scope, frame);
  if (loop.index0 >= 0 || !code.has_else) return;
  enter(code.else_scope, frame);
  run(statement.otherwise, frame);
  leave(code.else_scope, frame);
}

bool Interpreter::passes(const LoopCode& code, Frame& frame, const Value& item) {
  count_steps(1);
  assign(code.test_target, item, frame, false);
  return test(*code.test, frame);
}

std::optional<std::size_t> Interpreter::find_next(LoopObject& loop) {
  if (loop.remaining) {
    if (loop.next >= loop.remaining->size()) return std::nullopt;
    return (*loop.remaining)[loop.next++];
  }
  while (loop.next < loop.items.size()) {
    const std::size_t candidate = loop.next++;
    if (!loop.code->test) return candidate;
    // The test may ask the loop that it belongs to (by way of a namespace), which would go on for
    // ever.
    Frame* const frame = std::exchange(loop.frame, nullptr);
    if (frame == nullptr) fail_value("这个循环现在不能使用", "this loop cannot be used now");
    const bool passed = passes(*loop.code, *frame, item_of(loop.list, loop.items[candidate]));
    loop.frame = frame;
    if (passed) return candidate;
  }
  return std::nullopt;
}

bool Interpreter::advance(LoopObject& loop) {
  const std::optional<std::size_t> found =
      loop.after ? std::exchange(loop.after, std::nullopt) : find_next(loop);
  if (!found) return false;
  ++loop.index0;
  loop.before = loop.current;
  loop.current = found;
  return true;
}

std::optional<std::size_t> Interpreter::peek(LoopObject& loop) {
  if (!loop.after) loop.after = find_next(loop);
  return loop.after;
}

std::int64_t Interpreter::length(LoopObject& loop) {
  if (loop.length) return *loop.length;
  if (!loop.code->test) {
    loop.length = static_cast<std::int64_t>(loop.items.size());
    return *loop.length;
  }
  // A filtered loop must look at all the rest to know how many there are.
  std::vector<std::size_t> remaining;
  while (const auto found = find_next(loop)) remaining.push_back(*found);
  loop.length =
      static_cast<std::int64_t>(remaining.size()) + loop.index0 + 1 + (loop.after ? 1 : 0);
  loop.remaining = std::move(remaining);
  loop.next = 0;
  return *loop.length;
}

Value Interpreter::loop_attribute(LoopObject& loop, std::string_view name) {
  if (name == "index") return loop.index0 + 1;
  if (name == "index0") return loop.index0;
  if (name == "first") return loop.index0 == 0;
  if (name == "last") return !peek(loop).has_value();
  if (name == "length") return length(loop);
  if (name == "revindex") return length(loop) - loop.index0;
  if (name == "revindex0") return length(loop) - loop.index0 - 1;
  if (name == "depth") return loop.depth0 + 1;
  if (name == "depth0") return loop.depth0;
  const auto item = [&](std::size_t position) { return item_of(loop.list, loop.items[position]); };
  if (name == "previtem") {
    if (loop.before && loop.index0 != 0) return item(*loop.before);
    return Value::undefined(Value::Absence::Attribute, "previtem");
  }
  if (name == "nextitem") {
    if (const auto next = peek(loop)) return item(*next);
    return Value::undefined(Value::Absence::Attribute, "nextitem");
  }
  const std::vector<std::string> known{"index",    "index0", "revindex", "revindex0", "first",
                                       "last",     "length", "depth",    "depth0",    "previtem",
                                       "nextitem", "cycle",  "changed"};
  if (name == "cycle" || name == "changed") {
    fail(codes::kUnsupported, reason("loop." + std::string(name) + " 只能直接调用",
                                     "loop." + std::string(name) + " without a call"));
  }
  // Jinja2 would print nothing; nobody wants that of a mistyped loop variable.
  fail(codes::kUndefinedAttribute, {{"name", std::string(name)}}, base::nearest_name(name, known));
}

/// `loop(children)` in a recursive loop.
void Interpreter::recurse(LoopObject& loop, const Value& iterable) {
  if (!loop.code->recursive) {
    fail_type("只有 recursive 循环的 loop 才能调用",
              "only the loop of a recursive loop can be called");
  }
  if (loop.frame == nullptr) fail_value("这个循环已经结束", "this loop is over");
  const Level level(*this, here(TrailStep::How::Call), loop.code->function);
  Frame& defining = *loop.frame->outer;
  Activation activation(*this, loop.code->function, *defining.owner, *defining.context, &defining);
  run_loop(*loop.statement, activation.frame(), iterable, loop.depth0 + 1);
}

}  // namespace kepu::theme
