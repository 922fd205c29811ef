// The ids of a record's list, for what refers to them: is it there, what are the choices, which one
// was meant.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.h"

namespace kepu::read {

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id);
  return ids;
}

inline std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

/// The id of the item that has the title `text`, or the nearest id.
template <typename Item>
std::string meant_id(const std::vector<Item>& items, const std::string& text) {
  for (const Item& item : items) {
    if (item.title == text) return item.id;
  }
  const std::vector<std::string> ids = ids_of(items);
  return base::nearest_name(text, ids);
}

template <typename Item>
bool has_id(const std::vector<Item>& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&id](const Item& item) { return item.id == id; });
}

}  // namespace kepu::read
