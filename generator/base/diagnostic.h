// Diagnostics as values: what is wrong in an author's content, where, and what to do about it.
// Every room describes its codes in its own codes.h; a stage adds diagnostics to a Diagnostics and
// goes on. Nothing here prints: report.h renders a whole collection once.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/place.h"

namespace kepu::base {

enum class Severity { Error, Warning, Info };

enum class Language { Chinese, English };

/// One text in both languages of the program. `{name}` stands for an argument of the diagnostic.
struct Bilingual {
  std::string_view zh;
  std::string_view en;
};

/// A kind of diagnostic. Lives for the whole run (inline constexpr in a room's codes.h).
/// `code` is stable: themes, scripts and docs/diagnostics.md name it. `help` says what to type; it
/// is left out when one of its arguments is missing. `explanation` is what `kepu explain` prints
/// beside both.
struct DiagnosticCode {
  std::string_view code;
  Severity severity = Severity::Error;
  Bilingual message;
  Bilingual help;
  Bilingual explanation;
};

/// `english` stands in English output where the value itself is a word of the program; empty:
/// `value` in both.
struct Argument {
  std::string name;
  std::string value;
  std::string english = {};
  auto operator<=>(const Argument&) const = default;
};

/// A second place that belongs to a diagnostic ("first defined here"), or a remark without one
/// (place.path empty).
struct Note {
  Place place;
  Bilingual text;
  std::vector<Argument> arguments;
};

struct Diagnostic {
  const DiagnosticCode* code = nullptr;
  Severity severity = Severity::Error;
  Place place;
  std::vector<Argument> arguments;
  std::vector<Note> notes;
  /// The nearest valid name, when there is one ("did you mean …").
  std::string suggestion;

  Diagnostic(const DiagnosticCode& kind, Place where, std::vector<Argument> values = {})
      : code(&kind),
        severity(kind.severity),
        place(std::move(where)),
        arguments(std::move(values)) {}

  Diagnostic& with_note(Place where, Bilingual text, std::vector<Argument> values = {}) & {
    notes.push_back({std::move(where), text, std::move(values)});
    return *this;
  }
  Diagnostic& with_suggestion(std::string nearest) & {
    suggestion = std::move(nearest);
    return *this;
  }
};

/// A growing collection of diagnostics. One per task in parallel work; merged in source order
/// afterwards.
class Diagnostics {
 public:
  /// Adds one and returns it, so that notes and a suggestion can be hung on.
  Diagnostic& add(Diagnostic diagnostic);
  Diagnostic& add(const DiagnosticCode& code, Place place, std::vector<Argument> arguments = {}) {
    return add(Diagnostic(code, std::move(place), std::move(arguments)));
  }
  void merge(Diagnostics&& other);

  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  std::size_t count(Severity severity) const;
  std::span<const Diagnostic> items() const { return items_; }
  std::vector<Diagnostic>& items_for_update() { return items_; }

  /// Sorts by path, position, code and text, and drops exact repeats.
  void sort();

 private:
  std::vector<Diagnostic> items_;
};

/// True for what stands between the braces of an argument: lower-case letters and underscores.
/// `{#id}` is plain text.
bool is_argument_name(std::string_view name);

/// `text` in `language` with `{name}` replaced; an unknown name stays as it is.
std::string fill(Bilingual text, Language language, std::span<const Argument> arguments);

}  // namespace kepu::base
