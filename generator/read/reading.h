// What every check of one file needs: which file it is, in which format, and where findings go.
// One per file and thread; owns nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/fact.h"
#include "read/node.h"

namespace kepu::read {

enum class Format { FrontMatter, Json };

struct Reading {
  const std::string& path;
  Format format;
  base::Diagnostics& diagnostics;

  base::Place place(const Mark& mark) const { return {path, mark.position, mark.length}; }

  /// True when so much is wrong that more would help nobody; then findings are dropped.
  bool is_full() const { return findings > kMaxFindings; }

  base::Diagnostic& add(const base::DiagnosticCode& code, const Mark& mark,
                        std::vector<base::Argument> arguments = {});

  static constexpr std::size_t kMaxFindings = 100;
  std::size_t findings = 0;
  std::optional<base::Diagnostic> dropped = std::nullopt;  // what add() returns when it is full

  /// What `{fact:id}` in plain texts is taken from, and where its uses go; both null where plain
  /// texts name no facts.
  const std::vector<model::Fact>* facts = nullptr;
  std::vector<model::FactUse>* fact_uses = nullptr;

  void name_facts(const std::vector<model::Fact>& known, std::vector<model::FactUse>& uses) {
    facts = &known;
    fact_uses = &uses;
  }
};

/// Refuses maps that name one key twice, with a note at the first.
void refuse_repeated_keys(Reading& reading, const Node& map);

/// A text cut to what fits into a message, on one line.
std::string excerpt(std::string_view text);

}  // namespace kepu::read
