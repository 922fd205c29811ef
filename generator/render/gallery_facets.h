// The sides (facets) from which the works of the exhibition can be looked through, their values,
// and which works have which. Pure data from the model; the pages are made in gallery_pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/terms.h"
#include "model/site.h"

namespace kepu::render {

/// In the order in which they are shown.
enum class FacetKind { Contest, Category, Topic, District, Award, Form };
inline constexpr std::size_t kFacetCount = 6;

struct FacetValue {
  std::string title;
  std::string name;                // of its page and in the address of a choice: jiang-bei-qu
  std::vector<std::size_t> works;  // indices into Gallery::works, ascending
};

struct Facet {
  FacetKind kind = FacetKind::Contest;
  std::string_view id;             // contest, category, topic, district, award, form
  std::vector<FacetValue> values;  // used ones only
};

struct Gallery {
  /// All works: the latest contest first, within a contest the official order.
  std::vector<check::EntryIndex> works;
  std::vector<Facet> facets;  // those with at least one value

  /// `exhibition/filter/district-jiang-bei-qu.html`.
  static std::string address(const Facet& facet, const FacetValue& value);
  /// The page of the works that have the value; "" when none has it. A contest is named by its id,
  /// a form by `video` or `audio`, everything else by its title.
  std::string address(FacetKind kind, std::string_view value) const;

 private:
  friend Gallery collect_gallery(const model::Site& site);
  std::vector<std::unordered_map<std::string, std::string>> addresses_;  // by kind, by value
};

/// Values that contests share by their title (微视频 of two years) are one. Order of values:
/// contests latest first, categories, topics and awards as their contests list them, districts by
/// pinyin.
Gallery collect_gallery(const model::Site& site);

}  // namespace kepu::render
