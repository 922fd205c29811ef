#include "read/articles.h"

#include "base/pinyin.h"
#include "base/site_path.h"
#include "base/source_file.h"
#include "read/changes.h"
#include "read/front_matter.h"
#include "read/records.h"
#include "read/site_codes.h"
#include "read/terms.h"

namespace kepu::read {

namespace {

/// The file name without ending, or the folder of an index.md.
std::string name_of_article(std::string_view path) {
  const std::string_view stem = base::stem_of(path);
  return std::string(stem == "index" ? base::file_name_of(base::folder_of(path)) : stem);
}

void settle_slug(Reading& reading, model::Article& article) {
  if (!article.slug.empty()) return;
  article.slug = base::slug(article.name);
  Mark whole;
  whole.position = {};
  if (article.slug.empty()) {
    reading.add(codes::kFileWithoutAddress, whole);
  } else if (article.slug != article.name) {
    reading.add(codes::kFileAddress, whole,
                {{"address", article.address()}, {"slug", article.slug}});
  }
}

void settle_terms(Reading& reading, const model::Site& site, model::Article& article) {
  for (model::TermUse& use : article.terms) {
    const model::Taxonomy* taxonomy = find_taxonomy(site, use.taxonomy);
    if (taxonomy == nullptr) {
      if (!use.terms.empty())
        reading.add(codes::kTaxonomyUndeclared, {use.positions.front(), 1},
                    {{"taxonomy", use.taxonomy}});
      continue;
    }
    for (std::size_t i = 0; i < use.terms.size(); ++i)
      settle_term(reading, *taxonomy, use.terms[i], use.positions[i]);
  }
}

// What only one kind of section knows.
void settle_own_field(Reading& reading, const Node* given, const char* name, bool is_its_section,
                      base::Bilingual section) {
  if (is_its_section && given == nullptr)
    reading.add(codes::kFieldNeeded, {{}, 1}, {{"field", name}});
  if (!is_its_section && given != nullptr) {
    reading.add(codes::kFieldElsewhere, given->mark,
                {{"field", name}, {"section", std::string(section.zh), std::string(section.en)}});
  }
}

void settle_own_fields(Reading& reading, const model::Section& section, const Node& fields) {
  if (!fields.is_map()) return;
  settle_own_field(reading, fields.find("event"), "event",
                   section.kind == model::SectionKind::Events, {"活动", "events"});
  settle_own_field(reading, fields.find("parts"), "parts",
                   section.kind == model::SectionKind::Topics, {"专题", "collections"});
}

}  // namespace

model::Article read_article(const base::FileSystem& files, const std::string& path,
                            const model::Site& site, const model::Section& section,
                            const BodyParser& parse_body, std::vector<model::FactUse>& fact_uses,
                            base::Diagnostics& diagnostics) {
  model::Article article;
  article.source_path = path;
  article.section = section.id;
  article.name = name_of_article(path);
  Reading reading{path, Format::FrontMatter, diagnostics};
  reading.name_facts(site.facts, fact_uses);
  const auto source = base::load_source(files, path, diagnostics);
  if (source) {
    const FrontMatter front_matter = read_front_matter(*source, FrontMatterNeed::Required, reading);
    if (front_matter.fields) {
      const bool is_chapter = section.kind == model::SectionKind::Book;
      (is_chapter ? chapter_record() : article_record())
          .read(reading, path, *front_matter.fields, article);
      settle_updated(article);
      settle_terms(reading, site, article);
      settle_own_fields(reading, section, *front_matter.fields);
    }
    // Without the end of the front matter nobody knows where the text begins.
    if (front_matter.body_offset > 0)
      article.body = parse_body(*source, front_matter.body_offset, diagnostics);
  }
  settle_slug(reading, article);
  article.faulty = diagnostics.has_errors();
  return article;
}

void read_section_page(const base::FileSystem& files, const std::string& path,
                       const BodyParser& parse_body, model::Section& section,
                       base::Diagnostics& diagnostics) {
  section.index_path = path;
  const auto source = base::load_source(files, path, diagnostics);
  if (!source) return;
  Reading reading{path, Format::FrontMatter, diagnostics};
  const std::size_t errors_before = diagnostics.count(base::Severity::Error);
  const FrontMatter front_matter = read_front_matter(*source, FrontMatterNeed::Optional, reading);
  if (front_matter.fields) {
    SectionPage page;
    section_record().read(reading, path, *front_matter.fields, page);
    if (!page.title.empty()) section.title = std::move(page.title);
    if (!page.description.empty()) section.description = std::move(page.description);
    section.order = page.order;
  }
  if (front_matter.body_offset == 0 && diagnostics.count(base::Severity::Error) > errors_before)
    return;
  section.introduction = parse_body(*source, front_matter.body_offset, diagnostics);
}

}  // namespace kepu::read
