// The parser's statements, one function per tag.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "theme/codes.h"
#include "theme/parser.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

bool only_space(const Body& body) {
  return std::all_of(body.begin(), body.end(), [](const Statement& statement) {
    return statement.kind == StatementKind::Text && trim(statement.text).empty();
  });
}

}  // namespace

Statement Parser::parse_for() {
  Statement statement = start(StatementKind::For);
  advance();
  statement.loop = std::make_unique<LoopCode>();
  LoopCode& loop = *statement.loop;
  const Token& target = current();
  loop.target = parse_target();
  check_loop_target(loop.target, target);
  expect_word("in");
  statement.expression = parse_tuple(false);
  if (skip_word("if")) loop.test = std::make_unique<Expression>(parse_expression());
  loop.recursive = skip_word("recursive");
  statement.body = parse_until({"endfor", "else"});
  if (advance().text == "else") {
    loop.has_else = true;
    statement.otherwise = parse_until({"endfor"});
    advance();
  }
  return statement;
}

void Parser::check_loop_target(const Target& target, const Token& token) const {
  if (target.name != nullptr && target.name->text == "loop") {
    fail(token, "loop 是循环自己的变量，不能作循环变量名",
         "loop is the loop's own variable and cannot be its target");
  }
  for (const Target& part : target.parts) check_loop_target(part, token);
}

Statement Parser::parse_if() {
  Statement statement = start(StatementKind::If);
  advance();
  for (;;) {
    Branch branch;
    branch.test = parse_tuple(false);
    branch.body = parse_until({"elif", "else", "endif"});
    statement.branches.push_back(std::move(branch));
    const std::string_view end = advance().text;
    if (end == "elif") continue;
    if (end == "else") {
      statement.otherwise = parse_until({"endif"});
      advance();
    }
    return statement;
  }
}

Statement Parser::parse_set() {
  Statement statement = start(StatementKind::Set);
  advance();
  if (ahead().kind == TokenKind::Dot) {
    const Token& name = expect(TokenKind::Name, "name");
    advance();
    const Token& field = expect(TokenKind::Name, "name");
    statement.target.name = symbols_.intern(name.text);
    statement.target.field = symbols_.intern(field.text);
    statement.target.offset = name.offset;
    statement.target.length = static_cast<std::uint32_t>(name.text.size());
  } else {
    statement.target = parse_target();
  }
  if (skip(TokenKind::Assign)) {
    statement.expression = parse_tuple();
    return statement;
  }
  statement.kind = StatementKind::SetBlock;
  // Without filters the expression stays the constant none.
  if (is(TokenKind::Pipe)) statement.expression = parse_filter_chain(nullptr);
  statement.body = parse_until({"endset"});
  advance();
  return statement;
}

Statement Parser::parse_block() {
  Statement statement = start(StatementKind::Block);
  advance();
  const Token& name = expect(TokenKind::Name, "name");
  BlockCode& block = template_.blocks.emplace_back();
  statement.block = &block;
  block.name = symbols_.intern(name.text);
  block.offset = name.offset;
  block.owner = &template_;
  for (const BlockCode& other : template_.blocks) {
    if (&other == &block || other.name != block.name) continue;
    report(codes::kDuplicateBlock, name, {{"name", block.name->text}});
    diagnostics_.items_for_update().back().with_note(
        template_.file.place(other.offset, block.name->text.size()),
        {"第一次定义在这里", "first defined here"});
  }
  block.scoped = skip_word("scoped");
  block.required = skip_word("required");
  if (is(TokenKind::Subtract)) {
    fail(current(), "块名不能含连字符，请用下划线",
         "block names cannot have hyphens, use an underscore");
  }
  block.body = parse_until({"endblock"});
  advance();
  if (block.required && !only_space(block.body)) {
    fail(name, "required 的块里只能有空白和注释",
         "a required block can only have comments and white space");
  }
  skip_word(block.name->text);
  return statement;
}

Statement Parser::parse_extends() {
  Statement statement = start(StatementKind::Extends);
  advance();
  statement.expression = parse_expression();
  return statement;
}

void Parser::parse_context(Statement& statement, bool standard) {
  statement.with_context = standard;
  if ((is_word("with") || is_word("without")) && is_word(ahead(), "context")) {
    statement.with_context = advance().text == "with";
    advance();
  }
}

Statement Parser::parse_include() {
  Statement statement = start(StatementKind::Include);
  advance();
  statement.expression = parse_expression();
  if (is_word("ignore") && is_word(ahead(), "missing")) {
    statement.ignore_missing = true;
    advance();
    advance();
  }
  parse_context(statement, true);
  return statement;
}

Statement Parser::parse_import() {
  Statement statement = start(StatementKind::Import);
  advance();
  statement.expression = parse_expression();
  expect_word("as");
  statement.target = parse_name_target();
  parse_context(statement, false);
  return statement;
}

Statement Parser::parse_from() {
  Statement statement = start(StatementKind::FromImport);
  advance();
  statement.expression = parse_expression();
  expect_word("import");
  const auto at_context = [&] {
    return (is_word("with") || is_word("without")) && is_word(ahead(), "context");
  };
  for (;;) {
    if (!statement.imports.empty()) expect(TokenKind::Comma, ",");
    if (at_context()) break;
    const Token& token = current();
    ImportedName imported;
    imported.name = parse_name_target().name;
    if (imported.name->text.starts_with('_')) {
      fail(token, "下划线开头的名字不能导入",
           "names that start with an underscore cannot be imported");
    }
    imported.alias = skip_word("as") ? parse_name_target().name : imported.name;
    statement.imports.push_back(imported);
    if (at_context() || !is(TokenKind::Comma)) break;
  }
  parse_context(statement, false);
  return statement;
}

Statement Parser::parse_macro() {
  Statement statement = start(StatementKind::Macro);
  advance();
  statement.macro = std::make_unique<MacroCode>();
  const Token& name = current();
  statement.target = parse_name_target();
  statement.macro->name = statement.target.name;
  statement.macro->offset = name.offset;
  statement.macro->owner = &template_;
  parse_signature(*statement.macro);
  statement.macro->body = parse_until({"endmacro"});
  advance();
  return statement;
}

void Parser::parse_signature(MacroCode& macro) {
  expect(TokenKind::LeftParenthesis, "(");
  bool has_standard = false;
  while (!is(TokenKind::RightParenthesis)) {
    if (!macro.parameters.empty()) expect(TokenKind::Comma, ",");
    const Token& token = current();
    Parameter parameter;
    parameter.name = parse_name_target().name;
    for (const Parameter& other : macro.parameters) {
      if (other.name == parameter.name) {
        fail(token, "参数“" + other.name->text + "”重复",
             "the parameter '" + other.name->text + "' occurs twice");
      }
    }
    if (skip(TokenKind::Assign)) {
      parameter.standard = std::make_unique<Expression>(parse_expression());
      has_standard = true;
    } else if (has_standard) {
      fail(token, "没有默认值的参数不能排在有默认值的后面",
           "a parameter without a default follows one with a default");
    }
    macro.parameters.push_back(std::move(parameter));
  }
  advance();
}

Statement Parser::parse_call_block() {
  Statement statement = start(StatementKind::CallBlock);
  const Token& tag = advance();
  statement.macro = std::make_unique<MacroCode>();
  statement.macro->offset = tag.offset;
  statement.macro->owner = &template_;
  if (is(TokenKind::LeftParenthesis)) parse_signature(*statement.macro);
  const Token& token = current();
  statement.expression = parse_expression();
  if (statement.expression.kind != ExpressionKind::Call) {
    fail(token, "call 后面应是对宏的调用", "call must be followed by the call of a macro");
  }
  statement.macro->body = parse_until({"endcall"});
  advance();
  return statement;
}

Statement Parser::parse_filter_block() {
  Statement statement = start(StatementKind::FilterBlock);
  advance();
  statement.expression = parse_filter(nullptr);
  if (is(TokenKind::Pipe)) statement.expression = parse_filter_chain(&statement.expression);
  statement.body = parse_until({"endfilter"});
  advance();
  return statement;
}

Statement Parser::parse_with() {
  Statement statement = start(StatementKind::With);
  advance();
  while (!is(TokenKind::TagEnd) && !is(TokenKind::EndOfTemplate)) {
    if (!statement.targets.empty()) expect(TokenKind::Comma, ",");
    statement.targets.push_back(parse_target());
    expect(TokenKind::Assign, "=");
    statement.expressions.push_back(parse_expression());
  }
  statement.body = parse_until({"endwith"});
  advance();
  return statement;
}

void Parser::parse_print(Body& body) {
  advance();
  bool first = true;
  while (!is(TokenKind::TagEnd)) {
    if (!first) expect(TokenKind::Comma, ",");
    first = false;
    Statement statement = start(StatementKind::Output);
    statement.expression = parse_expression();
    statement.depth = statement.expression.depth + 1U;
    body.push_back(std::move(statement));
  }
}

Target Parser::parse_name_target() {
  const Token& token = expect(TokenKind::Name, "name");
  for (const std::string_view word : {"true", "false", "none", "True", "False", "None"}) {
    if (token.text == word) {
      fail(token, "不能给“" + std::string(word) + "”赋值",
           "cannot assign to '" + std::string(word) + "'");
    }
  }
  Target target;
  target.name = symbols_.intern(token.text);
  target.offset = token.offset;
  target.length = static_cast<std::uint32_t>(token.text.size());
  return target;
}

/// A name, or names separated by commas, which need no parentheses at the outermost level.
Target Parser::parse_target() {
  const Token& token = current();
  Target first = parse_target_part();
  if (!is(TokenKind::Comma)) return first;
  Target tuple;
  tuple.offset = token.offset;
  tuple.length = static_cast<std::uint32_t>(token.text.size());
  tuple.parts.push_back(std::move(first));
  while (skip(TokenKind::Comma)) tuple.parts.push_back(parse_target_part());
  return tuple;
}

Target Parser::parse_target_part() {
  const Nesting nesting(*this, current());
  if (!is(TokenKind::LeftParenthesis)) {
    if (!is(TokenKind::Name)) {
      const std::string found = describe(current());
      fail(current(), "不能给“" + found + "”赋值", "cannot assign to '" + found + "'");
    }
    return parse_name_target();
  }
  Target tuple;
  const Token& token = advance();
  tuple.offset = token.offset;
  bool is_tuple = false;
  while (!is(TokenKind::RightParenthesis)) {
    tuple.parts.push_back(parse_target_part());
    if (!skip(TokenKind::Comma)) break;
    is_tuple = true;
  }
  expect(TokenKind::RightParenthesis, ")");
  if (tuple.parts.empty()) fail(token, "不能给空的括号赋值", "cannot assign to empty parentheses");
  return is_tuple ? std::move(tuple) : std::move(tuple.parts.front());
}

}  // namespace kepu::theme
