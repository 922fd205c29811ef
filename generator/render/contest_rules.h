// The rules of a contest in sentences of the theme.
#pragma once

#include <string>

#include "model/contest.h"
#include "render/site_context.h"

namespace kepu::render {

/// "180—240秒，建议不超过200秒"; empty without a rule.
std::string duration_rule_text(const SiteContext& context, const model::DurationRule& rule);
/// One sentence for each limit that is set.
theme::Value limits_view(const SiteContext& context, const model::Limits& limits);
/// [{districts, text}].
theme::Value quotas_view(const SiteContext& context, const model::Contest& contest);
/// How many get the award: "参评作品数的10%，舍去小数".
std::string award_rule_text(const SiteContext& context, const model::AwardKind& kind);

}  // namespace kepu::render
