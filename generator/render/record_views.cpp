#include "render/record_views.h"
#include "render/components.h"

#include <algorithm>
#include <vector>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/fact_views.h"
#include "render/record_groups.h"
#include "render/structured_data.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

/// The fields that all cards have; those that do not fit stay empty.
Map begin_card(const SiteContext& context, const char* kind, std::string_view title,
               std::string address, std::string_view description, const std::string& section) {
  const SectionPages* pages = context.find_section(section);
  Map view;
  view.set("kind", Value(kind));
  view.set("title", borrow(title));
  view.set("url", Value(std::move(address)));
  view.set("description", borrow(description));
  view.set("section", pages == nullptr ? Value(nullptr) : pages->link);
  view.set("date", Value(nullptr));
  view.set("picture", Value(nullptr));
  view.set("tags", Value(List{}));
  view.set("verdict", Value(nullptr));
  view.set("claim", Value(""));
  view.set("document_number", Value(""));
  view.set("author", Value(""));
  return view;
}

const char* kind_id(model::QuestionKind kind) {
  switch (kind) {
    case model::QuestionKind::Single:
      return "single";
    case model::QuestionKind::Multiple:
      return "multiple";
    case model::QuestionKind::TrueFalse:
      return "true-false";
  }
  return "";
}

PageHead head_of(const SiteContext& context, const char* kind, std::string address,
                 std::string_view heading, std::string_view description,
                 const std::string& section) {
  PageHead head;
  head.kind = kind;
  head.address = std::move(address);
  head.heading = heading;
  head.description = description;
  const SectionPages* pages = context.find_section(section);
  head.section = pages == nullptr ? nullptr : pages->section;
  head.trail = trail_to(context, head.section);
  return head;
}

/// The page view with the section's link and the fields of the record under `name`.
template <std::size_t N>
Map finish_page(const SiteContext& context, PageHead head, const std::string& section,
                const char (&name)[N], Map fields) {
  Map view = page_view(context, std::move(head));
  view.set(std::string_view(name), Value(std::move(fields)));
  const SectionPages* pages = context.find_section(section);
  view.set("section", pages == nullptr ? Value(nullptr) : pages->link);
  return view;
}

Map wall_chart_page(const SiteContext& context, const model::WallChart& chart,
                    base::Diagnostics& diagnostics) {
  const check::Target target = context.addresses.resolve(chart.source_path, chart.picture.target);
  Map fields;
  fields.set("title", borrow(chart.title));
  fields.set("description", borrow(chart.description));
  fields.set("date", date_view(context, chart.date));
  fields.set("series", borrow(chart.series));
  fields.set("number", chart.number ? Value(*chart.number) : Value(nullptr));
  fields.set("picture", picture_view(context, target.path, chart.title));
  fields.set("download_url", borrow(context.files.address_of(target.path)));
  fields.set("facts", facts_of_body(context, chart.text));
  fields.set("text", theme::safe(fill_body(context, chart.text, chart.source_path, chart.address(),
                                           diagnostics)));
  fields.set("has_charts", Value(has_charts(chart.text)));
  fields.set("paper", Value(paper_name(chart.paper)));
  fields.set("landscape", Value(chart.orientation == model::PaperOrientation::Landscape));
  fields.set("creators", named_roles_view(chart.creators));
  fields.set("units", texts_view(chart.units));
  fields.set("sources", citations_view(context, chart.sources));
  fields.set("collections", context.collection_places.view(context, chart.source_path));
  fields.set("license", borrow(chart.license));
  fields.set("review", review_view(context, chart.review));
  fields.set("demonstration", Value(chart.demonstration));
  set_poster_extras(context, chart, target.path, fields);
  PageHead head =
      head_of(context, "poster", chart.address(), chart.title, chart.description, chart.section);
  head.content = ContentTags{chart.date, {}, {}, {}, chart.tags};
  head.json_ld.push_back(chart_data(context, chart, head));
  return finish_page(context, std::move(head), chart.section, "poster", std::move(fields));
}

Value option_view(std::string_view id, std::string_view text, bool right) {
  Map view;
  view.set("id", Value(id));
  view.set("text", Value(text));
  view.set("right", Value(right));
  return Value(std::move(view));
}

}  // namespace

Value question_view(const SiteContext& context, const model::Question& question) {
  const auto is_right = [&question](std::string_view id) {
    return std::find(question.answer.begin(), question.answer.end(), id) != question.answer.end();
  };
  List options;
  for (const model::AnswerOption& option : question.options)
    options.push_back(option_view(option.id, option.text, is_right(option.id)));
  if (question.kind == model::QuestionKind::TrueFalse) {
    options.push_back(
        option_view("true", context.theme.text("answer_true", "对"), is_right("true")));
    options.push_back(
        option_view("false", context.theme.text("answer_false", "错"), is_right("false")));
  }
  Map view;
  view.set("id", borrow(question.id));
  view.set("kind", Value(kind_id(question.kind)));
  view.set("text", borrow(question.text));
  view.set("options", Value(std::move(options)));
  view.set("explanation", borrow(question.explanation));
  view.set("sources", citations_view(context, question.sources));
  view.set("difficulty", Value(question.difficulty));
  view.set("topic", borrow(question.topic));
  return Value(std::move(view));
}

namespace {

Map quiz_page(const SiteContext& context, const model::Quiz& quiz) {
  List questions;
  for (const model::Question& question : quiz.questions)
    questions.push_back(question_view(context, question));
  List papers;
  for (const model::QuizPaper& paper : quiz.papers) {
    Map item;
    item.set("id", borrow(paper.id));
    item.set("title", borrow(paper.title));
    item.set("count", Value(paper.count));
    papers.emplace_back(std::move(item));
  }
  Map fields;
  fields.set("id", borrow(quiz.id));
  fields.set("title", borrow(quiz.title));
  fields.set("description", borrow(quiz.description));
  fields.set("collections", context.collection_places.view(context, quiz.source_path));
  fields.set("date", date_view(context, quiz.date));
  fields.set("questions", Value(std::move(questions)));
  fields.set("papers", Value(std::move(papers)));
  fields.set("review", review_view(context, quiz.review));
  fields.set("demonstration", Value(quiz.demonstration));
  PageHead head =
      head_of(context, "quiz", quiz.address(), quiz.title, quiz.description, quiz.section);
  head.content = ContentTags{quiz.date, {}, {}, {}, quiz.tags};
  head.json_ld.push_back(quiz_data(context, quiz, head));
  return finish_page(context, std::move(head), quiz.section, "quiz", std::move(fields));
}

Map expert_page(const SiteContext& context, const model::Expert& expert) {
  Map fields;
  fields.set("name", borrow(expert.name));
  fields.set("title", borrow(expert.title));
  fields.set("unit", borrow(expert.unit));
  fields.set("fields", texts_view(expert.fields));
  fields.set("introduction", paragraphs_view(expert.introduction));
  fields.set("topics_offered", texts_view(expert.topics_offered));
  fields.set("links", citations_view(context, expert.links));
  fields.set("demonstration", Value(expert.demonstration));
  PageHead head = head_of(context, "expert", expert.address(), expert.name, expert.introduction,
                          expert.section);
  head.json_ld.push_back(person_data(context, expert, head));
  return finish_page(context, std::move(head), expert.section, "expert", std::move(fields));
}

Map organisation_page(const SiteContext& context, const model::Organisation& organisation) {
  Map kind;
  kind.set("id", Value(organisation_kind_id(organisation.kind)));
  kind.set("label", Value(organisation_kind_title(context, organisation.kind)));
  Map fields;
  fields.set("name", borrow(organisation.name));
  fields.set("kind", Value(std::move(kind)));
  fields.set("district", borrow(organisation.district));
  fields.set("href", borrow(organisation.url));
  fields.set("introduction", paragraphs_view(organisation.introduction));
  fields.set("demonstration", Value(organisation.demonstration));
  PageHead head = head_of(context, "organisation", organisation.address(), organisation.name,
                          organisation.introduction, organisation.section);
  head.json_ld.push_back(organisation_data(context, organisation, head));
  return finish_page(context, std::move(head), organisation.section, "organisation",
                     std::move(fields));
}

Map section_page(const SiteContext& context, const SectionPages& pages,
                 base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "section";
  head.address = section.address();
  head.heading = section.title;
  head.description = section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  Map fields = pages.link.map();
  fields.set("introduction",
             theme::safe(fill_body(context, section.introduction, section.index_path,
                                   section.address(), diagnostics)));
  fields.set("feed_url", Value(""));
  List cards = record_cards(context, section);
  head.json_ld.push_back(collection_data(context, head, card_links(cards)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("cards", Value(std::move(cards)));
  view.set("groups", record_groups(context, section));
  view.set("fields", expert_fields(context, section));
  view.set("pager", Value(nullptr));
  return view;
}

template <typename T, typename Page>
void append_pages(const SiteContext& context, const std::vector<T>& items, const char* name,
                  Page page, base::Documents& documents) {
  for (const T& item : items) {
    documents.push_back(template_document(context, item.address(), name,
                                          {item.source_path, item.id_position, 1},
                                          [&context, &item, page](base::Diagnostics& diagnostics) {
                                            return page(context, item, diagnostics);
                                          }));
  }
}

}  // namespace

const char* paper_name(model::Paper paper) {
  switch (paper) {
    case model::Paper::A1:
      return "A1";
    case model::Paper::A2:
      return "A2";
    case model::Paper::A3:
      return "A3";
    case model::Paper::A4:
      return "A4";
  }
  return "";
}

List record_cards(const SiteContext& context, const model::Section& section) {
  List cards;
  const auto add = [&](const auto& items, auto make) {
    for (const auto& item : items)
      if (item.section == section.id) cards.push_back(make(context, item));
  };
  switch (section.kind) {
    case model::SectionKind::Posters:
      for (const model::WallChart* chart : wall_charts_of(context.site, section.id))
        cards.push_back(wall_chart_card(context, *chart));
      return cards;
    case model::SectionKind::Quiz:
      add(context.site.quizzes, quiz_card);
      break;
    case model::SectionKind::Experts:
      for (const model::Expert* expert : experts_of(context.site, section.id))
        cards.push_back(expert_card(context, *expert));
      return cards;
    default:
      add(context.site.organisations, organisation_card);
  }
  return cards;
}

Value wall_chart_card(const SiteContext& context, const model::WallChart& chart) {
  Map view =
      begin_card(context, "poster", chart.title, chart.address(), chart.description, chart.section);
  view.set("date", date_view(context, chart.date));
  view.set("picture",
           referenced_picture(context, chart.source_path, chart.picture.target, chart.title));
  view.set("series", borrow(chart.series));
  view.set("number", chart.number ? Value(*chart.number) : Value(nullptr));
  view.set("paper", Value(paper_name(chart.paper)));
  view.set("landscape", Value(chart.orientation == model::PaperOrientation::Landscape));
  view.set("demonstration", Value(chart.demonstration));
  return Value(std::move(view));
}

Value quiz_card(const SiteContext& context, const model::Quiz& quiz) {
  Map view =
      begin_card(context, "quiz", quiz.title, quiz.address(), quiz.description, quiz.section);
  view.set("date", date_view(context, quiz.date));
  view.set("question_count", Value(quiz.questions.size()));
  view.set("demonstration", Value(quiz.demonstration));
  return Value(std::move(view));
}

Value expert_card(const SiteContext& context, const model::Expert& expert) {
  Map view = begin_card(context, "expert", expert.name, expert.address(), expert.introduction,
                        expert.section);
  view.set("job_title", borrow(expert.title));
  view.set("unit", borrow(expert.unit));
  view.set("fields", texts_view(expert.fields));
  view.set("demonstration", Value(expert.demonstration));
  return Value(std::move(view));
}

Value organisation_card(const SiteContext& context, const model::Organisation& organisation) {
  Map view = begin_card(context, "organisation", organisation.name, organisation.address(),
                        organisation.introduction, organisation.section);
  view.set("organisation_kind", Value(organisation_kind_title(context, organisation.kind)));
  view.set("district", borrow(organisation.district));
  view.set("demonstration", Value(organisation.demonstration));
  return Value(std::move(view));
}

void append_record_documents(const SiteContext& context, base::Documents& documents) {
  const model::Site& site = context.site;
  append_pages(context, site.wall_charts, "poster.html", wall_chart_page, documents);
  append_pages(
      context, site.quizzes, "quiz.html",
      [](const SiteContext& all, const model::Quiz& quiz, base::Diagnostics&) {
        return quiz_page(all, quiz);
      },
      documents);
  append_pages(
      context, site.experts, "expert.html",
      [](const SiteContext& all, const model::Expert& expert, base::Diagnostics&) {
        return expert_page(all, expert);
      },
      documents);
  append_pages(
      context, site.organisations, "organisation.html",
      [](const SiteContext& all, const model::Organisation& item, base::Diagnostics&) {
        return organisation_page(all, item);
      },
      documents);
}

base::Document record_section_document(const SiteContext& context, const SectionPages& pages) {
  return template_document(context, pages.section->address(), "section.html",
                           {"content/site.json", pages.section->position, 1},
                           [&context, &pages](base::Diagnostics& diagnostics) {
                             return section_page(context, pages, diagnostics);
                           });
}

}  // namespace kepu::render
