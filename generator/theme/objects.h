// What templates can hold besides plain values: macros, loops, namespaces, modules … Each belongs
// to one render, which keeps all of them until its end; values only point to them, so that no cycle
// can leak.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "theme/program.h"
#include "theme/value.h"

namespace kepu::theme {

struct Context;

enum class ObjectKind : std::uint8_t {
  Function,
  Macro,
  Loop,
  Namespace,
  Cycler,
  Joiner,
  Module,
  SelfReference,
  BlockReference,
};

/// Base of the kinds below; `kind` says which one it is.
class Object {
 public:
  ObjectKind kind;

 protected:
  explicit Object(ObjectKind which) : kind(which) {}
  ~Object() = default;
};

/// Variables of a running function.
struct Frame {
  Value* slots = nullptr;
  /// The frame of the function around it, for macros and recursive loops.
  Frame* outer = nullptr;
  Context* context = nullptr;
  const Template* owner = nullptr;
  /// Top level of a template: the parent that it extends.
  const Template* parent = nullptr;
  std::uint32_t extends_offset = 0;
};

enum class BuiltinFunction : std::uint8_t { Range, Dict, Namespace, Cycler, Joiner };

struct FunctionObject : Object {
  explicit FunctionObject(BuiltinFunction builtin)
      : Object(ObjectKind::Function), function(builtin) {}
  BuiltinFunction function;
};

struct MacroObject : Object {
  MacroObject(const MacroCode& macro_code, Frame& defining)
      : Object(ObjectKind::Macro), code(&macro_code), frame(&defining), context(defining.context) {}
  const MacroCode* code;
  /// Where it was defined. Only followed if the macro uses variables from there; then that frame
  /// lives on.
  Frame* frame;
  Context* context;
};

/// The state of one loop, also without `loop` being used.
struct LoopObject : Object {
  LoopObject() : Object(ObjectKind::Loop) {}
  const LoopCode* code = nullptr;
  const Statement* statement = nullptr;
  Frame* frame = nullptr;
  Value list;
  std::span<const Value> items;
  /// Filtered loops that were asked for their length: the remaining items that pass.
  std::optional<std::vector<std::size_t>> remaining;
  std::size_t next = 0;
  std::int64_t index0 = -1;
  std::optional<std::size_t> before;
  std::optional<std::size_t> current;
  std::optional<std::size_t> after;
  std::optional<std::int64_t> length;
  std::uint32_t depth0 = 0;
  std::optional<Value> last_changed;
};

struct NamespaceObject : Object {
  NamespaceObject() : Object(ObjectKind::Namespace) {}
  Map fields;
};

struct CyclerObject : Object {
  CyclerObject() : Object(ObjectKind::Cycler) {}
  List items;
  std::size_t position = 0;
};

struct JoinerObject : Object {
  JoinerObject() : Object(ObjectKind::Joiner) {}
  Value separator;
  bool used = false;
};

/// An imported template: the names it exports, and its text.
struct ModuleObject : Object {
  ModuleObject() : Object(ObjectKind::Module) {}
  const Template* source = nullptr;
  std::vector<std::pair<const Symbol*, Value>> exported;
  std::string body;
};

/// `self` in a template: self.title() renders a block.
struct SelfReference : Object {
  explicit SelfReference(Context& of) : Object(ObjectKind::SelfReference), context(&of) {}
  Context* context;
};

/// A block of a certain level, as `super` and `self.name` give it.
struct BlockReference : Object {
  BlockReference(Context& of, std::size_t position)
      : Object(ObjectKind::BlockReference), context(&of), link(position) {}
  Context* context;
  /// Position in the context's list of blocks.
  std::size_t link;
};

/// Names that a template sees, and its blocks. Contexts of includes look further in that of the
/// including template.
struct Context {
  struct Variable {
    const Symbol* name = nullptr;
    Value value;
    bool exported = false;
  };
  const Context* outer = nullptr;
  /// Set by the template's top level.
  std::vector<Variable> variables;
  /// Given by the place of the include, import or scoped block.
  std::vector<std::pair<const Symbol*, Value>> locals;
  const Map* page = nullptr;
  const Map* globals = nullptr;
  /// Blocks of the template and then of its parents, in the order in which they were met.
  std::vector<const BlockCode*> blocks;
};

}  // namespace kepu::theme
