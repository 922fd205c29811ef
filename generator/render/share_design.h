// `share_picture` of a theme's theme.json: how pictures for sharing are drawn.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/share.h"

namespace kepu::render {

/// Nothing when the theme says nothing of it, or something wrong, which is then in `diagnostics`.
std::optional<model::ShareDesign> load_share_design(const base::FileSystem& files,
                                                    const std::string& theme,
                                                    base::Diagnostics& diagnostics);

}  // namespace kepu::render
