// The words of a body for search, by heading: what a reader sees, without marks and numbers of
// notes, as fields that can be jumped to.
#pragma once

#include <vector>

#include "model/body.h"
#include "search/document.h"

namespace kepu::render {

void append_body_fields(const model::Body& body, std::vector<search::Field>& fields);

}  // namespace kepu::render
