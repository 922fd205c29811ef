// 挂图: a chart to be hung up, with its text for those who cannot see it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/body.h"
#include "model/citation.h"
#include "model/reference.h"

namespace kepu::model {

enum class Paper { A1, A2, A3, A4 };
enum class PaperOrientation { Portrait, Landscape };

struct WallChart {
  std::string source_path;
  std::string section;  // id of its section
  std::string id;
  base::Position id_position;
  std::string title;
  std::string description;
  base::DateTime date;
  std::string series;
  std::optional<std::int64_t> number;  // in its series
  Reference picture;
  Body text;  // everything that stands on it
  Paper paper = Paper::A2;
  PaperOrientation orientation = PaperOrientation::Portrait;
  std::vector<NamedRole> creators;
  std::vector<std::string> units;
  std::vector<std::string> audiences;
  std::vector<std::string> scenes;
  std::vector<std::string> tags;
  std::vector<Citation> sources;
  std::string license;
  Review review;
  bool demonstration = false;
  bool draft = false;
  bool faulty = false;

  std::string address() const { return section + "/" + id + ".html"; }
};

}  // namespace kepu::model
