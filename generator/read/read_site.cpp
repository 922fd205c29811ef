#include "read/read_site.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/site_path.h"
#include "read/articles.h"
#include "read/calculators.h"
#include "read/charts.h"
#include "read/contests.h"
#include "read/data_tables.h"
#include "read/editions.h"
#include "read/ignored_files.h"
#include "read/ledgers.h"
#include "read/named_values.h"
#include "read/section_records.h"
#include "read/site_file.h"

namespace kepu::read {

namespace {

using model::SectionKind;
using model::Site;

constexpr std::string_view kContent = "content/";

/// What each file below content/ is read as.
struct Inventory {
  struct ArticleFile {
    std::string path;
    std::size_t section = 0;
  };
  std::vector<ArticleFile> articles;
  std::vector<std::pair<std::string, std::size_t>> section_pages;
  std::map<std::string, ContestFiles> contests;  // by folder
  std::vector<RecordFile> records;
  std::vector<RecordFile> books;
  std::vector<RecordFile> calculators;
  std::vector<std::string> tables;
  std::vector<IgnoredFile> ignored;
};

class Sorter {
 public:
  explicit Sorter(const Site& site) : site_(site) {}

  Inventory sort() && {
    for (const base::FileEntry& file : site_.files) {
      if (file.path.substr(0, kContent.size()) == kContent && file.path != kSiteFile)
        take(file.path);
    }
    return std::move(inventory_);
  }

 private:
  void ignore(const std::string& path, IgnoreReason reason) {
    inventory_.ignored.push_back({path, reason});
  }

  void take(const std::string& path) {
    const std::string extension = base::extension_of(path);
    const std::string_view rest = std::string_view(path).substr(kContent.size());
    if (rest.substr(0, rest.find('/')) == "data") return take_data(path, extension);
    // Word lists of further editions; texts for editors may stand beside them.
    if (rest.starts_with("languages/")) return;
    // Header and footer of the portal around the site: the theme's matter.
    if (rest.starts_with("portal/")) return;
    if (path == kFactsFile || path == kGlossaryFile) return;
    if (is_published_format(extension)) return;
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
      return ignore(path, extension == "md" ? IgnoreReason::OutsideSections : foreign(extension));
    const auto section = std::find_if(
        site_.sections.begin(), site_.sections.end(),
        [&](const model::Section& known) { return known.id == rest.substr(0, slash); });
    if (section == site_.sections.end()) return ignore(path, IgnoreReason::NoSection);
    const auto index = static_cast<std::size_t>(section - site_.sections.begin());
    const std::string_view inside = rest.substr(slash + 1);
    if (inside == "_index.md") {
      inventory_.section_pages.emplace_back(path, index);
    } else if (section->kind == SectionKind::Exhibition) {
      take_exhibition_file(path, inside, extension);
    } else if (model::holds_records(section->kind)) {
      if (extension == "json" && inside.find('/') == std::string_view::npos) {
        inventory_.records.emplace_back(path, index);
      } else {
        ignore(path, extension == "json" || extension == "md" ? IgnoreReason::Records
                                                              : foreign(extension));
      }
    } else if (section->kind == SectionKind::Book && inside == "book.json") {
      inventory_.books.emplace_back(path, index);
    } else if (section->kind == SectionKind::Calculator && inside == kCalculatorFile) {
      inventory_.calculators.emplace_back(path, index);
    } else if (extension != "md") {
      ignore(path, foreign(extension));
    } else if (!model::holds_items(section->kind)) {
      ignore(path, IgnoreReason::PageSection);
    } else if (inside == "index.md") {
      ignore(path, IgnoreReason::SectionIndex);
    } else if (base::file_name_of(path) == "_index.md") {
      ignore(path, IgnoreReason::NestedIndex);
    } else {
      inventory_.articles.push_back({path, index});
    }
  }

  // Tables that drawings are made from; beside them stand their notes and texts for editors.
  void take_data(const std::string& path, const std::string& extension) {
    if (extension == "csv") inventory_.tables.push_back(path);
  }

  // `inside` is the path within the exhibition's folder: contest/contest.json,
  // contest/entries/v01.json.
  void take_exhibition_file(const std::string& path, std::string_view inside,
                            const std::string& extension) {
    const std::size_t slash = inside.find('/');
    const std::string_view name =
        slash == std::string_view::npos ? std::string_view{} : inside.substr(slash + 1);
    const std::string folder =
        path.substr(0, path.size() - (slash == std::string_view::npos ? 0 : name.size() + 1));
    if (name == "contest.json") {
      contest(folder).contest = path;
    } else if (name == "awards.json") {
      contest(folder).awards = path;
    } else if (name == "votes.json") {
      contest(folder).votes = path;
    } else if (extension == "json" && name.substr(0, 8) == "entries/" &&
               name.find('/', 8) == std::string_view::npos) {
      contest(folder).entries.push_back(path);
    } else {
      ignore(path, extension == "json" || extension == "md" ? IgnoreReason::Exhibition
                                                            : foreign(extension));
    }
  }

  ContestFiles& contest(const std::string& folder) {
    ContestFiles& files = inventory_.contests[folder];
    files.folder = folder;
    return files;
  }

  static IgnoreReason foreign(const std::string& extension) {
    for (const std::string_view document :
         {"doc", "docx", "wps", "rtf", "odt", "txt", "html", "htm", "markdown"}) {
      if (extension == document) return IgnoreReason::Document;
    }
    return extension == "json" ? IgnoreReason::Json : IgnoreReason::UnknownFormat;
  }

  const Site& site_;
  Inventory inventory_;
};

void list_files(const base::FileSystem& files, Site& site) {
  site.files = files.walk("assets");
  std::vector<base::FileEntry> content = files.walk("content");
  site.files.insert(site.files.end(), std::make_move_iterator(content.begin()),
                    std::make_move_iterator(content.end()));
  std::sort(site.files.begin(), site.files.end(),
            [](const base::FileEntry& a, const base::FileEntry& b) { return a.path < b.path; });
}

void read_articles(const base::FileSystem& files, const Inventory& inventory,
                   const ReadOptions& options, Site& site, base::Diagnostics& diagnostics) {
  const std::size_t count = inventory.articles.size();
  std::vector<model::Article> articles(count);
  std::vector<base::Diagnostics> findings(count);
  std::vector<std::vector<model::FactUse>> fact_uses(count);
  base::parallel_for(count, options.jobs, [&](std::size_t i) {
    const Inventory::ArticleFile& file = inventory.articles[i];
    articles[i] = read_article(files, file.path, site, site.sections[file.section],
                               options.parse_body, fact_uses[i], findings[i]);
  });
  for (base::Diagnostics& found : findings) diagnostics.merge(std::move(found));
  for (std::vector<model::FactUse>& uses : fact_uses)
    std::move(uses.begin(), uses.end(), std::back_inserter(site.fact_uses));
  site.articles = std::move(articles);
}

}  // namespace

Site read_site(const base::FileSystem& files, const ReadOptions& given,
               base::Diagnostics& diagnostics) {
  const ReadOptions options = with_charts(given);
  Site site;
  list_files(files, site);
  if (!read_site_file(files, site, diagnostics)) return site;
  const Inventory inventory = Sorter(site).sort();
  read_ledgers(files, options, site, diagnostics);
  for (const auto& [path, section] : inventory.section_pages) {
    read_section_page(files, path, options.parse_body, site.sections[section], diagnostics);
  }
  read_articles(files, inventory, options, site, diagnostics);
  read_section_records(files, inventory.records, options, site, diagnostics);
  read_books(files, inventory.books, site, diagnostics);
  read_calculators(files, inventory.calculators, site, diagnostics);
  for (const auto& [folder, contest_files] : inventory.contests) {
    site.contests.push_back(read_contest(files, contest_files, site, options, diagnostics));
  }
  read_data_tables(files, inventory.tables, site, diagnostics);
  read_word_lists(files, site, diagnostics);
  put_named_values(site, diagnostics);
  report_ignored_files(inventory.ignored, site, diagnostics);
  return site;
}

}  // namespace kepu::read
