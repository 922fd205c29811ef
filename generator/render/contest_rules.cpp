#include "render/contest_rules.h"

#include <optional>

#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

/// A sentence of the theme about one number.
std::string with_number(const SiteContext& context, const char* name, const char* fallback,
                        std::int64_t number) {
  return theme_words(context, name, fallback, {{"n", std::to_string(number)}});
}

std::string between(const SiteContext& context, const char* name, const char* fallback,
                    std::int64_t least, std::int64_t most) {
  return theme_words(context, name, fallback,
                     {{"min", std::to_string(least)}, {"max", std::to_string(most)}});
}

std::string share_base(const SiteContext& context, const std::string& base) {
  if (base == "received") return context.theme.text("award_base_received", "收到作品数");
  if (base == "recommended") return context.theme.text("award_base_recommended", "推荐作品数");
  return context.theme.text("award_base_judged", "参评作品数");
}

std::string rounding_words(const SiteContext& context, const std::string& rounding) {
  if (rounding == "floor") return context.theme.text("award_round_down", "，舍去小数");
  if (rounding == "ceil") return context.theme.text("award_round_up", "，小数进一");
  if (rounding == "half-up") return context.theme.text("award_round_half", "，四舍五入");
  return {};
}

}  // namespace

std::string duration_rule_text(const SiteContext& context, const model::DurationRule& rule) {
  std::string text;
  if (rule.min_s && rule.max_s) {
    text = between(context, "duration_between", "{min}—{max}秒", *rule.min_s, *rule.max_s);
  } else if (rule.max_s) {
    text = with_number(context, "duration_at_most", "不超过{n}秒", *rule.max_s);
  } else if (rule.min_s) {
    text = with_number(context, "duration_at_least", "不少于{n}秒", *rule.min_s);
  }
  if (rule.advised_max_s) {
    if (!text.empty()) text += context.theme.text("clause_mark", "，");
    text += with_number(context, "duration_advised", "建议不超过{n}秒", *rule.advised_max_s);
  }
  return text;
}

Value limits_view(const SiteContext& context, const model::Limits& limits) {
  List list;
  const auto add = [&](const std::optional<std::int64_t>& limit, const char* name,
                       const char* fallback) {
    if (limit) list.emplace_back(with_number(context, name, fallback, *limit));
  };
  add(limits.creators, "limit_creators", "每件作品的作者不超过{n}人");
  add(limits.units, "limit_units", "每件作品的创作单位不超过{n}个");
  add(limits.works_per_creator, "limit_per_creator", "每位作者报送的作品不超过{n}件");
  add(limits.works_per_unit, "limit_per_unit", "每个单位报送的作品不超过{n}件");
  add(limits.description_characters, "limit_description", "作品简介不超过{n}字");
  return Value(std::move(list));
}

Value quotas_view(const SiteContext& context, const model::Contest& contest) {
  List list;
  for (const model::Quota& quota : contest.quotas) {
    std::string text;
    if (quota.min && quota.max && *quota.min != *quota.max) {
      text = between(context, "quota_between", "{min}—{max}件", *quota.min, *quota.max);
    } else if (quota.max) {
      text = quota.min ? with_number(context, "quota_exactly", "{n}件", *quota.max)
                       : with_number(context, "quota_at_most", "不超过{n}件", *quota.max);
    } else if (quota.min) {
      text = with_number(context, "quota_at_least", "不少于{n}件", *quota.min);
    }
    Map item;
    item.set("districts", texts_view(quota.districts));
    item.set("text", Value(std::move(text)));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

std::string award_rule_text(const SiteContext& context, const model::AwardKind& kind) {
  if (kind.count) return with_number(context, "award_count", "{n}个", *kind.count);
  if (!kind.share_percent) return context.theme.text("award_open", "数量不限定");
  return theme_words(context, "award_share", "{base}的{percent}%{rounding}",
                     {{"base", share_base(context, kind.base)},
                      {"percent", std::to_string(*kind.share_percent)},
                      {"rounding", rounding_words(context, kind.rounding)}});
}

}  // namespace kepu::render
