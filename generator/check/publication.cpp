#include "check/publication.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "check/codes.h"

namespace kepu::check {

namespace {

using model::HeldBack;
using model::HoldReason;
using model::ReviewStatus;

std::optional<HeldBack> hold_article(const model::Article& article, bool review_required,
                                     const PublicationOptions& options) {
  const auto held = [&article](HoldReason reason, std::optional<base::DateTime> until = {}) {
    return HeldBack{article.source_path, article.title, reason, until};
  };
  // Nothing is published in a run with errors; holding it back would only add warnings that are not
  // true.
  if (article.faulty) return std::nullopt;
  if (article.draft && !options.with_drafts) return held(HoldReason::Draft);
  const base::DateTime due = article.publish_at.value_or(article.date);
  if (due > options.as_of && !options.with_future) return held(HoldReason::NotYet, due);
  if (article.expire_at && base::end_of_day(*article.expire_at) <= options.as_of) {
    return held(HoldReason::Expired);
  }
  if (article.review.status == ReviewStatus::Rejected) return held(HoldReason::ReviewRejected);
  if (review_required && article.review.status != ReviewStatus::Passed && !options.with_drafts) {
    return held(HoldReason::ReviewMissing);
  }
  return std::nullopt;
}

std::optional<HeldBack> hold_entry(const model::Entry& entry, const PublicationOptions& options) {
  const auto held = [&entry](HoldReason reason) {
    return HeldBack{entry.source_path, entry.title, reason, std::nullopt};
  };
  if (entry.faulty) return std::nullopt;
  if (entry.draft && !options.with_drafts) return held(HoldReason::Draft);
  // Consent is a matter of law, not of taste: no option shows a work without it.
  if (!entry.consent_to_publish) return held(HoldReason::NoConsent);
  if (entry.review.status == ReviewStatus::Rejected) return held(HoldReason::ReviewRejected);
  if (entry.review.status != ReviewStatus::Passed && !options.with_drafts) {
    return held(HoldReason::ReviewMissing);
  }
  return std::nullopt;
}

// Of wall charts and quizzes.
template <typename T>
std::optional<HeldBack> hold_record(const T& record, bool review_required,
                                    const PublicationOptions& options) {
  const auto held = [&record](HoldReason reason, std::optional<base::DateTime> until = {}) {
    return HeldBack{record.source_path, record.title, reason, until};
  };
  if (record.faulty) return std::nullopt;
  if (record.draft && !options.with_drafts) return held(HoldReason::Draft);
  if (record.date > options.as_of && !options.with_future)
    return held(HoldReason::NotYet, record.date);
  if (record.review.status == ReviewStatus::Rejected) return held(HoldReason::ReviewRejected);
  if (review_required && record.review.status != ReviewStatus::Passed && !options.with_drafts)
    return held(HoldReason::ReviewMissing);
  return std::nullopt;
}

// People and bodies are listed only with their consent; no option changes that.
template <typename T>
std::optional<HeldBack> hold_listing(const T& listed) {
  if (listed.faulty || listed.consent_to_publish) return std::nullopt;
  return HeldBack{listed.source_path, listed.name, HoldReason::NoConsent, std::nullopt};
}

/// Moves what `hold` gives a reason for from `items` to `held_back`.
template <typename T, typename Hold>
void hold_items(std::vector<T>& items, std::vector<HeldBack>& held_back, Hold hold) {
  std::erase_if(items, [&](const T& item) {
    std::optional<HeldBack> held = hold(item);
    if (held) held_back.push_back(std::move(*held));
    return held.has_value();
  });
}

// A book that may not be shown takes its chapters with it, as they are nothing without it.
void hold_books(model::Site& site, const std::unordered_set<std::string>& review_required,
                const PublicationOptions& options) {
  hold_items(site.books, site.held_back, [&](const model::Book& book) {
    std::optional<HeldBack> held =
        hold_record(book, review_required.contains(book.section), options);
    if (!held) return held;
    hold_items(site.articles, site.held_back, [&](const model::Article& chapter) {
      if (chapter.section != book.section) return std::optional<HeldBack>{};
      return std::optional(HeldBack{chapter.source_path, chapter.title, held->reason, held->until});
    });
    return held;
  });
}

void hold_entries(model::Contest& contest, const PublicationOptions& options,
                  std::vector<HeldBack>& held_back,
                  std::unordered_map<std::string, HoldReason>& held_ids) {
  std::vector<model::Entry> shown;
  for (model::Entry& entry : contest.entries) {
    if (auto held = hold_entry(entry, options)) {
      held_ids.emplace(entry.id, held->reason);
      held_back.push_back(std::move(*held));
    } else {
      shown.push_back(std::move(entry));
    }
  }
  contest.entries = std::move(shown);
}

void hold_awards(model::Contest& contest, const PublicationOptions& options,
                 const std::unordered_map<std::string, HoldReason>& held_ids,
                 std::vector<HeldBack>& held_back, base::Diagnostics& diagnostics) {
  if (!contest.awards) return;
  model::Awards& awards = *contest.awards;
  // Results are not out before the day that they say they are announced on.
  const auto until = std::max(awards.embargo_until, awards.announced_on);
  if (until && *until > options.as_of && !options.with_future) {
    held_back.push_back({awards.source_path, contest.title, HoldReason::Embargo, until});
    contest.awards.reset();
    // The likes would tell who wins.
    contest.votes.reset();
    return;
  }
  for (const model::AwardResult& result : awards.results) {
    const auto held = held_ids.find(result.entry);
    if (result.entry.empty() || held == held_ids.end()) continue;
    const base::Bilingual reason = reason_text(held->second);
    diagnostics.add(
        codes::kAwardEntryHeldBack, {awards.source_path, result.entry_position, 1},
        {{"entry", result.entry}, {"reason", std::string(reason.zh), std::string(reason.en)}});
  }
}

}  // namespace

base::Bilingual reason_text(HoldReason reason) {
  switch (reason) {
    case HoldReason::Draft:
      return {"草稿", "draft"};
    case HoldReason::NotYet:
      return {"未到发布时间", "not due yet"};
    case HoldReason::Expired:
      return {"已过有效期", "expired"};
    case HoldReason::ReviewMissing:
      return {"尚未通过科学性审查", "science review not passed yet"};
    case HoldReason::ReviewRejected:
      return {"未通过科学性审查", "rejected by the science review"};
    case HoldReason::NoConsent:
      return {"尚未取得公开授权", "no consent to publication"};
    case HoldReason::Embargo:
      return {"评选结果尚未到公布时间", "results under embargo"};
  }
  return {};
}

void hold_back_unpublished(model::Site& site, const PublicationOptions& options,
                           base::Diagnostics& diagnostics) {
  std::unordered_set<std::string> review_required;
  for (const model::Section& section : site.sections) {
    if (section.review_required) review_required.insert(section.id);
  }
  std::vector<model::Article> shown;
  shown.reserve(site.articles.size());
  for (model::Article& article : site.articles) {
    auto held = hold_article(article, review_required.contains(article.section), options);
    if (held) {
      site.held_back.push_back(std::move(*held));
    } else {
      shown.push_back(std::move(article));
    }
  }
  site.articles = std::move(shown);
  for (model::Contest& contest : site.contests) {
    std::unordered_map<std::string, HoldReason> held_ids;
    hold_entries(contest, options, site.held_back, held_ids);
    hold_awards(contest, options, held_ids, site.held_back, diagnostics);
  }
  hold_books(site, review_required, options);
  const auto of_record = [&](const auto& record) {
    return hold_record(record, review_required.contains(record.section), options);
  };
  hold_items(site.wall_charts, site.held_back, of_record);
  hold_items(site.quizzes, site.held_back, of_record);
  hold_items(site.experts, site.held_back, [](const auto& item) { return hold_listing(item); });
  hold_items(site.organisations, site.held_back,
             [](const auto& item) { return hold_listing(item); });
  std::stable_sort(
      site.held_back.begin(), site.held_back.end(),
      [](const HeldBack& a, const HeldBack& b) { return a.source_path < b.source_path; });
}

}  // namespace kepu::check
