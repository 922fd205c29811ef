// Every reference of the site leads somewhere: links, fragments, pictures, media, covers,
// subtitles.
#pragma once

#include "base/diagnostic.h"
#include "check/address_book.h"
#include "model/site.h"

namespace kepu::check {

void check_references(const model::Site& site, const AddressBook& addresses, unsigned jobs,
                      base::Diagnostics& diagnostics);

}  // namespace kepu::check
