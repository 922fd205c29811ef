// How the interpreter keeps what includes wrote: the key under which a text is kept, and its use.
#include <string>
#include <type_traits>
#include <utility>

#include "theme/fragment_cache.h"
#include "theme/interpreter.h"

namespace kepu::theme {
namespace {

/// Longer texts are of one page only.
constexpr std::size_t kLongestKeyText = 256;

/// What a path in a key begins with: where its value comes from.
enum class Origin : char { Nowhere, Globals, Page };

template <typename T>
void append_bytes(std::string& key, T value) {
  static_assert(std::is_trivially_copyable_v<T>);
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_text(std::string& key, std::string_view text) {
  append_bytes(key, text.size());
  key += text;
}

/// Lists and maps could be compared, too; but they are of one page, if they are not global.
bool append_value(std::string& key, const Value& value) {
  append_bytes(key, value.kind());
  switch (value.kind()) {
    case Kind::Undefined:
      append_bytes(key, value.absence());
      append_text(key, value.absent_name());
      return true;
    case Kind::None:
      return true;
    case Kind::Bool:
      append_bytes(key, value.boolean());
      return true;
    case Kind::Int:
      append_bytes(key, value.integer());
      return true;
    case Kind::Double:
      append_bytes(key, value.number());
      return true;
    case Kind::String:
    case Kind::Safe:
      append_bytes(key, value.is_template_text());
      append_text(key, value.text());
      return value.text().size() <= kLongestKeyText;
    default:
      return false;
  }
}

/// The value at the end of the path, or where it cannot go on.
const Value* follow(const Value& base, const ReadPath& path) {
  const Value* value = &base;
  for (const Symbol* field : path.fields) {
    if (!value->is_map()) break;
    value = value->map().find(field->text, field->hash);
    if (value == nullptr) return nullptr;
  }
  return value;
}

struct Origins {
  Origin origin = Origin::Nowhere;
  const Value* value = nullptr;
};

/// Where Interpreter::look_up finds a name.
Origins find_origin(const Context& context, const Symbol& name) {
  for (const Context* at = &context; at != nullptr; at = at->outer) {
    for (const Context::Variable& known : at->variables) {
      if (known.name == &name) return {Origin::Page, &known.value};
    }
    for (const auto& [local, value] : at->locals) {
      if (local == &name) return {Origin::Page, &value};
    }
    if (at->page != nullptr) {
      if (const Value* found = at->page->find(name.text, name.hash)) return {Origin::Page, found};
    }
    if (at->globals != nullptr && at->globals->find(name.text, name.hash) != nullptr) {
      return {Origin::Globals, nullptr};
    }
  }
  return {};
}

}  // namespace

void Interpreter::write_fragment(const Template& source, Context& context) {
  if (fragments_ == nullptr || !source.reads || !fragments_->is_worthwhile(source)) {
    return run_template(source, context);
  }
  std::string key;
  if (!append_key(source, context, key)) {
    fragments_->pass_over(source);
    return run_template(source, context);
  }
  if (write_kept(source, key)) return;
  const std::size_t mark = out_.size();
  const std::uint64_t steps_before = steps();
  const std::uint64_t bytes_before = created_bytes();
  run_template(source, context);
  fragments_->add(source, std::move(key),
                  {out_.substr(mark), steps() - steps_before, created_bytes() - bytes_before});
}

bool Interpreter::write_kept(const Template& source, std::string_view key) {
  const FragmentShelf::Fragment* known = fragments_->find(source, key);
  // What would exceed a limit is rendered, so that the message tells where.
  if (known == nullptr || steps() + known->steps > limits().steps ||
      created_bytes() + known->bytes > limits().created_bytes) {
    return false;
  }
  count_steps(known->steps);
  count_bytes(known->bytes);
  out_ += known->text;
  return true;
}

bool Interpreter::append_key(const Template& source, const Context& context,
                             std::string& key) const {
  // How deep the include stands decides whether what it calls is too deep.
  append_bytes(key, call_depth_);
  append_bytes(key, stack_depth_);
  for (const ReadPath& path : *source.reads) {
    if (!append_key(path, context, key)) return false;
  }
  return true;
}

bool Interpreter::append_key(const ReadPath& path, const Context& context, std::string& key) const {
  const auto [origin, base] = find_origin(context, *path.name);
  append_bytes(key, origin);
  if (origin != Origin::Page) return true;
  const Value* value = follow(*base, path);
  append_bytes(key, value != nullptr);
  return value == nullptr || append_value(key, *value);
}

}  // namespace kepu::theme
