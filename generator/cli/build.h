// The way of the data, shared by the commands that need the whole site: read → check → media →
// render. `build` then writes.
#pragma once

#include <memory>
#include <string>

#include "base/file_system.h"
#include "check/address_book.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "model/cues.h"
#include "model/media.h"
#include "model/site.h"
#include "render/render_site.h"

namespace kepu::cli {

/// A site with all that was derived from it, up to the documents; each member refers to those above
/// it, so it never moves.
struct PreparedSite {
  std::unique_ptr<base::DiskFileSystem> files;
  model::Site site;
  std::unique_ptr<check::AddressBook> addresses;
  model::MediaLibrary media;
  model::CueLibrary cues;
  render::RenderedSite rendered;
};

/// As far as the references: what they lead to exists, what is not published is held back. Without
/// addresses when there is no site to speak of.
std::unique_ptr<PreparedSite> read_and_check(const Arguments& arguments,
                                             base::Diagnostics& diagnostics);

/// All the way to the documents.
std::unique_ptr<PreparedSite> prepare_site(const Arguments& arguments, Console& console,
                                           base::Diagnostics& diagnostics);

unsigned jobs_of(const Arguments& arguments);

/// With --strict every warning becomes an error.
void apply_strictness(const Arguments& arguments, base::Diagnostics& diagnostics);

/// "3 errors, 1 warning", or "" when there is neither.
std::string count_text(const base::Diagnostics& diagnostics, base::Language language);

/// What is not published now, and until when; "" if nothing is held back.
std::string held_back_text(const model::Site& site, base::Language language);

/// The members of the JSON result that build and check share.
std::string json_result(const Arguments& arguments, const PreparedSite& prepared,
                        const base::Diagnostics& diagnostics, const std::string& extra_members);

}  // namespace kepu::cli
