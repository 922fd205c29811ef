// Sorting of Chinese names by pinyin (ICU collation zh-u-co-pinyin), Latin before Han.
#pragma once

#include <string>
#include <string_view>

namespace kepu::base {

/// A byte string whose order is the order of the names. Safe from any thread (one collator per
/// thread).
std::string pinyin_sort_key(std::string_view name);

}  // namespace kepu::base
