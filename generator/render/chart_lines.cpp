// Lines and areas. Each line has its dashes and its signs, the last value of each stands at its
// end; gaps in the data are gaps in the line.
#include <algorithm>
#include <numeric>

#include "render/chart_drawing.h"
#include "render/chart_frame.h"
#include "render/chart_stacks.h"
#include "render/chart_text.h"

namespace kepu::render {

namespace {

constexpr std::size_t kSignsUpTo = 32;  // more points than that stand too close for signs
constexpr std::int64_t kMillion = 1'000'000;

class Lines {
 public:
  Lines(const ChartData& data, const ChartLayout& layout)
      : data_(data),
        layout_(layout),
        canvas_(layout.id, is_area() ? data.series.size() : 1, false),
        frame_(make_frame(data, layout, end_labels_width())) {
    if (!data.places.empty())
      across_ = {data.places.front(), data.places.back(), frame_.left, frame_.right};
  }

  ChartDrawing draw() {
    draw_ground();
    draw_frame(frame_, data_, layout_, canvas_);
    for (std::size_t i = 0; i < data_.series.size(); ++i)
      if (is_area()) draw_area(i);
    for (std::size_t i = 0; i < data_.series.size(); ++i) draw_line(i);
    draw_highlights();
    draw_end_labels();
    const std::int64_t height = draw_names(frame_, names(), layout_, canvas_);
    return {canvas_.take(), layout_.width, height};
  }

 private:
  bool is_area() const { return data_.kind == model::ChartKind::Area; }

  std::int64_t x_of(std::size_t row) const {
    if (!data_.places.empty()) return across_.map(data_.places[row]);
    const auto last = static_cast<std::int64_t>(data_.names.size()) - 1;
    return frame_.left + (frame_.right - frame_.left) * static_cast<std::int64_t>(row) /
                             std::max<std::int64_t>(last, 1);
  }

  // The value that is drawn: of stacked areas the sum up to this series.
  std::optional<WideNumber> height(std::size_t series, std::size_t row) const {
    if (!data_.series[series].values[row]) return std::nullopt;
    if (!is_stacked(data_)) return WideNumber{*data_.series[series].values[row]};
    return stack_of(data_, row)[series].to;
  }

  std::optional<ChartPoint> point(std::size_t series, std::size_t row) const {
    const auto value = height(series, row);
    if (!value) return std::nullopt;
    return ChartPoint{x_of(row), frame_.up.map(*value)};
  }

  // Pieces without gaps.
  std::vector<std::vector<ChartPoint>> pieces(std::size_t series) const {
    std::vector<std::vector<ChartPoint>> all(1);
    for (std::size_t row = 0; row < data_.names.size(); ++row) {
      if (const auto at = point(series, row)) {
        all.back().push_back(*at);
      } else if (!all.back().empty()) {
        all.emplace_back();
      }
    }
    if (all.back().empty()) all.pop_back();
    return all;
  }

  // What comes after the data lies on a ground of its own.
  void draw_ground() {
    if (!data_.has_drawn_rows()) return;
    const std::int64_t x = x_of(data_.observed);
    canvas_.rect({x, frame_.top, frame_.right - x, frame_.bottom - frame_.top}, "drawn");
    const bool fits = text_width(data_.words.drawn, layout_.font) + 80 < frame_.right - x;
    if (fits)
      canvas_.text({frame_.right - 40, frame_.top + layout_.font + 20}, data_.words.drawn,
                   TextAnchor::End, "soft");
  }

  void draw_area(std::size_t series) {
    for (const std::vector<ChartPoint>& piece : pieces(series)) {
      std::string path = polyline(piece);
      std::vector<ChartPoint> back;
      for (auto at = piece.rbegin(); at != piece.rend(); ++at)
        back.push_back({at->x, frame_.up.map(0)});
      if (is_stacked(data_) && series > 0) {
        back.clear();
        for (std::size_t row = data_.names.size(); row-- > 0;)
          if (const auto below = point(series - 1, row)) back.push_back(*below);
      }
      std::string closing = polyline(back);
      closing.front() = 'L';
      canvas_.shape(path + closing + "Z", {series, false, false});
    }
  }

  void draw_line(std::size_t series) {
    const std::string number = std::to_string(series % 8 + 1);
    std::string css = "s l" + number;
    if (!is_area()) css += " d" + number;
    for (const std::vector<ChartPoint>& piece : pieces(series)) {
      if (piece.size() > 1) canvas_.stroke(polyline(piece), css);
      const bool signs = !is_area() && data_.names.size() <= kSignsUpTo;
      // A value between two gaps has no line to be seen by.
      for (const ChartPoint& at : piece)
        if (signs || piece.size() == 1) canvas_.marker(at, series, layout_.is_narrow ? 32 : 38);
    }
  }

  void draw_highlights() {
    for (const std::size_t row : data_.highlight) {
      canvas_.line({x_of(row), frame_.top}, {x_of(row), frame_.bottom}, "mark");
      for (std::size_t i = 0; i < data_.series.size(); ++i)
        if (const auto at = point(i, row)) canvas_.marker(*at, i, 50);
      if (data_.series.size() != 1) continue;
      const auto at = point(0, row);
      if (!at || is_last(0, row)) continue;
      const std::string words = short_number(*data_.series[0].values[row]);
      const std::int64_t half = text_width(words, layout_.font) / 2;
      canvas_.text({std::clamp(at->x, frame_.left + half, frame_.right - half),
                    std::max(at->y - 90, frame_.top + layout_.font)},
                   words, TextAnchor::Middle, "strong on");
    }
  }

  std::optional<std::size_t> last_row(std::size_t series) const {
    for (std::size_t row = data_.names.size(); row-- > 0;)
      if (data_.series[series].values[row]) return row;
    return std::nullopt;
  }
  bool is_last(std::size_t series, std::size_t row) const { return last_row(series) == row; }

  std::int64_t end_labels_width() const {
    std::int64_t widest = 0;
    for (std::size_t i = 0; i < data_.series.size(); ++i)
      if (const auto row = last_row(i))
        widest =
            std::max(widest, text_width(short_number(*data_.series[i].values[*row]), layout_.font));
    return widest + 120;
  }

  // The last value of each line at its end, moved apart where they would touch.
  void draw_end_labels() {
    struct Label {
      std::int64_t y;
      ChartPoint at;
      std::string words;
    };
    std::vector<Label> labels;
    for (std::size_t i = 0; i < data_.series.size(); ++i) {
      const auto row = last_row(i);
      if (!row) continue;
      const ChartPoint at = *point(i, *row);
      std::int64_t y = at.y;
      // Of stacked areas the middle of the band.
      if (is_stacked(data_)) y = (y + (i == 0 ? frame_.up.map(0) : point(i - 1, *row)->y)) / 2;
      labels.push_back({y, at, short_number(*data_.series[i].values[*row])});
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.y < b.y; });
    const std::int64_t apart = layout_.font + 20;
    for (std::size_t i = 1; i < labels.size(); ++i)
      labels[i].y = std::max(labels[i].y, labels[i - 1].y + apart);
    std::int64_t limit = frame_.bottom;
    for (std::size_t i = labels.size(); i-- > 0; limit -= apart)
      labels[i].y = std::min(labels[i].y, limit);
    for (const Label& label : labels)
      canvas_.text({std::max(label.at.x, frame_.right) + 80, label.y + layout_.font * 35 / 100},
                   label.words, TextAnchor::Start, "strong");
  }

  // Years at round numbers, names as many as fit.
  std::vector<AxisName> names() const {
    std::vector<AxisName> list;
    for (const std::size_t row : data_.highlight)
      list.push_back({x_of(row), data_.names[row], true});
    if (data_.places.empty()) {
      for (std::size_t row = 0; row < data_.names.size(); ++row)
        if (!data_.is_highlighted(row)) list.push_back({x_of(row), data_.names[row], false});
      return list;
    }
    // With few rows each has its name, else round ones.
    const int wanted = layout_.is_narrow ? 4 : 8;
    if (data_.names.size() <= static_cast<std::size_t>(wanted)) {
      for (std::size_t row = 0; row < data_.names.size(); ++row)
        if (!data_.is_highlighted(row)) list.push_back({x_of(row), data_.names[row], false});
      return list;
    }
    const bool whole = std::all_of(data_.places.begin(), data_.places.end(),
                                   [](std::int64_t place) { return place % kMillion == 0; });
    const auto ticks = round_ticks(across_.from, across_.to, wanted, whole ? kMillion : 1);
    for (const std::int64_t tick : ticks) {
      // Years have no separators.
      const std::string text =
          tick % kMillion == 0 ? std::to_string(tick / kMillion) : exact_number(tick);
      list.push_back({across_.map(tick), text, false});
    }
    return list;
  }

  const ChartData& data_;
  const ChartLayout& layout_;
  ChartCanvas canvas_;
  ChartFrame frame_;
  ChartScale across_;
};

}  // namespace

ChartDrawing draw_lines(const ChartData& data, const ChartLayout& layout) {
  return Lines(data, layout).draw();
}

}  // namespace kepu::render
