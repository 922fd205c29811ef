#include "render/chart_frame.h"

#include <algorithm>
#include <utility>

#include "render/chart_stacks.h"
#include "render/chart_text.h"

namespace kepu::render {

namespace {

constexpr std::int64_t kGap = 60;
constexpr std::size_t kMostNameLines = 3;

AxisWish wish_of(const ChartData& data) {
  const ChartExtent extent = extent_of(data);
  AxisWish wish;
  wish.least = extent.least;
  wish.most = extent.most;
  wish.zero = data.zero;
  if (data.range) {
    wish.fixed_from = data.range->from;
    wish.fixed_to = data.range->to;
    // Stacks are higher than any of their parts.
    if (extent.most > data.range->to || extent.least < data.range->from)
      wish.fixed_from = wish.fixed_to = std::nullopt;
  }
  return wish;
}

}  // namespace

ChartFrame make_frame(const ChartData& data, const ChartLayout& layout, std::int64_t behind) {
  ChartFrame frame;
  frame.axis = make_axis(wish_of(data));
  std::int64_t widest = 0;
  for (const std::string& text : axis_numbers(frame.axis.ticks))
    widest = std::max(widest, text_width(text, layout.font));
  frame.left = widest + kGap;
  frame.right = std::max(layout.width - behind, frame.left + layout.width / 3);
  frame.top = layout.line_height() + kGap + layout.font / 2;
  frame.bottom = frame.top + (layout.is_narrow ? 2300 : 3000);
  frame.up = {frame.axis.from, frame.axis.to, frame.bottom, frame.top};
  return frame;
}

void draw_frame(const ChartFrame& frame, const ChartData& data, const ChartLayout& layout,
                ChartCanvas& canvas) {
  const std::vector<std::string> numbers = axis_numbers(frame.axis.ticks);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::int64_t y = frame.up.map(frame.axis.ticks[i]);
    canvas.line({frame.left, y}, {frame.right, y}, frame.axis.ticks[i] == 0 ? "axis" : "grid");
    canvas.text({frame.left - kGap, y + layout.font * 35 / 100}, numbers[i], TextAnchor::End,
                "soft");
  }
  std::string title = data.value_title;
  if (!data.unit.empty()) title += title.empty() ? data.unit : "（" + data.unit + "）";
  if (!title.empty())
    canvas.text({10, layout.font}, wrapped(title, layout.width * 3 / 4, layout.font, 1).front(),
                TextAnchor::Start, "soft");
}

std::int64_t draw_names(const ChartFrame& frame, const std::vector<AxisName>& names,
                        const ChartLayout& layout, ChartCanvas& canvas) {
  const std::int64_t most = layout.width / (layout.is_narrow ? 4 : 5);
  std::int64_t widest = 1;
  for (const AxisName& name : names)
    widest = std::max(widest, std::min(most, text_width(name.text, layout.font)));
  const std::int64_t room = frame.right - frame.left;
  const std::int64_t fits = std::max<std::int64_t>(1, room / (widest + layout.font));
  const auto count = static_cast<std::int64_t>(names.size());
  const std::int64_t every = std::max<std::int64_t>(1, (count + fits - 1) / fits);
  std::vector<std::pair<std::int64_t, std::int64_t>> placed;  // begins and ends
  std::size_t lines = 1;
  const auto put = [&](const AxisName& name) {
    const auto words = wrapped(name.text, most, layout.font, kMostNameLines);
    std::int64_t width = 0;
    for (const std::string& line : words) width = std::max(width, text_width(line, layout.font));
    const std::int64_t last = std::max<std::int64_t>(0, layout.width - width);
    const std::int64_t begin = std::clamp<std::int64_t>(name.x - width / 2, 0, last);
    const bool touches = std::any_of(placed.begin(), placed.end(), [&](const auto& other) {
      return begin < other.second + layout.font / 2 &&
             other.first < begin + width + layout.font / 2;
    });
    if (touches) return;
    placed.emplace_back(begin, begin + width);
    lines = std::max(lines, words.size());
    canvas.lines({begin + width / 2, frame.bottom + layout.line_height()}, words,
                 layout.line_height(), TextAnchor::Middle, name.is_strong ? "strong" : "soft");
  };
  for (const AxisName& name : names)
    if (name.is_strong) put(name);
  for (std::int64_t i = 0; i < count; ++i)
    if (i % every == 0 && !names[static_cast<std::size_t>(i)].is_strong)
      put(names[static_cast<std::size_t>(i)]);
  return frame.bottom + static_cast<std::int64_t>(lines) * layout.line_height() + layout.font / 2;
}

}  // namespace kepu::render
