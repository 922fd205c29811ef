// Files of contributors that a browser would run as programs: they must not be published under the
// site's own name.
#pragma once

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/address_book.h"
#include "model/site.h"

namespace kepu::check {

/// Every file that content names: pages and scripts are refused by their ending, SVG drawings by
/// what is in them (scripts, event handlers, foreign objects, foreign hosts).
void check_active_files(const model::Site& site, const AddressBook& addresses,
                        const base::FileSystem& files, base::Diagnostics& diagnostics);

/// What makes an SVG text more than a drawing, as it stands there; "" if nothing does.
std::string active_part_of_svg(std::string_view text);

}  // namespace kepu::check
