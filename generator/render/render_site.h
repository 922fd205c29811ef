// The stage before the last: model + media + theme → documents. Nothing is made yet: each document
// makes its bytes when write/ asks, on any thread.
#pragma once

#include <memory>
#include <string>

#include "base/date.h"
#include "base/document.h"
#include "base/file_system.h"
#include "check/address_book.h"
#include "model/cues.h"
#include "model/media.h"
#include "model/site.h"

namespace kepu::render {

struct Edition;
struct SiteContext;

struct RenderOptions {
  std::string site_folder;  // real path, for files that are copied
  std::string version;      // of the program, for feeds and page tags
  unsigned jobs = 1;
};

/// The documents of a site. They refer to `context`, and that to the site, the address book and the
/// media and subtitle libraries: all of them must live until the last document is made.
struct RenderedSite {
  std::shared_ptr<const SiteContext> context;
  std::vector<std::shared_ptr<const Edition>> editions;
  std::vector<std::shared_ptr<const SiteContext>> edition_contexts;
  base::Documents documents;
};

RenderedSite render_site(const model::Site& site, const check::AddressBook& addresses,
                         const model::MediaLibrary& media, const model::CueLibrary& cues,
                         const base::FileSystem& files, const RenderOptions& options,
                         base::Diagnostics& diagnostics);

}  // namespace kepu::render
