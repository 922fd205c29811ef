// Markdown, line by line: headings, quotes, marks of lists, code, targets of links.
#include <algorithm>

#include "highlight/writer.h"

namespace kepu::highlight {
namespace {

void write_inline(Writer& writer, std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t next = std::min(line.find_first_of("`*[<$", at), line.size());
    writer.add(Token::Plain, line.substr(at, next - at));
    if (next == line.size()) return;
    const char c = line[next];
    const char close = c == '[' ? ']' : c == '<' ? '>' : c;
    const std::size_t run = c == '*' || c == '`' || c == '$'
                                ? std::min(line.find_first_not_of(c, next), line.size()) - next
                                : 1;
    std::size_t end = line.find(close, next + run);
    if (end == std::string_view::npos) {
      writer.add(Token::Plain, line.substr(next));
      return;
    }
    while (end < line.size() && line[end] == close) ++end;
    writer.add(c == '*'               ? Token::Keyword
               : c == '[' || c == '<' ? Token::Name
                                      : Token::String,
               line.substr(next, end - next));
    at = end;
    if (c == '[' && at < line.size() && line[at] == '(') {
      const std::size_t target = line.find(')', at);
      const std::size_t stop = target == std::string_view::npos ? line.size() : target + 1;
      writer.add(Token::String, line.substr(at, stop - at));
      at = stop;
    }
  }
}

std::size_t mark_length(std::string_view line) {
  const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  std::size_t at = first;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  if (at < line.size() && at > first && (line[at] == '.' || line[at] == ')')) return at + 1;
  if (first < line.size() && (line[first] == '-' || line[first] == '>' || line[first] == '+') &&
      line.substr(first + 1).starts_with(' ')) {
    return first + 1;
  }
  return 0;
}

}  // namespace

void lex_markdown(Writer& writer, std::string_view source) {
  bool is_code = false;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t newline = source.find('\n', at);
    const std::size_t end = newline == std::string_view::npos ? source.size() : newline + 1;
    const std::string_view line = source.substr(at, end - at);
    at = end;
    if (line.starts_with("```") || line.starts_with("~~~")) {
      is_code = !is_code;
      writer.add(Token::Keyword, line);
    } else if (is_code) {
      writer.add(Token::String, line);
    } else if (line.starts_with('#')) {
      writer.add(Token::Keyword, line);
    } else if (line.starts_with("---")) {
      writer.add(Token::Comment, line);
    } else {
      const std::size_t length = mark_length(line);
      writer.add(Token::Keyword, line.substr(0, length));
      write_inline(writer, line.substr(length));
    }
  }
}

}  // namespace kepu::highlight
