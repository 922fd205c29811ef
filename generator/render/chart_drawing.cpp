#include "render/chart_drawing.h"

#include <utility>

namespace kepu::render {

using model::ChartKind;

ChartLayout wide_layout(std::string id) {
  return {std::move(id), false, 7040, 150};
}

ChartLayout narrow_layout(std::string id) {
  return {std::move(id), true, 3400, 145};
}

ChartDrawing draw_chart(const ChartData& data, const ChartLayout& layout) {
  switch (data.kind) {
    case ChartKind::Bar:
    case ChartKind::Stacked:
      // Years run from left to right, names stand below each other.
      return data.places.empty() ? draw_level_bars(data, layout) : draw_columns(data, layout);
    case ChartKind::Line:
    case ChartKind::Area:
      return draw_lines(data, layout);
    case ChartKind::Pie:
    case ChartKind::Donut:
      return draw_pie(data, layout);
    case ChartKind::Timeline:
      return draw_timeline(data, layout);
  }
  return {};
}

}  // namespace kepu::render
