// Which media files of the site the media stage has to look at, and how their posters were chosen.
#pragma once

#include <string>
#include <vector>

#include "base/place.h"
#include "check/address_book.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::check {

enum class ReferenceUse { Player, Picture, Link };

struct MediaReference {
  std::string path;  // from the site folder
  ReferenceUse use = ReferenceUse::Player;
  model::PosterChoice poster;
  base::Place place;
  base::Place poster_place;
};

/// All pictures, videos and sounds that content names and that exist, in the order of their places.
std::vector<MediaReference> media_references(const model::Site& site, const AddressBook& addresses);

/// The poster that an entry asks for, or its contest for it.
model::PosterChoice poster_choice(const model::Contest& contest, const model::Entry& entry,
                                  const AddressBook& addresses);

/// By ending: a file that the media stage understands.
bool is_media_file(std::string_view path);

}  // namespace kepu::check
