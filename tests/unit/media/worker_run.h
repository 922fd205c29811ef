// The worker's own functions in the test's process, and clips made for one test by a command.
#pragma once

#include <string>
#include <vector>

#include "media/worker/protocol.h"

namespace kepu::media::test {

/// What a shell command writes to both of its outputs.
std::string said_by(const std::string& command);

/// The path of a clip that `ffmpeg ARGUMENTS FILE` makes on first use. `name` decides the
/// container.
std::string made_clip(const std::string& name, const std::string& arguments);

/// Of a file anywhere, without a process, a sandbox or a cache. `output` is for Task::Rewrite.
worker::Reply ask_worker(const std::string& path, worker::Task task,
                         const std::string& output = {});
worker::Reply ask_worker(const std::string& path, const worker::Request& request,
                         const std::string& output = {});

/// A field of `ffprobe -show_entries ENTRIES -of compact`, as one text.
std::string probed(const std::string& path, const std::string& entries);

/// "1.0-2.5 7.0-9.0" in seconds, for messages.
std::string written(const std::vector<worker::Span>& spans);

/// Decoded by ffmpeg to rgb24: rows of 3 * width bytes.
std::string pixels_of(const std::string& picture_bytes);

}  // namespace kepu::media::test
