// Points on a circle in whole numbers: the sine of the C library may differ in its last bit from
// one machine to the next, and with it the bytes of a drawing.
#pragma once

#include <cstdint>

#include "render/chart_canvas.h"
#include "render/chart_numbers.h"

namespace kepu::render {

/// The point that lies `part` of `whole` turns clockwise from the top, to the nearest tenth of a
/// unit. 0 <= part <= whole, whole > 0; radius below 2^20.
ChartPoint point_on_circle(ChartPoint center, std::int64_t radius, WideNumber part,
                           WideNumber whole);

}  // namespace kepu::render
