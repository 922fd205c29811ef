#include "render/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>

#include "base/html.h"

namespace kepu::render {

namespace {

constexpr int kQuietZone = 4;
// Of a module when nothing else says how large the drawing is.
constexpr int kModulePx = 4;

struct FreeQrCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using QrCodePtr = std::unique_ptr<QRcode, FreeQrCode>;

QrCodePtr encode(std::string_view text) {
  constexpr int kSmallestVersion = 0;
  return QrCodePtr(QRcode_encodeData(static_cast<int>(text.size()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     kSmallestVersion, QR_ECLEVEL_M));
}

// Each run of dark modules in a row is a rectangle one module high. Moves are relative to the
// beginning of the run before, which makes the drawing a third smaller.
void append_runs(std::string& out, const QRcode& code) {
  const auto is_dark = [&code](int x, int y) { return (code.data[y * code.width + x] & 1U) != 0; };
  auto to = std::back_inserter(out);
  out += 'M';
  int from_x = 0;
  int from_y = 0;
  bool is_first = true;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      if (!is_dark(x, y)) continue;
      const int begin = x;
      while (x < code.width && is_dark(x, y)) ++x;
      const int at_x = begin + kQuietZone;
      const int at_y = y + kQuietZone;
      if (is_first) {
        fmt::format_to(to, "{} {}", at_x, at_y);
      } else {
        fmt::format_to(to, "m{} {}", at_x - from_x, at_y - from_y);
      }
      fmt::format_to(to, "h{0}v1h-{0}z", x - begin);
      from_x = at_x;
      from_y = at_y;
      is_first = false;
    }
  }
}

}  // namespace

std::string qr_svg(std::string_view text, std::string_view label) {
  // Digits at the most pack more densely than bytes; longer texts than this fit in no code, and
  // their size need not fit into an int.
  constexpr std::size_t kLongest = 2331;
  if (text.empty() || text.size() > kLongest) return {};
  const QrCodePtr code = encode(text);
  if (code == nullptr) return {};
  const int size = code->width + 2 * kQuietZone;
  std::string out;
  out.reserve(8U << 10U);
  // `color` is a presentation attribute: it keeps the code dark on dark pages, and a style sheet
  // may still choose another dark colour.
  fmt::format_to(std::back_inserter(out),
                 R"(<svg class="qr" viewBox="0 0 {0} {0}" width="{1}" height="{1}" color="#000" )",
                 size, size * kModulePx);
  if (label.empty()) {
    out += R"(aria-hidden="true")";
  } else {
    out += R"(role="img" aria-label=")" + base::escape_html(label) + '"';
  }
  fmt::format_to(std::back_inserter(out),
                 R"( shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>)",
                 size);
  out += R"(<path fill="currentColor" d=")";
  append_runs(out, *code);
  out += R"("/></svg>)";
  return out;
}

}  // namespace kepu::render
