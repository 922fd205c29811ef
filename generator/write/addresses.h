// Are the addresses of a set of documents fit to stand side by side in one tree, on every file
// system?
#pragma once

#include "base/document.h"

namespace kepu::write {

/// Adds `output.collision`, `output.file-and-folder` and `output.address-invalid` for all that
/// clash. Sorts by address.
void check_addresses(base::Documents& documents, base::Diagnostics& diagnostics);

}  // namespace kepu::write
