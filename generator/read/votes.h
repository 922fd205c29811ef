// votes.json of a contest → model::Votes, held against the contest's works.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/contest.h"

namespace kepu::read {

/// `contest` has its id and its entries already.
model::Votes read_votes(const base::FileSystem& files, const std::string& path,
                        const model::Contest& contest, base::Diagnostics& diagnostics);

}  // namespace kepu::read
