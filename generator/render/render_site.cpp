#include "render/render_site.h"

#include <iterator>

#include "render/article_view.h"
#include "render/book_view.h"
#include "render/calculator_page.h"
#include "render/catalogue_file.h"
#include "render/certificates.h"
#include "render/chart_tables.h"
#include "render/contest_view.h"
#include "render/edition.h"
#include "render/elder_page.h"
#include "render/entry_view.h"
#include "render/event_view.h"
#include "render/facts_page.h"
#include "render/feeds.h"
#include "render/gallery_pages.h"
#include "render/glossary_page.h"
#include "render/home_page.h"
#include "render/not_found_page.h"
#include "render/people_sitemap.h"
#include "render/quiz_table.h"
#include "render/record_views.h"
#include "render/resource_pages.h"
#include "render/screenings.h"
#include "render/search_page.h"
#include "render/section_lists.h"
#include "render/site_context.h"
#include "render/sitemaps.h"
#include "render/statistics_page.h"
#include "render/storyboard_files.h"
#include "render/taxonomy_pages.h"

namespace kepu::render {

namespace {

void append_static_files(const SiteContext& context, base::Documents& documents) {
  for (const StaticFile& file : context.theme.static_files) {
    documents.push_back(
        {file.address, [&file](base::Diagnostics&) { return file.content; }, file.source});
  }
}

void append_sections(const SiteContext& context, base::Documents& documents,
                     base::Diagnostics& diagnostics) {
  for (const SectionPages& pages : context.sections) {
    switch (pages.section->kind) {
      case model::SectionKind::Exhibition:
        append_gallery_documents(context, pages, documents, diagnostics);
        append_screening_documents(context, documents);
        break;
      case model::SectionKind::Page:
        documents.push_back(section_page_document(context, pages));
        break;
      case model::SectionKind::Resources:
        append_resource_documents(context, pages, documents);
        break;
      case model::SectionKind::Statistics:
        documents.push_back(statistics_document(context, pages));
        break;
      case model::SectionKind::Facts:
        append_facts_documents(context, pages, documents);
        break;
      case model::SectionKind::Glossary:
        documents.push_back(glossary_document(context, pages));
        break;
      case model::SectionKind::Calculator:
        if (const model::Calculator* calculator = find_calculator(context, *pages.section))
          documents.push_back(calculator_document(context, pages, *calculator));
        break;
      case model::SectionKind::Posters:
      case model::SectionKind::Quiz:
      case model::SectionKind::Experts:
      case model::SectionKind::Organisations:
        documents.push_back(record_section_document(context, pages));
        break;
      default:
        if (const model::Book* book = find_book(context, *pages.section)) {
          documents.push_back(book_document(context, pages, *book));
        } else {
          append_section_documents(context, pages, documents);
        }
    }
  }
}

void append_contests(const SiteContext& context, base::Documents& documents) {
  for (std::size_t c = 0; c < context.site.contests.size(); ++c) {
    append_contest_documents(context, c, documents);
    append_certificate_documents(context, c, documents);
    for (std::size_t e = 0; e < context.site.contests[c].entries.size(); ++e) {
      append_entry_documents(context, c, e, documents);
    }
  }
  if (!context.site.contests.empty()) documents.push_back(awards_index_document(context));
}

// What each edition has of its own.
base::Documents page_documents(const SiteContext& context, base::Diagnostics& diagnostics) {
  base::Documents documents;
  const model::Site& site = context.site;
  documents.reserve(site.articles.size() * 2 + 256);
  documents.push_back(home_document(context));
  append_sections(context, documents, diagnostics);
  for (std::size_t i = 0; i < site.articles.size(); ++i) {
    documents.push_back(article_document(context, i));
  }
  append_record_documents(context, documents);
  append_contests(context, documents);
  append_taxonomy_documents(context, documents);
  if (*elder_address(context.theme) != 0) documents.push_back(elder_document(context));
  documents.push_back(people_sitemap_document(context));
  documents.push_back(not_found_document(context));
  return documents;
}

// The same for what is no page, or none that search engines should list.
void append_further_documents(const SiteContext& context, base::Documents& documents) {
  append_alias_documents(context, documents);
  append_feed_documents(context, documents);
  append_calendar(context, documents);
  append_quiz_tables(context, documents);
  append_chart_tables(context.site, documents);
}

// What all editions share.
void append_shared_documents(const SiteContext& context, base::Documents& documents) {
  append_catalogue(context, documents);
  append_static_files(context, documents);
  context.files.append_documents(documents);
  append_storyboard_documents(context.media, documents);
}

}  // namespace

RenderedSite render_site(const model::Site& site, const check::AddressBook& addresses,
                         const model::MediaLibrary& media, const model::CueLibrary& cues,
                         const base::FileSystem& files, const RenderOptions& options,
                         base::Diagnostics& diagnostics) {
  const auto make_context = [&](EditionSetup setup) {
    return std::make_unique<const SiteContext>(site, addresses, media, cues, files,
                                               options.site_folder, options.version, options.jobs,
                                               diagnostics, setup);
  };
  RenderedSite rendered;
  rendered.context = make_context({});
  const SiteContext& context = *rendered.context;
  base::Documents shared;
  append_shared_documents(context, shared);
  base::Documents& documents = rendered.documents;
  documents = page_documents(context, diagnostics);
  append_robot_documents(context, documents);
  append_further_documents(context, documents);
  context.cue_files.append_documents(documents);
  // With errors nothing is published, and nobody waits for an index.
  if (!diagnostics.has_errors()) append_search(context, options.jobs, documents);
  for (const model::Edition& wanted : site.editions) {
    auto edition = std::make_shared<Edition>(site, wanted);
    for (const base::Document& file : shared) edition->shared.add(file.address);
    rendered.edition_contexts.push_back(make_context({edition.get(), &context}));
    const SiteContext& own = *rendered.edition_contexts.back();
    base::Documents pages = page_documents(own, diagnostics);
    append_further_documents(own, pages);
    if (!diagnostics.has_errors()) append_search(own, options.jobs, pages);
    append_in_edition(own, std::move(pages), documents);
    rendered.editions.push_back(std::move(edition));
  }
  std::move(shared.begin(), shared.end(), std::back_inserter(documents));
  return rendered;
}

}  // namespace kepu::render
