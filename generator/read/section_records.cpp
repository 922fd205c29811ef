#include "read/section_records.h"

#include <algorithm>
#include <set>

#include "base/site_path.h"
#include "base/suggest.h"
#include "read/json_record.h"
#include "read/records.h"
#include "read/site_codes.h"
#include "read/terms.h"

namespace kepu::read {

namespace {

/// What reading one file needs.
struct Item {
  const base::FileSystem& files;
  const std::string& path;
  const model::Section& section;
  const model::Site& site;
  const ReadOptions& options;
};

// Terms of a record, which stand in its field `name`.
void settle_terms(Reading& reading, const Node& root, const model::Site& site,
                  std::string_view name, std::vector<std::string>& terms) {
  const Node* list = root.find(name);
  if (list == nullptr || terms.empty()) return;
  const model::Taxonomy* taxonomy = find_taxonomy(site, std::string(name));
  if (taxonomy == nullptr) {
    reading.add(codes::kTaxonomyUndeclared, list->mark, {{"taxonomy", std::string(name)}});
    return;
  }
  if (list->items.size() != terms.size()) return;
  for (std::size_t i = 0; i < terms.size(); ++i)
    settle_term(reading, *taxonomy, terms[i], list->items[i].mark.position);
}

void settle(Reading& reading, const Node& root, const Item& item, model::WallChart& chart) {
  settle_terms(reading, root, item.site, "tags", chart.tags);
  settle_terms(reading, root, item.site, "audiences", chart.audiences);
  settle_terms(reading, root, item.site, "scenes", chart.scenes);
  const Node* text = root.find("text");
  if (text != nullptr && text->form == Form::Quoted)
    chart.text =
        item.options.parse_text(text->text, reading.place(text->mark), reading.diagnostics);
}
void settle(Reading& reading, const Node& root, const Item& item, model::Quiz& quiz) {
  settle_terms(reading, root, item.site, "tags", quiz.tags);
  settle_terms(reading, root, item.site, "audiences", quiz.audiences);
}
void settle(Reading&, const Node&, const Item&, model::Expert&) {}
void settle(Reading&, const Node&, const Item&, model::Organisation&) {}

template <typename T>
T read_item(const Item& item, const Record<T>& record, std::vector<model::FactUse>& fact_uses,
            base::Diagnostics& diagnostics) {
  T value;
  value.source_path = item.path;
  value.section = item.section.id;
  base::Diagnostics findings;
  Reading reading{item.path, Format::Json, findings};
  reading.name_facts(item.site.facts, fact_uses);
  const auto root = read_record(item.files, reading, record, value);
  settle_name(reading, codes::kRecordFile, "file", value.id, value.id_position,
              std::string(base::stem_of(item.path)));
  if (root && root->is_map()) settle(reading, *root, item, value);
  value.faulty = findings.has_errors();
  diagnostics.merge(std::move(findings));
  return value;
}

void check_chapters(Reading& reading, const Node& root, const model::Book& book,
                    model::Site& site) {
  const Node* list = root.find("chapters");
  std::set<std::string> listed;
  std::vector<std::string> known;
  for (const model::Article& article : site.articles) {
    if (article.section == book.section)
      known.emplace_back(base::file_name_of(article.source_path));
  }
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const auto path = base::resolve_path(book.source_path, book.chapters[i].target);
    const auto chapter =
        std::find_if(site.articles.begin(), site.articles.end(), [&](const auto& article) {
          return path && article.source_path == *path && article.section == book.section;
        });
    const Mark mark = mark_of_text(book.chapters[i].position, book.chapters[i].target);
    if (chapter == site.articles.end()) {
      reading.add(codes::kBookChapter, mark, {{"value", excerpt(book.chapters[i].target)}})
          .with_suggestion(base::nearest_name(book.chapters[i].target, known));
      continue;
    }
    if (!listed.insert(*path).second)
      reading.add(codes::kBookChapterTwice, mark, {{"value", excerpt(book.chapters[i].target)}});
    chapter->weight = static_cast<std::int64_t>(i);
    if (chapter->date_position == base::Position{}) chapter->date = book.date;
  }
  for (const model::Article& article : site.articles) {
    if (article.section != book.section || listed.contains(article.source_path)) continue;
    reading.add(codes::kBookUnlisted, list == nullptr ? root.mark : list->mark,
                {{"file", std::string(base::file_name_of(article.source_path))}});
  }
}

}  // namespace

void read_section_records(const base::FileSystem& files, const std::vector<RecordFile>& records,
                          const ReadOptions& options, model::Site& site,
                          base::Diagnostics& diagnostics) {
  for (const auto& [path, number] : records) {
    const model::Section& section = site.sections[number];
    const Item item{files, path, section, site, options};
    switch (section.kind) {
      case model::SectionKind::Posters:
        site.wall_charts.push_back(
            read_item(item, wall_chart_record(), site.fact_uses, diagnostics));
        break;
      case model::SectionKind::Quiz:
        site.quizzes.push_back(read_item(item, quiz_record(), site.fact_uses, diagnostics));
        break;
      case model::SectionKind::Experts:
        site.experts.push_back(read_item(item, expert_record(), site.fact_uses, diagnostics));
        break;
      default:
        site.organisations.push_back(
            read_item(item, organisation_entry_record(), site.fact_uses, diagnostics));
    }
  }
}

void read_books(const base::FileSystem& files, const std::vector<RecordFile>& books,
                model::Site& site, base::Diagnostics& diagnostics) {
  for (const auto& [path, number] : books) {
    model::Book book;
    book.source_path = path;
    book.section = site.sections[number].id;
    base::Diagnostics findings;
    Reading reading{path, Format::Json, findings};
    const auto root = read_record(files, reading, book_record(), book);
    if (root && root->is_map()) check_chapters(reading, *root, book, site);
    book.faulty = findings.has_errors();
    diagnostics.merge(std::move(findings));
    site.sections[number].order = model::ArticleOrder::Weight;
    site.books.push_back(std::move(book));
  }
  for (const model::Section& section : site.sections) {
    if (section.kind != model::SectionKind::Book) continue;
    const auto of_section = [&section](const auto& item) { return item.section == section.id; };
    const auto chapter = std::find_if(site.articles.begin(), site.articles.end(), of_section);
    if (chapter != site.articles.end() &&
        std::none_of(site.books.begin(), site.books.end(), of_section))
      diagnostics.add(codes::kBookMissing, {chapter->source_path, {}, 1},
                      {{"folder", "content/" + section.id}});
  }
}

}  // namespace kepu::read
