#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/parser.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

const std::vector<std::string>& tag_names() {
  static const std::vector<std::string> names{"block", "call", "extends", "filter",  "for",
                                              "from",  "if",   "import",  "include", "macro",
                                              "print", "raw",  "set",     "with"};
  return names;
}

/// Tags of Jinja2 and its extensions that kepu does not have, with the reason.
std::pair<std::string, std::string> unsupported_tag(std::string_view name) {
  if (name == "autoescape") {
    return {"autoescape：文本总是自动转义", "autoescape: text is always escaped"};
  }
  for (const std::string_view extension : {"do", "break", "continue", "trans", "debug"}) {
    if (name == extension) {
      const std::string tag(name);
      return {"Jinja2 的扩展标记 " + tag, "the tag " + tag + " of a Jinja2 extension"};
    }
  }
  return {};
}

bool only_space(const Body& body) {
  return std::all_of(body.begin(), body.end(), [](const Statement& statement) {
    return statement.kind == StatementKind::Text && trim(statement.text).empty();
  });
}

}  // namespace

const Token& Parser::advance() {
  const Token& token = tokens_[at_];
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool Parser::skip(TokenKind kind) {
  if (!is(kind)) return false;
  advance();
  return true;
}

bool Parser::skip_word(std::string_view word) {
  if (!is_word(word)) return false;
  advance();
  return true;
}

const Token& Parser::expect(TokenKind kind, std::string_view what) {
  if (!is(kind)) {
    const std::string wanted(what == "name" ? std::string_view("a name") : what);
    const std::string wanted_zh(what == "name" ? std::string_view("一个名字") : what);
    const std::string found = describe(current());
    fail(current(), "应为“" + wanted_zh + "”，却是“" + found + "”",
         "expected '" + wanted + "', found '" + found + "'");
  }
  return advance();
}

void Parser::expect_word(std::string_view word) {
  if (!is_word(word)) {
    const std::string found = describe(current());
    fail(current(), "应为“" + std::string(word) + "”，却是“" + found + "”",
         "expected '" + std::string(word) + "', found '" + found + "'");
  }
  advance();
}

base::Place Parser::place(const Token& token) const {
  return template_.file.place(token.offset, std::max<std::size_t>(token.text.size(), 1));
}

void Parser::fail(const Token& token, std::string zh, std::string en) const {
  throw Failure(
      base::Diagnostic(codes::kSyntax, place(token), reason(std::move(zh), std::move(en))));
}

void Parser::fail_unexpected(const Token& token) const {
  const std::string found = describe(token);
  fail(token, "这里不应有“" + found + "”", "unexpected '" + found + "'");
}

void Parser::report(const base::DiagnosticCode& code, const Token& token,
                    std::vector<base::Argument> arguments, std::string suggestion) {
  diagnostics_.add(code, place(token), std::move(arguments)).with_suggestion(std::move(suggestion));
  has_errors_ = true;
}

bool Parser::run() {
  try {
    if (const auto invalid = base::first_invalid_utf8(template_.file.text())) {
      throw Failure(base::Diagnostic(codes::kSyntax, template_.file.place(*invalid),
                                     reason("不是 UTF-8 文本", "the text is not UTF-8")));
    }
    tokens_ = tokenize(template_.file);
    template_.body = parse_body({});
  } catch (Failure& failure) {
    diagnostics_.add(std::move(failure.diagnostic()));
    has_errors_ = true;
  }
  return !has_errors_;
}

/// Statements up to one of the end tags, which becomes the current token; without ends, up to the
/// end of the template.
Body Parser::parse_body(std::initializer_list<std::string_view> ends) {
  Body body;
  for (;;) {
    switch (current().kind) {
      case TokenKind::Text: {
        Statement statement = start(StatementKind::Text);
        statement.text = advance().text;
        body.push_back(std::move(statement));
        break;
      }
      case TokenKind::OutputBegin:
        parse_output(body);
        break;
      case TokenKind::TagBegin:
        advance();
        if (is(TokenKind::Name) &&
            std::find(ends.begin(), ends.end(), current().text) != ends.end()) {
          return body;
        }
        parse_tag(body);
        break;
      default:
        if (ends.size() != 0) fail_end(ends);
        return body;
    }
  }
}

/// `{{ … }}`. A mistake inside is reported and the rest of the template still read.
void Parser::parse_output(Body& body) {
  advance();
  try {
    const Token& first = current();
    Statement statement = start(StatementKind::Output);
    statement.expression = parse_tuple();
    statement.depth = statement.expression.depth + 1U;
    statement.offset = first.offset;
    expect(TokenKind::OutputEnd, "}}");
    body.push_back(std::move(statement));
  } catch (Failure& failure) {
    diagnostics_.add(std::move(failure.diagnostic()));
    has_errors_ = true;
    while (!is(TokenKind::OutputEnd) && !is(TokenKind::EndOfTemplate)) advance();
    skip(TokenKind::OutputEnd);
  }
}

void Parser::parse_tag(Body& body) {
  const Token& tag = current();
  if (tag.kind != TokenKind::Name) {
    fail(tag, "这里应有标记名，例如 if、for、block",
         "a tag name is expected, such as if, for, block");
  }
  const Nesting nesting(*this, tag);
  open_tags_.push_back({tag.text, &tag});
  if (tag.text == "print") {
    parse_print(body);
  } else {
    body.push_back(parse_statement());
  }
  open_tags_.pop_back();
  expect(TokenKind::TagEnd, "%}");
}

Statement Parser::parse_statement() {
  const std::string_view name = current().text;
  if (name == "for") return parse_for();
  if (name == "if") return parse_if();
  if (name == "set") return parse_set();
  if (name == "block") return parse_block();
  if (name == "extends") return parse_extends();
  if (name == "include") return parse_include();
  if (name == "import") return parse_import();
  if (name == "from") return parse_from();
  if (name == "macro") return parse_macro();
  if (name == "call") return parse_call_block();
  if (name == "filter") return parse_filter_block();
  if (name == "with") return parse_with();
  fail_unknown_tag(current());
}

/// The inside of a paired tag: the end of the opening tag, then statements up to an end tag.
Body Parser::parse_until(std::initializer_list<std::string_view> ends) {
  skip(TokenKind::Colon);
  expect(TokenKind::TagEnd, "%}");
  return parse_body(ends);
}

Statement Parser::start(StatementKind kind) {
  Statement statement;
  statement.kind = kind;
  statement.offset = current().offset;
  statement.length = static_cast<std::uint32_t>(std::max<std::size_t>(current().text.size(), 1));
  return statement;
}

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

void Parser::fail_end(std::initializer_list<std::string_view> ends) {
  // The last of the possible end tags is the one that always may come.
  const std::string_view end = ends.begin()[ends.size() == 3 ? 2 : 0];
  const OpenTag& open = open_tags_.back();
  throw Failure(base::Diagnostic(
      codes::kUnclosed, place(*open.token),
      {{"tag", std::string(open.name)}, {"end", "{% " + std::string(end) + " %}"}}));
}

void Parser::fail_unknown_tag(const Token& tag) {
  const std::string name(tag.text);
  open_tags_.pop_back();
  const bool is_end = name == "else" || name == "elif" || name.starts_with("end");
  if (is_end && !open_tags_.empty()) {
    const OpenTag& open = open_tags_.back();
    base::Diagnostic diagnostic(
        codes::kSyntax, place(tag),
        reason(
            "“" + name + "”与最近打开的“" + std::string(open.name) + "”不配",
            "'" + name + "' does not fit '" + std::string(open.name) + "', which was opened last"));
    diagnostic.with_note(place(*open.token), {"在这里打开", "opened here"});
    throw Failure(std::move(diagnostic));
  }
  if (is_end) {
    fail(tag, "“" + name + "”没有对应的开头", "'" + name + "' has no opening tag");
  }
  if (auto [zh, en] = unsupported_tag(name); !en.empty()) {
    throw Failure(base::Diagnostic(codes::kUnsupported, place(tag), reason(zh, en)));
  }
  base::Diagnostic diagnostic(codes::kUnknownTag, place(tag), {{"name", name}});
  diagnostic.suggestion = base::nearest_name(name, tag_names());
  throw Failure(std::move(diagnostic));
}

}  // namespace kepu::theme
