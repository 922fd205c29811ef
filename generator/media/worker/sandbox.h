// What the kernel lets the worker do once it has all that it needs: compute, and read and write
// what it was handed. A decoder that is taken over by a hostile file finds no file system, no
// network and no process to go to; it can only give a wrong answer, which kepu checks.
#pragma once

namespace kepu::media::worker {

/// Does once what the C library and FFmpeg put off until it is first needed and that opens files.
/// Call it right before enter_sandbox().
void warm_up();

/// From now on, in all threads, any system call that is not on the list kills the process with
/// SIGSYS; there is no way back. False when the kernel has no such filters, or forbids them: then
/// nothing is changed. Programs with a sanitizer need system calls at any time: for them it is
/// always true and does nothing.
bool enter_sandbox();

}  // namespace kepu::media::worker
