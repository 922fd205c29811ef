// What many records share: where facts come from, who reviewed them, who did what.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/place.h"

namespace kepu::model {

/// A citation of a fact.
struct Citation {
  std::string title;
  std::string publisher;
  std::string url;
  std::optional<base::DateTime> date;
  base::Position position;
};

enum class ReviewStatus { None, Pending, Passed, Rejected };

/// 科学性审查, the science review.
struct Review {
  std::string by;
  std::optional<base::DateTime> on;
  ReviewStatus status = ReviewStatus::None;
};

/// A person or body and what it did.
struct NamedRole {
  std::string role;
  std::string name;
};

}  // namespace kepu::model
