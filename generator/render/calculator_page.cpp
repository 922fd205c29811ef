#include "render/calculator_page.h"

#include <algorithm>
#include <utility>

#include "render/body_html.h"
#include "render/chart_numbers.h"
#include "render/chart_view.h"
#include "render/view_parts.h"

namespace kepu::render {

using model::Calculator;
using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kThousand = 1000;

struct CertaintyWords {
  const char* id;
  const char* text_name;
  const char* label;
};

CertaintyWords words_of(model::FactorCertainty certainty) {
  switch (certainty) {
    case model::FactorCertainty::Published:
      return {"published", "calculator_published", "公布值"};
    case model::FactorCertainty::Derived:
      return {"derived", "calculator_derived", "换算"};
    case model::FactorCertainty::Estimated:
      return {"estimated", "calculator_estimated", "估算"};
  }
  return {"estimated", "calculator_estimated", "估算"};
}

const char* name_of(model::CalculatorPeriod period) {
  switch (period) {
    case model::CalculatorPeriod::Week:
      return "week";
    case model::CalculatorPeriod::Month:
      return "month";
    case model::CalculatorPeriod::Year:
      return "year";
  }
  return "year";
}

// Millionths of kilograms a year, of the whole household. No amount that a record can hold comes
// near the limit, but a slip may.
std::int64_t kilograms(const model::CalculatorItem& item, std::int64_t people) {
  constexpr WideNumber kMost = 900'000'000'000'000'000;
  const WideNumber product = WideNumber{item.example.millionths} * item.factor.value.millionths /
                             kMillion * model::times_a_year(item.period) *
                             (item.per_person ? people : 1);
  return static_cast<std::int64_t>(std::clamp<WideNumber>(product, -kMost, kMost));
}

// To the nearest multiple of `unit` millionths.
std::int64_t rounded(std::int64_t value, std::int64_t unit) {
  const std::int64_t half = value >= 0 ? unit / 2 : -unit / 2;
  return (value + half) / unit * unit;
}

std::string kilograms_text(std::int64_t millionths) {
  return exact_number(rounded(millionths, kMillion));
}

std::string tonnes_text(std::int64_t millionths_of_kg) {
  return exact_number(rounded(millionths_of_kg / kThousand, kMillion / 100));
}

Map factor_view(const SiteContext& context, const model::EmissionFactor& factor) {
  const CertaintyWords words = words_of(factor.certainty);
  Map view;
  view.set("value", borrow(factor.value.text));
  view.set("unit", borrow(factor.unit));
  view.set("vintage", borrow(factor.vintage));
  view.set("certainty", Value(words.id));
  view.set("certainty_label", Value(context.theme.text(words.text_name, words.label)));
  view.set("source", citation_view(context, factor.source));
  view.set("note", borrow(factor.note));
  view.set("review_by", date_view(context, factor.review_by));
  return view;
}

Value parts_view(const SiteContext& context, const Calculator& calculator) {
  List parts;
  for (const model::CalculatorPart& part : calculator.parts) {
    List items;
    std::int64_t sum = 0;
    for (const model::CalculatorItem& item : part.items) {
      const std::int64_t amount = kilograms(item, calculator.example_people);
      sum += amount;
      Map view;
      view.set("id", borrow(item.id));
      view.set("title", borrow(item.title));
      view.set("unit", borrow(item.unit));
      view.set("period", Value(name_of(item.period)));
      view.set("times", Value(model::times_a_year(item.period)));
      view.set("per_person", Value(item.per_person));
      view.set("example", borrow(item.example.text));
      view.set("example_kg", Value(kilograms_text(amount)));
      view.set("help", borrow(item.help));
      view.set("factor", Value(factor_view(context, item.factor)));
      items.emplace_back(std::move(view));
    }
    Map view;
    view.set("id", borrow(part.id));
    view.set("title", borrow(part.title));
    view.set("items", Value(std::move(items)));
    view.set("example_kg", Value(kilograms_text(sum)));
    parts.emplace_back(std::move(view));
  }
  return Value(std::move(parts));
}

std::int64_t example_total(const Calculator& calculator) {
  std::int64_t total = 0;
  for (const model::CalculatorPart& part : calculator.parts)
    for (const model::CalculatorItem& item : part.items)
      total += kilograms(item, calculator.example_people);
  return total;
}

model::DataCell text_cell(const std::string& text) {
  return {text, std::nullopt};
}

// The example drawn like any other chart: one bar for each part.
Value example_chart(const SiteContext& context, const Calculator& calculator) {
  model::Chart chart;
  chart.title = context.theme.text("calculator_example_chart", "示例家庭一年的排放");
  chart.unit = context.theme.text("calculator_kilogram", "千克");
  chart.note = calculator.example_title;
  model::DataTable table;
  table.source_path = calculator.source_path;
  table.columns = {{"part", context.theme.text("calculator_part", "部分"), false},
                   {"kg", chart.unit, true}};
  for (const model::CalculatorPart& part : calculator.parts) {
    std::int64_t sum = 0;
    for (const model::CalculatorItem& item : part.items)
      sum += kilograms(item, calculator.example_people);
    sum = rounded(sum, kMillion);
    table.rows.push_back({text_cell(part.title), {exact_number(sum), sum}});
    table.lines.push_back(1);
  }
  chart.own_rows = std::move(table);
  Value view = chart_view(context, chart, calculator.source_path, "example");
  if (view.is_none()) return view;
  Map fields = view.map();
  fields.set("download_url", Value(""));
  return Value(std::move(fields));
}

Value comparisons_view(const SiteContext& context, const Calculator& calculator) {
  List list;
  for (const model::CalculatorComparison& comparison : calculator.comparisons) {
    Map view;
    view.set("title", borrow(comparison.title));
    view.set("value", borrow(comparison.value.text));
    view.set("note", borrow(comparison.note));
    view.set("source", citation_view(context, comparison.source));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

Map calculator_page(const SiteContext& context, const SectionPages& pages,
                    const Calculator& calculator, base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "calculator";
  head.address = section.address();
  head.heading = section.title;
  head.description = section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  Map fields = pages.link.map();
  fields.set("introduction", theme::safe(fill_body(context, section.introduction,
                                                   section.index_path, head.address, diagnostics)));
  const std::int64_t total = example_total(calculator);
  Map view;
  view.set("lead", borrow(calculator.lead));
  view.set("parts", parts_view(context, calculator));
  view.set("example_title", borrow(calculator.example_title));
  view.set("example_people", Value(calculator.example_people));
  view.set("example_kg", Value(kilograms_text(total)));
  view.set("example_t", Value(tonnes_text(total)));
  view.set("example_t_each",
           Value(tonnes_text(total / std::max<std::int64_t>(1, calculator.example_people))));
  view.set("chart", example_chart(context, calculator));
  view.set("comparisons", comparisons_view(context, calculator));
  view.set("method", texts_view(calculator.method));
  view.set("uncertainty", borrow(calculator.uncertainty));
  Map page = page_view(context, std::move(head));
  page.set("section", Value(std::move(fields)));
  page.set("calculator", Value(std::move(view)));
  return page;
}

}  // namespace

const Calculator* find_calculator(const SiteContext& context, const model::Section& section) {
  for (const Calculator& calculator : context.site.calculators)
    if (calculator.section == section.id && !calculator.faulty) return &calculator;
  return nullptr;
}

base::Document calculator_document(const SiteContext& context, const SectionPages& pages,
                                   const Calculator& calculator) {
  return template_document(context, pages.section->address(), "calculator.html",
                           {calculator.source_path, {1, 1}, 1},
                           [&context, &pages, &calculator](base::Diagnostics& diagnostics) {
                             return calculator_page(context, pages, calculator, diagnostics);
                           });
}

}  // namespace kepu::render
