#include "render/book_view.h"

#include <algorithm>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/json_text.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Chapters with the headings of their second level: a table of contents that tells something.
Value chapters_view(const SiteContext& context, const SectionPages& pages) {
  List chapters;
  for (const std::size_t number : pages.articles) {
    const model::Article& chapter = context.site.articles[number];
    List headings;
    for (const model::Heading& heading : chapter.body.headings) {
      if (heading.level != 2) continue;
      Map item;
      item.set("title", borrow(heading.text));
      item.set("url", Value(chapter.address() + "#" + heading.id));
      headings.emplace_back(std::move(item));
    }
    Map view;
    view.set("number", Value(chapters.size() + 1));
    view.set("title", borrow(chapter.title));
    view.set("description", borrow(summary_of(chapter)));
    view.set("url", Value(chapter.address()));
    view.set("headings", Value(std::move(headings)));
    view.set("reading_minutes", Value(reading_minutes(chapter.body)));
    chapters.emplace_back(std::move(view));
  }
  return Value(std::move(chapters));
}

std::string book_data(const SiteContext& context, const SectionPages& pages,
                      const model::Book& book, const PageHead& head) {
  JsonText json;
  json.open_object()
      .text("@context", "https://schema.org")
      .text("@type", "Book")
      .text("name", book.title)
      .text_if("alternativeHeadline", book.subtitle)
      .text_if("description", book.description)
      .text_if("url", context.absolute(head.address))
      .text("inLanguage", context.language())
      .text("datePublished", base::format_iso_date(book.date))
      .text("bookFormat", "https://schema.org/EBook")
      .text_if("license", book.license);
  if (!book.editors.empty()) {
    json.open_array("editor");
    for (const model::NamedRole& editor : book.editors)
      json.open_object().text("@type", "Organization").text("name", editor.name).close_object();
    json.close_array();
  }
  json.open_array("hasPart");
  for (const std::size_t number : pages.articles) {
    const model::Article& chapter = context.site.articles[number];
    json.open_object().text("@type", "Chapter").text("name", chapter.title);
    json.text_if("url", context.absolute(chapter.address())).close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

Map book_page(const SiteContext& context, const SectionPages& pages, const model::Book& book,
              base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  Map fields;
  fields.set("title", borrow(book.title));
  fields.set("subtitle", borrow(book.subtitle));
  fields.set("description", borrow(book.description));
  fields.set("date", date_view(context, book.date));
  fields.set("publisher_note", paragraphs_view(book.publisher_note));
  fields.set("editors", named_roles_view(book.editors));
  fields.set("cover", referenced_picture(context, book.source_path, book.cover.target, book.title));
  fields.set("license", borrow(book.license));
  fields.set("review", review_view(context, book.review));
  fields.set("chapters", chapters_view(context, pages));
  fields.set("introduction",
             theme::safe(fill_body(context, section.introduction, section.index_path,
                                   section.address(), diagnostics)));
  PageHead head;
  head.kind = "book";
  head.address = section.address();
  head.heading = book.title;
  head.description = book.description.empty() ? section.description : book.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  head.json_ld.push_back(book_data(context, pages, book, head));
  Map view = page_view(context, std::move(head));
  view.set("book", Value(std::move(fields)));
  view.set("section", pages.link);
  return view;
}

}  // namespace

base::Document book_document(const SiteContext& context, const SectionPages& pages,
                             const model::Book& book) {
  return template_document(context, pages.section->address(), "book.html",
                           {book.source_path, {}, 1},
                           [&context, &pages, &book](base::Diagnostics& diagnostics) {
                             return book_page(context, pages, book, diagnostics);
                           });
}

const model::Book* find_book(const SiteContext& context, const model::Section& section) {
  const auto found =
      std::find_if(context.site.books.begin(), context.site.books.end(),
                   [&section](const model::Book& book) { return book.section == section.id; });
  return found == context.site.books.end() ? nullptr : &*found;
}

}  // namespace kepu::render
