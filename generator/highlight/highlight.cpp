#include "highlight/highlight.h"

#include "highlight/languages.h"
#include "highlight/writer.h"

namespace kepu::highlight {
namespace {

std::string_view class_of(Token token) {
  switch (token) {
    case Token::Comment:
      return "hl-comment";
    case Token::String:
      return "hl-string";
    case Token::Number:
      return "hl-number";
    case Token::Keyword:
      return "hl-keyword";
    case Token::Name:
      return "hl-name";
    case Token::Plain:
      break;
  }
  return {};
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
}

}  // namespace

void Writer::add(Token token, std::string_view text) {
  if (text.empty()) return;
  if (token != open_) {
    close();
    if (token != Token::Plain) {
      out_ += "<span class=\"";
      out_ += class_of(token);
      out_ += "\">";
    }
    open_ = token;
  }
  append_escaped(out_, text);
}

void Writer::close() {
  if (open_ != Token::Plain) out_ += "</span>";
  open_ = Token::Plain;
}

bool knows_language(std::string_view name) {
  return find_language(name) != nullptr;
}

std::string_view language_title(std::string_view name) {
  const Language* language = find_language(name);
  return language == nullptr ? name : language->title;
}

void append_highlighted(std::string& out, std::string_view source, std::string_view name) {
  const Language* language = find_language(name);
  Writer writer(out);
  if (language == nullptr) {
    writer.add(Token::Plain, source);
    return;
  }
  switch (language->family) {
    case Family::Program:
      return lex_program(writer, source, *language);
    case Family::Markup:
      return lex_markup(writer, source, *language);
    case Family::Markdown:
      return lex_markdown(writer, source);
    case Family::Console:
      return lex_console(writer, source);
  }
}

}  // namespace kepu::highlight
