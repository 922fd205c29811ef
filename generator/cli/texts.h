// The texts of the command line in both languages.
#pragma once

#include "base/diagnostic.h"

namespace kepu::cli {

/// The text in `language`.
inline std::string_view in(base::Language language, base::Bilingual text) {
  return language == base::Language::Chinese ? text.zh : text.en;
}

namespace texts {

using base::Bilingual;

extern const Bilingual kProgram, kBuild, kCheck, kMedia, kVersion, kExplain;
extern const Bilingual kSite, kOut, kBaseUrl, kJobs, kDrafts, kFuture, kAsOf, kStrict, kFormat,
    kColor, kQuiet, kLang, kHelp, kCode, kList, kMarkdown, kCache, kNoSandbox, kExplainPoster,
    kContactSheet, kShard, kPrune;
extern const Bilingual kUsage, kOptions, kCommands, kMoreHelp, kNoCommand, kUnknownCommand, kNotYet,
    kWrongValue, kWrongDate, kWrongUrl, kWrongShard, kUsageError;

}  // namespace texts
}  // namespace kepu::cli
