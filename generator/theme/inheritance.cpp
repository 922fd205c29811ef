// How templates use one another: extends, blocks, include, import.
#include <string>
#include <utility>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/interpreter.h"
#include "theme/operators.h"

namespace kepu::theme {

void Interpreter::add_blocks(Context& context, const Template& source) {
  for (const BlockCode& block : source.blocks) context.blocks.push_back(&block);
}

/// The top level of a template, and then of its parents.
void Interpreter::run_template(const Template& source, Context& context) {
  const Template* parent = nullptr;
  std::uint32_t extends_offset = 0;
  {
    Activation activation(*this, source.function, source, context, nullptr);
    Frame& frame = activation.frame();
    if (source.self_slot != MacroCode::kNone) {
      frame.slots[source.self_slot] = Value::object(make_object(self_references_, context));
    }
    enter(source.scope, frame);
    run(source.body, frame);
    parent = frame.parent;
    extends_offset = frame.extends_offset;
  }
  if (parent == nullptr) return;
  const Level level(*this, {TrailStep::How::Extend, &source, extends_offset}, parent->function);
  run_template(*parent, context);
}

void Interpreter::run_extends(const Statement& statement, Frame& frame) {
  if (frame.parent != nullptr) {
    at(statement.expression, frame);
    fail_value("一个模板只能继承一个父模板", "a template can only extend one other");
  }
  const Value name = evaluate(statement.expression, frame);
  at(statement.expression, frame);
  frame.parent = find_template(name, true);
  frame.extends_offset = statement.offset;
  add_blocks(*frame.context, *frame.parent);
}

/// The first existing one of one or several names; nullptr if none has to exist.
const Template* Interpreter::find_template(const Value& name, bool required) {
  if (name.is_undefined()) fail_undefined(name);
  const std::span<const Value> candidates =
      name.is_list() ? name.items() : std::span<const Value>(&name, 1);
  for (const Value& candidate : candidates) {
    if (candidate.is_undefined()) fail_undefined(candidate);
    if (!candidate.is_text()) {
      const auto [zh, en] = kind_names(candidate);
      fail_type("模板名应是文本，却是" + zh, "the name of a template must be a text, not " + en);
    }
    if (const Template* found = templates_.find(candidate.text())) return found;
  }
  if (!required) return nullptr;
  const std::string wanted(candidates.empty() ? std::string_view() : candidates.front().text());
  fail(codes::kMissing, {{"name", wanted}}, base::nearest_name(wanted, templates_.names()));
}

/// A context that sees what is visible at the statement.
Context& Interpreter::derive(const Statement& statement, Frame& frame) {
  count_bytes(sizeof(Context));
  Context& context = contexts_.emplace_back();
  context.outer = frame.context;
  for (const VisibleVariable& visible : statement.visible) {
    const Value& value = variable(frame, visible.variable);
    if (!value.is_missing()) context.locals.emplace_back(visible.name, value);
  }
  return context;
}

void Interpreter::run_include(const Statement& statement, Frame& frame) {
  const Value* stored = peek(statement.expression, frame);
  const Value name = stored != nullptr ? *stored : evaluate(statement.expression, frame);
  at(statement.expression, frame);
  const Template* source = find_template(name, !statement.ignore_missing);
  if (source == nullptr) return;
  if (!statement.with_context) {
    out_ += import_plainly(*source, TrailStep::How::Include).body;
    return;
  }
  const Level level(*this, here(TrailStep::How::Include), source->function);
  Context& context = derive(statement, frame);
  add_blocks(context, *source);
  write_fragment(*source, context);
}

/// A template that sees only the globals: made once per render.
ModuleObject& Interpreter::import_plainly(const Template& source, TrailStep::How how) {
  for (const auto& [known, module] : plain_imports_) {
    if (known == &source) return *module;
  }
  count_bytes(sizeof(Context));
  Context& context = contexts_.emplace_back();
  context.globals = &input_.globals;
  ModuleObject& module = make_module(source, context, how);
  plain_imports_.emplace_back(&source, &module);
  return module;
}

ModuleObject& Interpreter::make_module(const Template& source, Context& context,
                                       TrailStep::How how) {
  const Level level(*this, here(how), source.function);
  ModuleObject& module = make_object(modules_);
  module.source = &source;
  add_blocks(context, source);
  const std::size_t mark = out_.size();
  run_template(source, context);
  module.body = out_.substr(mark);
  count_bytes(module.body.size());
  out_.resize(mark);
  for (const Context::Variable& variable : context.variables) {
    if (variable.exported) module.exported.emplace_back(variable.name, variable.value);
  }
  return module;
}

ModuleObject& Interpreter::import_module(const Statement& statement, Frame& frame) {
  const Value name = evaluate(statement.expression, frame);
  at(statement.expression, frame);
  const Template& source = *find_template(name, true);
  if (!statement.with_context) return import_plainly(source, TrailStep::How::Import);
  return make_module(source, derive(statement, frame), TrailStep::How::Import);
}

void Interpreter::run_import(const Statement& statement, Frame& frame) {
  const Value module = Value::object(import_module(statement, frame));
  variable(frame, statement.target.variable) = module;
  if (statement.exports) export_variable(*frame.context, statement.target.name, module, false);
}

void Interpreter::run_from_import(const Statement& statement, Frame& frame) {
  ModuleObject& module = import_module(statement, frame);
  for (const ImportedName& imported : statement.imports) {
    Value value = Value::undefined(Value::Absence::Name, imported.name->text);
    for (const auto& [name, exported] : module.exported) {
      if (name == imported.name) value = exported;
    }
    variable(frame, imported.variable) = value;
    if (statement.exports) export_variable(*frame.context, imported.alias, value, false);
  }
}

std::optional<std::size_t> Interpreter::find_block(const Context& context, const Symbol& name,
                                                   std::size_t from) {
  for (std::size_t link = from; link < context.blocks.size(); ++link) {
    if (context.blocks[link]->name == &name) return link;
  }
  return std::nullopt;
}

void Interpreter::run_block(const Statement& statement, Frame& frame) {
  if (statement.checks_output && frame.parent != nullptr) return;
  const BlockCode& code = *statement.block;
  Context* context = frame.context;
  if (code.scoped) {
    context = &derive(statement, frame);
    context->blocks = frame.context->blocks;
  }
  // Its own template is part of the context, so there is at least one.
  const std::size_t link = *find_block(*context, *code.name);
  Runtime::at(*frame.owner, code.offset, static_cast<std::uint32_t>(code.name->text.size()));
  if (code.required && !find_block(*context, *code.name, link + 1)) {
    fail(codes::kRequiredBlock, {{"name", code.name->text}});
  }
  run_block(*context, link);
}

void Interpreter::run_block(Context& context, std::size_t link) {
  const BlockCode& code = *context.blocks[link];
  const Level level(*this, {TrailStep::How::Call, nullptr, 0}, code.function);
  Activation activation(*this, code.function, *code.owner, context, nullptr);
  Frame& frame = activation.frame();
  if (code.self_slot != MacroCode::kNone) {
    frame.slots[code.self_slot] = Value::object(make_object(self_references_, context));
  }
  if (code.super_slot != MacroCode::kNone) {
    const auto above = find_block(context, *code.name, link + 1);
    frame.slots[code.super_slot] =
        above ? Value::object(make_object(block_references_, context, *above))
              : Value::undefined(Value::Absence::Name, "super");
  }
  enter(code.scope, frame);
  run(code.body, frame);
}

}  // namespace kepu::theme
