#include "read/charts.h"

#include <algorithm>
#include <utility>

#include "read/chart_codes.h"
#include "read/records.h"
#include "read/yaml_tree.h"

namespace kepu::read {

namespace {

// The YAML stands behind the fence; in a list or quotation its lines are indented like the fence.
void move_into_file(base::Position& position, const model::ChartBlock& block) {
  if (block.has_one_place) {
    position = block.fence;
  } else if (position.line > block.fence.line) {
    position.column += block.fence.column - 1;
  }
}

void move_into_file(base::Diagnostics& findings, const model::ChartBlock& block) {
  for (base::Diagnostic& finding : findings.items_for_update()) {
    move_into_file(finding.place.position, block);
    for (base::Note& note : finding.notes)
      if (!note.place.path.empty()) move_into_file(note.place.position, block);
    finding.with_note({}, codes::kOptionsOfChart);
  }
}

void move_into_file(model::Chart& chart) {
  for (base::Position* position :
       {&chart.kind_position, &chart.data.position, &chart.x.position, &chart.rows_position,
        &chart.zero_position, &chart.range_position})
    move_into_file(*position, chart.block);
  for (model::Reference& name : chart.series) move_into_file(name.position, chart.block);
  for (model::Reference& name : chart.highlight) move_into_file(name.position, chart.block);
}

void read_chart(model::Chart& chart, const std::string& path, base::Diagnostics& diagnostics) {
  base::Diagnostics findings;
  Reading reading{path, Format::FrontMatter, findings};
  const std::string& text = chart.block.text;
  auto options = parse_yaml({text, 0, text.size(), chart.block.fence.line + 1}, reading);
  if (options) {
    options->mark = {chart.block.fence, 1};
    chart_record().read(reading, path, *options, chart);
  }
  move_into_file(findings, chart.block);
  move_into_file(chart);
  chart.faulty = findings.has_errors();
  chart.block.text = {};
  if (chart.own_rows) chart.own_rows->source_path = path;
  diagnostics.merge(std::move(findings));
}

model::Body read_charts(model::Body body, const std::string& path, base::Diagnostics& diagnostics) {
  for (model::Chart& chart : body.charts) read_chart(chart, path, diagnostics);
  return body;
}

}  // namespace

ReadOptions with_charts(const ReadOptions& options) {
  ReadOptions with = options;
  with.parse_body = [parse = options.parse_body](const base::SourceFile& source, std::size_t offset,
                                                 base::Diagnostics& diagnostics) {
    return read_charts(parse(source, offset, diagnostics), source.path(), diagnostics);
  };
  with.parse_text = [parse = options.parse_text](std::string_view text, const base::Place& place,
                                                 base::Diagnostics& diagnostics) {
    return read_charts(parse(text, place, diagnostics), place.path, diagnostics);
  };
  return with;
}

}  // namespace kepu::read
