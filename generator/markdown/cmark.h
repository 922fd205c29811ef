// The only door to cmark-gfm: owns its memory and its set-up, and makes it safe on several threads.
// Include from this room's .cpp files only.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <string_view>

namespace kepu::markdown {

/// Node types of the extensions. cmark gives them out at run time, and no header of it declares
/// them.
struct ExtensionTypes {
  cmark_node_type table{};
  cmark_node_type table_row{};
  cmark_node_type table_cell{};
  cmark_node_type strikethrough{};
  cmark_syntax_extension* task_list = nullptr;
};
const ExtensionTypes& extension_types();

/// A parsed text. Its nodes live in memory of the calling thread until the object goes; one at a
/// time per thread.
class Tree {
 public:
  explicit Tree(std::string_view text);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  cmark_node* root() const { return root_; }

 private:
  cmark_node* root_ = nullptr;
};

}  // namespace kepu::markdown
