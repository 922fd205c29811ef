#include "read/prose.h"
#include "read/records.h"

namespace kepu::read {

using model::DataColumnTitle;
using model::DataMark;
using model::DataNotes;
using model::HomeSettings;
using model::KeyFigure;

namespace {

const Record<DataMark>& data_mark_record() {
  static const Record<DataMark> record =
      Record<DataMark>("data-mark", {"图上的标记", "A mark on a drawing"})
          .required("row", Text{}, Placed{&DataMark::row, &DataMark::position},
                    {"行：表格第一列的值，如年份", "First cell of the row, such as a year"})
          .required("title", Text{}, &DataMark::title, {"名称，如“碳达峰”", "Name"})
          .optional("label", Text{}, &DataMark::label,
                    {"时间的说法，如“2030年前”；不写时用行的值",
                     "How the time is called; that of the row by default"})
          .optional("text", Prose{}, &DataMark::text, {"一两句说明", "One or two sentences"});
  return record;
}

const Record<DataColumnTitle>& data_column_record() {
  static const Record<DataColumnTitle> record =
      Record<DataColumnTitle>("data-column", {"列的名称", "Title of a column"})
          .required("name", Text{}, Placed{&DataColumnTitle::name, &DataColumnTitle::position},
                    {"表格第一行里的列名", "Name in the first line of the table"})
          .required("title", Text{}, &DataColumnTitle::title,
                    {"网页上显示的名称", "Title on pages"});
  return record;
}

// A figure is a fact, or brings along all that makes one.
void check_figure(Reading& reading, const Node& node, const KeyFigure& figure) {
  if (!figure.fact.empty()) return;
  for (const char* field : {"value", "text", "source"}) {
    const Node* given = node.find(field);
    if (given != nullptr && !given->is_blank()) continue;
    Shape shape;
    shape.kind = std::string_view(field) == "source" ? ShapeKind::Record : ShapeKind::Text;
    if (shape.kind == ShapeKind::Record) shape.record = &citation_record().description();
    reading.add(codes::kFieldMissing, {node.mark.position, 1},
                {{"field", field}, {"example", example_of(reading.format, field, shape)}});
  }
}

const Record<KeyFigure>& key_figure_record() {
  static const Record<KeyFigure> record =
      Record<KeyFigure>("key-figure", {"首页的一个数字", "A figure on the home page"})
          .checked_by(check_figure)
          .optional(
              "fact", Id{}, Placed{&KeyFigure::fact, &KeyFigure::fact_position},
              {"数据编号：取 content/facts.json 里的数值、单位、说明和来源",
               "Id of a fact of content/facts.json, which gives value, unit, text and source"})
          .optional("value", Text{}, &KeyFigure::value,
                    {"数字，照原样显示；写了 fact 就不用写",
                     "The number, shown as it is written; not needed with `fact`"})
          .optional("unit", Text{}, &KeyFigure::unit, {"单位", "Unit"})
          .optional("text", Text{}, &KeyFigure::text,
                    {"这个数字是什么，哪一年的；写了 fact 就可以不写",
                     "What it counts, and when; that of the fact by default"})
          .optional(
              "source", Part{citation_record()}, &KeyFigure::source,
              {"资料来源；写了 fact 就不用写", "Where it comes from; not needed with `fact`"});
  return record;
}

}  // namespace

const Record<DataNotes>& data_notes_record() {
  static const Record<DataNotes> record =
      Record<DataNotes>("data-table", {"数据表的说明 content/data/*.json",
                                       "What is said of a table, content/data/*.json"})
          .required("title", Text{}, &DataNotes::title, {"标题", "Title"})
          .optional("unit", Text{}, &DataNotes::unit, {"单位", "Unit"})
          .optional("observed_until", Text{},
                    Placed{&DataNotes::observed_until, &DataNotes::observed_position},
                    {"实测到哪一行：第一列的值；以后的行是示意，画成虚线",
                     "First cell of the last row that is data; what follows is illustration"})
          .optional("note", Text{}, &DataNotes::note,
                    {"说明：哪些是数据，哪些是示意，怎样得来",
                     "What is data, what is illustration, and how it was made"})
          .optional("license", Text{}, &DataNotes::license, {"许可", "Terms of use"})
          .optional("sources", List{Part{citation_record()}}, &DataNotes::sources,
                    {"资料来源", "Sources"})
          .optional("columns", List{Part{data_column_record()}}, &DataNotes::columns,
                    {"各列在网页上的名称", "Titles of columns"})
          .optional("marks", List{Part{data_mark_record()}}, &DataNotes::marks,
                    {"图上的标记", "Marks on the drawing"});
  return record;
}

const Record<HomeSettings>& home_record() {
  static const Record<HomeSettings> record =
      Record<HomeSettings>("home", {"首页", "The home page"})
          .optional("curve", Id{}, Placed{&HomeSettings::curve, &HomeSettings::curve_position},
                    {"曲线：content/data 里数据表的名称，不带 .csv；不写就没有曲线",
                     "Name of a table in content/data, without .csv; no curve without it"})
          .optional("figures", List{Part{key_figure_record()}}, &HomeSettings::figures,
                    {"首页的几个数字，每个都要有来源", "A few figures, each with its source"});
  return record;
}

}  // namespace kepu::read
