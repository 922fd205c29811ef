#include "read/data_tables.h"

#include <algorithm>
#include <utility>

#include "base/site_path.h"
#include "base/source_file.h"
#include "base/suggest.h"
#include "read/csv.h"
#include "read/data_codes.h"
#include "read/json_record.h"
#include "read/records.h"
#include "read/site_file.h"

namespace kepu::read {

namespace {

constexpr std::size_t kMaxWholeDigits = 12;
constexpr std::size_t kDecimals = 6;
// More of them in one table are nearly always one slip, such as separators of thousands.
constexpr int kMaxNumberFindings = 20;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Mostly numbers; columns of nothing are no numbers.
bool is_numeric(const std::vector<CsvRow>& rows, std::size_t column) {
  std::size_t numbers = 0;
  std::size_t others = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string& text = rows[i][column].text;
    if (is_no_value(text)) continue;
    ++(parse_millionths(text) ? numbers : others);
  }
  return numbers > others;
}

void fill_table(const base::SourceFile& source, const std::vector<CsvRow>& rows,
                model::DataTable& table, base::Diagnostics& diagnostics) {
  for (std::size_t column = 0; column < rows.front().size(); ++column) {
    const std::string& name = rows.front()[column].text;
    table.columns.push_back({name, name, is_numeric(rows, column)});
  }
  int findings = 0;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string_view between =
        source.text().substr(counted, rows[i].front().offset - counted);
    line += static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
    counted = rows[i].front().offset;
    table.lines.push_back(line);
    std::vector<model::DataCell> cells;
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      const CsvCell& cell = rows[i][column];
      model::DataCell value{cell.text, std::nullopt};
      if (table.columns[column].numeric && !is_no_value(cell.text)) {
        value.millionths = parse_millionths(cell.text);
        if (!value.millionths && ++findings <= kMaxNumberFindings)
          diagnostics.add(codes::kCsvNumber, source.place(cell.offset, cell.length),
                          {{"column", table.columns[column].name}, {"value", excerpt(cell.text)}});
      }
      cells.push_back(std::move(value));
    }
    table.rows.push_back(std::move(cells));
  }
}

void check_notes(Reading& reading, model::DataTable& table) {
  const auto refuse = [&](base::Position position, const std::string& value) {
    reading.add(codes::kDataRowMissing, {position, 1},
                {{"file", table.source_path}, {"value", excerpt(value)}});
  };
  const model::DataNotes& notes = table.notes;
  if (!notes.observed_until.empty() && !table.find_row(notes.observed_until))
    refuse(notes.observed_position, notes.observed_until);
  for (const model::DataMark& mark : notes.marks)
    if (!mark.row.empty() && !table.find_row(mark.row)) refuse(mark.position, mark.row);
  for (const model::DataColumnTitle& named : notes.columns) {
    if (const auto column = table.find_column(named.name)) {
      table.columns[*column].title = named.title;
    } else if (!named.name.empty()) {
      refuse(named.position, named.name);
    }
  }
}

model::DataTable read_table(const base::FileSystem& files, const std::string& path,
                            model::Site& site, base::Diagnostics& diagnostics) {
  model::DataTable table;
  table.source_path = path;
  table.name = base::stem_of(path);
  base::Diagnostics findings;
  if (const auto source = base::load_source(files, path, findings)) {
    if (const auto rows = parse_csv(*source, findings)) fill_table(*source, *rows, table, findings);
  }
  const bool sound = !findings.has_errors();
  const std::string notes = std::string(kDataFolder) + table.name + ".json";
  if (files.size(notes)) {
    Reading reading{notes, Format::Json, findings};
    reading.name_facts(site.facts, site.fact_uses);
    read_record(files, reading, data_notes_record(), table.notes);
    if (sound) check_notes(reading, table);
  }
  if (table.notes.title.empty()) table.notes.title = table.name;
  table.faulty = findings.has_errors();
  diagnostics.merge(std::move(findings));
  return table;
}

// Every row needs a number in `name`; the first one without is named.
bool check_column(const model::DataTable& table, std::string_view name,
                  base::Diagnostics& diagnostics) {
  const auto column = table.find_column(name);
  const base::Argument argument{"column", std::string(name)};
  if (!column || !table.columns[*column].numeric) {
    diagnostics.add(codes::kDataColumnMissing, {table.source_path, {1, 1}, 1}, {argument});
    return false;
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i][*column].millionths) continue;
    diagnostics.add(codes::kDataValueMissing, {table.source_path, {table.lines[i], 1}, 1},
                    {argument});
    return false;
  }
  return true;
}

void check_curve(const model::Site& site, base::Diagnostics& diagnostics) {
  const std::string& name = site.home.curve;
  if (name.empty()) return;
  const auto table =
      std::find_if(site.data_tables.begin(), site.data_tables.end(),
                   [&](const model::DataTable& known) { return known.name == name; });
  if (table == site.data_tables.end()) {
    std::vector<std::string> known;
    for (const model::DataTable& other : site.data_tables) known.push_back(other.name);
    auto& finding = diagnostics.add(
        codes::kDataTableMissing,
        {kSiteFile, site.home.curve_position, mark_of_text({}, name).length}, {{"value", name}});
    finding.with_suggestion(base::nearest_name(name, known));
    return;
  }
  if (table->faulty) return;
  if (!check_column(*table, "year", diagnostics) || !check_column(*table, "middle", diagnostics))
    return;
  for (const char* optional : {"low", "high", "sink"}) {
    if (table->find_column(optional)) check_column(*table, optional, diagnostics);
  }
  const std::size_t year = *table->find_column("year");
  for (std::size_t i = 1; i < table->rows.size(); ++i) {
    const model::DataCell& before = table->rows[i - 1][year];
    const model::DataCell& here = table->rows[i][year];
    if (*here.millionths > *before.millionths) continue;
    diagnostics.add(codes::kDataOrder, {table->source_path, {table->lines[i], 1}, 1},
                    {{"value", here.text}, {"before", before.text}});
    return;
  }
}

}  // namespace

// A dash stands for "no value" in many tables.
bool is_no_value(std::string_view text) {
  return text.empty() || text == "-" || text == "–" || text == "—";
}

std::optional<std::int64_t> parse_millionths(std::string_view text) {
  constexpr std::string_view kMinus = "−";  // U+2212, as typesetters write it
  bool negative = false;
  if (text.substr(0, kMinus.size()) == kMinus) {
    negative = true;
    text.remove_prefix(kMinus.size());
  } else if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || whole.size() > kMaxWholeDigits || decimals.size() > kDecimals ||
      (point != std::string_view::npos && decimals.empty()))
    return std::nullopt;
  std::int64_t value = 0;
  for (const std::string_view part : {whole, decimals}) {
    if (!std::all_of(part.begin(), part.end(), is_digit)) return std::nullopt;
    for (const char c : part) value = value * 10 + (c - '0');
  }
  for (std::size_t i = decimals.size(); i < kDecimals; ++i) value *= 10;
  return negative ? -value : value;
}

void read_data_tables(const base::FileSystem& files, const std::vector<std::string>& csv_paths,
                      model::Site& site, base::Diagnostics& diagnostics) {
  for (const std::string& path : csv_paths)
    site.data_tables.push_back(read_table(files, path, site, diagnostics));
  check_curve(site, diagnostics);
}

}  // namespace kepu::read
