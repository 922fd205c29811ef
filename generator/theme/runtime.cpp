#include "theme/runtime.h"

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/program.h"
#include "theme/template_set.h"

namespace kepu::theme {
namespace {

/// Deeper values could exhaust the stack when they are printed or compared.
constexpr std::uint32_t kMaxNesting = 200;
/// Notes shown of a long chain of callers.
constexpr std::size_t kMaxTrailNotes = 12;

base::Bilingual trail_text(TrailStep::How how) {
  switch (how) {
    case TrailStep::How::Include:
      return {"由此处的 include 引入", "included from here"};
    case TrailStep::How::Extend:
      return {"由此处的 extends 继承", "extended from here"};
    case TrailStep::How::Import:
      return {"由此处的 import 导入", "imported from here"};
    default:
      return {"由此处调用", "called from here"};
  }
}

}  // namespace

Runtime::Runtime(const Options& options, std::string_view page_name)
    : options_(options), limits_(options.limits), page_name_(page_name) {}

void Runtime::fail(const base::DiagnosticCode& code, std::vector<base::Argument> arguments,
                   std::string suggestion) {
  base::Place place =
      template_ != nullptr ? template_->file.place(offset_, length_) : base::Place{};
  base::Diagnostic diagnostic(code, std::move(place), std::move(arguments));
  diagnostic.suggestion = std::move(suggestion);
  std::size_t shown = 0;
  for (auto step = trail_.rbegin(); step != trail_.rend() && shown < kMaxTrailNotes; ++step) {
    if (step->at == nullptr) continue;
    diagnostic.with_note(step->at->file.place(step->offset), trail_text(step->how));
    ++shown;
  }
  diagnostic.with_note({}, {"正在生成页面“{page}”", "while rendering the page '{page}'"},
                       {{"page", std::string(page_name_)}});
  throw Failure(std::move(diagnostic));
}

void Runtime::fail_type(std::string zh, std::string en) {
  fail(codes::kType, reason(std::move(zh), std::move(en)));
}

void Runtime::fail_value(std::string zh, std::string en) {
  fail(codes::kValue, reason(std::move(zh), std::move(en)));
}

void Runtime::fail_arguments(std::string_view name, std::string zh, std::string en) {
  std::vector<base::Argument> arguments = reason(std::move(zh), std::move(en));
  arguments.push_back({"name", std::string(name)});
  fail(codes::kArguments, std::move(arguments));
}

void Runtime::fail_limit(std::string zh, std::string en, std::uint64_t limit) {
  std::vector<base::Argument> arguments = reason(std::move(zh), std::move(en));
  arguments.push_back({"limit", std::to_string(limit)});
  fail(codes::kLimit, std::move(arguments));
}

void Runtime::fail_undefined(const Value& value, std::string suggestion) {
  const std::string name(value.absent_name());
  switch (value.absence()) {
    case Value::Absence::Attribute:
      fail(codes::kUndefinedAttribute, {{"name", name}}, std::move(suggestion));
    case Value::Absence::Parameter:
      fail_value("没有给出参数“" + name + "”", "the parameter '" + name + "' was not given");
    case Value::Absence::NoElse:
      fail_value("条件不成立，又没有 else", "the condition is false and there is no else");
    default:
      fail(codes::kUndefined, {{"name", name}}, std::move(suggestion));
  }
}

void Runtime::fail_steps() {
  fail_limit("循环的次数太多", "too many loop steps", limits_.steps);
}

void Runtime::fail_bytes() {
  fail_limit("生成的文本和列表太大", "too much text and lists are made", limits_.created_bytes);
}

Value Runtime::text(std::string text, bool is_safe) {
  count_bytes(text.size());
  return is_safe ? Value::safe(std::move(text)) : Value(std::move(text));
}

Value Runtime::list(List items, ListForm form) {
  count_bytes(items.size() * sizeof(Value));
  return check_nesting(Value::list(std::move(items), form));
}

Value Runtime::map(Map map) {
  count_bytes(map.size() * sizeof(Map::Entry));
  return check_nesting(Value(std::move(map)));
}

Value Runtime::check_nesting(Value value) {
  if (value.nesting() > kMaxNesting) {
    fail_limit("列表嵌套得太深", "lists are nested too deep", kMaxNesting);
  }
  return value;
}

std::pair<std::string, std::string> kind_names(const Value& value) {
  switch (value.kind()) {
    case Kind::Undefined:
      return {"未定义", "an undefined value"};
    case Kind::None:
      return {"none", "none"};
    case Kind::Bool:
      return {"真假值", "a boolean"};
    case Kind::Int:
      return {"整数", "an integer"};
    case Kind::Double:
      return {"小数", "a float"};
    case Kind::String:
    case Kind::Safe:
      return {"文本", "a text"};
    case Kind::Sequence:
      return value.list_form() == ListForm::Tuple
                 ? std::pair<std::string, std::string>{"元组", "a tuple"}
                 : std::pair<std::string, std::string>{"列表", "a list"};
    case Kind::Mapping:
      return {"映射", "a mapping"};
    default:
      return {"对象", "an object"};
  }
}

}  // namespace kepu::theme
