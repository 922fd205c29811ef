// Level bars, one below the other, for names of any length: single, in groups, or stacked. Each bar
// carries its number, so that no axis is needed.
#include <algorithm>

#include "render/chart_drawing.h"
#include "render/chart_numbers.h"
#include "render/chart_scale.h"
#include "render/chart_stacks.h"
#include "render/chart_text.h"

namespace kepu::render {

namespace {

constexpr std::int64_t kGap = 60;      // between a bar and its number
constexpr std::int64_t kRowGap = 120;  // between rows
constexpr std::int64_t kBarGap = 20;   // within a group
constexpr std::int64_t kTop = 20;
constexpr std::size_t kMostLines = 3;

class LevelBars {
 public:
  LevelBars(const ChartData& data, const ChartLayout& layout)
      : data_(data),
        layout_(layout),
        canvas_(layout.id, data.series.size(), data.has_drawn_rows()) {
    place_names();
    place_scale();
  }

  ChartDrawing draw() {
    std::int64_t y = kTop;
    const std::int64_t top = y;
    for (std::size_t row = 0; row < data_.names.size(); ++row) y = draw_row(row, y) + kRowGap;
    y -= kRowGap;
    // Names above the bars would be crossed by one long line.
    if (!names_above_) canvas_.line({zero(), top}, {zero(), y}, "axis");
    return {canvas_.take(), layout_.width, y + kTop};
  }

 private:
  std::int64_t zero() const { return scale_.map(0); }

  std::string name_of(std::size_t row) const {
    return row > data_.observed ? data_.names[row] + "（" + data_.words.drawn + "）"
                                : data_.names[row];
  }

  // Beside the bars where there is room, above them where there is none.
  void place_names() {
    std::int64_t widest = 0;
    for (std::size_t row = 0; row < data_.names.size(); ++row)
      widest = std::max(widest, text_width(name_of(row), layout_.font));
    names_above_ = layout_.is_narrow && widest > layout_.width / 4;
    const std::int64_t most = layout_.width * 34 / 100;
    names_width_ = names_above_ ? layout_.width : std::min(widest, most);
    left_ = names_above_ ? 10 : names_width_ + kGap * 2;
  }

  // Numbers stand behind the ends of bars; room is left for them on both sides of zero.
  void place_scale() {
    const ChartExtent extent = extent_of(data_);
    std::int64_t before = 0;
    std::int64_t behind = text_width(data_.words.no_value, layout_.font);
    const auto add = [&](std::int64_t value) {
      const std::int64_t width = text_width(short_number(value), layout_.font) + kGap;
      (value < 0 ? before : behind) = std::max(value < 0 ? before : behind, width);
    };
    for (std::size_t row = 0; row < data_.names.size(); ++row) {
      if (is_stacked(data_)) add(total_of(data_, row));
      for (const ChartSeries& series : data_.series)
        if (!is_stacked(data_) && series.values[row]) add(*series.values[row]);
    }
    scale_.from = std::min<WideNumber>(extent.least, 0);
    scale_.to = std::max<WideNumber>(extent.most, 0);
    if (data_.range) {
      scale_.from = std::min<WideNumber>(scale_.from, data_.range->from);
      scale_.to = std::max<WideNumber>(scale_.to, data_.range->to);
    }
    if (scale_.from == scale_.to) scale_.to += 1;
    scale_.begin = left_ + before;
    scale_.end = std::max(layout_.width - behind - 10, scale_.begin + layout_.width / 5);
  }

  std::int64_t bar_height() const {
    return is_stacked(data_) || data_.series.size() == 1 ? 200 : 170;
  }

  std::int64_t draw_row(std::size_t row, std::int64_t y) {
    const std::size_t bars = is_stacked(data_) ? 1 : data_.series.size();
    const auto count = static_cast<std::int64_t>(bars);
    const std::int64_t group = count * bar_height() + (count - 1) * kBarGap;
    const auto names = wrapped(name_of(row), names_width_, layout_.font, kMostLines);
    const auto lines = static_cast<std::int64_t>(names.size());
    const std::int64_t words = lines * layout_.line_height();
    const char* const css = data_.is_highlighted(row) ? "strong" : "";
    if (names_above_) {
      canvas_.lines({10, y + layout_.font}, names, layout_.line_height(), TextAnchor::Start, css);
      y += words + 20;
      draw_bars(row, y);
      canvas_.line({zero(), y - 20}, {zero(), y + group + 20}, "axis");
      return y + group;
    }
    const std::int64_t height = std::max(group, words);
    canvas_.lines({names_width_, y + (height - words) / 2 + layout_.font}, names,
                  layout_.line_height(), TextAnchor::End, css);
    draw_bars(row, y + (height - group) / 2);
    return y + height;
  }

  void draw_bars(std::size_t row, std::int64_t y) {
    if (is_stacked(data_)) {
      draw_stack(row, y);
      return;
    }
    for (std::size_t i = 0; i < data_.series.size(); ++i) {
      draw_bar(row, i, y);
      y += bar_height() + kBarGap;
    }
  }

  ChartFill fill_of(std::size_t row, std::size_t series) const {
    return {series, row > data_.observed, !data_.highlight.empty() && !data_.is_highlighted(row)};
  }

  void label(std::size_t row, std::int64_t value, std::int64_t end, std::int64_t y,
             const std::string& words) {
    const std::int64_t base = y + bar_height() / 2 + layout_.font * 35 / 100;
    const char* const css = data_.is_highlighted(row) ? "strong" : "";
    if (value < 0) {
      canvas_.text({end - kGap, base}, words, TextAnchor::End, css);
    } else {
      canvas_.text({end + kGap, base}, words, TextAnchor::Start, css);
    }
  }

  void draw_bar(std::size_t row, std::size_t series, std::int64_t y) {
    const auto& value = data_.series[series].values[row];
    if (!value) {
      canvas_.text({zero() + kGap, y + bar_height() / 2 + layout_.font * 35 / 100},
                   data_.words.no_value, TextAnchor::Start, "soft");
      return;
    }
    const std::int64_t end = scale_.map(*value);
    canvas_.rect(
        {std::min(zero(), end), y, std::max(zero(), end) - std::min(zero(), end), bar_height()},
        fill_of(row, series));
    label(row, *value, end, y, short_number(*value));
  }

  void draw_stack(std::size_t row, std::int64_t y) {
    std::int64_t last = zero();
    for (const StackPart& part : stack_of(data_, row)) {
      const std::int64_t from = scale_.map(part.from);
      const std::int64_t to = scale_.map(part.to);
      const std::int64_t width = std::max(from, to) - std::min(from, to);
      canvas_.rect({std::min(from, to), y, width, bar_height()}, fill_of(row, part.series));
      last = std::max(last, std::max(from, to));
      const std::string words = short_number(*data_.series[part.series].values[row]);
      if (text_width(words, layout_.font) + kGap > width) continue;
      canvas_.text({(from + to) / 2, y + bar_height() / 2 + layout_.font * 35 / 100}, words,
                   TextAnchor::Middle, "on");
    }
    const std::int64_t total = total_of(data_, row);
    label(row, 0, last, y, short_number(total));
  }

  const ChartData& data_;
  const ChartLayout& layout_;
  ChartCanvas canvas_;
  ChartScale scale_;
  bool names_above_ = false;
  std::int64_t names_width_ = 0;
  std::int64_t left_ = 0;
};

}  // namespace

ChartDrawing draw_level_bars(const ChartData& data, const ChartLayout& layout) {
  return LevelBars(data, layout).draw();
}

}  // namespace kepu::render
