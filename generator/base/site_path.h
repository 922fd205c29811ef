// Paths inside the site folder and addresses inside the published site: `/`-separated, relative, no
// `.` or `..`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kepu::base {

/// Joins `reference`, as it stands in the file `from`, to a path from the site folder: `/a` from
/// the root, otherwise relative to the file's folder. Nothing when it leaves the site folder or
/// holds a NUL or a backslash.
std::optional<std::string> resolve_path(std::string_view from, std::string_view reference);

/// The way from the page `from` to the page `to`, both as addresses from the root:
/// ("policy/a.html", "index.html") gives
/// "../index.html".
std::string relative_address(std::string_view from, std::string_view to);

/// "" for a page at the root, "../" once for each folder above it.
std::string root_prefix(std::string_view address);

std::string_view folder_of(std::string_view path);     // "a/b/c.md" gives "a/b", "c.md" gives ""
std::string_view file_name_of(std::string_view path);  // "c.md"
std::string_view stem_of(std::string_view path);       // "c"
/// Lower-case ending without the dot; "" if there is none.
std::string extension_of(std::string_view path);

}  // namespace kepu::base
