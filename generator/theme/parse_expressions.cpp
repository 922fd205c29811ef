#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/filters.h"
#include "theme/parser.h"

namespace kepu::theme {
namespace {

/// Levels of parentheses, brackets, tags inside one another.
constexpr std::uint32_t kMaxSourceNesting = 100;
/// Height of one expression's tree: a + b + c … grows by one with every operand.
constexpr std::uint16_t kMaxTreeDepth = 200;

bool folds(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Call:
      return false;
    case ExpressionKind::Filter:
      if (expression.operands.empty() || expression.filter == nullptr || !expression.filter->folds)
        return false;
      break;
    default:
      break;
  }
  const auto is_constant = [](const Expression& part) { return part.constant; };
  if (!std::all_of(expression.operands.begin(), expression.operands.end(), is_constant))
    return false;
  if (expression.arguments == nullptr) return true;
  const CallArguments& arguments = *expression.arguments;
  return std::all_of(arguments.positional.begin(), arguments.positional.end(), is_constant) &&
         std::all_of(arguments.named.begin(), arguments.named.end(), is_constant);
}

std::uint16_t greatest_depth(const std::vector<Expression>& parts, std::uint16_t depth) {
  for (const Expression& part : parts) depth = std::max(depth, part.depth);
  return depth;
}

std::string without_underscores(std::string_view text) {
  std::string digits(text);
  digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
  return digits;
}

}  // namespace

Parser::Nesting::Nesting(Parser& parser, const Token& token) : parser_(parser) {
  if (parser_.nesting_ >= kMaxSourceNesting) {
    std::vector<base::Argument> arguments = reason("嵌套得太深", "nested too deep");
    arguments.push_back({"limit", std::to_string(kMaxSourceNesting)});
    throw Failure(base::Diagnostic(codes::kLimit, parser_.place(token), std::move(arguments)));
  }
  ++parser_.nesting_;
}

Expression Parser::make(ExpressionKind kind, const Token& token) const {
  Expression expression;
  expression.kind = kind;
  expression.offset = token.offset;
  expression.length = static_cast<std::uint32_t>(token.text.size());
  return expression;
}

/// Depth and foldability, once all parts are in place.
void Parser::finish(Expression& expression, const Token& token) const {
  std::uint16_t depth = greatest_depth(expression.operands, 0);
  if (expression.arguments != nullptr) {
    const CallArguments& arguments = *expression.arguments;
    depth = greatest_depth(arguments.named, greatest_depth(arguments.positional, depth));
    if (arguments.unpacked_list) depth = std::max(depth, arguments.unpacked_list->depth);
    if (arguments.unpacked_map) depth = std::max(depth, arguments.unpacked_map->depth);
  }
  if (depth >= kMaxTreeDepth) {
    std::vector<base::Argument> arguments = reason("表达式太长", "the expression is too long");
    arguments.push_back({"limit", std::to_string(kMaxTreeDepth)});
    throw Failure(base::Diagnostic(codes::kLimit, place(token), std::move(arguments)));
  }
  expression.depth = static_cast<std::uint16_t>(depth + 1);
  expression.constant = folds(expression);
}

Expression Parser::make_binary(BinaryOperator operation, const Token& token, Expression left,
                               Expression right) const {
  Expression expression = make(ExpressionKind::Binary, token);
  expression.binary = operation;
  expression.operands.push_back(std::move(left));
  expression.operands.push_back(std::move(right));
  finish(expression, token);
  return expression;
}

Expression Parser::parse_expression(bool with_condition) {
  const Nesting nesting(*this, current());
  return with_condition ? parse_condition() : parse_or();
}

Expression Parser::parse_condition() {
  Expression expression = parse_or();
  while (is_word("if")) {
    const Token& token = advance();
    const Nesting nesting(*this, token);
    Expression condition = make(ExpressionKind::Conditional, token);
    condition.operands.push_back(parse_or());
    condition.operands.push_back(std::move(expression));
    if (skip_word("else")) condition.operands.push_back(parse_condition());
    finish(condition, token);
    expression = std::move(condition);
  }
  return expression;
}

Expression Parser::parse_or() {
  Expression left = parse_and();
  while (is_word("or")) {
    const Token& token = advance();
    Expression either = make(ExpressionKind::Or, token);
    either.operands.push_back(std::move(left));
    either.operands.push_back(parse_and());
    finish(either, token);
    left = std::move(either);
  }
  return left;
}

Expression Parser::parse_and() {
  Expression left = parse_not();
  while (is_word("and")) {
    const Token& token = advance();
    Expression both = make(ExpressionKind::And, token);
    both.operands.push_back(std::move(left));
    both.operands.push_back(parse_not());
    finish(both, token);
    left = std::move(both);
  }
  return left;
}

Expression Parser::parse_not() {
  if (!is_word("not")) return parse_comparison();
  const Token& token = advance();
  const Nesting nesting(*this, token);
  Expression negation = make(ExpressionKind::Not, token);
  negation.operands.push_back(parse_not());
  finish(negation, token);
  return negation;
}

Expression Parser::parse_comparison() {
  Expression first = parse_sum();
  Expression comparison = make(ExpressionKind::Compare, current());
  const Token& start = current();
  comparison.operands.push_back(std::move(first));
  for (;;) {
    switch (current().kind) {
      case TokenKind::Equal:
        comparison.comparisons.push_back(Comparison::Equal);
        break;
      case TokenKind::NotEqual:
        comparison.comparisons.push_back(Comparison::NotEqual);
        break;
      case TokenKind::Less:
        comparison.comparisons.push_back(Comparison::Less);
        break;
      case TokenKind::LessEqual:
        comparison.comparisons.push_back(Comparison::LessEqual);
        break;
      case TokenKind::Greater:
        comparison.comparisons.push_back(Comparison::Greater);
        break;
      case TokenKind::GreaterEqual:
        comparison.comparisons.push_back(Comparison::GreaterEqual);
        break;
      default:
        if (is_word("in")) {
          comparison.comparisons.push_back(Comparison::In);
        } else if (is_word("not") && is_word(ahead(), "in")) {
          advance();
          comparison.comparisons.push_back(Comparison::NotIn);
        } else if (comparison.comparisons.empty()) {
          return std::move(comparison.operands.front());
        } else {
          finish(comparison, start);
          return comparison;
        }
    }
    advance();
    comparison.operands.push_back(parse_sum());
  }
}

Expression Parser::parse_sum() {
  Expression left = parse_concat();
  while (is(TokenKind::Add) || is(TokenKind::Subtract)) {
    const Token& token = advance();
    left =
        make_binary(token.kind == TokenKind::Add ? BinaryOperator::Add : BinaryOperator::Subtract,
                    token, std::move(left), parse_concat());
  }
  return left;
}

Expression Parser::parse_concat() {
  Expression first = parse_product();
  if (!is(TokenKind::Tilde)) return first;
  const Token& token = current();
  Expression concat = make(ExpressionKind::Concat, token);
  concat.operands.push_back(std::move(first));
  while (skip(TokenKind::Tilde)) concat.operands.push_back(parse_product());
  finish(concat, token);
  return concat;
}

Expression Parser::parse_product() {
  Expression left = parse_power();
  for (;;) {
    BinaryOperator operation = BinaryOperator::Multiply;
    switch (current().kind) {
      case TokenKind::Multiply:
        break;
      case TokenKind::Divide:
        operation = BinaryOperator::Divide;
        break;
      case TokenKind::FloorDivide:
        operation = BinaryOperator::FloorDivide;
        break;
      case TokenKind::Modulo:
        operation = BinaryOperator::Modulo;
        break;
      default:
        return left;
    }
    const Token& token = advance();
    left = make_binary(operation, token, std::move(left), parse_power());
  }
}

Expression Parser::parse_power() {
  Expression left = parse_unary();
  while (is(TokenKind::Power)) {
    const Token& token = advance();
    left = make_binary(BinaryOperator::Power, token, std::move(left), parse_unary());
  }
  return left;
}

Expression Parser::parse_unary(bool with_filter) {
  Expression node;
  if (is(TokenKind::Subtract) || is(TokenKind::Add)) {
    const Token& token = advance();
    const Nesting nesting(*this, token);
    node =
        make(token.kind == TokenKind::Add ? ExpressionKind::Plus : ExpressionKind::Negate, token);
    node.operands.push_back(parse_unary(false));
    finish(node, token);
  } else {
    node = parse_primary();
  }
  node = parse_postfix(std::move(node));
  return with_filter ? parse_filters_and_tests(std::move(node)) : std::move(node);
}

Expression Parser::parse_primary() {
  const Token& token = current();
  switch (token.kind) {
    case TokenKind::Name: {
      advance();
      Expression node = make(ExpressionKind::Constant, token);
      node.constant = true;
      if (token.text == "true" || token.text == "True") {
        node.value = true;
      } else if (token.text == "false" || token.text == "False") {
        node.value = false;
      } else if (token.text == "none" || token.text == "None") {
        node.value = nullptr;
      } else {
        node.kind = ExpressionKind::Name;
        node.name = symbols_.intern(token.text);
        node.constant = false;
      }
      return node;
    }
    case TokenKind::String: {
      Expression node = make(ExpressionKind::Constant, token);
      std::string text;
      while (is(TokenKind::String)) text += unescape_string(advance(), template_.file);
      node.value = Value(std::move(text)).as_template_text();
      node.constant = true;
      return node;
    }
    case TokenKind::Integer:
    case TokenKind::Float:
      return parse_number();
    case TokenKind::LeftParenthesis: {
      advance();
      Expression node = parse_tuple(true, true);
      expect(TokenKind::RightParenthesis, ")");
      return node;
    }
    case TokenKind::LeftBracket:
      return parse_list();
    case TokenKind::LeftBrace:
      return parse_map();
    default:
      fail_unexpected(token);
  }
}

Expression Parser::parse_number() {
  const Token& token = advance();
  Expression node = make(ExpressionKind::Constant, token);
  node.constant = true;
  std::string digits = without_underscores(token.text);
  if (token.kind == TokenKind::Float) {
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{}) fail(token, "数太大", "the number is too large");
    node.value = number;
    return node;
  }
  int radix = 10;
  std::size_t first = 0;
  if (digits.size() > 2 && digits[0] == '0' && digits[1] > '9') {
    const char mark = digits[1];
    radix = mark == 'x' || mark == 'X' ? 16 : mark == 'o' || mark == 'O' ? 8 : 2;
    first = 2;
  }
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data() + first, digits.data() + digits.size(), number, radix);
  if (error != std::errc{}) {
    fail(token, "整数超出 64 位", "the integer does not fit into 64 bits");
  }
  node.value = number;
  return node;
}

Expression Parser::parse_tuple(bool with_condition, bool in_parentheses) {
  const Token& start = current();
  Expression tuple = make(ExpressionKind::TupleDisplay, start);
  bool is_tuple = false;
  const auto at_end = [&] {
    return is(TokenKind::OutputEnd) || is(TokenKind::TagEnd) || is(TokenKind::RightParenthesis);
  };
  while (!at_end()) {
    tuple.operands.push_back(parse_expression(with_condition));
    if (!skip(TokenKind::Comma)) break;
    is_tuple = true;
  }
  if (!is_tuple) {
    if (!tuple.operands.empty()) return std::move(tuple.operands.front());
    if (!in_parentheses) {
      fail(current(), "这里应有一个表达式", "an expression is expected here");
    }
  }
  finish(tuple, start);
  return tuple;
}

Expression Parser::parse_list() {
  const Token& start = advance();
  Expression list = make(ExpressionKind::ListDisplay, start);
  while (!is(TokenKind::RightBracket)) {
    if (!list.operands.empty()) expect(TokenKind::Comma, ",");
    if (is(TokenKind::RightBracket)) break;
    list.operands.push_back(parse_expression());
  }
  expect(TokenKind::RightBracket, "]");
  finish(list, start);
  return list;
}

Expression Parser::parse_map() {
  const Token& start = advance();
  Expression map = make(ExpressionKind::MapDisplay, start);
  while (!is(TokenKind::RightBrace)) {
    if (!map.operands.empty()) expect(TokenKind::Comma, ",");
    if (is(TokenKind::RightBrace)) break;
    const Token& key_token = current();
    map.operands.push_back(parse_expression());
    const Expression& key = map.operands.back();
    if (key.kind == ExpressionKind::Constant && !key.value.is_text()) {
      report(codes::kUnsupported, key_token,
             reason("键只能是文本", "keys of a mapping other than texts"));
    }
    expect(TokenKind::Colon, ":");
    map.operands.push_back(parse_expression());
  }
  expect(TokenKind::RightBrace, "}");
  finish(map, start);
  return map;
}

Expression Parser::parse_postfix(Expression base) {
  for (;;) {
    if (is(TokenKind::Dot) || is(TokenKind::LeftBracket)) {
      base = parse_subscript(std::move(base));
    } else if (is(TokenKind::LeftParenthesis)) {
      base = parse_call(std::move(base));
    } else {
      return base;
    }
  }
}

Expression Parser::parse_filters_and_tests(Expression base) {
  for (;;) {
    if (is(TokenKind::Pipe)) {
      base = parse_filter_chain(&base);
    } else if (is_word("is")) {
      base = parse_test(std::move(base));
    } else if (is(TokenKind::LeftParenthesis)) {
      base = parse_call(std::move(base));
    } else {
      return base;
    }
  }
}

Expression Parser::parse_subscript(Expression base) {
  const Token& token = advance();
  if (token.kind == TokenKind::LeftBracket) {
    Expression result = parse_subscript_part(std::move(base), token);
    expect(TokenKind::RightBracket, "]");
    return result;
  }
  const Token& name = current();
  if (name.kind == TokenKind::Integer) {
    Expression item = make(ExpressionKind::Subscript, name);
    item.operands.push_back(std::move(base));
    item.operands.push_back(parse_number());
    finish(item, name);
    return item;
  }
  if (name.kind != TokenKind::Name) {
    fail(name, "点后面应是字段名", "a field name is expected after the dot");
  }
  advance();
  Expression attribute = make(ExpressionKind::Attribute, name);
  attribute.name = symbols_.intern(name.text);
  attribute.operands.push_back(std::move(base));
  finish(attribute, name);
  return attribute;
}

/// What stands between the brackets: a key, or the bounds of a slice.
Expression Parser::parse_subscript_part(Expression base, const Token& token) {
  Expression result = make(ExpressionKind::Subscript, token);
  result.operands.push_back(std::move(base));
  if (!is(TokenKind::Colon)) {
    if (is(TokenKind::RightBracket)) fail_unexpected(current());
    result.operands.push_back(parse_expression());
    result.parts = 1;
  }
  if (!is(TokenKind::Colon)) {
    if (is(TokenKind::Comma)) {
      fail(current(), "下标只能有一个", "only one subscript is possible");
    }
    finish(result, token);
    return result;
  }
  result.kind = ExpressionKind::Slice;
  for (const std::uint8_t part : {std::uint8_t{2}, std::uint8_t{4}}) {
    if (!skip(TokenKind::Colon)) break;
    if (is(TokenKind::Colon) || is(TokenKind::RightBracket)) continue;
    result.operands.push_back(parse_expression());
    result.parts = static_cast<std::uint8_t>(result.parts | part);
  }
  finish(result, token);
  return result;
}

Expression Parser::parse_call(Expression callee) {
  const Token& token = current();
  Expression call = make(ExpressionKind::Call, token);
  call.operands.push_back(std::move(callee));
  call.arguments = std::make_unique<CallArguments>(parse_arguments());
  finish(call, token);
  return call;
}

CallArguments Parser::parse_arguments() {
  const Token& start = advance();
  CallArguments arguments;
  const auto ensure = [&](bool allowed) {
    if (!allowed) fail(start, "参数的次序不对", "the arguments are in a wrong order");
  };
  bool first = true;
  while (!is(TokenKind::RightParenthesis)) {
    if (!first) expect(TokenKind::Comma, ",");
    if (is(TokenKind::RightParenthesis)) break;
    first = false;
    if (skip(TokenKind::Multiply)) {
      ensure(!arguments.unpacked_list && !arguments.unpacked_map);
      arguments.unpacked_list = std::make_unique<Expression>(parse_expression());
    } else if (skip(TokenKind::Power)) {
      ensure(!arguments.unpacked_map);
      arguments.unpacked_map = std::make_unique<Expression>(parse_expression());
    } else if (is(TokenKind::Name) && ahead().kind == TokenKind::Assign) {
      ensure(!arguments.unpacked_map);
      const Token& name = advance();
      advance();
      const Symbol* symbol = symbols_.intern(name.text);
      if (std::find(arguments.names.begin(), arguments.names.end(), symbol) !=
          arguments.names.end()) {
        fail(name, "参数“" + symbol->text + "”给了两次",
             "the argument '" + symbol->text + "' is given twice");
      }
      arguments.names.push_back(symbol);
      arguments.named.push_back(parse_expression());
    } else {
      ensure(!arguments.unpacked_list && !arguments.unpacked_map && arguments.named.empty());
      arguments.positional.push_back(parse_expression());
    }
  }
  expect(TokenKind::RightParenthesis, ")");
  return arguments;
}

Expression Parser::parse_filter_chain(Expression* input) {
  Expression result;
  while (is(TokenKind::Pipe)) {
    advance();
    result = parse_filter(input);
    input = &result;
  }
  return result;
}

/// One filter; its input is moved in. Without an input it works on the text of a block.
Expression Parser::parse_filter(Expression* input) {
  const Token& token = current();
  const std::string name = parse_dotted_name();
  Expression filter = make(ExpressionKind::Filter, token);
  filter.name = symbols_.intern(name);
  if (input != nullptr) filter.operands.push_back(std::move(*input));
  filter.arguments = std::make_unique<CallArguments>();
  if (is(TokenKind::LeftParenthesis)) *filter.arguments = parse_arguments();
  bind_filter(filter, token);
  finish(filter, token);
  return filter;
}

Expression Parser::parse_test(Expression base) {
  advance();
  const bool negated = skip_word("not");
  const Token& token = current();
  const std::string name = parse_dotted_name();
  Expression test = make(ExpressionKind::Test, token);
  test.name = symbols_.intern(name);
  test.operands.push_back(std::move(base));
  test.arguments = std::make_unique<CallArguments>();
  const auto starts_argument = [&] {
    switch (current().kind) {
      case TokenKind::Name:
        return !is_word("else") && !is_word("or") && !is_word("and");
      case TokenKind::String:
      case TokenKind::Integer:
      case TokenKind::Float:
      case TokenKind::LeftBracket:
      case TokenKind::LeftBrace:
        return true;
      default:
        return false;
    }
  };
  if (is(TokenKind::LeftParenthesis)) {
    *test.arguments = parse_arguments();
  } else if (starts_argument()) {
    if (is_word("is")) {
      fail(current(), "不能连用两个 is", "two tests with is cannot be chained");
    }
    test.arguments->positional.push_back(parse_postfix(parse_primary()));
  }
  bind_test(test, token);
  finish(test, token);
  if (!negated) return test;
  Expression negation = make(ExpressionKind::Not, token);
  negation.operands.push_back(std::move(test));
  finish(negation, token);
  return negation;
}

std::string Parser::parse_dotted_name() {
  std::string name(expect(TokenKind::Name, "name").text);
  while (skip(TokenKind::Dot)) {
    name += '.';
    name += expect(TokenKind::Name, "name").text;
  }
  return name;
}

}  // namespace kepu::theme
