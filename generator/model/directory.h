// 专家库 and organisations: who can be asked, and who takes part. Published with consent only.
#pragma once

#include <string>
#include <vector>

#include "base/place.h"
#include "model/citation.h"

namespace kepu::model {

struct Expert {
  std::string source_path;
  std::string section;
  std::string id;
  base::Position id_position;
  std::string name;
  std::string sort_key;  // pinyin of the name where the table would read it wrongly (曾 zeng)
  std::string title;     // 职称
  std::string unit;
  std::vector<std::string> fields;
  std::string introduction;
  std::vector<std::string> topics_offered;
  std::vector<Citation> links;
  bool consent_to_publish = false;
  bool demonstration = false;
  bool faulty = false;

  std::string address() const { return section + "/" + id + ".html"; }
};

enum class OrganisationKind {
  Association,
  Society,
  Base,
  University,
  Enterprise,
  Volunteers,
  Media,
};

struct Organisation {
  std::string source_path;
  std::string section;
  std::string id;
  base::Position id_position;
  std::string name;
  OrganisationKind kind = OrganisationKind::Association;
  std::string district;
  std::string url;
  std::string introduction;
  bool consent_to_publish = false;
  bool demonstration = false;
  bool faulty = false;

  std::string address() const { return section + "/" + id + ".html"; }
};

}  // namespace kepu::model
