#include "render/storyboard_files.h"

#include <fmt/format.h>

#include <cstddef>
#include <set>
#include <utility>

#include "base/site_path.h"
#include "render/cue_files.h"
#include "render/json_text.h"
#include "render/published_files.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

namespace {

std::string sheet_name(const model::Media& media, const model::PictureFile& sheet) {
  return std::string(base::file_name_of(PublishedFiles::derived_address(media, sheet)));
}

std::string vtt_address(const model::Media& media) {
  return fingerprinted_address("media", media.path, storyboard_vtt(media), "vtt");
}

std::string script_address(const model::Media& media) {
  return fingerprinted_address("media", media.path, storyboard_script(media), "js");
}

}  // namespace

std::string storyboard_vtt(const model::Media& media) {
  const model::Storyboard& board = *media.derivatives.storyboard;
  const auto columns = static_cast<std::size_t>(board.columns);
  const std::size_t per_sheet = columns * static_cast<std::size_t>(board.rows);
  std::string out = "WEBVTT\n";
  for (std::size_t i = 0; i < board.tiles.size() && i / per_sheet < board.sheets.size(); ++i) {
    const auto column = static_cast<int>(i % per_sheet % columns);
    const auto row = static_cast<int>(i % per_sheet / columns);
    out += '\n' + vtt_time_line(board.tiles[i].begin_ms, board.tiles[i].end_ms);
    out += fmt::format("{}#xywh={},{},{},{}\n", sheet_name(media, board.sheets[i / per_sheet]),
                       column * board.tile_width_px, row * board.tile_height_px,
                       board.tile_width_px, board.tile_height_px);
  }
  return out;
}

std::string storyboard_script(const model::Media& media) {
  const model::Storyboard& board = *media.derivatives.storyboard;
  JsonText json;
  json.open_object().number("width", board.tile_width_px).number("height", board.tile_height_px);
  json.number("columns", board.columns).number("rows", board.rows).open_array("sheets");
  for (const model::PictureFile& sheet : board.sheets) json.item(sheet_name(media, sheet));
  json.close_array().open_array("ends");
  for (const model::TimeSpan& tile : board.tiles) json.number("", tile.end_ms);
  json.close_array().close_object();
  return "kepuReceive(" + std::move(json).take() + ");\n";
}

Value storyboard_view(const model::Media& media) {
  if (!media.derivatives.storyboard) return Value(nullptr);
  Map view;
  view.set("url", Value(vtt_address(media)));
  view.set("script_url", Value(script_address(media)));
  view.set("width", Value(media.derivatives.storyboard->tile_width_px));
  view.set("height", Value(media.derivatives.storyboard->tile_height_px));
  return Value(std::move(view));
}

void append_storyboard_documents(const model::MediaLibrary& library, base::Documents& documents) {
  // A film with several posters is there several times, with one storyboard.
  std::set<std::string> known;
  for (const model::Media& media : library.items) {
    if (!media.derivatives.storyboard) continue;
    const auto add = [&](std::string address, auto make) {
      if (!known.insert(address).second) return;
      documents.push_back({std::move(address),
                           [&media, make](base::Diagnostics&) { return make(media); },
                           {media.path, {}, 1}});
    };
    add(vtt_address(media), storyboard_vtt);
    add(script_address(media), storyboard_script);
  }
}

}  // namespace kepu::render
