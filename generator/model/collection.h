// 专题: a curated, ordered collection of what a site holds.
#pragma once

#include <string>
#include <vector>

#include "model/reference.h"

namespace kepu::model {

/// A part of a collection: a heading, a sentence or two, and items in order.
struct CollectionPart {
  std::string title;
  std::string text;
  std::vector<Reference> items;  // articles, entries, wall charts, quizzes, events
};

}  // namespace kepu::model
