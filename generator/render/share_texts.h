// Which pages get a picture for sharing, and what stands on it.
#pragma once

#include <vector>

#include "model/share.h"
#include "model/site.h"

namespace kepu::render {

/// By `share_pictures` of site.json: the home page and each section, or besides each page that has
/// no picture of its own.
std::vector<model::ShareText> share_texts(const model::Site& site);

}  // namespace kepu::render
