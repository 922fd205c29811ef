// The plan of derive_media: which files there are, what has to be known of each, and what was
// answered.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/hash.h"
#include "base/place.h"
#include "media/cache.h"
#include "media/derive.h"
#include "media/file_index.h"
#include "media/svg_size.h"
#include "media/worker_process.h"

namespace kepu::media {

/// A file that some job names, as media or as a poster.
struct NamedFile {
  std::string path;
  /// Everything that names it, sorted.
  std::set<base::Place> references;
  /// Why it cannot be read, as `reason`; nothing if it can.
  std::optional<base::Argument> error;
  FileStamp stamp;
  base::Hash128 content;
  /// What its jobs do with it.
  bool played = false;
  bool shown = false;
  /// Text in angle brackets goes to no decoder; nothing in it when it is not SVG.
  bool is_markup = false;
  std::optional<SvgSize> svg;
  /// Questions that follow from its facts, by task.
  std::map<worker::Task, std::size_t> more;
};

/// One file and one thing to be known of it.
struct Question {
  std::size_t file = 0;
  worker::Request request;
  base::Hash128 key;
  std::optional<CachedReply> reply;
  /// Without a reply.
  Answer::Fault fault = Answer::Fault::None;
  std::string fault_reason;
  bool changed = false;
};

/// One item of the library to be: answered by one question, or by a second one for a poster that is
/// a picture.
struct Item {
  std::size_t file = 0;
  model::PosterChoice choice;
  std::set<base::Place> poster_references;
  std::optional<std::size_t> question;
  std::optional<std::size_t> poster_file;
  std::optional<std::size_t> poster_question;
};

struct Plan {
  std::vector<NamedFile> files;  // sorted by path
  std::vector<Item> items;       // sorted by path and choice
  std::vector<Question> questions;
};

/// Files and items of the jobs; every file and item once.
Plan make_plan(std::span<const MediaJob> jobs);

/// Adds the questions about facts and posters, after it is known which files can be read and are no
/// markup.
void add_questions(Plan& plan, const model::MediaSettings& settings);

/// Adds what is to be known besides, after the first questions have been answered.
void add_further_questions(Plan& plan, const model::MediaSettings& settings);

/// Adds one question about a file; returns its number.
std::size_t add_question(Plan& plan, std::size_t file, worker::Request request);

/// Whether the question was answered and the file is whole.
bool is_sound(const Question& question);

}  // namespace kepu::media
