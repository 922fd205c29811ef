#include "media/worker/spans.h"

#include <algorithm>

namespace kepu::media::worker {

std::vector<Span> longest_spans(std::vector<Span> spans) {
  const auto earlier = [](const Span& a, const Span& b) { return a.begin_ms < b.begin_ms; };
  if (spans.size() > kMaxSpans) {
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
      return a.end_ms - a.begin_ms > b.end_ms - b.begin_ms;
    });
    spans.resize(kMaxSpans);
  }
  std::stable_sort(spans.begin(), spans.end(), earlier);
  return spans;
}

}  // namespace kepu::media::worker
