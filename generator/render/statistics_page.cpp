#include "render/statistics_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/collate.h"
#include "render/body_html.h"
#include "render/catalogue_items.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kMonthsShown = 24;
constexpr std::size_t kTagsShown = 20;
// Below this a term is told among the gaps.
constexpr std::size_t kFewItems = 3;
constexpr std::int64_t kQuietDays = 90;
constexpr std::int64_t kSecondsOfDay = 86400;

struct Row {
  std::string label;
  std::string address;  // empty: no page of its own
  std::size_t count = 0;
  std::string note;
};

// Shares are of the largest row, in whole hundredths: what a bar of a hundred units shows.
Value rows_view(const std::vector<Row>& rows) {
  std::size_t most = 1;
  for (const Row& row : rows) most = std::max(most, row.count);
  List list;
  for (const Row& row : rows) {
    Map view;
    view.set("label", Value(row.label));
    view.set("url", Value(row.address));
    view.set("count", Value(row.count));
    view.set("share", Value((row.count * 100 + most / 2) / most));
    view.set("note", Value(row.note));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

using Counts = std::unordered_map<std::string_view, std::size_t>;

class Statistics {
 public:
  explicit Statistics(const SiteContext& context)
      : context_(context), as_of_(context.site.as_of), items_(catalogue_items(context)) {
    for (const CatalogueItem& item : items_) count(item);
  }

  Map view() const {
    Map view;
    view.set("as_of", date_view(context_, as_of_));
    view.set("item_count", Value(items_.size()));
    view.set("file_count", Value(file_count_));
    view.set("file_size_text", Value(file_size_text(file_size_)));
    view.set("duration_text", Value(duration_text(duration_ms_)));
    view.set("sections", rows_view(section_rows()));
    view.set("forms", rows_view(form_rows()));
    view.set("months", months_view());
    view.set("districts", rows_view(term_rows("districts", 0)));
    view.set("scenes", rows_view(term_rows("scenes", 0)));
    view.set("audiences", rows_view(term_rows("audiences", 0)));
    view.set("tags", rows_view(term_rows("tags", kTagsShown)));
    view.set("gaps", gaps_view());
    return view;
  }

 private:
  void count(const CatalogueItem& item) {
    ++forms_[item.form];
    if (item.date) {
      ++months_[base::format_iso_date(*item.date).substr(0, 7)];
      auto& newest = newest_[item.section];
      newest = std::max(newest, *item.date);
    }
    for (const auto& [taxonomy, terms] : item.terms) {
      const std::set<std::string_view> once(terms.begin(), terms.end());
      for (const std::string_view term : once) ++terms_[taxonomy][term];
    }
    for (const CatalogueFile& file : item.files) {
      ++file_count_;
      file_size_ += file.size;
      duration_ms_ += file.duration_ms;
    }
  }

  std::size_t count_of(std::string_view taxonomy, std::string_view term) const {
    const auto counts = terms_.find(taxonomy);
    if (counts == terms_.end()) return 0;
    const auto found = counts->second.find(term);
    return found == counts->second.end() ? 0 : found->second;
  }

  // Districts of events need not be terms: then there is no page.
  std::string address_of(const std::string& taxonomy, const std::string& term) const {
    const auto links = context_.term_links.find(taxonomy);
    if (links == context_.term_links.end()) return {};
    const auto link = links->second.find(term);
    return link == links->second.end() ? std::string{}
                                       : std::string(link->second.map().find("url")->text());
  }

  std::vector<Row> section_rows() const {
    std::vector<Row> rows;
    for (const SectionPages& pages : context_.sections) {
      if (!model::holds_items(pages.section->kind)) continue;
      const auto* count = pages.link.map().find("count");
      const auto newest = newest_.find(pages.section->id);
      rows.push_back({pages.section->title, pages.section->address(),
                      static_cast<std::size_t>(count->integer()),
                      newest == newest_.end() ? "" : date_text(context_, newest->second)});
    }
    return rows;
  }

  std::vector<Row> form_rows() const {
    std::vector<Row> rows;
    for (const auto& [form, count] : forms_) {
      const FormName name = name_of(form);
      rows.push_back({context_.theme.text(name.text_name, name.label), "", count, ""});
    }
    return rows;
  }

  // The latest last, also months in which nothing came.
  Value months_view() const {
    const base::CivilDate today = base::civil_date(as_of_);
    std::vector<Row> rows;
    for (std::size_t back = kMonthsShown; back-- > 0;) {
      const int month =
          today.year * 12 + static_cast<int>(today.month) - 1 - static_cast<int>(back);
      std::string name = fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
      const auto found = months_.find(name);
      rows.push_back({std::move(name), "", found == months_.end() ? 0 : found->second, ""});
    }
    return rows_view(rows);
  }

  // Listed terms in their order, also unused ones; others by number, then by pinyin.
  std::vector<Row> term_rows(const std::string& taxonomy, std::size_t most) const {
    std::vector<Row> rows;
    std::set<std::string_view> listed;
    for (const model::Taxonomy& known : context_.site.taxonomies) {
      if (known.id != taxonomy) continue;
      for (const model::Term& term : known.terms) {
        listed.insert(term.title);
        rows.push_back(row_of(taxonomy, term.title));
      }
    }
    const auto counts = terms_.find(taxonomy);
    if (counts == terms_.end()) return rows;
    std::map<std::pair<std::size_t, std::string>, std::string_view> sorted;
    for (const auto& [term, count] : counts->second) {
      if (listed.contains(term)) continue;
      // Greater numbers first: the key counts down.
      sorted.emplace(
          std::pair(items_.size() - count, base::pinyin_sort_key(term) + std::string(term)), term);
    }
    for (const auto& [key, term] : sorted) {
      if (most > 0 && rows.size() >= most) break;
      rows.push_back(row_of(taxonomy, std::string(term)));
    }
    return rows;
  }

  Row row_of(const std::string& taxonomy, const std::string& term) const {
    return {term, address_of(taxonomy, term), count_of(taxonomy, term), ""};
  }

  std::vector<Row> few(const std::vector<Row>& rows) const {
    std::vector<Row> some;
    for (const Row& row : rows)
      if (row.count < kFewItems) some.push_back(row);
    std::stable_sort(some.begin(), some.end(),
                     [](const Row& a, const Row& b) { return a.count < b.count; });
    return some;
  }

  // All that the site knows of: those of calls and of organisations, too, which may have nothing.
  std::vector<Row> district_rows() const {
    std::map<std::string, std::string> known;  // by pinyin
    const auto add = [&known](const std::string& district) {
      if (!district.empty()) known.emplace(base::pinyin_sort_key(district) + district, district);
    };
    for (const model::Contest& contest : context_.site.contests)
      for (const model::Quota& quota : contest.quotas)
        for (const std::string& district : quota.districts) add(district);
    for (const model::Organisation& organisation : context_.site.organisations)
      add(organisation.district);
    if (const auto used = terms_.find("districts"); used != terms_.end())
      for (const auto& [district, count] : used->second) add(std::string(district));
    for (const model::Taxonomy& taxonomy : context_.site.taxonomies)
      if (taxonomy.id == "districts")
        for (const model::Term& term : taxonomy.terms) add(term.title);
    std::vector<Row> rows;
    rows.reserve(known.size());
    for (const auto& [key, district] : known) rows.push_back(row_of("districts", district));
    return rows;
  }

  std::vector<Row> quiet_sections() const {
    std::vector<Row> rows;
    for (const SectionPages& pages : context_.sections) {
      const auto newest = newest_.find(pages.section->id);
      if (newest == newest_.end()) continue;
      const std::int64_t days = (as_of_.unix_seconds - newest->second.unix_seconds) / kSecondsOfDay;
      if (days < kQuietDays) continue;
      rows.push_back({pages.section->title, pages.section->address(),
                      static_cast<std::size_t>(days), date_text(context_, newest->second)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.count > b.count; });
    return rows;
  }

  Value gaps_view() const {
    List gaps;
    const auto add = [&gaps](const char* id, const std::vector<Row>& rows) {
      if (rows.empty()) return;
      Map gap;
      gap.set("id", Value(id));
      gap.set("rows", rows_view(rows));
      gaps.emplace_back(std::move(gap));
    };
    add("scenes", few(term_rows("scenes", 0)));
    add("audiences", few(term_rows("audiences", 0)));
    add("districts", few(district_rows()));
    add("quiet", quiet_sections());
    return Value(std::move(gaps));
  }

  const SiteContext& context_;
  base::DateTime as_of_;
  std::vector<CatalogueItem> items_;
  std::map<MediaForm, std::size_t> forms_;
  std::map<std::string, std::size_t> months_;                    // by 2026-11
  std::unordered_map<std::string_view, base::DateTime> newest_;  // by section
  std::unordered_map<std::string_view, Counts> terms_;           // by taxonomy
  std::size_t file_count_ = 0;
  std::uint64_t file_size_ = 0;
  std::int64_t duration_ms_ = 0;
};

Map statistics_page(const SiteContext& context, const SectionPages& pages,
                    base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "statistics";
  head.address = section.address();
  head.heading = section.title;
  head.description = section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  Map fields = pages.link.map();
  fields.set("introduction", theme::safe(fill_body(context, section.introduction,
                                                   section.index_path, head.address, diagnostics)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("statistics", Value(Statistics(context).view()));
  return view;
}

}  // namespace

base::Document statistics_document(const SiteContext& context, const SectionPages& pages) {
  return template_document(context, pages.section->address(), "statistics.html",
                           {"content/site.json", pages.section->position, 1},
                           [&context, &pages](base::Diagnostics& diagnostics) {
                             return statistics_page(context, pages, diagnostics);
                           });
}

}  // namespace kepu::render
