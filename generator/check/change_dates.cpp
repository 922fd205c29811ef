#include "check/change_dates.h"

#include "check/codes.h"

namespace kepu::check {

void check_change_dates(const model::Site& site, base::DateTime as_of,
                        base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles) {
    // An article that is shown before its time (--future) may well be changed before it, too.
    if (article.faulty || article.date > as_of) continue;
    for (const model::Change& change : article.changes) {
      if (change.on.unix_seconds <= as_of.unix_seconds) continue;
      diagnostics.add(codes::kChangeFuture, {article.source_path, change.position, 1},
                      {{"day", base::format_iso_date(change.on)}});
    }
  }
}

}  // namespace kepu::check
