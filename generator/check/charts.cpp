#include <utility>

#include "base/date.h"
#include "check/chart_codes.h"
#include "check/chart_plan.h"

namespace kepu::check {

namespace {

void check_picture(const model::Site& site, const AddressBook& addresses, const std::string& file,
                   const model::Slot& slot, base::Diagnostics& diagnostics) {
  const base::Place place{file, slot.position, slot.length};
  if (addresses.resolve(file, slot.target).kind != TargetKind::File) return;  // told of already
  const auto chart = chart_of_table(site, addresses, file, slot);
  if (!chart) {
    diagnostics.add(codes::kChartPicture, place,
                    {{"what", "它不在 content/data 里", "it does not lie in content/data"}});
  } else if (!slot.stands_alone) {
    diagnostics.add(codes::kChartPicture, place,
                    {{"what", "它没有独占一段", "it does not stand in a paragraph of its own"}});
  } else {
    plan_chart(site, *chart, file, diagnostics);
  }
}

void check_body(const model::Site& site, const AddressBook& addresses, const std::string& file,
                const model::Body& body, base::Diagnostics& diagnostics) {
  for (const model::Chart& chart : body.charts) plan_chart(site, chart, file, diagnostics);
  for (const model::Slot& slot : body.slots)
    if (slot.kind == model::SlotKind::Table)
      check_picture(site, addresses, file, slot, diagnostics);
}

void check_factors(const model::Site& site, const model::Calculator& calculator,
                   base::Diagnostics& diagnostics) {
  for (const model::CalculatorPart& part : calculator.parts) {
    for (const model::CalculatorItem& item : part.items) {
      const model::EmissionFactor& factor = item.factor;
      if (!factor.review_by || site.as_of < *factor.review_by) continue;
      diagnostics.add(codes::kFactorReview, {calculator.source_path, factor.review_position, 12},
                      {{"item", item.title}, {"day", base::format_iso_date(*factor.review_by)}});
    }
  }
}

}  // namespace

void check_charts(const model::Site& site, const AddressBook& addresses,
                  base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles)
    check_body(site, addresses, article.source_path, article.body, diagnostics);
  for (const model::Section& section : site.sections)
    if (!section.index_path.empty())
      check_body(site, addresses, section.index_path, section.introduction, diagnostics);
  for (const model::WallChart& chart : site.wall_charts)
    check_body(site, addresses, chart.source_path, chart.text, diagnostics);
  for (const model::Contest& contest : site.contests)
    check_body(site, addresses, contest.source_path, contest.introduction, diagnostics);
  for (const model::Calculator& calculator : site.calculators)
    check_factors(site, calculator, diagnostics);
}

}  // namespace kepu::check
