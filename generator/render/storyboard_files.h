// Storyboards as they are published: the times and places of the small frames as WebVTT, which
// other players understand, and once more as a classic script for the player of the theme.
#pragma once

#include <string>

#include "base/document.h"
#include "model/media.h"
#include "theme/value.h"

namespace kepu::render {

/// A cue for each frame: `sheet.webp#xywh=x,y,width,height`, from the file's own folder. `media`
/// has a storyboard.
std::string storyboard_vtt(const model::Media& media);

/// `kepuReceive({"width":…,"height":…,"columns":…,"rows":…,"sheets":["…"],"ends":[ms,…]});`: `ends`
/// are the moments at which each frame gives way to the next.
std::string storyboard_script(const model::Media& media);

/// `{url, script_url, width, height}`, or none without a storyboard.
theme::Value storyboard_view(const model::Media& media);

void append_storyboard_documents(const model::MediaLibrary& library, base::Documents& documents);

}  // namespace kepu::render
