// After the media stage: chapters of works lie inside their files.
#pragma once

#include "base/diagnostic.h"
#include "check/address_book.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::check {

/// Nothing is said of files whose length is not known.
void check_media_chapters(const model::Site& site, const AddressBook& addresses,
                          const model::MediaLibrary& media, base::Diagnostics& diagnostics);

}  // namespace kepu::check
