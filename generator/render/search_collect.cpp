#include "render/search_collect.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "render/book_view.h"

namespace kepu::render {

namespace {

struct FormLabel {
  SearchForm form;
  const char* text_name;
  const char* label;  // where the theme has none
};

constexpr FormLabel kLabels[] = {{SearchForm::Text, "form_image_text", "图文"},
                                 {SearchForm::Video, "form_video", "视频"},
                                 {SearchForm::Audio, "form_audio", "音频"},
                                 {SearchForm::Chart, "form_chart", "挂图"},
                                 {SearchForm::Quiz, "form_quiz", "题库"},
                                 {SearchForm::Event, "form_event", "活动"},
                                 {SearchForm::Topic, "form_topic", "专题"},
                                 {SearchForm::Book, "form_book", "读本"},
                                 {SearchForm::Term, "form_term", "术语"},
                                 {SearchForm::People, "form_people", "专家和单位"},
                                 {SearchForm::Page, "form_page", "栏目和征集"}};

SearchForm form_of(const model::Article& article, const model::Section* section) {
  if (article.event) return SearchForm::Event;
  if (section == nullptr) return SearchForm::Text;
  if (section->kind == model::SectionKind::Topics) return SearchForm::Topic;
  if (section->kind == model::SectionKind::Book) return SearchForm::Book;
  return SearchForm::Text;
}

SearchForm form_of(const model::Contest& contest, const model::Entry& entry) {
  const auto category =
      std::find_if(contest.categories.begin(), contest.categories.end(),
                   [&](const model::Category& known) { return known.id == entry.category; });
  const bool is_audio =
      category != contest.categories.end() && category->form == model::WorkForm::Audio;
  return is_audio ? SearchForm::Audio : SearchForm::Video;
}

class Collector {
 public:
  explicit Collector(const SiteContext& context) : context_(context) {}

  std::vector<SearchItem> collect() {
    const model::Site& site = context_.site;
    items_.reserve(site.articles.size() + 256);
    add_articles();
    add_contests();
    for (const model::WallChart& chart : site.wall_charts)
      add(chart.section, SearchForm::Chart, chart.date, chart.address(), &chart);
    for (const model::Quiz& quiz : site.quizzes)
      add(quiz.section, SearchForm::Quiz, quiz.date, quiz.address(), &quiz);
    for (const model::Expert& expert : site.experts)
      add(expert.section, SearchForm::People, {}, expert.address(), &expert);
    for (const model::Organisation& organisation : site.organisations)
      add(organisation.section, SearchForm::People, {}, organisation.address(), &organisation);
    add_terms();
    add_sections();
    return std::move(items_);
  }

 private:
  void add(const std::string& section, SearchForm form, std::optional<base::DateTime> day,
           std::string address, SearchSource source) {
    SearchItem item;
    const auto found = context_.section_of.find(section);
    item.section = found == context_.section_of.end() ? context_.sections.size() : found->second;
    item.form = form;
    if (day) {
      item.day = day->unix_seconds;
      item.shown_day = base::format_iso_date(*day);
    }
    item.address = std::move(address);
    item.source = source;
    items_.push_back(std::move(item));
  }

  void add_articles() {
    for (const model::Article& article : context_.site.articles) {
      const SectionPages* pages = context_.find_section(article.section);
      const SearchForm form = form_of(article, pages == nullptr ? nullptr : pages->section);
      std::optional<base::DateTime> day = article.date;
      if (article.event && article.event->from) day = article.event->from;
      add(article.section, form, day, article.address(), &article);
    }
  }

  void add_contests() {
    const model::Section* exhibition = context_.exhibition_section();
    const std::string section = exhibition == nullptr ? std::string() : exhibition->id;
    for (const model::Contest& contest : context_.site.contests) {
      add(section, SearchForm::Page, {}, contest.address(), &contest);
      if (contest.awards) {
        add(section, SearchForm::Page, contest.awards->announced_on, contest.awards_address(),
            AwardsOfContest{&contest});
      }
      for (const model::Entry& entry : contest.entries)
        add(section, form_of(contest, entry), entry.made_on, entry.address(),
            EntryOfContest{&contest, &entry});
    }
  }

  // Where the site has a page that explains them: each leads to its place there.
  void add_terms() {
    for (const SectionPages& pages : context_.sections) {
      if (pages.section->kind != model::SectionKind::Glossary) continue;
      for (const model::GlossaryTerm& term : context_.site.glossary)
        add(pages.section->id, SearchForm::Term, {}, pages.section->address() + "#term-" + term.id,
            &term);
    }
  }

  void add_sections() {
    for (const SectionPages& pages : context_.sections) {
      const model::Section& section = *pages.section;
      if (const model::Book* book = find_book(context_, section)) {
        add(section.id, SearchForm::Book, book->date, section.address(), book);
      } else {
        add(section.id, SearchForm::Page, {}, section.address(), &section);
      }
    }
  }

  const SiteContext& context_;
  std::vector<SearchItem> items_;
};

}  // namespace

std::string search_form_label(const SiteContext& context, SearchForm form) {
  const FormLabel& label = kLabels[static_cast<std::size_t>(form)];
  return context.theme.text(label.text_name, label.label);
}

std::vector<SearchItem> collect_search_items(const SiteContext& context) {
  return Collector(context).collect();
}

}  // namespace kepu::render
