#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "read/chart_codes.h"
#include "read/data_tables.h"
#include "read/records.h"

namespace kepu::read {

using model::Chart;
using model::ChartKind;
using model::DataTable;

namespace {

/// A name with its place, such as that of a column.
struct Name {
  using Value = model::Reference;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    auto text = read_text(reading, field, node);
    if (!text) return std::nullopt;
    return Value{std::move(*text), node.mark.position};
  }
  Shape shape() const { return Text{}.shape(); }
};

void refuse_rows(Reading& reading, const Mark& mark, const char* zh, const char* en) {
  reading.add(codes::kChartRows, {mark.position, 1}, {{"what", zh, en}});
}

/// A table in a text: a list of rows, the first one of names.
class RowsReader {
 public:
  explicit RowsReader(Reading& reading) : reading_(reading) {}

  std::optional<DataTable> read(const Node& node) {
    if (!node.is_list() || node.items.size() < 2) {
      refuse_rows(reading_, node.mark, "至少要有两行，第一行是列名",
                  "at least two rows, the first one of names");
      return std::nullopt;
    }
    const std::size_t columns = node.items.front().items.size();
    for (const Node& row : node.items) {
      if (!is_row(row)) return std::nullopt;
      if (row.items.size() != columns) {
        refuse_rows(reading_, row.mark, "这一行的格数与列名不同",
                    "this row has not as many cells as there are names");
        return std::nullopt;
      }
    }
    if (!read_names(node.items.front())) return std::nullopt;
    for (std::size_t i = 1; i < node.items.size(); ++i) read_row(node, node.items[i]);
    return std::move(table_);
  }

 private:
  bool is_row(const Node& row) {
    const bool sound = row.is_list() && !row.items.empty() &&
                       std::all_of(row.items.begin(), row.items.end(),
                                   [](const Node& cell) { return cell.is_scalar(); });
    if (!sound)
      refuse_rows(reading_, row.mark, "每一行要写成 [名称, 数值]",
                  "each row is a list such as [name, number]");
    return sound;
  }

  bool read_names(const Node& row) {
    std::set<std::string_view> seen;
    for (const Node& cell : row.items) {
      if (without_blank_ends(cell.text).empty() || !seen.insert(cell.text).second) {
        refuse_rows(reading_, cell.mark, "列名是空的，或与前面的重复",
                    "a name is empty or was used before");
        return false;
      }
      table_.columns.push_back({cell.text, cell.text, false});
    }
    return true;
  }

  // Mostly numbers, as in a table that stands in a file.
  bool is_numeric(const Node& rows, std::size_t column) const {
    std::size_t numbers = 0;
    std::size_t others = 0;
    for (std::size_t i = 1; i < rows.items.size(); ++i) {
      const std::string& text = rows.items[i].items[column].text;
      if (!is_no_value(text)) ++(parse_millionths(text) ? numbers : others);
    }
    return numbers > others;
  }

  void read_row(const Node& rows, const Node& row) {
    std::vector<model::DataCell> cells;
    for (std::size_t column = 0; column < row.items.size(); ++column) {
      const Node& node = row.items[column];
      model::DataColumn& of = table_.columns[column];
      if (table_.rows.empty()) of.numeric = is_numeric(rows, column);
      model::DataCell cell{node.text, std::nullopt};
      if (of.numeric && !is_no_value(node.text)) {
        cell.millionths = parse_millionths(node.text);
        if (!cell.millionths)
          reading_.add(codes::kChartNumber, node.mark,
                       {{"column", of.name}, {"value", excerpt(node.text)}});
      }
      cells.push_back(std::move(cell));
    }
    table_.lines.push_back(row.mark.position.line);
    table_.rows.push_back(std::move(cells));
  }

  Reading& reading_;
  DataTable table_;
};

struct Rows {
  using Value = DataTable;
  std::optional<Value> read(Reading& reading, std::string_view, const Node& node) const {
    return RowsReader(reading).read(node);
  }
  Shape shape() const {
    Shape cells;
    cells.kind = ShapeKind::List;
    cells.items = std::make_shared<const Shape>(Shape{});
    Shape rows;
    rows.kind = ShapeKind::List;
    rows.items = std::make_shared<const Shape>(cells);
    return rows;
  }
};

/// Both ends of an axis, the smaller one first.
struct Ends {
  using Value = model::ChartRange;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    const auto ends = List{Decimal{}}.read(reading, field, node);
    if (!ends || (node.items.size() == 2 && ends->size() < 2)) return std::nullopt;  // told of
    if (ends->size() == 2 && ends->front().millionths < ends->back().millionths)
      return Value{ends->front().millionths, ends->back().millionths};
    reading.add(codes::kChartRangeValue, {node.mark.position, 1});
    return std::nullopt;
  }
  Shape shape() const { return List{Decimal{}}.shape(); }
};

const Choice<ChartKind>& chart_kinds() {
  static const Choice<ChartKind> kinds{{"bar", ChartKind::Bar, {"条形图、柱形图", "bars"}},
                                       {"line", ChartKind::Line, {"折线图", "lines"}},
                                       {"area", ChartKind::Area, {"面积图", "areas"}},
                                       {"stacked", ChartKind::Stacked, {"堆积图", "stacked bars"}},
                                       {"pie", ChartKind::Pie, {"饼图", "a pie"}},
                                       {"donut", ChartKind::Donut, {"环形图", "a ring"}},
                                       {"timeline", ChartKind::Timeline, {"时间线", "a timeline"}}};
  return kinds;
}

void check_chart(Reading& reading, const Node& node, const Chart&) {
  const bool has_table = node.find("data") != nullptr && !node.find("data")->is_blank();
  const bool has_rows = node.find("rows") != nullptr;
  if (has_table == has_rows) {
    const Node* second = node.find("rows");
    reading.add(codes::kChartData, second == nullptr ? node.mark : Mark{second->mark.position, 1});
  }
}

}  // namespace

const Record<Chart>& chart_record() {
  static const Record<Chart> record =
      Record<Chart>("chart", {"正文里的图表 ```chart", "A chart in a text, ```chart"})
          .required("kind", chart_kinds(), Placed{&Chart::kind, &Chart::kind_position},
                    {"类型：图表的种类", "Kind of the chart"})
          .required("title", Text{80}, &Chart::title, {"标题：图表说的是什么", "What it shows"})
          .optional("description", Text{400}, &Chart::description,
                    {"说明：一两句话说出图里最要紧的结论，读屏软件会念",
                     "What is to be seen in it, in one or two sentences; read by screen readers"})
          .optional("data", Name{}, &Chart::data,
                    {"数据表：content/data 里的文件名，不带 .csv",
                     "Name of a table in content/data, without .csv"})
          .optional("rows", Rows{}, Placed{&Chart::own_rows, &Chart::rows_position},
                    {"数据：直接写在这里的各行，第一行是列名",
                     "Rows that stand here, the first one of names"})
          .optional("x", Name{}, &Chart::x,
                    {"横轴：名称、年份所在的列，不写时是第一列",
                     "Column of names or years; the first one by default"})
          .optional("series", List{Name{}}, &Chart::series,
                    {"系列：要画的数字列，不写时是所有数字列",
                     "Columns to draw; all columns of numbers by default"})
          .optional("unit", Text{20}, &Chart::unit,
                    {"单位，不写时用数据表的", "Unit; that of the table by default"})
          .optional("value_title", Text{40}, &Chart::value_title,
                    {"数值的名称：写在数值轴旁", "What the numbers are, beside their axis"})
          .optional("zero", Flag{}, Placed{&Chart::zero, &Chart::zero_position},
                    {"从零开始：折线图的数值轴是否从零开始；条形、面积总是从零开始",
                     "Whether the axis of a line begins at zero; bars and areas always do"})
          .optional("range", Ends{}, Placed{&Chart::range, &Chart::range_position},
                    {"范围：数值轴的两端，例如 [300, 450]",
                     "Both ends of the axis of values, such as [300, 450]"})
          .optional("highlight", List{Name{}}, &Chart::highlight,
                    {"突出：要突出的行，写第一列的值", "Rows to stand out, by their names"})
          .optional("note", Text{400}, &Chart::note,
                    {"附注，不写时用数据表的", "A remark; that of the table by default"})
          .optional("sources", List{Part{citation_record()}}, &Chart::sources,
                    {"资料来源，不写时用数据表的", "Sources; those of the table by default"})
          .checked_by(check_chart);
  return record;
}

}  // namespace kepu::read
