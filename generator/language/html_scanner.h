// Cuts HTML or XML, as the program and its templates write it, into pieces without changing a byte:
// joined again, the pieces are the document. Views into the document; nothing is owned.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kepu::language {

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  // as written, between its quotes
  char quote = 0;          // 0: none
};

enum class HtmlPieceKind {
  Text,
  StartTag,
  EndTag,
  Verbatim,  // comments, declarations, and what stands in script and style
};

struct HtmlPiece {
  HtmlPieceKind kind = HtmlPieceKind::Text;
  std::string_view source;
  std::string_view name;                  // of a tag
  std::vector<HtmlAttribute> attributes;  // of a start tag
  bool is_closed = false;                 // <br/>
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}
  /// False at the end. `piece` is reused.
  bool next(HtmlPiece& piece);

 private:
  void read_text(HtmlPiece& piece);
  void read_tag(HtmlPiece& piece);
  bool read_attribute(HtmlPiece& piece, std::size_t& at) const;
  void read_raw_text(HtmlPiece& piece);

  std::string_view html_;
  std::size_t at_ = 0;
  std::string_view raw_text_of_;  // script or style, when its content comes next
};

}  // namespace kepu::language
