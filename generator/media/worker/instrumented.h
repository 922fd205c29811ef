// Whether this program carries a sanitizer: it reserves terabytes of addresses and opens files
// whenever it likes, so neither limits nor filters suit it.
#pragma once

namespace kepu::media::worker {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define KEPU_INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define KEPU_INSTRUMENTED 1
#endif
#endif

#if defined(KEPU_INSTRUMENTED)
inline constexpr bool kInstrumented = true;
#else
inline constexpr bool kInstrumented = false;
#endif

}  // namespace kepu::media::worker
