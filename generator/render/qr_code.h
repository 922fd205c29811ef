// QR codes as drawings: what a telephone is pointed at, on a screen beside a page or on paper.
#pragma once

#include <string>
#include <string_view>

namespace kepu::render {

/// A whole `<svg class="qr">` with the QR code of `text` (bytes, usually an absolute address):
/// error correction M, four modules of quiet zone (ISO/IEC 18004, 6.3.8), dark on white whatever
/// the colours of the page are. One unit of the viewBox is one module. `label` is its name for
/// screen readers; without one it is hidden from them. "" for an empty text, and for one that no QR
/// code holds (more than 2331 bytes).
std::string qr_svg(std::string_view text, std::string_view label = {});

}  // namespace kepu::render
