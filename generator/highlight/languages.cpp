#include "highlight/languages.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace kepu::highlight {
namespace {

using Words = std::string_view[];

constexpr Words kJson = {"json", "jsonc", "jsonl", "webmanifest"};
constexpr Words kJsonWords = {"true", "false", "null"};
constexpr Words kYaml = {"yaml", "yml"};
constexpr Words kYamlWords = {"true", "false", "null", "yes", "no"};
constexpr Words kToml = {"toml", "ini", "conf"};
constexpr Words kTomlWords = {"true", "false", "inf", "nan"};
constexpr Words kCss = {"css"};
constexpr Words kCssWords = {"@media",     "@import", "@supports",  "@layer",
                             "@font-face", "@page",   "@keyframes", "important",
                             "and",        "not",     "or",         "only"};
constexpr Words kJs = {"js", "javascript", "mjs"};
constexpr Words kJsWords = {"async",     "await",    "break",   "case",    "catch",      "class",
                            "const",     "continue", "default", "delete",  "do",         "else",
                            "export",    "extends",  "false",   "finally", "for",        "from",
                            "function",  "if",       "import",  "in",      "instanceof", "let",
                            "new",       "null",     "of",      "return",  "static",     "super",
                            "switch",    "this",     "throw",   "true",    "try",        "typeof",
                            "undefined", "var",      "void",    "while",   "yield"};
constexpr Words kPython = {"python", "py", "python3"};
constexpr Words kPythonWords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
constexpr Words kShell = {"sh", "bash", "shell", "zsh"};
constexpr Words kShellWords = {"if",    "then",     "else",   "elif",   "fi",    "for",
                               "in",    "do",       "done",   "case",   "esac",  "while",
                               "until", "function", "return", "export", "local", "cd",
                               "echo",  "exit",     "set",    "source", "sudo"};
constexpr Words kConsole = {"console", "terminal", "shell-session"};
constexpr Words kCsv = {"csv", "tsv"};
constexpr Words kHtml = {"html", "xml", "svg", "xhtml"};
constexpr Words kJinja = {"jinja", "jinja2", "html+jinja", "django"};
constexpr Words kJinjaWords = {"if",      "elif",   "else",      "endif",   "for",     "endfor",
                               "in",      "block",  "endblock",  "extends", "include", "import",
                               "from",    "macro",  "endmacro",  "call",    "endcall", "set",
                               "endset",  "filter", "endfilter", "raw",     "endraw",  "with",
                               "endwith", "not",    "and",       "or",      "is",      "as",
                               "true",    "false",  "none",      "loop"};
constexpr Words kMarkdown = {"markdown", "md"};
constexpr Words kNginx = {"nginx"};
constexpr Words kNginxWords = {"server",     "location", "listen",     "root",
                               "try_files",  "gzip",     "add_header", "server_name",
                               "error_page", "alias",    "index"};

const auto kLanguages = std::to_array<Language>({
    {.title = "JSON",
     .names = kJson,
     .line_comment = "//",
     .quotes = "\"",
     .keywords = kJsonWords,
     .name_mark = NameMark::Colon},
    {.title = "YAML",
     .names = kYaml,
     .line_comment = "#",
     .quotes = "\"'",
     .keywords = kYamlWords,
     .name_mark = NameMark::Colon,
     .word_signs = "-"},
    {.title = "TOML",
     .names = kToml,
     .line_comment = "#",
     .other_line_comment = ";",
     .quotes = "\"'",
     .long_quotes = "\"'",
     .keywords = kTomlWords,
     .name_mark = NameMark::Equals,
     .word_signs = "-."},
    {.title = "CSS",
     .names = kCss,
     .block_open = "/*",
     .block_close = "*/",
     .quotes = "\"'",
     .keywords = kCssWords,
     .name_mark = NameMark::Colon,
     .word_signs = "-@"},
    {.title = "JavaScript",
     .names = kJs,
     .line_comment = "//",
     .block_open = "/*",
     .block_close = "*/",
     .quotes = "\"'`",
     .lines_quotes = "`",
     .keywords = kJsWords,
     .word_signs = "$"},
    {.title = "Python",
     .names = kPython,
     .line_comment = "#",
     .quotes = "\"'",
     .long_quotes = "\"'",
     .keywords = kPythonWords,
     .word_signs = "@"},
    {.title = "Shell",
     .names = kShell,
     .line_comment = "#",
     .quotes = "\"'`",
     .lines_quotes = "\"'",
     .keywords = kShellWords,
     .word_signs = "-",
     .has_variables = true},
    {.title = "终端", .names = kConsole, .family = Family::Console},
    {.title = "CSV",
     .names = kCsv,
     .line_comment = "#",
     .quotes = "\"",
     .lines_quotes = "\"",
     .has_escapes = false},
    {.title = "HTML",
     .names = kHtml,
     .family = Family::Markup,
     .block_open = "<!--",
     .block_close = "-->"},
    {.title = "Jinja",
     .names = kJinja,
     .family = Family::Markup,
     .block_open = "<!--",
     .block_close = "-->",
     .quotes = "\"'",
     .keywords = kJinjaWords,
     .has_templates = true},
    {.title = "Markdown", .names = kMarkdown, .family = Family::Markdown},
    {.title = "nginx",
     .names = kNginx,
     .line_comment = "#",
     .quotes = "\"'",
     .keywords = kNginxWords,
     .has_variables = true},
});

}  // namespace

const Language* find_language(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const Language& language : kLanguages) {
    if (std::ranges::find(language.names, lower) != language.names.end()) return &language;
  }
  return nullptr;
}

}  // namespace kepu::highlight
