// Colours of pictures that are not sRGB: those of an embedded ICC profile (Display P3 of
// telephones, Adobe RGB of cameras, gray), or of primaries that the file names. Converted by Little
// CMS; the only part that knows it.
#pragma once

#include <memory>

#include "media/worker/av.h"

namespace kepu::media::worker {

class ColorConversion {
 public:
  /// From the colours of a decoded frame to sRGB. Does nothing where they are the same, where the
  /// profile is broken, or made for other than RGB and gray.
  explicit ColorConversion(const AVFrame& frame);

  /// Something to do.
  explicit operator bool() const { return transform_ != nullptr; }

  /// In place; rgba or rgb24 that was made of the frame.
  void apply(AVFrame& picture) const;

 private:
  struct FreeTransform {
    void operator()(void* transform) const;
  };
  using Transform = std::unique_ptr<void, FreeTransform>;
  // Of three bytes and of four.
  Transform transform_;
  Transform with_alpha_;
};

}  // namespace kepu::media::worker
