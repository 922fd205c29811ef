// The part of the parser that looks up filters and tests and matches arguments with their
// parameters.
#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/filters.h"
#include "theme/parser.h"

namespace kepu::theme {

template <typename ParameterName, typename IsRequired>
void Parser::bind_arguments(Expression& expression, const Token& token, std::size_t parameter_count,
                            ParameterName name_of, IsRequired is_required) {
  const CallArguments& arguments = *expression.arguments;
  const auto wrong = [&](std::string zh, std::string en, std::string suggestion = {}) {
    std::vector<base::Argument> texts = reason(std::move(zh), std::move(en));
    texts.push_back({"name", expression.name->text});
    report(codes::kArguments, token, std::move(texts), std::move(suggestion));
  };
  if (arguments.positional.size() > parameter_count) {
    const std::string count = std::to_string(parameter_count);
    return wrong("最多 " + count + " 个参数", "at most " + count + " arguments are possible");
  }
  expression.binding.assign(parameter_count, Expression::kNotGiven);
  for (std::size_t i = 0; i < arguments.positional.size(); ++i) {
    expression.binding[i] = static_cast<std::uint8_t>(i);
  }
  for (std::size_t i = 0; i < arguments.names.size(); ++i) {
    const std::string& name = arguments.names[i]->text;
    std::size_t parameter = 0;
    std::vector<std::string> known;
    for (; parameter < parameter_count && name_of(parameter) != name; ++parameter) {
      if (!name_of(parameter).empty()) known.emplace_back(name_of(parameter));
    }
    if (parameter == parameter_count) {
      return wrong("没有参数“" + name + "”", "there is no parameter '" + name + "'",
                   base::nearest_name(name, known));
    }
    if (expression.binding[parameter] != Expression::kNotGiven) {
      return wrong("参数“" + name + "”给了两次", "the parameter '" + name + "' is given twice");
    }
    expression.binding[parameter] = static_cast<std::uint8_t>(arguments.positional.size() + i);
  }
  for (std::size_t i = 0; i < parameter_count; ++i) {
    if (expression.binding[i] != Expression::kNotGiven || !is_required(i)) continue;
    const std::string name(name_of(i).empty() ? std::to_string(i + 1) : name_of(i));
    return wrong("缺少参数“" + name + "”", "the parameter '" + name + "' is missing");
  }
}

void Parser::bind_filter(Expression& filter, const Token& token) {
  const std::string& name = filter.name->text;
  if (filter.arguments->unpacked_list || filter.arguments->unpacked_map) {
    return report(codes::kUnsupported, token,
                  reason("过滤器参数中的 * 和 **", "* and ** in the arguments of a filter"));
  }
  for (const ExtraFilter& extra : options_.extra_filters) {
    if (extra.name != name) continue;
    filter.extra_filter = &extra;
    return bind_arguments(
        filter, token, extra.parameters.size(),
        [&](std::size_t i) { return std::string_view(extra.parameters[i]); },
        [&](std::size_t i) { return i < extra.required; });
  }
  filter.filter = find_filter(name);
  if (filter.filter == nullptr) {
    std::vector<std::string> known = filter_names();
    for (const ExtraFilter& extra : options_.extra_filters) known.push_back(extra.name);
    return report(codes::kUnknownFilter, token, {{"name", name}}, base::nearest_name(name, known));
  }
  if (filter.filter->apply_open != nullptr) return check_named_argument(filter);
  const std::span<const ParameterSpec> parameters = filter.filter->parameters;
  bind_arguments(
      filter, token, parameters.size(), [&](std::size_t i) { return parameters[i].name; },
      [&](std::size_t i) { return parameters[i].required; });
}

/// `map('upper')`, `select('odd')`: a name given as a literal is checked now.
void Parser::check_named_argument(const Expression& filter) {
  const std::string& name = filter.name->text;
  const std::vector<Expression>& arguments = filter.arguments->positional;
  const bool by_attribute = name == "selectattr" || name == "rejectattr";
  const bool names_test = by_attribute || name == "select" || name == "reject";
  if (!names_test && name != "map") return;
  const std::size_t index = by_attribute ? 1 : 0;
  if (arguments.size() <= index) return;
  const Expression& wanted = arguments[index];
  if (wanted.kind != ExpressionKind::Constant || !wanted.value.is_text()) return;
  Token token;
  token.offset = wanted.offset;
  token.text = template_.file.text().substr(wanted.offset, wanted.length);
  const std::string text(wanted.value.text());
  if (names_test) {
    if (find_test(text) == nullptr) {
      report(codes::kUnknownTest, token, {{"name", text}}, base::nearest_name(text, test_names()));
    }
    return;
  }
  const bool is_extra = std::any_of(options_.extra_filters.begin(), options_.extra_filters.end(),
                                    [&](const ExtraFilter& extra) { return extra.name == text; });
  if (is_extra || find_filter(text) != nullptr) return;
  report(codes::kUnknownFilter, token, {{"name", text}}, base::nearest_name(text, filter_names()));
}

void Parser::bind_test(Expression& test, const Token& token) {
  if (test.arguments->unpacked_list || test.arguments->unpacked_map) {
    return report(codes::kUnsupported, token,
                  reason("测试参数中的 * 和 **", "* and ** in the arguments of a test"));
  }
  test.test = find_test(test.name->text);
  if (test.test == nullptr) {
    return report(codes::kUnknownTest, token, {{"name", test.name->text}},
                  base::nearest_name(test.name->text, test_names()));
  }
  const std::span<const ParameterSpec> parameters = test.test->parameters;
  bind_arguments(
      test, token, parameters.size(), [&](std::size_t i) { return parameters[i].name; },
      [&](std::size_t i) { return parameters[i].required; });
}

}  // namespace kepu::theme
