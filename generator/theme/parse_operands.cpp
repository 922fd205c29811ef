// The parser's operands: literals, names, displays, subscripts, calls, filters and tests.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/parser.h"

namespace kepu::theme {
namespace {

std::string without_underscores(std::string_view text) {
  std::string digits(text);
  digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
  return digits;
}

}  // namespace

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
