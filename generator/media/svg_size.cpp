#include "media/svg_size.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace kepu::media {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
}

bool skip_past(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at + end.size());
  return true;
}

// A DOCTYPE may hold declarations in brackets, and those hold `>`.
bool skip_doctype(std::string_view& text) {
  const std::size_t end = text.find_first_of("[>");
  if (end == std::string_view::npos) return false;
  const bool has_subset = text[end] == '[';
  text.remove_prefix(end);
  return has_subset ? skip_past(text, "]") && skip_past(text, ">") : skip_past(text, ">");
}

bool skip_to_root(std::string_view& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (true) {
    skip_blanks(text);
    bool skipped = false;
    if (text.starts_with("<?")) {
      skipped = skip_past(text, "?>");
    } else if (text.starts_with("<!--")) {
      skipped = skip_past(text, "-->");
    } else if (text.starts_with("<!DOCTYPE")) {
      skipped = skip_doctype(text);
    } else {
      return text.starts_with("<");
    }
    if (!skipped) return false;
  }
}

/// A number at the start of the text, which it removes.
std::optional<double> take_number(std::string_view& text) {
  skip_blanks(text);
  if (text.starts_with("+")) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// CSS 2.2 §4.3.2: one inch is 96 pixels.
std::optional<double> length_px(std::string_view text) {
  struct Unit {
    std::string_view name;
    double px;
  };
  static constexpr std::array<Unit, 7> kUnits{{{"", 1},
                                               {"px", 1},
                                               {"pt", 96.0 / 72},
                                               {"pc", 16},
                                               {"mm", 96 / 25.4},
                                               {"cm", 96 / 2.54},
                                               {"in", 96}}};
  const std::optional<double> number = take_number(text);
  if (!number || *number <= 0) return std::nullopt;
  while (!text.empty() && kBlanks.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  for (const Unit& unit : kUnits)
    if (text == unit.name) return *number * unit.px;
  return std::nullopt;
}

struct ViewBox {
  double width = 0;
  double height = 0;
};

std::optional<ViewBox> view_box(std::string_view text) {
  std::array<double, 4> numbers{};
  for (double& number : numbers) {
    const std::size_t start = text.find_first_not_of(" \t\r\n,");
    if (start == std::string_view::npos) return std::nullopt;
    text.remove_prefix(start);
    const std::optional<double> value = take_number(text);
    if (!value) return std::nullopt;
    number = *value;
  }
  if (numbers[2] <= 0 || numbers[3] <= 0) return std::nullopt;
  return ViewBox{numbers[2], numbers[3]};
}

struct RootAttributes {
  std::optional<double> width;
  std::optional<double> height;
  std::optional<ViewBox> box;
};

/// From behind the name of the root element to its `>`.
std::optional<RootAttributes> read_attributes(std::string_view text) {
  RootAttributes found;
  while (true) {
    skip_blanks(text);
    if (text.starts_with(">") || text.starts_with("/>")) return found;
    const std::size_t equals = text.find_first_of("=>");
    if (equals == std::string_view::npos || text[equals] != '=') return std::nullopt;
    std::string_view name = text.substr(0, equals);
    name = name.substr(0, name.find_first_of(kBlanks));
    text.remove_prefix(equals + 1);
    skip_blanks(text);
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) return std::nullopt;
    const std::size_t end = text.find(text[0], 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view value = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (name == "width") found.width = length_px(value);
    if (name == "height") found.height = length_px(value);
    if (name == "viewBox") found.box = view_box(value);
  }
}

int rounded(double px) {
  return static_cast<int>(std::lround(std::min(px, 1e6)));
}

}  // namespace

bool looks_like_markup(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  skip_blanks(head);
  return head.starts_with("<");
}

std::optional<SvgSize> svg_size(std::string_view head) {
  if (!skip_to_root(head)) return std::nullopt;
  head.remove_prefix(1);
  std::string_view name = head.substr(0, head.find_first_of(" \t\r\n\f/>"));
  head.remove_prefix(name.size());
  name.remove_prefix(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
  if (name != "svg") return std::nullopt;
  const std::optional<RootAttributes> root = read_attributes(head);
  if (!root) return std::nullopt;

  SvgSize size;
  if (root->width && root->height) {
    size = {rounded(*root->width), rounded(*root->height)};
  } else if (root->box) {
    const ViewBox box = *root->box;
    double width = box.width;
    double height = box.height;
    if (root->width) {
      width = *root->width;
      height = width * box.height / box.width;
    } else if (root->height) {
      height = *root->height;
      width = height * box.width / box.height;
    }
    size = {rounded(width), rounded(height)};
  } else if (root->width || root->height) {
    size = {rounded(root->width.value_or(0)), rounded(root->height.value_or(0))};
  }
  return size;
}

}  // namespace kepu::media
