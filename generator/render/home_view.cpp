#include "render/home_view.h"

#include "render/curve_view.h"
#include "render/fact_views.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

Value figures_view(const SiteContext& context) {
  List list;
  for (const model::KeyFigure& figure : context.site.home.figures) {
    Map view;
    view.set("value", borrow(figure.value));
    view.set("unit", borrow(figure.unit));
    view.set("text", borrow(figure.text));
    view.set("source", citation_view(context, figure.source));
    view.set("fact_url",
             figure.fact.empty() ? Value("") : Value(fact_address(context, figure.fact)));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

// The first of those that are still to come, by what editors say of their state: a page that went
// by the clock would be another page each day.
Value next_event(const SiteContext& context) {
  const model::Article* next = nullptr;
  Value card(nullptr);
  for (std::size_t i = 0; i < context.site.articles.size(); ++i) {
    const model::Article& article = context.site.articles[i];
    if (!article.event || !article.event->from) continue;
    if (article.event->state != model::EventState::Scheduled) continue;
    if (next != nullptr && *article.event->from >= *next->event->from) continue;
    next = &article;
    card = context.article_cards[i];
  }
  return card;
}

// The first question of the first quiz that has one answer among several.
Value question_view(const SiteContext& context) {
  for (const model::Quiz& quiz : context.site.quizzes) {
    for (const model::Question& question : quiz.questions) {
      if (question.kind != model::QuestionKind::Single) continue;
      List options;
      for (const model::AnswerOption& option : question.options)
        options.push_back(borrow(option.text));
      Map view;
      view.set("text", borrow(question.text));
      view.set("options", Value(std::move(options)));
      view.set("url", Value(quiz.address()));
      view.set("id", borrow(question.id));
      view.set("quiz", borrow(quiz.title));
      view.set("question_count", Value(quiz.questions.size()));
      return Value(std::move(view));
    }
  }
  return Value(nullptr);
}

}  // namespace

void add_home_parts(const SiteContext& context, Map& home) {
  home.set("curve", curve_view(context));
  home.set("figures", figures_view(context));
  home.set("next_event", next_event(context));
  home.set("question", question_view(context));
}

}  // namespace kepu::render
