// Values as they stand in script files.
#pragma once

#include <string>
#include <string_view>

namespace kepu::search {

/// `text` in double quotes, as JSON and ECMAScript read it.
void append_script_string(std::string& out, std::string_view text);

}  // namespace kepu::search
