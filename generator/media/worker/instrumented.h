// KEPU_INSTRUMENTED is set in programs that carry a sanitizer: it reserves terabytes of addresses
// and opens files whenever it likes, so neither limits nor filters suit it.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define KEPU_INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define KEPU_INSTRUMENTED 1
#endif
#endif
