// Tokens → tree of one template. Second stage of compiling; the grammar is Jinja2's.
// Expressions are in parse_expressions.cpp and parse_operands.cpp, statements in
// parse_statements.cpp.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "theme/lexer.h"
#include "theme/program.h"
#include "theme/template_set.h"

namespace kepu::theme {

class Parser {
 public:
  Parser(Template& result, SymbolTable& symbols, const Options& options,
         base::Diagnostics& diagnostics)
      : template_(result), symbols_(symbols), options_(options), diagnostics_(diagnostics) {}

  /// Fills the template's body and blocks. False when a mistake was found; all of them are in the
  /// diagnostics.
  bool run();

 private:
  struct OpenTag {
    std::string_view name;
    const Token* token;
  };
  class Nesting;

  // Tokens.
  const Token& current() const { return tokens_[at_]; }
  const Token& ahead() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  const Token& advance();
  bool is(TokenKind kind) const { return current().kind == kind; }
  static bool is_word(const Token& token, std::string_view word) {
    return token.kind == TokenKind::Name && token.text == word;
  }
  bool is_word(std::string_view word) const { return is_word(current(), word); }
  bool skip(TokenKind kind);
  bool skip_word(std::string_view word);
  const Token& expect(TokenKind kind, std::string_view what);
  void expect_word(std::string_view word);

  // Mistakes.
  [[noreturn]] void fail(const Token& token, std::string zh, std::string en) const;
  [[noreturn]] void fail_unexpected(const Token& token) const;
  void report(const base::DiagnosticCode& code, const Token& token,
              std::vector<base::Argument> arguments, std::string suggestion = {});
  base::Place place(const Token& token) const;

  // Expressions.
  Expression make(ExpressionKind kind, const Token& token) const;
  Expression make_binary(BinaryOperator operation, const Token& token, Expression left,
                         Expression right) const;
  void finish(Expression& expression, const Token& token) const;
  Expression parse_expression(bool with_condition = true);
  Expression parse_condition();
  Expression parse_or();
  Expression parse_and();
  Expression parse_not();
  Expression parse_comparison();
  Expression parse_sum();
  Expression parse_concat();
  Expression parse_product();
  Expression parse_power();
  Expression parse_unary(bool with_filter = true);
  Expression parse_primary();
  Expression parse_number();
  Expression parse_list();
  Expression parse_map();
  Expression parse_tuple(bool with_condition = true, bool in_parentheses = false);
  Expression parse_postfix(Expression base);
  Expression parse_filters_and_tests(Expression base);
  Expression parse_subscript(Expression base);
  Expression parse_subscript_part(Expression base, const Token& token);
  Expression parse_call(Expression callee);
  CallArguments parse_arguments();
  Expression parse_filter(Expression* input);
  Expression parse_filter_chain(Expression* input);
  Expression parse_test(Expression base);
  std::string parse_dotted_name();
  void bind_filter(Expression& filter, const Token& token);
  void bind_test(Expression& test, const Token& token);
  template <typename ParameterName, typename IsRequired>
  void bind_arguments(Expression& expression, const Token& token, std::size_t parameter_count,
                      ParameterName name_of, IsRequired is_required);
  void check_named_argument(const Expression& filter);

  // Statements.
  Body parse_body(std::initializer_list<std::string_view> ends);
  void parse_output(Body& body);
  void parse_tag(Body& body);
  Statement parse_statement();
  Body parse_until(std::initializer_list<std::string_view> ends);
  Statement start(StatementKind kind);
  Statement parse_for();
  Statement parse_if();
  Statement parse_set();
  Statement parse_block();
  Statement parse_extends();
  Statement parse_include();
  Statement parse_import();
  Statement parse_from();
  Statement parse_macro();
  Statement parse_call_block();
  Statement parse_filter_block();
  Statement parse_with();
  void parse_print(Body& body);
  void parse_context(Statement& statement, bool standard);
  void parse_signature(MacroCode& macro);
  Target parse_target();
  Target parse_target_part();
  Target parse_name_target();
  void check_loop_target(const Target& target, const Token& token) const;
  [[noreturn]] void fail_end(std::initializer_list<std::string_view> ends);
  [[noreturn]] void fail_unknown_tag(const Token& tag);

  Template& template_;
  SymbolTable& symbols_;
  const Options& options_;
  base::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::uint32_t nesting_ = 0;
  std::vector<OpenTag> open_tags_;
  bool has_errors_ = false;
};

/// Counts levels of the parser's own recursion; throws at the limit.
class Parser::Nesting {
 public:
  Nesting(Parser& parser, const Token& token);
  ~Nesting() { --parser_.nesting_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Parser& parser_;
};

}  // namespace kepu::theme
