#include "base/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace kepu::base {

namespace {

// A source line longer than this is cut around the caret.
constexpr std::size_t kMaxLineCells = 160;

struct Words {
  std::string_view error, warning, info, note, help, suggestion;
};

const Words& words(Language language) {
  static const Words kChinese{"错误", "警告", "提示", "说明", "办法", "是不是想写“{}”？"};
  static const Words kEnglish{"error", "warning", "info", "note", "help", "did you mean “{}”?"};
  return language == Language::Chinese ? kChinese : kEnglish;
}

std::string_view severity_label(Severity severity, Language language) {
  const Words& w = words(language);
  switch (severity) {
    case Severity::Error:
      return w.error;
    case Severity::Warning:
      return w.warning;
    case Severity::Info:
      return w.info;
  }
  return w.error;
}

std::string_view severity_color(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "\x1b[1;31m";
    case Severity::Warning:
      return "\x1b[1;33m";
    case Severity::Info:
      return "\x1b[1;36m";
  }
  return "";
}

// A name with an escape sequence or line break must not reach the terminal as such.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string place_text(const Place& place) {
  if (place.position.line == 0) return printable(place.path);
  return fmt::format("{}:{}:{}", printable(place.path), place.position.line, place.position.column);
}

// True when every {name} of the pattern has an argument.
bool is_complete(std::string_view pattern, std::span<const Argument> arguments) {
  for (auto open = pattern.find('{'); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    const auto close = pattern.find('}', open);
    if (close == std::string_view::npos) return true;
    const auto name = pattern.substr(open + 1, close - open - 1);
    if (is_argument_name(name) &&
        std::none_of(arguments.begin(), arguments.end(),
                     [name](const Argument& item) { return item.name == name; })) {
      return false;
    }
  }
  return true;
}

std::string help_text(const Diagnostic& item, Language language) {
  const auto pattern = language == Language::Chinese ? item.code->help.zh : item.code->help.en;
  if (pattern.empty() || !is_complete(pattern, item.arguments)) return {};
  return fill(item.code->help, language, item.arguments);
}

// The line with tabs as single blanks, and the caret below it; both cut to a window when the line
// is long.
std::string source_excerpt(std::string_view line, const Place& place, std::string_view color,
                           std::string_view reset) {
  std::string shown;
  std::string carets;
  std::size_t cells = 0;
  std::uint32_t column = 1;
  const std::uint32_t first = place.position.column;
  const std::uint32_t last = first + std::max(1U, place.length) - 1;
  const std::uint32_t window_start = first > 60 ? first - 60 : 1;
  bool caret_drawn = false;
  std::size_t offset = 0;
  if (window_start > 1) {
    shown = "…";
    carets = " ";
    cells = 1;
  }
  while (offset < line.size()) {
    const char32_t c = next_code_point(line, offset);
    if (column < window_start) {
      ++column;
      continue;
    }
    const int width = c < 0x20 || c == 0x7f ? 1 : cell_width(c);
    if (cells + static_cast<std::size_t>(width) > kMaxLineCells) {
      shown += "…";
      break;
    }
    if (c < 0x20 || c == 0x7f) {
      shown += ' ';
    } else {
      append_utf8(shown, c);
    }
    const bool marked = column >= first && column <= last;
    carets.append(static_cast<std::size_t>(width), marked ? '^' : ' ');
    caret_drawn = caret_drawn || marked;
    cells += static_cast<std::size_t>(width);
    ++column;
  }
  if (!caret_drawn) carets += '^';
  carets.erase(carets.find_last_not_of(' ') + 1);
  const std::string number = std::to_string(place.position.line);
  const std::string margin(number.size(), ' ');
  return fmt::format("  {} | {}\n  {} | {}{}{}\n", number, shown, margin, color, carets, reset);
}

class SourceCache {
 public:
  explicit SourceCache(const SourceLookup& lookup) : lookup_(lookup) {}
  const SourceFile* find(const std::string& path) {
    const auto [entry, is_new] = files_.try_emplace(path);
    if (is_new && lookup_) entry->second = lookup_(path);
    return entry->second ? &*entry->second : nullptr;
  }

 private:
  const SourceLookup& lookup_;
  std::map<std::string, std::optional<SourceFile>> files_;
};

}  // namespace

std::string_view severity_word(Severity severity) {
  return severity_label(severity, Language::English);
}

std::string render_human(const Diagnostics& diagnostics, Language language, Color color,
                         const SourceLookup& sources) {
  const bool colored = color == Color::Always;
  const std::string_view reset = colored ? "\x1b[0m" : "";
  const std::string_view bold = colored ? "\x1b[1m" : "";
  const Words& w = words(language);
  SourceCache cache(sources);
  std::string out;
  for (const Diagnostic& item : diagnostics.items()) {
    const std::string_view tint = colored ? severity_color(item.severity) : "";
    if (!out.empty()) out += '\n';
    out += fmt::format("{}{}{}: {}{}[{}]{}: {}\n", bold, place_text(item.place), reset, tint,
                       severity_label(item.severity, language), item.code->code, reset,
                       printable(fill(item.code->message, language, item.arguments)));
    if (item.place.position.line > 0) {
      if (const SourceFile* file = cache.find(item.place.path)) {
        out += source_excerpt(file->line(item.place.position.line), item.place, tint, reset);
      }
    }
    for (const Note& note : item.notes) {
      const std::string where = note.place.path.empty() ? "" : place_text(note.place) + ": ";
      out += fmt::format("  = {}{}: {}\n", where, w.note,
                         printable(fill(note.text, language, note.arguments)));
    }
    if (!item.suggestion.empty()) {
      out += fmt::format("  = {}: {}\n", w.help,
                         fmt::format(fmt::runtime(w.suggestion), printable(item.suggestion)));
    }
    if (const std::string help = help_text(item, language); !help.empty()) {
      out += fmt::format("  = {}: {}\n", w.help, printable(help));
    }
  }
  return out;
}

std::string render_json(const Diagnostics& diagnostics, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  const auto place_json = [](const Place& place) {
    nlohmann::ordered_json object;
    object["path"] = place.path;
    object["line"] = place.position.line;
    object["column"] = place.position.column;
    return object;
  };
  for (const Diagnostic& item : diagnostics.items()) {
    nlohmann::ordered_json object;
    object["severity"] = severity_word(item.severity);
    object["code"] = item.code->code;
    object.update(place_json(item.place));
    object["length"] = item.place.length;
    object["message"] = fill(item.code->message, language, item.arguments);
    object["help"] = help_text(item, language);
    object["suggestion"] = item.suggestion;
    object["notes"] = nlohmann::ordered_json::array();
    for (const Note& note : item.notes) {
      auto entry = place_json(note.place);
      entry["message"] = fill(note.text, language, note.arguments);
      object["notes"].push_back(std::move(entry));
    }
    list.push_back(std::move(object));
  }
  // Paths on disk may hold any bytes; they must not stop the report.
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace kepu::base
