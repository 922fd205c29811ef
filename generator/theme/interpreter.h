// Renders one page: walks the compiled templates and appends to the output. One object per render,
// one thread. Values from the page's maps are used as borrowed copies; whatever the render makes
// lives until its end at most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "theme/filters.h"
#include "theme/fragment_cache.h"
#include "theme/objects.h"
#include "theme/program.h"
#include "theme/runtime.h"
#include "theme/slot_stack.h"
#include "theme/template_set.h"

namespace kepu::theme {

/// Finds a compiled template by name.
class TemplateTable {
 public:
  virtual ~TemplateTable() = default;
  virtual const Template* find(std::string_view name) const = 0;
  virtual std::vector<std::string> names() const = 0;
};

class Interpreter : public Runtime {
 public:
  Interpreter(const TemplateTable& templates, const Options& options, const RenderInput& input,
              std::string& out, FragmentShelf* fragments);

  /// Throws Failure.
  void render(const Template& page);

 private:
  class Level;
  class Activation;

  // Statements (interpreter.cpp).
  void run(const Body& body, Frame& frame);
  void run(const Statement& statement, Frame& frame);
  void run_if(const Statement& statement, Frame& frame);
  void run_set_block(const Statement& statement, Frame& frame);
  void run_filter_block(const Statement& statement, Frame& frame);
  void run_with(const Statement& statement, Frame& frame);
  void run_call_block(const Statement& statement, Frame& frame);
  void write_unescaped(const Value& value);
  void run_macro(const Statement& statement, Frame& frame);
  void assign(const Target& target, const Value& value, Frame& frame, bool exports);
  void set_field(const Target& target, const Value& value, Frame& frame);
  static void export_variable(Context& context, const Symbol* name, const Value& value,
                              bool exported);
  void check_output();
  /// What is written between the mark and now, taken back out of the output.
  Value capture(std::size_t mark);
  Value filter_captured(const Expression& filters, Value captured, Frame& frame);

  // Variables.
  void enter(const Scope& scope, Frame& frame);
  static void leave(const Scope& scope, Frame& frame);
  static Frame& frame_of(Frame& frame, std::uint32_t hops);
  static Value& variable(Frame& frame, VariableRef reference) {
    return reference.hops == 0 ? frame.slots[reference.slot]
                               : frame_of(frame, reference.hops).slots[reference.slot];
  }
  Value look_up(const Context& context, const Symbol& name);
  static bool has_parent(const Frame& frame);

  // Loops (loops.cpp).
  void run_for(const Statement& statement, Frame& frame);
  void run_loop(const Statement& statement, Frame& frame, const Value& iterable,
                std::uint32_t depth0);
  void run_plain_loop(const Statement& statement, Frame& frame, const Value& list);
  void run_full_loop(const Statement& statement, Frame& frame, const Value& list,
                     std::uint32_t depth0);
  bool passes(const LoopCode& code, Frame& frame, const Value& item);
  std::optional<std::size_t> find_next(LoopObject& loop);
  bool advance(LoopObject& loop);
  std::optional<std::size_t> peek(LoopObject& loop);
  std::int64_t length(LoopObject& loop);
  Value loop_attribute(LoopObject& loop, std::string_view name);
  void recurse(LoopObject& loop, const Value& iterable);

  // Templates (inheritance.cpp).
  void run_template(const Template& source, Context& context);
  void run_extends(const Statement& statement, Frame& frame);
  void run_include(const Statement& statement, Frame& frame);
  void write_fragment(const Template& source, Context& context);
  void run_import(const Statement& statement, Frame& frame);
  void run_from_import(const Statement& statement, Frame& frame);
  void run_block(const Statement& statement, Frame& frame);
  void run_block(Context& context, std::size_t link);
  ModuleObject& import_module(const Statement& statement, Frame& frame);
  ModuleObject& import_plainly(const Template& source, TrailStep::How how);
  ModuleObject& make_module(const Template& source, Context& context, TrailStep::How how);
  const Template* find_template(const Value& name, bool required);
  Context& derive(const Statement& statement, Frame& frame);
  static std::optional<std::size_t> find_block(const Context& context, const Symbol& name,
                                               std::size_t from = 0);
  static void add_blocks(Context& context, const Template& source);

  // Includes that need not be rendered again (fragments.cpp).
  bool write_kept(const Template& source, std::string_view key);
  /// Everything that decides what the template will write; false if there is too much of it.
  bool append_key(const Template& source, const Context& context, std::string& key) const;
  bool append_key(const ReadPath& path, const Context& context, std::string& key) const;

  // Expressions (expressions.cpp).
  Value evaluate(const Expression& expression, Frame& frame);
  /// A stored value to look at, or nullptr; valid until a variable changes.
  const Value* peek(const Expression& expression, Frame& frame);
  bool test(const Expression& expression, Frame& frame);
  void print(const Expression& expression, Frame& frame);
  Value evaluate_display(const Expression& expression, Frame& frame);
  Value evaluate_map(const Expression& expression, Frame& frame);
  Value evaluate_concat(const Expression& expression, Frame& frame);
  Value evaluate_binary(const Expression& expression, Frame& frame);
  bool evaluate_comparison(const Expression& expression, Frame& frame);
  Value evaluate_conditional(const Expression& expression, Frame& frame);
  Value evaluate_attribute(const Expression& expression, Frame& frame);
  Value evaluate_subscript(const Expression& expression, Frame& frame);
  Value evaluate_slice(const Expression& expression, Frame& frame);
  Value evaluate_filter(const Expression& expression, Frame& frame);
  Value apply_filter(const Expression& expression, const Value& input, Frame& frame);
  bool evaluate_test(const Expression& expression, Frame& frame);
  Value attribute(const Value& base, const Expression& where, Frame& frame);
  Value object_attribute(Object& object, std::string_view name);
  std::string nearest_field(const Expression& base, Frame& frame);
  void at(const Expression& expression, const Frame& frame) {
    Runtime::at(*frame.owner, expression.offset, expression.length);
  }

  // Calls (calls.cpp).
  struct GivenArguments;
  Value evaluate_call(const Expression& call, Frame& frame, const Value* caller = nullptr);
  /// Calls what writes HTML straight into the output; false if the callee is something else.
  bool print_call(const Expression& call, Frame& frame, const Value* caller = nullptr);
  void gather(const CallArguments& written, Frame& frame, GivenArguments& given);
  /// Runs a macro, block or recursive loop, which writes; false for other objects.
  bool call_writer(Object& object, const OpenArguments& arguments);
  void require_no_arguments(std::string_view name, const OpenArguments& arguments);
  void call_macro(MacroObject& macro, const OpenArguments& arguments);
  Value call_object(Object& object, const OpenArguments& arguments);
  Value call_function(BuiltinFunction function, const OpenArguments& arguments);
  std::optional<Value> call_object_method(Object& object, std::string_view name,
                                          const OpenArguments& arguments);
  Value call_value(const Value& callee, const OpenArguments& arguments);
  Value make_range(const OpenArguments& arguments);
  Map gather_fields(std::string_view name, const OpenArguments& arguments);

  template <typename T, typename... Arguments>
  T& make_object(std::deque<T>& objects, Arguments&&... arguments) {
    count_bytes(sizeof(T));
    return objects.emplace_back(std::forward<Arguments>(arguments)...);
  }

  const TemplateTable& templates_;
  const RenderInput& input_;
  std::string& out_;
  std::size_t start_;
  FragmentShelf* fragments_;
  std::uint32_t call_depth_ = 0;
  std::uint32_t stack_depth_ = 0;
  SlotStack slots_;

  // Everything that values may point to, until the end of the render.
  std::deque<Context> contexts_;
  std::deque<Frame> frames_;
  std::deque<std::vector<Value>> captured_slots_;
  std::deque<MacroObject> macros_;
  std::deque<LoopObject> loops_;
  std::deque<NamespaceObject> namespaces_;
  std::deque<CyclerObject> cyclers_;
  std::deque<JoinerObject> joiners_;
  std::deque<ModuleObject> modules_;
  std::deque<SelfReference> self_references_;
  std::deque<BlockReference> block_references_;
  std::vector<std::pair<const Template*, ModuleObject*>> plain_imports_;
};

/// One level of calls: bounds recursion and keeps the chain of places for messages.
class Interpreter::Level {
 public:
  Level(Interpreter& interpreter, TrailStep step, const Function& function);
  ~Level();
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  Interpreter& interpreter_;
  std::uint32_t depth_;
};

/// A running function: its frame, on the slot stack or, if macros may use it later, kept to the end
/// of the render.
class Interpreter::Activation {
 public:
  Activation(Interpreter& interpreter, const Function& function, const Template& owner,
             Context& context, Frame* outer);
  Activation(const Activation&) = delete;
  Activation& operator=(const Activation&) = delete;
  Frame& frame() { return *frame_; }

 private:
  SlotStack::Lease lease_;
  Frame local_;
  Frame* frame_;
};

}  // namespace kepu::theme
