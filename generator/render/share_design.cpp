#include "render/share_design.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/site_path.h"
#include "base/source_file.h"
#include "render/codes.h"

namespace kepu::render {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostMotifPoints = 64;
constexpr std::int32_t kMostCoordinate = 4096;

std::uint32_t color_of(const Json& design, const char* name) {
  const auto text = design.at(name).get<std::string>();
  std::uint32_t color = 0;
  const bool sound =
      text.size() == 7 && text[0] == '#' &&
      std::from_chars(text.data() + 1, text.data() + 7, color, 16).ptr == text.data() + 7;
  if (!sound) throw std::invalid_argument(std::string("share_picture.") + name + ": #rrggbb");
  return color;
}

std::vector<std::pair<std::int32_t, std::int32_t>> motif_of(const Json& design) {
  std::vector<std::pair<std::int32_t, std::int32_t>> motif;
  if (!design.contains("motif")) return motif;
  for (const Json& point : design.at("motif"))
    motif.emplace_back(point.at(0).get<std::int32_t>(), point.at(1).get<std::int32_t>());
  bool sound = motif.size() <= kMostMotifPoints && motif.size() % 3 == 1;
  for (const auto& [x, y] : motif)
    sound = sound && std::abs(x) <= kMostCoordinate && std::abs(y) <= kMostCoordinate;
  if (!sound) throw std::invalid_argument("share_picture.motif: 1 + 3n points [x, y]");
  return motif;
}

model::ShareDesign design_of(const Json& design, const std::string& folder) {
  model::ShareDesign out;
  const auto font = design.at("font").get<std::string>();
  if (font.empty() || font.front() == '/' || font.find("..") != std::string::npos)
    throw std::invalid_argument("share_picture.font");
  out.font_path = folder + font;
  out.ground = color_of(design, "ground");
  out.ink = color_of(design, "ink");
  out.soft = color_of(design, "soft");
  out.accent = color_of(design, "accent");
  out.motif = motif_of(design);
  return out;
}

}  // namespace

std::optional<model::ShareDesign> load_share_design(const base::FileSystem& files,
                                                    const std::string& theme,
                                                    base::Diagnostics& diagnostics) {
  const std::string folder = "themes/" + theme + "/";
  const std::string path = folder + "theme.json";
  // That there is no such theme is said where it is loaded.
  if (theme.empty() || theme.find('/') != std::string::npos || !files.size(path))
    return std::nullopt;
  const auto source = base::load_source(files, path, diagnostics);
  if (!source) return std::nullopt;
  try {
    const Json json = Json::parse(source->text());
    if (!json.is_object() || !json.contains("share_picture")) return std::nullopt;
    model::ShareDesign design = design_of(json.at("share_picture"), folder);
    const std::size_t at = source->text().find("\"share_picture\"");
    design.place = source->place(at, std::string_view("\"share_picture\"").size());
    return design;
  } catch (const Json::parse_error& error) {
    diagnostics.add(codes::kThemeFile, source->place(error.byte == 0 ? 0 : error.byte - 1),
                    {{"reason", "JSON"}});
  } catch (const std::exception& error) {
    diagnostics.add(codes::kThemeFile, base::Place{path, {1, 1}, 1}, {{"reason", error.what()}});
  }
  return std::nullopt;
}

}  // namespace kepu::render
