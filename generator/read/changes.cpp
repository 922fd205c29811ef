#include "read/changes.h"

#include <algorithm>

#include "base/date.h"
#include "read/change_codes.h"
#include "read/record.h"

namespace kepu::read {

namespace {

// A day and a time on that day do not contradict each other.
bool is_same_day(base::DateTime a, base::DateTime b) {
  return base::format_iso_date(a) == base::format_iso_date(b);
}

Mark mark_of(const model::Change& change) {
  return {change.position, 1};
}

}  // namespace

void check_changes(Reading& reading, const Node& node, const model::Article& article) {
  const std::vector<model::Change>& changes = article.changes;
  if (changes.empty()) return;
  const Node* published = node.find("date");
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const base::DateTime on = changes[i].on;
    const std::string day = base::format_iso_date(on);
    if (published != nullptr && is_after(article.date, on))
      reading.add(codes::kChangeBeforePublication, mark_of(changes[i]),
                  {{"day", day}, {"date", base::format_iso_date(article.date)}});
    if (i > 0 && is_after(changes[i - 1].on, on))
      reading.add(codes::kChangeOrder, mark_of(changes[i]),
                  {{"day", day}, {"before", base::format_iso_date(changes[i - 1].on)}});
  }
  const Node* updated = node.find("updated");
  const base::DateTime last = changes.back().on;
  if (updated != nullptr && article.updated && !is_same_day(*article.updated, last))
    reading.add(codes::kChangeUpdated, updated->mark,
                {{"updated", base::format_iso_date(*article.updated)},
                 {"day", base::format_iso_date(last)}});
}

void settle_updated(model::Article& article) {
  if (article.updated || article.changes.empty()) return;
  // A day without a time begins before the hour of publication on that day.
  article.updated = std::max(article.changes.back().on, article.date);
}

}  // namespace kepu::read
