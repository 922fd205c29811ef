// The record of changes (更新记录) of an article: that its dates agree, and what they say of
// `updated`.
#pragma once

#include "model/article.h"
#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

/// Adds what is wrong with the dates of `article.changes`, read from the map `node`.
void check_changes(Reading& reading, const Node& node, const model::Article& article);

/// An article without `updated` was updated when it was changed last.
void settle_updated(model::Article& article);

}  // namespace kepu::read
