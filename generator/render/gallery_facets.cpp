#include "render/gallery_facets.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "base/collate.h"

namespace kepu::render {

namespace {

constexpr std::string_view kIds[kFacetCount] = {"contest",  "category", "topic",
                                                "district", "award",    "form"};

template <typename T>
const T* find_id(const std::vector<T>& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&id](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

/// The values of one facet while they are collected; `key` is what a value is known by.
class Values {
 public:
  FacetValue& named(const std::string& key, const std::string& title) {
    const auto [found, is_new] = places_.try_emplace(key, values_.size());
    if (is_new) {
      values_.push_back({title, {}, {}});
      keys_.push_back(key);
    }
    return values_[found->second];
  }

  void add(const std::string& key, std::size_t work) {
    const auto found = places_.find(key);
    if (found == places_.end()) return;
    // A work may have one award twice, as a result for two of its creators.
    std::vector<std::size_t>& works = values_[found->second].works;
    if (works.empty() || works.back() != work) works.push_back(work);
  }

  /// Drops what no work has and gives the others their names. Of two with one name the first by
  /// title keeps it, whatever other works there are.
  Facet finish(FacetKind kind, bool name_by_key) {
    Facet facet{kind, kIds[static_cast<std::size_t>(kind)], {}};
    std::map<std::string, std::size_t> by_title;
    for (std::size_t i = 0; i < values_.size(); ++i)
      if (!values_[i].works.empty()) by_title.emplace(keys_[i], i);
    std::unordered_set<std::string> taken;
    for (const auto& [key, at] : by_title) {
      std::string& name = values_[at].name;
      name = name_by_key ? key : check::address_name(key);
      if (!taken.insert(name).second) name.append("-").append(check::short_hash(key));
    }
    for (const auto& [key, at] : by_title) named_.emplace(key, values_[at].name);
    for (FacetValue& value : values_)
      if (!value.works.empty()) facet.values.push_back(std::move(value));
    return facet;
  }

  const std::unordered_map<std::string, std::string>& names() const { return named_; }

 private:
  std::vector<FacetValue> values_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_map<std::string, std::string> named_;
};

using AllValues = std::vector<Values>;

Values& of(AllValues& all, FacetKind kind) {
  return all[static_cast<std::size_t>(kind)];
}

void declare_values(const model::Contest& contest, AllValues& all) {
  of(all, FacetKind::Contest)
      .named(contest.id, contest.short_title.empty() ? contest.title : contest.short_title);
  for (const model::Category& category : contest.categories)
    of(all, FacetKind::Category).named(category.title, category.title);
  for (const model::Topic& topic : contest.topics)
    of(all, FacetKind::Topic).named(topic.title, topic.title);
  for (const model::AwardKind& kind : contest.award_kinds)
    of(all, FacetKind::Award).named(kind.title, kind.title);
}

// Districts are no list of the contest; they are sorted as readers look for them.
void declare_districts(const model::Site& site, Values& districts) {
  std::map<std::pair<std::string, std::string>, std::string> sorted;
  for (const model::Contest& contest : site.contests) {
    for (const model::Entry& entry : contest.entries) {
      if (entry.district.empty()) continue;
      sorted.emplace(std::pair(base::pinyin_sort_key(entry.district), entry.district),
                     entry.district);
    }
  }
  for (const auto& [key, title] : sorted) districts.named(title, title);
}

void add_work(const model::Contest& contest, const model::Entry& entry, std::size_t work,
              AllValues& all) {
  of(all, FacetKind::Contest).add(contest.id, work);
  if (const model::Category* category = find_id(contest.categories, entry.category)) {
    of(all, FacetKind::Category).add(category->title, work);
    of(all, FacetKind::Form)
        .add(category->form == model::WorkForm::Video ? "video" : "audio", work);
  }
  if (const model::Topic* topic = find_id(contest.topics, entry.topic))
    of(all, FacetKind::Topic).add(topic->title, work);
  of(all, FacetKind::District).add(entry.district, work);
}

// By work of the contest: awards are a list of their own, gone through once.
std::vector<std::vector<std::string>> awards_by_work(const model::Contest& contest) {
  std::vector<std::vector<std::string>> awards(contest.entries.size());
  if (!contest.awards) return awards;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t e = 0; e < contest.entries.size(); ++e) places.emplace(contest.entries[e].id, e);
  for (const model::AwardResult& result : contest.awards->results) {
    const auto place = places.find(result.entry);
    const model::AwardKind* kind = find_id(contest.award_kinds, result.award);
    if (place != places.end() && kind != nullptr) awards[place->second].push_back(kind->title);
  }
  return awards;
}

}  // namespace

std::string Gallery::address(const Facet& facet, const FacetValue& value) {
  return std::string("exhibition/filter/").append(facet.id) + "-" + value.name + ".html";
}

std::string Gallery::address(FacetKind kind, std::string_view value) const {
  const auto& names = addresses_[static_cast<std::size_t>(kind)];
  const auto found = names.find(std::string(value));
  return found == names.end() ? "" : found->second;
}

Gallery collect_gallery(const model::Site& site) {
  Gallery gallery;
  AllValues all(kFacetCount);
  for (std::size_t c = site.contests.size(); c-- > 0;) declare_values(site.contests[c], all);
  declare_districts(site, of(all, FacetKind::District));
  // Their titles are words of the interface: the theme knows them.
  of(all, FacetKind::Form).named("video", "");
  of(all, FacetKind::Form).named("audio", "");
  for (std::size_t c = site.contests.size(); c-- > 0;) {
    const model::Contest& contest = site.contests[c];
    const auto awards = awards_by_work(contest);
    for (std::size_t e = 0; e < contest.entries.size(); ++e) {
      const std::size_t work = gallery.works.size();
      gallery.works.push_back({c, e});
      add_work(contest, contest.entries[e], work, all);
      for (const std::string& award : awards[e]) of(all, FacetKind::Award).add(award, work);
    }
  }
  gallery.addresses_.resize(kFacetCount);
  for (std::size_t k = 0; k < kFacetCount; ++k) {
    const auto kind = static_cast<FacetKind>(k);
    const bool name_by_key = kind == FacetKind::Contest || kind == FacetKind::Form;
    Facet facet = all[k].finish(kind, name_by_key);
    for (const auto& [key, name] : all[k].names()) {
      gallery.addresses_[k].emplace(
          key, std::string("exhibition/filter/").append(facet.id) + "-" + name + ".html");
    }
    if (!facet.values.empty()) gallery.facets.push_back(std::move(facet));
  }
  return gallery;
}

}  // namespace kepu::render
