// A timeline: one event below the other along a line, with its time and its words.
#include <algorithm>

#include "render/chart_drawing.h"
#include "render/chart_text.h"

namespace kepu::render {

namespace {

constexpr std::int64_t kSign = 60;
constexpr std::size_t kMostLines = 8;

}  // namespace

ChartDrawing draw_timeline(const ChartData& data, const ChartLayout& layout) {
  ChartCanvas canvas(layout.id, 1, data.has_drawn_rows());
  std::int64_t widest = 0;
  for (const std::string& name : data.names)
    widest = std::max(widest, text_width(name, layout.font) * 11 / 10);  // they are bold
  const bool beside = !layout.is_narrow;
  const std::int64_t names_width = beside ? std::min(widest, layout.width * 3 / 10) : 0;
  const std::int64_t line_x = beside ? names_width + 200 : 100;
  const std::int64_t words_x = line_x + 200;
  const std::int64_t width = layout.width - words_x - 20;

  ChartCanvas signs("", 1, false);
  std::int64_t y = 40;
  std::int64_t first = 0;
  std::int64_t last = 0;
  for (std::size_t row = 0; row < data.names.size(); ++row) {
    const char* const css = data.is_highlighted(row) ? "strong" : "";
    const auto names = wrapped(data.names[row], beside ? names_width : width, layout.font, 2);
    const std::int64_t sign_y = y + layout.font * 65 / 100;
    (row == 0 ? first : last) = sign_y;
    signs.marker({line_x, sign_y}, row > data.observed ? 1 : 0,
                 data.is_highlighted(row) ? kSign * 3 / 2 : kSign);
    canvas.lines({beside ? names_width : words_x, y + layout.font}, names, layout.line_height(),
                 beside ? TextAnchor::End : TextAnchor::Start, "strong");
    std::int64_t below = y + static_cast<std::int64_t>(names.size()) * layout.line_height();
    if (!beside) y = below;
    for (std::size_t i = 0; i < data.texts[row].size(); ++i) {
      const auto words = wrapped(data.texts[row][i], width, layout.font, kMostLines);
      canvas.lines({words_x, y + layout.font}, words, layout.line_height(), TextAnchor::Start,
                   i == 0 ? css : "soft");
      y += static_cast<std::int64_t>(words.size()) * layout.line_height();
    }
    y = std::max(y, below) + 140;
  }
  if (last > first) canvas.line({line_x, first}, {line_x, last}, "axis");
  return {canvas.take() + signs.take(), layout.width, y - 100};
}

}  // namespace kepu::render
