// The parser's expressions: operators by precedence. What they work on is in parse_operands.cpp.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

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

}  // namespace kepu::theme
