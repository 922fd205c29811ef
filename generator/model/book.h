// 科普读本: a reader made of chapters, which are articles of its section.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "model/citation.h"
#include "model/reference.h"

namespace kepu::model {

struct Book {
  std::string source_path;
  std::string section;
  std::string title;
  std::string subtitle;
  std::string description;
  base::DateTime date;
  std::string publisher_note;
  std::vector<NamedRole> editors;
  Reference cover;
  std::string license;
  Review review;
  std::vector<Reference> chapters;  // in order: files beside book.json
  bool draft = false;
  bool faulty = false;
};

}  // namespace kepu::model
