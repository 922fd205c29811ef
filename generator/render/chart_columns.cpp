// Columns side by side over an axis of years: single, in groups, or stacked.
#include <algorithm>

#include "render/chart_drawing.h"
#include "render/chart_frame.h"
#include "render/chart_stacks.h"
#include "render/chart_text.h"

namespace kepu::render {

namespace {

class Columns {
 public:
  Columns(const ChartData& data, const ChartLayout& layout)
      : data_(data),
        layout_(layout),
        canvas_(layout.id, data.series.size(), data.has_drawn_rows()),
        frame_(make_frame(data, layout, 20)) {}

  ChartDrawing draw() {
    draw_frame(frame_, data_, layout_, canvas_);
    std::vector<AxisName> names;
    for (std::size_t row = 0; row < data_.names.size(); ++row) {
      draw_row(row);
      names.push_back(
          {(edge(row) + edge(row + 1)) / 2, data_.names[row], data_.is_highlighted(row)});
    }
    const std::int64_t height = draw_names(frame_, names, layout_, canvas_);
    const std::int64_t zero = frame_.up.map(0);
    canvas_.line({frame_.left, zero}, {frame_.right, zero}, "axis");
    return {canvas_.take(), layout_.width, height};
  }

 private:
  // Where the place of a row begins.
  std::int64_t edge(std::size_t row) const {
    return frame_.left + (frame_.right - frame_.left) * static_cast<std::int64_t>(row) /
                             static_cast<std::int64_t>(data_.names.size());
  }

  void draw_row(std::size_t row) {
    const std::int64_t room = edge(row + 1) - edge(row);
    const std::int64_t gap = std::min<std::int64_t>(room / 6, 200);
    const std::int64_t begin = edge(row) + gap;
    const std::int64_t width = std::max<std::int64_t>(room - 2 * gap, 4);
    if (is_stacked(data_)) {
      for (const StackPart& part : stack_of(data_, row))
        bar(row, part.series, begin, width, part.from, part.to);
      const StackPart top = highest(row);
      label(row, begin + width / 2, frame_.up.map(top.to), short_number(total_of(data_, row)),
            room);
      return;
    }
    const auto count = static_cast<std::int64_t>(data_.series.size());
    for (std::size_t i = 0; i < data_.series.size(); ++i) {
      const auto& value = data_.series[i].values[row];
      const auto at = static_cast<std::int64_t>(i);
      const std::int64_t from = begin + width * at / count;
      const std::int64_t to = begin + width * (at + 1) / count;
      if (!value) {
        label(row, (from + to) / 2, frame_.up.map(0), "—", room / count);
        continue;
      }
      bar(row, i, from, to - from, 0, *value);
      const std::int64_t y = frame_.up.map(*value);
      label(row, (from + to) / 2, *value < 0 ? y + layout_.line_height() : y, short_number(*value),
            room / count);
    }
  }

  StackPart highest(std::size_t row) const {
    StackPart top;
    for (const StackPart& part : stack_of(data_, row))
      if (part.to > top.to) top = part;
    return top;
  }

  void bar(std::size_t row, std::size_t series, std::int64_t x, std::int64_t width, WideNumber from,
           WideNumber to) {
    const std::int64_t a = frame_.up.map(from);
    const std::int64_t b = frame_.up.map(to);
    canvas_.rect(
        {x, std::min(a, b), width, std::max(a, b) - std::min(a, b)},
        {series, row > data_.observed, !data_.highlight.empty() && !data_.is_highlighted(row)});
  }

  // Only where it fits above its column.
  void label(std::size_t row, std::int64_t x, std::int64_t y, const std::string& words,
             std::int64_t room) {
    const bool strong = data_.is_highlighted(row);
    const std::int64_t width = text_width(words, layout_.font);
    if (width + 20 > room) return;
    canvas_.text({x, y - 40}, words, TextAnchor::Middle, strong ? "strong" : "");
  }

  const ChartData& data_;
  const ChartLayout& layout_;
  ChartCanvas canvas_;
  ChartFrame frame_;
};

}  // namespace

ChartDrawing draw_columns(const ChartData& data, const ChartLayout& layout) {
  return Columns(data, layout).draw();
}

}  // namespace kepu::render
