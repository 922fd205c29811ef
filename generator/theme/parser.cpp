#include "theme/parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "theme/codes.h"
#include "theme/failure.h"

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
