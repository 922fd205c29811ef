// What is to be published, as values: the border between render/ (which knows what) and write/
// (which knows how).
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::base {

/// Makes the bytes of one document when it is asked, on any thread; must not depend on other
/// documents being made. What goes wrong is added to `diagnostics` (then nothing is published).
using Producer = std::function<std::string(Diagnostics& diagnostics)>;

/// A file that is copied as it is; `path` is a real path on disk.
struct FileOnDisk {
  std::string path;
};

struct Document {
  /// Address from the root of the published site, e.g. `policy/a.html`.
  std::string address;
  std::variant<Producer, FileOnDisk> content;
  /// What it was made from, for messages about collisions: a source path and position.
  Place source;
};

/// In any order; write/ sorts. Bytes are made as late as possible, so that memory never holds all
/// of them.
using Documents = std::vector<Document>;

}  // namespace kepu::base
