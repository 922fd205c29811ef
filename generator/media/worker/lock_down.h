// What the worker may not do: limits that it sets on itself before it sees the first file.
#pragma once

namespace kepu::media::worker {

/// Address space, processor time, file size, no core dumps, no new privileges, no descriptor but
/// the socket. False when one of them cannot be set.
bool lock_down();

}  // namespace kepu::media::worker
