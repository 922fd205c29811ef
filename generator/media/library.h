// From answered questions to the library that the other rooms see.
#pragma once

#include "media/questions.h"
#include "model/media.h"

namespace kepu::media {

/// Items in the order of the plan, which is the library's.
model::MediaLibrary make_library(const Plan& plan);

}  // namespace kepu::media
