#include "markdown/cmark.h"

#include <cmark-gfm-extension_api.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

// cmark switches the extensions' characters on in a global table at the end of every parse and off
// again afterwards, so that two threads lose each other's strikethroughs and links. The linker
// sends both calls here (--wrap): the characters are switched on once, before the first parse, and
// stay on; all our parsers use the same extensions. NOLINTBEGIN(bugprone-reserved-identifier): the
// linker's names
void __real_cmark_inlines_add_special_character(unsigned char c, bool emphasis);
void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis);
void __wrap_cmark_inlines_remove_special_character(unsigned char c, bool emphasis);
// NOLINTEND(bugprone-reserved-identifier)
}

namespace kepu::markdown {
namespace {

// Memory for one parse: handed out in order, given back all at once. cmark asks for some thousand
// small pieces per article; this spares a third of its time.
class Arena {
 public:
  void* allocate(std::size_t size) {
    const std::size_t needed = round_up(size) + kHeader;
    if (needed > left_) grow(needed);
    std::byte* header = next_;
    next_ += needed;
    left_ -= needed;
    std::memcpy(header, &size, sizeof size);
    return header + kHeader;
  }

  void* resize(void* old, std::size_t size) {
    if (old == nullptr) return allocate(size);
    auto* bytes = static_cast<std::byte*>(old);
    std::size_t old_size = 0;
    std::memcpy(&old_size, bytes - kHeader, sizeof old_size);
    if (size <= round_up(old_size)) return old;
    if (bytes + round_up(old_size) == next_ && round_up(size) - round_up(old_size) <= left_) {
      const std::size_t more =
          round_up(size) - round_up(old_size);  // the latest piece grows in place
      next_ += more;
      left_ -= more;
      std::memcpy(bytes - kHeader, &size, sizeof size);
      return old;
    }
    void* result = allocate(size);
    std::memcpy(result, old, std::min(old_size, size));
    return result;
  }

  // Keeps one block for the next parse.
  void reset() {
    if (blocks_.size() > 1) blocks_.erase(blocks_.begin() + 1, blocks_.end());
    next_ = blocks_.empty() ? nullptr : blocks_.front().bytes.get();
    left_ = blocks_.empty() ? 0 : blocks_.front().size;
  }

 private:
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);
  static constexpr std::size_t kHeader = kAlignment;  // the size of the piece
  static constexpr std::size_t kBlockBytes = 256U << 10U;

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  static std::size_t round_up(std::size_t size) {
    return (size + kAlignment - 1) & ~(kAlignment - 1);
  }

  void grow(std::size_t needed) {
    const std::size_t size = std::max(needed, kBlockBytes);
    Block block{std::unique_ptr<std::byte[]>(new std::byte[size]), size};
    next_ = block.bytes.get();
    left_ = size;
    blocks_.push_back(std::move(block));
  }

  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

thread_local Arena arena;

// Called by C code, through which no exception may pass: out of memory ends the program, as in
// cmark itself.
void* arena_calloc(std::size_t count, std::size_t size) noexcept {
  void* result = arena.allocate(count * size);
  std::memset(result, 0, count * size);
  return result;
}
void* arena_realloc(void* old, std::size_t size) noexcept {
  return arena.resize(old, size);
}
void arena_free(void* /*piece*/) noexcept {}

cmark_mem arena_memory{arena_calloc, arena_realloc, arena_free};

constexpr const char* kExtensions[] = {"table", "strikethrough", "autolink", "tasklist"};

thread_local bool setting_up = false;

void attach_extensions(cmark_parser* parser) {
  for (const char* name : kExtensions) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
}

// Registers the extensions, once for the process (a second time would abort it), and switches their
// characters on.
ExtensionTypes set_up() {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
  attach_extensions(parser.get());
  setting_up = true;
  cmark_manage_extensions_special_characters(parser.get(), 1);
  setting_up = false;
  return {CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH,
          cmark_find_syntax_extension("tasklist")};
}

}  // namespace

const ExtensionTypes& extension_types() {
  static const ExtensionTypes types = set_up();
  return types;
}

Tree::Tree(std::string_view text) {
  extension_types();
  constexpr int kOptions =
      CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FULL_INFO_STRING;
  cmark_parser* parser = cmark_parser_new_with_mem(kOptions, &arena_memory);
  attach_extensions(parser);
  cmark_parser_feed(parser, text.data(), text.size());
  root_ = cmark_parser_finish(parser);
}

Tree::~Tree() {
  arena.reset();
}

}  // namespace kepu::markdown

// NOLINTBEGIN(bugprone-reserved-identifier)
void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis) {
  if (kepu::markdown::setting_up) __real_cmark_inlines_add_special_character(c, emphasis);
}
void __wrap_cmark_inlines_remove_special_character(unsigned char /*c*/, bool /*emphasis*/) {}
// NOLINTEND(bugprone-reserved-identifier)
