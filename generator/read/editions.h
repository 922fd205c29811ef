// Further editions of the site: which site.json asks for, and their word lists
// `content/languages/LANGUAGE.csv` with the columns `original` and `converted`.
#pragma once

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

/// Fills `site.editions` from `languages` in site.json.
void choose_editions(Reading& reading, const Node& root, model::Site& site);

/// Reads the word list of each edition that has one.
void read_word_lists(const base::FileSystem& files, model::Site& site,
                     base::Diagnostics& diagnostics);

}  // namespace kepu::read
