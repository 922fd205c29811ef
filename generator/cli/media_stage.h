// The media stage as the commands use it: from the references of a site and the options of a
// command to jobs, and what the run says of it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/arguments.h"
#include "cli/build.h"
#include "cli/console.h"
#include "media/derive.h"

namespace kepu::cli {

/// Every use of a media file, in the order of their places.
std::vector<media::MediaJob> media_jobs(const PreparedSite& prepared);

/// `console` must outlive what is done with the options.
media::MediaOptions media_options(const Arguments& arguments, const PreparedSite& prepared,
                                  Console& console);

/// Adds which pictures for sharing the site wants; of a share of the work, those in it.
void ask_for_share_pictures(const Arguments& arguments, const PreparedSite& prepared,
                            media::MediaOptions& options, base::Diagnostics& diagnostics);

/// --cache DIR, or the site's own.
std::string media_cache_folder(const Arguments& arguments);

/// Says on stderr when strangers' files are decoded without a sandbox.
void warn_of_missing_sandbox(const Arguments& arguments, Console& console);

}  // namespace kepu::cli
