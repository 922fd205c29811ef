#include "language/html_scanner.h"

#include <algorithm>
#include <string>

namespace kepu::language {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool HtmlScanner::next(HtmlPiece& piece) {
  piece.name = {};
  piece.attributes.clear();
  piece.is_closed = false;
  if (at_ >= html_.size()) return false;
  if (!raw_text_of_.empty()) {
    read_raw_text(piece);
    if (!piece.source.empty()) return true;
  }
  const bool is_tag = html_[at_] == '<' && at_ + 1 < html_.size() &&
                      (is_letter(html_[at_ + 1]) || html_[at_ + 1] == '/' ||
                       html_[at_ + 1] == '!' || html_[at_ + 1] == '?');
  is_tag ? read_tag(piece) : read_text(piece);
  return true;
}

void HtmlScanner::read_text(HtmlPiece& piece) {
  const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
  piece.kind = HtmlPieceKind::Text;
  piece.source = html_.substr(at_, end - at_);
  at_ = end;
}

void HtmlScanner::read_raw_text(HtmlPiece& piece) {
  const std::string end_tag = "</" + std::string(raw_text_of_);
  raw_text_of_ = {};
  const std::size_t end = std::min(html_.find(end_tag, at_), html_.size());
  piece.kind = HtmlPieceKind::Verbatim;
  piece.source = html_.substr(at_, end - at_);
  at_ = end;
}

void HtmlScanner::read_tag(HtmlPiece& piece) {
  const std::size_t begin = at_;
  const bool is_comment = html_.substr(begin, 4) == "<!--";
  if (is_comment || html_[begin + 1] == '!' || html_[begin + 1] == '?') {
    const std::string_view mark = is_comment ? "-->" : ">";
    const std::size_t end = html_.find(mark, begin + 2);
    at_ = end == std::string_view::npos ? html_.size() : end + mark.size();
    piece.kind = HtmlPieceKind::Verbatim;
    piece.source = html_.substr(begin, at_ - begin);
    return;
  }
  const bool is_end = html_[begin + 1] == '/';
  const std::size_t name = begin + (is_end ? 2 : 1);
  std::size_t at = std::min(html_.find_first_of(" \t\r\n\f/>", name), html_.size());
  piece.kind = is_end ? HtmlPieceKind::EndTag : HtmlPieceKind::StartTag;
  piece.name = html_.substr(name, at - name);
  while (read_attribute(piece, at)) {
  }
  at_ = std::min(at + 1, html_.size());
  piece.source = html_.substr(begin, at_ - begin);
  if (!is_end && !piece.is_closed && (piece.name == "script" || piece.name == "style"))
    raw_text_of_ = piece.name;
}

bool HtmlScanner::read_attribute(HtmlPiece& piece, std::size_t& at) const {
  at = std::min(html_.find_first_not_of(kBlanks, at), html_.size());
  if (at >= html_.size() || html_[at] == '>') return false;
  if (html_[at] == '/') {
    ++at;
    piece.is_closed = at < html_.size() && html_[at] == '>';
    return true;
  }
  HtmlAttribute attribute;
  std::size_t end = std::min(html_.find_first_of(" \t\r\n\f/>=", at + 1), html_.size());
  attribute.name = html_.substr(at, end - at);
  at = end;
  if (at < html_.size() && html_[at] == '=') {
    ++at;
    if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
      attribute.quote = html_[at++];
      end = std::min(html_.find(attribute.quote, at), html_.size());
      attribute.value = html_.substr(at, end - at);
      at = std::min(end + 1, html_.size());
    } else {
      end = std::min(html_.find_first_of(" \t\r\n\f>", at), html_.size());
      attribute.value = html_.substr(at, end - at);
      at = end;
    }
  }
  piece.attributes.push_back(attribute);
  return true;
}

}  // namespace kepu::language
