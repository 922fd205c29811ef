// 碳足迹计算器: what a household does, and by how much it is multiplied. The numbers are exact
// decimals in millionths, as in data_table.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "model/citation.h"

namespace kepu::model {

/// An exact decimal with the text that it was written as.
struct Decimal {
  std::string text;
  std::int64_t millionths = 0;
};

/// How sure a factor is: published by its source, computed from published values, or a rough
/// estimate.
enum class FactorCertainty : std::uint8_t { Published, Derived, Estimated };

/// By how many kilograms of CO₂ (or CO₂e) one unit is counted.
struct EmissionFactor {
  Decimal value;
  std::string unit;     // kgCO₂/kWh
  std::string vintage;  // the year or edition it belongs to
  FactorCertainty certainty = FactorCertainty::Published;
  Citation source;
  std::string note;
  std::optional<base::DateTime> review_by;
  base::Position review_position;
};

enum class CalculatorPeriod : std::uint8_t { Month, Week, Year };

/// Times a year.
inline std::int64_t times_a_year(CalculatorPeriod period) {
  return period == CalculatorPeriod::Month ? 12 : period == CalculatorPeriod::Week ? 52 : 1;
}

struct CalculatorItem {
  std::string id;
  std::string title;
  std::string unit;  // of the amount: 度
  CalculatorPeriod period = CalculatorPeriod::Month;
  bool per_person = false;  // counted for one person, not for the household
  Decimal example;          // the amount of the worked example
  std::string help;         // where one finds the amount
  EmissionFactor factor;
};

struct CalculatorPart {
  std::string id;
  std::string title;
  std::vector<CalculatorItem> items;
};

/// Something to hold the result against, in tonnes a year and person.
struct CalculatorComparison {
  std::string title;
  Decimal value;
  std::string note;
  Citation source;
};

struct Calculator {
  std::string source_path;
  std::string section;
  std::string lead;
  std::int64_t example_people = 3;
  std::string example_title;
  std::vector<std::string> method;  // paragraphs
  std::string uncertainty;
  std::vector<CalculatorPart> parts;
  std::vector<CalculatorComparison> comparisons;
  base::Position position;
  bool faulty = false;
};

}  // namespace kepu::model
