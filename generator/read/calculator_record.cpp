#include "read/records.h"

namespace kepu::read {

using model::Calculator;
using model::CalculatorComparison;
using model::CalculatorItem;
using model::CalculatorPart;
using model::CalculatorPeriod;
using model::EmissionFactor;
using model::FactorCertainty;

namespace {

constexpr std::int64_t kMostPeople = 20;

const Record<EmissionFactor>& factor_record() {
  static const Record<EmissionFactor> record =
      Record<EmissionFactor>("emission-factor", {"排放因子", "An emission factor"})
          .required("value", Decimal{}, &EmissionFactor::value,
                    {"数值：每单位用量排放多少千克", "Kilograms for each unit"})
          .required("unit", Text{40}, &EmissionFactor::unit,
                    {"单位：例如 千克CO₂/度", "Unit, such as kgCO₂/kWh"})
          .optional("vintage", Text{40}, &EmissionFactor::vintage,
                    {"年份或版本", "Year or edition it belongs to"})
          .required("certainty",
                    Choice<FactorCertainty>{
                        {"published", FactorCertainty::Published, {"公布值", "as published"}},
                        {"derived",
                         FactorCertainty::Derived,
                         {"由公布值换算", "computed from published values"}},
                        {"estimated", FactorCertainty::Estimated, {"估算", "a rough estimate"}}},
                    &EmissionFactor::certainty, {"可靠程度", "How sure it is"})
          .required("source", Part{citation_record()}, &EmissionFactor::source,
                    {"资料来源", "Where it comes from"})
          .optional("note", Text{}, &EmissionFactor::note,
                    {"说明：怎样换算，包含什么，不包含什么",
                     "How it was computed, what is in it and what is not"})
          .required("review_by", Day{},
                    Placed{&EmissionFactor::review_by, &EmissionFactor::review_position},
                    {"复核期限：到这一天要查有没有新数", "When to look for a newer value"});
  return record;
}

const Record<CalculatorItem>& item_record() {
  static const Record<CalculatorItem> record =
      Record<CalculatorItem>("calculator-item", {"计算器的一项", "One item"})
          .required("id", Id{}, &CalculatorItem::id, {"编号", "Identifier"})
          .required("title", Text{40}, &CalculatorItem::title, {"名称", "Name"})
          .required("unit", Text{20}, &CalculatorItem::unit, {"用量的单位", "Unit of the amount"})
          .required(
              "period",
              Choice<CalculatorPeriod>{{"week", CalculatorPeriod::Week, {"每周", "a week"}},
                                       {"month", CalculatorPeriod::Month, {"每月", "a month"}},
                                       {"year", CalculatorPeriod::Year, {"每年", "a year"}}},
              &CalculatorItem::period, {"周期：按周、按月还是按年填写", "For which time"})
          .optional("per_person", Flag{}, &CalculatorItem::per_person,
                    {"按人：true 时填一个人的，不填全家的", "true: of one person"})
          .required("example", Decimal{}, &CalculatorItem::example,
                    {"示例用量", "Amount of the worked example"})
          .optional("help", Text{200}, &CalculatorItem::help,
                    {"提示：用量到哪里查", "Where one finds the amount"})
          .required("factor", Part{factor_record()}, &CalculatorItem::factor,
                    {"排放因子", "Its factor"});
  return record;
}

const Record<CalculatorPart>& part_record() {
  static const Record<CalculatorPart> record =
      Record<CalculatorPart>("calculator-part", {"计算器的一部分", "A part"})
          .required("id", Id{}, &CalculatorPart::id, {"编号", "Identifier"})
          .required("title", Text{20}, &CalculatorPart::title, {"名称：如 居家", "Name"})
          .required("items", List{Part{item_record()}}, &CalculatorPart::items, {"各项", "Items"});
  return record;
}

const Record<CalculatorComparison>& comparison_record() {
  static const Record<CalculatorComparison> record =
      Record<CalculatorComparison>("calculator-comparison", {"用来对照的数", "A comparison"})
          .required("title", Text{60}, &CalculatorComparison::title, {"名称", "Name"})
          .required("value", Decimal{}, &CalculatorComparison::value,
                    {"数值：每人每年多少吨", "Tonnes for one person and year"})
          .optional("note", Text{}, &CalculatorComparison::note,
                    {"说明：口径有什么不同", "What is counted differently"})
          .required("source", Part{citation_record()}, &CalculatorComparison::source,
                    {"资料来源", "Where it comes from"});
  return record;
}

}  // namespace

const Record<Calculator>& calculator_record() {
  static const Record<Calculator> record =
      Record<Calculator>("calculator", {"碳足迹计算器 calculator.json",
                                        "A carbon footprint calculator, calculator.json"})
          .placed_at(&Calculator::position)
          .optional("lead", Text{300}, &Calculator::lead, {"引言", "Introduction"})
          .required("example_title", Text{80}, &Calculator::example_title,
                    {"示例的说明：这是怎样的一家人", "What household the example is"})
          .required("example_people", Whole{1, kMostPeople}, &Calculator::example_people,
                    {"示例的人数", "People of the example"})
          .required("parts", List{Part{part_record()}}, &Calculator::parts,
                    {"各部分：居家、出行、饮食……", "Parts of life"})
          .required("comparisons", List{Part{comparison_record()}}, &Calculator::comparisons,
                    {"对照：有来源的平均水平", "What the result is held against"})
          .required("method", List{Text{}}, &Calculator::method,
                    {"方法：怎样算的，一段一条", "How it is computed, in paragraphs"})
          .required("uncertainty", Text{}, &Calculator::uncertainty,
                    {"误差：结果有多准", "How exact the result is"});
  return record;
}

}  // namespace kepu::read
