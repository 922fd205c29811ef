#include "render/chart_tables.h"

#include <map>
#include <utility>

#include "render/published_files.h"

namespace kepu::render {

namespace {

void append_cell(std::string& out, const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// With a byte order mark: without one, Excel takes it for GBK.
std::string csv_of(const model::DataTable& table) {
  std::string out = "\xEF\xBB\xBF";
  const char* separator = "";
  for (const model::DataColumn& column : table.columns) {
    out += std::exchange(separator, ",");
    append_cell(out, column.name);
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    separator = "";
    for (const model::DataCell& cell : row) {
      out += std::exchange(separator, ",");
      append_cell(out, cell.text);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace

std::string own_table_address(const model::DataTable& table) {
  return fingerprinted_address("assets", "chart.csv", csv_of(table), "csv");
}

void append_chart_tables(const model::Site& site, base::Documents& documents) {
  std::map<std::string, base::Document> by_address;  // two charts may have the same rows
  const auto add = [&by_address](const model::Body& body) {
    for (const model::Chart& chart : body.charts) {
      if (chart.faulty || !chart.own_rows) continue;
      const model::DataTable& table = *chart.own_rows;
      const std::string address = own_table_address(table);
      by_address.try_emplace(
          address, base::Document{address, [&table](base::Diagnostics&) { return csv_of(table); },
                                  base::Place{table.source_path, chart.rows_position, 1}});
    }
  };
  for (const model::Article& article : site.articles) add(article.body);
  for (const model::Section& section : site.sections) add(section.introduction);
  for (const model::WallChart& chart : site.wall_charts) add(chart.text);
  for (const model::Contest& contest : site.contests) add(contest.introduction);
  for (auto& [address, document] : by_address) documents.push_back(std::move(document));
}

}  // namespace kepu::render
