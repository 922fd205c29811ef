// Renders collected diagnostics once, for people or as JSON. Pure functions: the caller prints the
// text.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source_file.h"

namespace kepu::base {

enum class Color { Never, Always };

/// Gives a source file again for its lines; nullopt when it cannot be had (then no source line is
/// shown).
using SourceLookup = std::function<std::optional<SourceFile>(const std::string& path)>;

/// `path:line:column: error[code]: message`, the source line with a caret, notes, help; a blank
/// line between two. Expects sorted diagnostics. Wide characters move the caret by two cells.
std::string render_human(const Diagnostics& diagnostics, Language language, Color color,
                         const SourceLookup& sources);

/// A JSON array text: objects with `severity code path line column length message help suggestion
/// notes`.
std::string render_json(const Diagnostics& diagnostics, Language language);

/// The word for a severity in JSON and in English output: `error`, `warning`, `info`.
std::string_view severity_word(Severity severity);

}  // namespace kepu::base
