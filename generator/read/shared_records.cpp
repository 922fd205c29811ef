#include "read/records.h"

namespace kepu::read {

using model::Citation;
using model::NamedRole;
using model::Review;
using model::ReviewStatus;

const Record<Citation>& citation_record() {
  static const Record<Citation> record =
      Record<Citation>("citation", {"资料来源", "Source of a fact"})
          .placed_at(&Citation::position)
          .required("title", Text{}, &Citation::title,
                    {"标题：资料、文件或网页的名称", "Title of the publication or page"})
          .optional("publisher", Text{}, &Citation::publisher, {"发布机构", "Who published it"})
          .optional("url", Url{}, &Citation::url, {"网址", "Web address"})
          .optional("date", Day{}, &Citation::date,
                    {"日期：资料的发布日期", "Date of publication"});
  return record;
}

const Record<Review>& review_record() {
  static const Record<Review> record =
      Record<Review>("review", {"科学性审查", "Science review"})
          .optional("by", Text{}, &Review::by, {"审查人：由谁审查", "Who reviewed it"})
          .optional("on", Day{}, &Review::on, {"审查日期", "Date of the review"})
          .required(
              "status",
              Choice<ReviewStatus>{{"passed", ReviewStatus::Passed, {"通过", "passed"}},
                                   {"pending", ReviewStatus::Pending, {"待审", "waiting"}},
                                   {"rejected", ReviewStatus::Rejected, {"未通过", "rejected"}}},
              &Review::status, {"审查结论", "Outcome"});
  return record;
}

const Record<NamedRole>& named_role_record() {
  static const Record<NamedRole> record =
      Record<NamedRole>("named-role", {"人员或单位及其分工", "A person or body and its role"})
          .required("name", Text{}, &NamedRole::name, {"姓名或名称", "Name"})
          .optional("role", Text{}, &NamedRole::role,
                    {"分工，如编导、主办", "Role, such as director or host"});
  return record;
}

}  // namespace kepu::read
