#include "read/calculators.h"

#include <algorithm>
#include <utility>

#include "read/json_record.h"
#include "read/records.h"
#include "read/site_codes.h"
#include "read/site_file.h"

namespace kepu::read {

void read_calculators(const base::FileSystem& files, const std::vector<RecordFile>& found,
                      model::Site& site, base::Diagnostics& diagnostics) {
  for (const auto& [path, number] : found) {
    model::Calculator calculator;
    calculator.source_path = path;
    calculator.section = site.sections[number].id;
    base::Diagnostics findings;
    Reading reading{path, Format::Json, findings};
    read_record(files, reading, calculator_record(), calculator);
    calculator.faulty = findings.has_errors();
    diagnostics.merge(std::move(findings));
    site.calculators.push_back(std::move(calculator));
  }
  for (const model::Section& section : site.sections) {
    if (section.kind != model::SectionKind::Calculator) continue;
    const bool is_there =
        std::any_of(site.calculators.begin(), site.calculators.end(),
                    [&section](const auto& known) { return known.section == section.id; });
    if (!is_there)
      diagnostics.add(codes::kCalculatorMissing, {std::string(kSiteFile), section.position, 1},
                      {{"file", "content/" + section.id + "/" + std::string(kCalculatorFile)}});
  }
}

}  // namespace kepu::read
