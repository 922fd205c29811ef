// After the media stage: files are of the kind that their place in the content asks for.
#pragma once

#include "base/diagnostic.h"
#include "check/address_book.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::check {

/// A work is a video or a sound as its category says; a cover is a picture or a video; what stands
/// as a picture is one, and what stands as a player can be played.
void check_media_forms(const model::Site& site, const AddressBook& addresses,
                       const model::MediaLibrary& media, base::Diagnostics& diagnostics);

}  // namespace kepu::check
