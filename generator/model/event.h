// 科普活动: an event of a campaign such as the national science popularisation day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "model/citation.h"
#include "model/reference.h"

namespace kepu::model {

/// 市级主场 · 部门主场 · 区县主场 · 系列联合行动 · 云上科普日.
enum class EventLevel { CityMain, DepartmentMain, DistrictMain, JointAction, Cloud };

/// Of joint actions: organiser systems · 学会 · 全国科普示范县 · 科普阵地 · 农技协 · 企业科协 ·
/// 公众科学素质促进联盟.
enum class JointActionKind { None, System, Society, County, Base, Farm, Enterprise, Literacy };

enum class EventState { Scheduled, Postponed, Cancelled, Finished };

struct EventPicture {
  Reference file;
  std::string alt;
};

/// What is told when it is over.
struct EventFollowUp {
  std::string summary;
  std::vector<EventPicture> pictures;
  Reference video;
  std::vector<Citation> links;
  std::optional<std::int64_t> participants;
  std::optional<std::int64_t> volunteers;
};

struct Event {
  EventLevel level = EventLevel::JointAction;
  JointActionKind kind = JointActionKind::None;
  std::optional<base::DateTime> from;
  std::optional<base::DateTime> to;
  std::string place;
  std::string district;
  std::string online_url;
  std::vector<NamedRole> organisers;  // official order
  std::string brand;                  // 全国科普日, 科普中国, 科普重庆
  std::optional<std::int64_t> brand_year;
  EventState state = EventState::Scheduled;
  std::string audience;
  std::string registration;
  bool demonstration = false;
  std::optional<EventFollowUp> follow_up;
};

}  // namespace kepu::model
