// The floor of the benchmark: the least that any generator must do with a folder of articles.
// Reads every Markdown file of SITE/content, skips its front matter, runs cmark-gfm with all its
// extensions and writes one .html file per article, with JOBS threads. No templates, lists, links
// or checks. Files are taken from one atomic counter; each thread owns its parser, its buffer and
// its output.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

// While a parser finishes, the extensions add their characters to a table that all parsers share,
// and take them out afterwards: two threads silently lose links and strikethroughs. The linker
// sends both calls here (--wrap): before the threads start the characters go in, and there they
// stay. That is faster than a lock around every cmark_parser_finish, and the floor must be low.
namespace {
bool special_characters_complete = false;  // Written before the first thread starts.
}

extern "C" {
// The names are the linker's, not ours to choose.
// NOLINTBEGIN(bugprone-reserved-identifier)
void __real_cmark_inlines_add_special_character(unsigned char character, bool emphasis);
void __wrap_cmark_inlines_add_special_character(unsigned char character, bool emphasis);
void __wrap_cmark_inlines_remove_special_character(unsigned char character, bool emphasis);

void __wrap_cmark_inlines_add_special_character(unsigned char character, bool emphasis) {
  if (!special_characters_complete) __real_cmark_inlines_add_special_character(character, emphasis);
}
void __wrap_cmark_inlines_remove_special_character(unsigned char /*character*/, bool /*emphasis*/) {
}
// NOLINTEND(bugprone-reserved-identifier)
}

namespace {

/// Closes a file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct TextDeleter {
  void operator()(char* text) const { cmark_get_default_mem_allocator()->free(text); }
};
struct DirectoryDeleter {
  void operator()(DIR* directory) const { closedir(directory); }
};
using ParserPtr = std::unique_ptr<cmark_parser, ParserDeleter>;
using NodePtr = std::unique_ptr<cmark_node, NodeDeleter>;
using TextPtr = std::unique_ptr<char, TextDeleter>;
using DirectoryPtr = std::unique_ptr<DIR, DirectoryDeleter>;

/// One section folder: its source and its output, open for `openat`.
struct Section {
  Descriptor source;
  Descriptor output;
};

/// One article: the section that holds it and its file name without ".md".
struct Article {
  const Section* section;
  std::string name;
};

constexpr std::array kExtensions = {"table", "strikethrough", "autolink", "tasklist", "tagfilter"};
constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE |
                         CMARK_OPT_FULL_INFO_STRING | CMARK_OPT_VALIDATE_UTF8;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

Descriptor open_directory(const std::filesystem::path& path) {
  Descriptor directory(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0) fail(path.string());
  return directory;
}

/// Names in a folder, sorted, without those that begin with a dot.
std::vector<std::string> list(const std::filesystem::path& path) {
  const DirectoryPtr directory(opendir(path.c_str()));
  if (!directory) fail(path.string());
  std::vector<std::string> names;
  while (const dirent* entry = readdir(directory.get())) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void make_directory(const std::filesystem::path& path) {
  if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) fail(path.string());
}

void read_file(const Article& article, std::string& text) {
  const std::string name = article.name + ".md";
  const Descriptor file(openat(article.section->source.get(), name.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (file.get() < 0 || fstat(file.get(), &facts) != 0) fail(name);
  text.resize(static_cast<std::size_t>(facts.st_size));
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count = read(file.get(), text.data() + done, text.size() - done);
    if (count <= 0) fail(name);
    done += static_cast<std::size_t>(count);
  }
}

void write_file(const Article& article, std::string_view text) {
  const std::string name = article.name + ".html";
  const Descriptor file(openat(article.section->output.get(), name.c_str(),
                               O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) fail(name);
  while (!text.empty()) {
    const ssize_t count = write(file.get(), text.data(), text.size());
    if (count <= 0) fail(name);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string_view skip_front_matter(std::string_view text) {
  if (!text.starts_with("---\n")) return text;
  const std::size_t end = text.find("\n---\n", 3);
  return end == std::string_view::npos ? text : text.substr(end + 5);
}

TextPtr render(std::string_view markdown) {
  const ParserPtr parser(cmark_parser_new(kOptions));
  for (const char* name : kExtensions) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const NodePtr document(cmark_parser_finish(parser.get()));
  return TextPtr(cmark_render_html(document.get(), kOptions,
                                   cmark_parser_get_syntax_extensions(parser.get())));
}

void run(const std::filesystem::path& site, const std::filesystem::path& out, unsigned jobs) {
  make_directory(out);
  std::vector<std::unique_ptr<Section>> sections;
  std::vector<Article> articles;
  for (const std::string& folder : list(site / "content")) {
    if (folder.find('.') != std::string::npos) continue;
    const std::filesystem::path source = site / "content" / folder;
    const std::filesystem::path target = out / folder;
    make_directory(target);
    sections.push_back(
        std::make_unique<Section>(Section{open_directory(source), open_directory(target)}));
    for (std::string& name : list(source)) {
      if (!name.ends_with(".md") || name == "_index.md") continue;
      name.resize(name.size() - 3);
      articles.push_back(Article{sections.back().get(), std::move(name)});
    }
  }

  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> errors(jobs);
  {
    std::vector<std::jthread> threads;
    for (unsigned job = 0; job < jobs; ++job) {
      threads.emplace_back([&articles, &next, &error = errors[job]] {
        try {
          std::string text;
          for (std::size_t index = next++; index < articles.size(); index = next++) {
            read_file(articles[index], text);
            write_file(articles[index], render(skip_front_matter(text)).get());
          }
        } catch (...) {
          error = std::current_exception();
        }
      });
    }
  }
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  unsigned jobs = 2;
  if (arguments.size() == 3) {
    const std::string_view text = arguments[2];
    if (std::from_chars(text.data(), text.data() + text.size(), jobs).ec != std::errc()) jobs = 0;
  }
  if (arguments.size() < 2 || arguments.size() > 3 || jobs == 0 || jobs > 256) {
    std::fputs("usage: kepu_bench_floor SITE OUT [JOBS]\n", stderr);
    return 2;
  }
  try {
    cmark_gfm_core_extensions_ensure_registered();
    render("");
    special_characters_complete = true;
    run(argv[1], argv[2], jobs);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "kepu_bench_floor: %s\n", error.what());
    return 3;
  }
  return 0;
}
