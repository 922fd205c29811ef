#include "read/records.h"
#include "read/site_codes.h"

namespace kepu::read {

using model::Event;
using model::EventFollowUp;
using model::EventLevel;
using model::EventPicture;
using model::EventState;
using model::JointActionKind;

namespace {

constexpr std::int64_t kMany = 100'000'000;

const Record<EventPicture>& picture_record() {
  static const Record<EventPicture> record =
      Record<EventPicture>("event-picture", {"一张活动图片", "A picture of the event"})
          .required("file", Path{}, &EventPicture::file, {"图片文件的路径", "Path of the picture"})
          .required("alt", Text{}, &EventPicture::alt,
                    {"说明：图片里有什么", "What the picture shows"});
  return record;
}

const Record<EventFollowUp>& indicators_record() {
  static const Record<EventFollowUp> record =
      Record<EventFollowUp>("event-indicators", {"活动数据", "Figures of the event"})
          .optional("participants", Whole{0, kMany}, &EventFollowUp::participants,
                    {"参与人数", "How many took part"})
          .optional("volunteers", Whole{0, kMany}, &EventFollowUp::volunteers,
                    {"志愿者人数", "How many volunteers"});
  return record;
}

const Record<EventFollowUp>& follow_up_record() {
  static const Record<EventFollowUp> record =
      Record<EventFollowUp>("event-follow-up", {"活动结束后补充的材料", "What is told afterwards"})
          .optional("summary", Text{}, &EventFollowUp::summary, {"总结", "Summary"})
          .optional("pictures", List{Part{picture_record()}}, &EventFollowUp::pictures,
                    {"图片", "Pictures"})
          .optional("video", Path{}, &EventFollowUp::video, {"视频文件的路径", "Path of a video"})
          .optional("links", List{Part{citation_record()}}, &EventFollowUp::links,
                    {"报道：新闻报道的链接", "News reports"})
          .group("indicators", indicators_record(), {"活动数据", "Figures"});
  return record;
}

// Who is to take part from home needs an address.
void require_address_of_cloud_event(Reading& reading, const Node& node, const Event& event) {
  if (event.level == EventLevel::Cloud && node.find("level") != nullptr &&
      event.online_url.empty()) {
    reading.add(codes::kEventAddress, node.find("level")->mark);
  }
}

}  // namespace

const Record<Event>& event_record() {
  static const Record<Event> record =
      Record<Event>("event", {"活动信息", "Facts of an event"})
          .in_order("from", &Event::from, "to", &Event::to)
          .checked_by(require_address_of_cloud_event)
          .required("level",
                    Choice<EventLevel>{
                        {"city-main", EventLevel::CityMain, {"市级主场", "main venue of the city"}},
                        {"department-main",
                         EventLevel::DepartmentMain,
                         {"部门主场", "main venue of a department"}},
                        {"district-main",
                         EventLevel::DistrictMain,
                         {"区县主场", "main venue of a district"}},
                        {"joint-action", EventLevel::JointAction, {"系列联合行动", "joint action"}},
                        {"cloud", EventLevel::Cloud, {"云上科普日", "online"}}},
                    &Event::level, {"级别", "Level"})
          .optional("kind",
                    Choice<JointActionKind>{
                        {"system",
                         JointActionKind::System,
                         {"主办单位系统", "systems of the organisers"}},
                        {"society", JointActionKind::Society, {"学会", "learned societies"}},
                        {"county", JointActionKind::County, {"全国科普示范县", "model counties"}},
                        {"base", JointActionKind::Base, {"科普阵地", "popularisation bases"}},
                        {"farm", JointActionKind::Farm, {"农技协", "farm technology associations"}},
                        {"enterprise",
                         JointActionKind::Enterprise,
                         {"企业科协", "associations in enterprises"}},
                        {"literacy",
                         JointActionKind::Literacy,
                         {"公众科学素质促进联盟", "alliance for science literacy"}}},
                    &Event::kind, {"联合行动的类别", "Kind of joint action"})
          .required("from", Moment{}, &Event::from,
                    {"开始：日期，也可带时间，如 2026-09-19 09:00", "Beginning"})
          .optional("to", Moment{}, &Event::to,
                    {"结束：不写则为当日", "End; the same day otherwise"})
          .optional("place", Text{}, &Event::place, {"地点", "Place"})
          .optional("district", Text{}, &Event::district, {"区县", "District"})
          .optional("online_url", Url{}, &Event::online_url,
                    {"线上网址：云上活动必须填写", "Web address; required of online events"})
          .optional("organisers", List{Part{named_role_record()}}, &Event::organisers,
                    {"组织单位：按正式顺序", "Organisers in official order"})
          .optional("brand", Text{}, &Event::brand,
                    {"品牌：如 全国科普日、科普中国", "Brand of the campaign"})
          .optional("brand_year", Whole{1990, 2999}, &Event::brand_year,
                    {"年度：品牌标识上的年份", "Year on the brand mark"})
          .optional(
              "state",
              Choice<EventState>{{"scheduled", EventState::Scheduled, {"如期举行", "as planned"}},
                                 {"postponed", EventState::Postponed, {"延期", "postponed"}},
                                 {"cancelled", EventState::Cancelled, {"取消", "cancelled"}},
                                 {"finished", EventState::Finished, {"已结束", "over"}}},
              &Event::state, {"状态，默认 scheduled", "State; scheduled by default"})
          .optional("audience", Text{}, &Event::audience, {"适合人群", "For whom"})
          .optional("registration", Text{}, &Event::registration,
                    {"参加办法：不写个人电话", "How to take part; no personal numbers"})
          .optional("demonstration", Flag{}, &Event::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"})
          .optional("follow_up", Part{follow_up_record()}, &Event::follow_up,
                    {"活动结束后补充的材料", "What is told afterwards"});
  return record;
}

}  // namespace kepu::read
