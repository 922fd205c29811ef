// Pies and rings: slices from the top, clockwise, with their names, numbers and shares beside them.
#include <algorithm>
#include <limits>

#include "render/chart_circle.h"
#include "render/chart_drawing.h"
#include "render/chart_numbers.h"
#include "render/chart_text.h"
#include "render/curve_geometry.h"

namespace kepu::render {

namespace {

constexpr std::int64_t kSign = 240;      // of the legend
constexpr std::int64_t kLabelFrom = 60;  // tenths of a per cent: smaller slices have no room

class Pie {
 public:
  Pie(const ChartData& data, const ChartLayout& layout)
      : data_(data), layout_(layout), canvas_(layout.id, data.names.size(), data.has_drawn_rows()) {
    for (const auto& value : data.series.front().values) parts_.push_back(value.value_or(0));
    shares_ = shares_in_tenths(parts_);
    for (const std::int64_t part : parts_) sum_ += part;
    radius_ = layout.is_narrow ? 1300 : 1400;
    center_ = layout.is_narrow ? ChartPoint{layout.width / 2, radius_ + 40}
                               : ChartPoint{radius_ + 40, radius_ + 40};
  }

  ChartDrawing draw() {
    WideNumber begin = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      slice(i, begin, begin + parts_[i]);
      begin += parts_[i];
    }
    if (data_.kind == model::ChartKind::Donut) draw_total();
    const std::int64_t legend = draw_legend();
    return {canvas_.take(), layout_.width, std::max(legend, center_.y + radius_ + 40)};
  }

 private:
  std::int64_t inner() const {
    return data_.kind == model::ChartKind::Donut ? radius_ * 58 / 100 : 0;
  }

  static std::string at(ChartPoint point) {
    return tenths_text(point.x) + "," + tenths_text(point.y);
  }

  ChartPoint on_circle(WideNumber part, std::int64_t radius) const {
    return point_on_circle(center_, radius, part, sum_);
  }

  // A whole turn is no arc: it is drawn as two.
  std::string arc(WideNumber from, WideNumber to, std::int64_t radius, bool clockwise) const {
    const std::string r = tenths_text(radius);
    const WideNumber middle = (from + to) / 2;
    const char* const turn = clockwise ? " 0 0 1 " : " 0 0 0 ";
    const auto piece = [&](WideNumber end) {
      return "A" + r + "," + r + turn + at(on_circle(end, radius));
    };
    return piece(middle) + piece(clockwise ? to : from);
  }

  void slice(std::size_t i, WideNumber from, WideNumber to) {
    if (from == to) return;
    std::string path = "M" + at(on_circle(from, radius_)) + arc(from, to, radius_, true);
    if (inner() > 0) {
      path += "L" + at(on_circle(to, inner())) + arc(from, to, inner(), false) + "Z";
    } else {
      path += "L" + at(center_) + "Z";
    }
    const bool dim = !data_.highlight.empty() && !data_.is_highlighted(i);
    canvas_.shape(path, {i, i > data_.observed, dim});
    if (shares_[i] < kLabelFrom) return;
    const std::int64_t radius = inner() > 0 ? (radius_ + inner()) / 2 : radius_ * 66 / 100;
    const ChartPoint middle = on_circle((from + to) / 2, radius);
    canvas_.text({middle.x, middle.y + layout_.font * 35 / 100}, share_text(i), TextAnchor::Middle,
                 "on");
  }

  std::string share_text(std::size_t i) const { return tenths_text(shares_[i]) + "%"; }

  void draw_total() {
    const auto whole = static_cast<std::int64_t>(
        std::min<WideNumber>(sum_, std::numeric_limits<std::int64_t>::max()));
    canvas_.text({center_.x, center_.y - 20}, data_.words.total, TextAnchor::Middle, "soft");
    std::string words = short_number(whole);
    if (text_width(words + data_.unit, layout_.font) < inner() * 2 - 200) words += data_.unit;
    canvas_.text({center_.x, center_.y + layout_.font * 13 / 10}, words, TextAnchor::Middle,
                 "strong");
  }

  // Where it ends.
  std::int64_t draw_legend() {
    const std::int64_t x = layout_.is_narrow ? 10 : center_.x + radius_ + 450;
    const std::int64_t words_x = x + kSign + 100;
    const std::int64_t width = layout_.width - words_x - 10;
    std::vector<std::vector<std::string>> rows;
    std::int64_t height = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::string drawn = i > data_.observed ? "（" + data_.words.drawn + "）" : "";
      std::string words = data_.names[i] + drawn + "　" + short_number(parts_[i]) + data_.unit;
      if (data_.unit != "%" && data_.unit != "％") words += "　" + share_text(i);
      rows.push_back(wrapped(words, width, layout_.font, 4));
      height += static_cast<std::int64_t>(rows.back().size()) * layout_.line_height() + 60;
    }
    std::int64_t y = layout_.is_narrow ? center_.y + radius_ + 200
                                       : std::max<std::int64_t>(20, center_.y - height / 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool dim = !data_.highlight.empty() && !data_.is_highlighted(i);
      canvas_.rect({x, y + 40, kSign, 120}, {i, i > data_.observed, dim});
      canvas_.lines({words_x, y + layout_.font}, rows[i], layout_.line_height(), TextAnchor::Start,
                    data_.is_highlighted(i) ? "strong" : "");
      y += static_cast<std::int64_t>(rows[i].size()) * layout_.line_height() + 60;
    }
    return y;
  }

  const ChartData& data_;
  const ChartLayout& layout_;
  ChartCanvas canvas_;
  std::vector<std::int64_t> parts_;
  std::vector<std::int64_t> shares_;
  WideNumber sum_ = 0;
  std::int64_t radius_ = 0;
  ChartPoint center_;
};

}  // namespace

ChartDrawing draw_pie(const ChartData& data, const ChartLayout& layout) {
  return Pie(data, layout).draw();
}

}  // namespace kepu::render
