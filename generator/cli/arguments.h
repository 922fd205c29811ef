// The command line as plain values. The only file that knows CLI11 is arguments.cpp.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/date.h"
#include "base/diagnostic.h"
#include "media/shard.h"

namespace kepu::cli {

enum class Command { Build, Check, Media, Version, Explain };
enum class OutputFormat { Human, Json };
enum class ColorChoice { Auto, Always, Never };

/// What the options of all commands say; each command looks at those that it documents.
struct Arguments {
  Command command = Command::Build;
  std::string site = ".";
  std::string out;    // empty: `public` in the site folder
  std::string cache;  // empty: `.kepu/cache` in the site folder
  bool sandbox = true;
  std::optional<std::string> base_url;
  unsigned jobs = 0;  // 0: as many as processors
  bool drafts = false;
  bool future = false;
  std::optional<base::DateTime> as_of;
  bool strict = false;
  OutputFormat format = OutputFormat::Human;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  base::Language language = base::Language::Chinese;

  // media
  std::string explain;  // an entry's id, or the path of a media file
  media::Shard shard;
  bool prune = false;

  // explain
  std::string code;
  bool list = false;
  bool markdown = false;
};

/// The run ends before a command: help was asked for (status 0), or the usage is wrong (status 2).
struct Exit {
  int status = 0;
  std::string text;
};

std::variant<Arguments, Exit> parse_arguments(int count, const char* const* words);

/// `zh…`, `C` and nothing at all are Chinese, everything else English.
base::Language language_of_environment();

}  // namespace kepu::cli
