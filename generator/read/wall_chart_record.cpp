#include "read/markdown_text.h"
#include "read/prose.h"
#include "read/records.h"

namespace kepu::read {

using model::Paper;
using model::PaperOrientation;
using model::WallChart;

const Record<WallChart>& wall_chart_record() {
  // `text` is Markdown: section_records.cpp hands it to the Markdown room.
  static const Record<WallChart> record =
      Record<WallChart>("poster", {"挂图", "A wall chart"})
          .required("id", Id{}, Placed{&WallChart::id, &WallChart::id_position},
                    {"编号：与文件名相同", "The name of its file"})
          .required("title", Text{200}, &WallChart::title, {"标题", "Title"})
          .optional("description", Prose{1000}, &WallChart::description,
                    {"简介：一两句话", "One or two sentences"})
          .required("date", Day{}, &WallChart::date, {"日期：发布日期", "Date of publication"})
          .optional("series", Text{}, &WallChart::series, {"系列", "Series"})
          .optional("number", Whole{1, 10000}, &WallChart::number,
                    {"序号：在系列里是第几张", "Its number in the series"})
          .required("picture", Path{}, &WallChart::picture,
                    {"图片文件的路径", "Path of the picture"})
          .required("text", MarkdownText{}, [](WallChart&, const std::string&) {},
                    {"文字版：图上的全部内容，Markdown 格式，换行写 \\n",
                     "All that stands on it, in Markdown"})
          .optional("paper",
                    Choice<Paper>{{"A1", Paper::A1, {"A1", "A1"}},
                                  {"A2", Paper::A2, {"A2", "A2"}},
                                  {"A3", Paper::A3, {"A3", "A3"}},
                                  {"A4", Paper::A4, {"A4", "A4"}}},
                    &WallChart::paper, {"纸张，默认 A2", "Paper; A2 by default"})
          .optional("orientation",
                    Choice<PaperOrientation>{
                        {"portrait", PaperOrientation::Portrait, {"竖版", "portrait"}},
                        {"landscape", PaperOrientation::Landscape, {"横版", "landscape"}}},
                    &WallChart::orientation, {"方向，默认 portrait", "portrait by default"})
          .optional("creators", List{Part{named_role_record()}}, &WallChart::creators,
                    {"作者", "Creators"})
          .optional("units", List{Text{}}, &WallChart::units, {"单位", "Units"})
          .optional("audiences", List{Text{}}, &WallChart::audiences, {"人群", "Audiences"})
          .optional("scenes", List{Text{}}, &WallChart::scenes, {"六进", "Scenes"})
          .optional("tags", List{Text{}}, &WallChart::tags, {"话题", "Topics"})
          .optional("sources", List{Part{citation_record()}}, &WallChart::sources,
                    {"资料：事实的出处", "Sources of facts"})
          .optional("license", Text{}, &WallChart::license, {"许可：使用许可", "Licence"})
          .optional("review", Part{review_record()}, &WallChart::review,
                    {"审查：科学性审查", "Science review"})
          .optional("demonstration", Flag{}, &WallChart::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"})
          .optional("draft", Flag{}, &WallChart::draft,
                    {"草稿：true 时不发布", "true: not published"});
  return record;
}

}  // namespace kepu::read
