// Media types (MIME) of published files, as players and machines that read the catalogue want them.
#pragma once

#include <string>
#include <string_view>

#include "model/media.h"

namespace kepu::render {

/// Of a video or sound, by its container.
std::string media_type(const model::MediaFacts& facts);

/// Of any other file, by the ending of its name; `application/octet-stream` where that says
/// nothing.
std::string_view file_type(std::string_view path);

}  // namespace kepu::render
