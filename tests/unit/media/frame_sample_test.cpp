// A decoded frame is read alike, however its pixels are stored.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "media/worker/frame_look.h"
#include "media/worker/frame_sample.h"

namespace kepu::media::worker {

namespace {

/// Left half black, right half white, converted from full-range grey by FFmpeg.
FramePtr halves(AVPixelFormat format, int width, int height, AVColorRange range) {
  const auto make = [&](AVPixelFormat stored, AVColorRange stored_range) {
    FramePtr frame = make_frame();
    frame->format = stored;
    frame->width = width;
    frame->height = height;
    frame->color_range = stored_range;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) == 0);
    return frame;
  };
  const FramePtr grey = make(AV_PIX_FMT_RGB24, AVCOL_RANGE_JPEG);
  for (int y = 0; y < height; ++y) {
    std::uint8_t* row = grey->data[0] + std::ptrdiff_t{y} * grey->linesize[0];
    for (int i = 0; i < 3 * width; ++i) row[i] = i / 3 < width / 2 ? 0 : 255;
  }
  FramePtr frame = make(format, range);
  const ScalerPtr scaler(sws_getContext(width, height, AV_PIX_FMT_RGB24, width, height, format,
                                        SWS_POINT | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
  REQUIRE(scaler);
  sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(SWS_CS_ITU601), 1,
                           sws_getCoefficients(SWS_CS_ITU601), range == AVCOL_RANGE_JPEG ? 1 : 0, 0,
                           1 << 16, 1 << 16);
  sws_scale(scaler.get(), grey->data, grey->linesize, 0, height, frame->data, frame->linesize);
  return frame;
}

}  // namespace

TEST_CASE("samples of all ways to store pixels are alike") {
  const auto [format, range] =
      GENERATE(table<AVPixelFormat, AVColorRange>({{AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_YUVJ420P, AVCOL_RANGE_JPEG},
                                                   {AV_PIX_FMT_YUV422P, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_YUV444P10LE, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_YUV420P10LE, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_P010LE, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_NV12, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_YUYV422, AVCOL_RANGE_MPEG},
                                                   {AV_PIX_FMT_GRAY8, AVCOL_RANGE_JPEG},
                                                   {AV_PIX_FMT_RGB24, AVCOL_RANGE_JPEG},
                                                   {AV_PIX_FMT_GBRP, AVCOL_RANGE_JPEG},
                                                   {AV_PIX_FMT_RGBA, AVCOL_RANGE_JPEG}}));
  INFO(av_get_pix_fmt_name(format));
  const FramePtr frame = halves(format, 1280, 720, range);
  FrameSampler sampler;
  const FrameSample sample = sampler.sample(*frame);
  CHECK(sample.width == 640);
  CHECK(sample.height == 360);
  CHECK(sample.columns == 80);
  CHECK(sample.rows == 45);
  REQUIRE(sample.luma.size() == 230'400);
  REQUIRE(sample.blue.size() == 3'600);
  REQUIRE(sample.red.size() == sample.blue.size());
  CHECK(sample.luma[100] <= 2);
  CHECK(sample.luma[600] >= 253);
  CHECK(sample.luma.back() >= 253);
  for (const std::size_t cell : {std::size_t{10}, std::size_t{70}}) {
    CHECK(std::abs(sample.blue[cell] - 128) <= 1);
    CHECK(std::abs(sample.red[cell] - 128) <= 1);
  }
}

TEST_CASE("frames of every shape can be looked at") {
  const auto [width, height] = GENERATE(table<int, int>(
      {{1, 1}, {2, 3}, {17, 9}, {1, 4000}, {4000, 1}, {3, 200'000}, {1079, 1919}, {4096, 2160}}));
  INFO(width << " x " << height);
  const FramePtr frame = halves(AV_PIX_FMT_YUV444P, width, height, AVCOL_RANGE_MPEG);
  FrameSampler sampler;
  const FrameSample sample = sampler.sample(*frame);
  CHECK(sample.luma.size() <= 512'000);
  CHECK(sample.columns <= 161);
  CHECK(sample.rows <= 161);
  const FrameLook look = look_at(sample);
  CHECK(look.ground + look.thin + look.solid >= 998);
  CHECK(look.high >= look.low);
}

}  // namespace kepu::media::worker
