// Which terms of the glossary are explained on which article: found once for the whole site, in
// parallel, each article by itself. A page depends on its text and on the glossary alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/site.h"
#include "render/term_matcher.h"

namespace kepu::render {

struct Glossary {
  const model::Section* section = nullptr;      // without it there is no page to lead to
  std::vector<std::vector<TermMatch>> matches;  // by article; empty: nothing is explained by itself
  std::vector<std::vector<std::size_t>> articles;  // by term: which articles explain it

  std::span<const TermMatch> matches_of(std::size_t article) const {
    return article < matches.size() ? std::span<const TermMatch>(matches[article])
                                    : std::span<const TermMatch>();
  }
};

Glossary collect_glossary(const model::Site& site, unsigned jobs);

/// Terms that a text explains, in the order of their places: those that it names, and `matches`.
std::vector<std::uint32_t> explained_terms(const model::Site& site, const model::Body& body,
                                           std::span<const TermMatch> matches);

/// `glossary/index.html#term-carbon-sink` from the root of the site; empty without a page.
std::string term_address(const Glossary& glossary, const std::string& id);

}  // namespace kepu::render
