#include "read/records.h"

namespace kepu::read {

using model::Expert;
using model::Organisation;
using model::OrganisationKind;

namespace {

template <typename T>
const Record<T>& listing_consent_record() {
  static const Record<T> record =
      Record<T>("listing-consent", {"公开授权", "Consent to be listed"})
          .required("publish", Flag{}, &T::consent_to_publish,
                    {"同意公开：true 表示本人或单位同意公开", "true: consented to publication"})
          .optional("on", Day{}, [](T&, base::DateTime) {}, {"日期：同意的日期", "Date"});
  return record;
}

}  // namespace

const Record<Expert>& expert_record() {
  static const Record<Expert> record =
      Record<Expert>("expert", {"专家", "An expert"})
          .required("id", Id{}, Placed{&Expert::id, &Expert::id_position},
                    {"编号：与文件名相同", "The name of its file"})
          .required("name", Text{}, &Expert::name, {"姓名", "Name"})
          .optional("sort_key", Text{}, &Expert::sort_key,
                    {"排序拼音：姓氏有特殊读音时填写，如 zeng", "Pinyin, where a surname needs it"})
          .optional("title", Text{}, &Expert::title, {"职称", "Title"})
          .optional("unit", Text{}, &Expert::unit, {"单位", "Unit"})
          .optional("fields", List{Text{}}, &Expert::fields, {"领域：研究领域", "Fields"})
          .optional("introduction", Text{}, &Expert::introduction, {"简介", "Introduction"})
          .optional("topics_offered", List{Text{}}, &Expert::topics_offered,
                    {"可讲主题：能做哪些讲座", "Talks that are offered"})
          .optional("links", List{Part{citation_record()}}, &Expert::links,
                    {"链接：公开的主页或作品", "Public pages and works"})
          .group("consent", listing_consent_record<Expert>(), {"公开授权", "Consent"})
          .optional("demonstration", Flag{}, &Expert::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"});
  return record;
}

const Record<Organisation>& organisation_entry_record() {
  static const Record<Organisation> record =
      Record<Organisation>("organisation-entry", {"参与单位", "An organisation that takes part"})
          .required("id", Id{}, Placed{&Organisation::id, &Organisation::id_position},
                    {"编号：与文件名相同", "The name of its file"})
          .required("name", Text{}, &Organisation::name, {"名称", "Name"})
          .required(
              "kind",
              Choice<OrganisationKind>{
                  {"association", OrganisationKind::Association, {"科协", "association"}},
                  {"society", OrganisationKind::Society, {"学会", "learned society"}},
                  {"base", OrganisationKind::Base, {"科普基地", "popularisation base"}},
                  {"university", OrganisationKind::University, {"高校和科研院所", "university"}},
                  {"enterprise", OrganisationKind::Enterprise, {"企业", "enterprise"}},
                  {"volunteers", OrganisationKind::Volunteers, {"志愿服务队", "volunteer team"}},
                  {"media", OrganisationKind::Media, {"媒体", "media"}}},
              &Organisation::kind, {"类别", "Kind"})
          .optional("district", Text{}, &Organisation::district, {"区县", "District"})
          .optional("url", Url{}, &Organisation::url, {"网址", "Web address"})
          .optional("introduction", Text{}, &Organisation::introduction, {"简介", "Introduction"})
          .group("consent", listing_consent_record<Organisation>(), {"公开授权", "Consent"})
          .optional("demonstration", Flag{}, &Organisation::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"});
  return record;
}

}  // namespace kepu::read
