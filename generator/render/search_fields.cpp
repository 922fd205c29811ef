#include "render/search_fields.h"

#include <string>
#include <string_view>
#include <variant>

#include "render/cards.h"
#include "render/search_text.h"

namespace kepu::render {

namespace {

using search::Field;
using search::Weight;

class Fields {
 public:
  explicit Fields(const SiteContext& context) : context_(context) {}
  std::vector<Field> take() { return std::move(fields_); }

  void operator()(const model::Article* article) {
    add(article->title, Weight::Title);
    add(article->subtitle, Weight::Heading);
    add(article->description, Weight::Heading);
    for (const model::TermUse& use : article->terms) add(joined(use.terms), Weight::Heading);
    for (const model::ForYou& item : article->for_you) add(item.text, Weight::Body);
    if (article->document) add(*article->document);
    if (article->claim) add(*article->claim);
    if (article->event) add(*article->event);
    append_body_fields(article->body, fields_);
    add_spoken(*article);
    for (const model::CollectionPart& part : article->parts) {
      add(part.title, Weight::Heading);
      add(part.text, Weight::Body);
    }
    add(byline_of(context_, *article), Weight::Body);
    add(joined(article->units), Weight::Body);
    add(article->source_name, Weight::Body);
    // Last: of passages that say as much the first is shown.
    if (article->claim) add(article->claim->sources);
    add(article->sources);
  }

  void operator()(const EntryOfContest& work) {
    const model::Entry& entry = *work.entry;
    add(entry.title, Weight::Title);
    add(entry.description, Weight::Heading);
    add(joined(entry.tags), Weight::Heading);
    add(std::string(title_of(work.contest->topics, entry.topic)), Weight::Heading);
    add(entry.creators);
    add(joined(entry.units), Weight::Heading);
    for (const model::AwardResult* result : awards_of(*work.contest, entry))
      if (const auto* kind = find_award_kind(*work.contest, result->award))
        add(kind->title, Weight::Body);
    for (const model::MediaChapter& chapter : entry.chapters)
      fields_.push_back({chapter.title, Weight::Heading, {}, chapter.at_ms / 1000});
    const check::Target media = context_.addresses.resolve(entry.source_path, entry.media.target);
    for (const model::CueTrack& track : context_.cue_files.tracks(entry.source_path, media.path))
      for (const model::Cue& cue : track.cues)
        fields_.push_back({joined(cue.lines), Weight::Body, {}, cue.begin_ms / 1000});
    add(entry.script, Weight::Body);
    add(entry.district, Weight::Body);
    add(entry.sources);
  }

  void operator()(const model::WallChart* chart) {
    add(chart->title, Weight::Title);
    add(chart->series, Weight::Heading);
    add(chart->description, Weight::Heading);
    add(joined(chart->tags), Weight::Heading);
    append_body_fields(chart->text, fields_);
    add(chart->creators);
    add(joined(chart->units), Weight::Body);
    add(chart->sources);
  }

  void operator()(const model::Quiz* quiz) {
    add(quiz->title, Weight::Title);
    add(quiz->description, Weight::Heading);
    add(joined(quiz->tags), Weight::Heading);
    for (const model::Question& question : quiz->questions) {
      std::string text = question.text;
      for (const model::AnswerOption& option : question.options) text += "\n" + option.text;
      add(text + "\n" + question.explanation, Weight::Body);
    }
  }

  void operator()(const model::Expert* expert) {
    add(expert->name, Weight::Title);
    add(expert->title, Weight::Heading);
    add(expert->unit, Weight::Heading);
    add(joined(expert->fields), Weight::Heading);
    add(joined(expert->topics_offered), Weight::Body);
    add(expert->introduction, Weight::Body);
  }

  void operator()(const model::Organisation* organisation) {
    add(organisation->name, Weight::Title);
    add(organisation->district, Weight::Body);
    add(organisation->introduction, Weight::Body);
  }

  void operator()(const model::Contest* contest) {
    add(contest->title, Weight::Title);
    add(contest->short_title, Weight::Heading);
    add(contest->theme, Weight::Heading);
    for (const model::Topic& topic : contest->topics) add(topic, Weight::Body);
    for (const model::Category& category : contest->categories) add(category, Weight::Body);
    append_body_fields(contest->introduction, fields_);
    for (const model::NamedRole& organiser : contest->organisers) add(organiser.name, Weight::Body);
    for (const model::AwardKind& kind : contest->award_kinds) add(kind, Weight::Body);
    add(contest->contact_note, Weight::Body);
  }

  void operator()(const AwardsOfContest& page) {
    const model::Contest& contest = *page.contest;
    add(contest.title + " " + context_.theme.text("awards_index_title", "评选结果"), Weight::Title);
    add(contest.awards->method, Weight::Body);
    std::string names;
    for (const model::AwardResult& result : contest.awards->results) {
      names += result.organisation;
      for (const model::Entry& entry : contest.entries)
        if (entry.id == result.entry) names += entry.title;
      names += "\n";
      if (!result.citation.empty()) names += result.citation + "\n";
    }
    add(names, Weight::Body);
  }

  void operator()(const model::Book* book) {
    add(book->title, Weight::Title);
    add(book->subtitle, Weight::Heading);
    add(book->description, Weight::Heading);
    add(book->publisher_note, Weight::Body);
    add(book->editors);
  }

  void operator()(const model::GlossaryTerm* term) {
    add(term->term.text, Weight::Title);
    add(term->english, Weight::Heading);
    for (const model::GlossaryName& alias : term->aliases) add(alias.text, Weight::Heading);
    append_body_fields(term->definition, fields_);
    add(term->sources);
  }

  void operator()(const model::Section* section) {
    add(section->title, Weight::Title);
    add(section->description, Weight::Heading);
    add(joined(section->keywords), Weight::Heading);
    append_body_fields(section->introduction, fields_);
  }

 private:
  static std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
      if (!out.empty()) out += '\n';
      out += text;
    }
    return out;
  }

  void add(std::string text, Weight weight) {
    if (!text.empty() || fields_.empty()) fields_.push_back({std::move(text), weight, {}});
  }

  void add(const std::vector<model::NamedRole>& people) {
    std::string names;
    for (const model::NamedRole& person : people) names += person.name + "\n";
    if (!names.empty()) names.pop_back();
    add(std::move(names), Weight::Heading);
  }

  void add(const std::vector<model::Citation>& sources) {
    std::string text;
    for (const model::Citation& source : sources)
      text += source.title + "\n" + source.publisher + "\n";
    add(std::move(text), Weight::Body);
  }

  /// A topic, category or kind of award.
  template <typename T>
  void add(const T& item, Weight weight) {
    add(item.description.empty() ? item.title : item.title + "\n" + item.description, weight);
  }

  void add(const model::PolicyDocument& document) {
    add(document.title, Weight::Heading);
    add(document.number, Weight::Heading);
    add(joined(document.issuers), Weight::Body);
    for (const model::DocumentRelation& relation : document.relations)
      add(relation.title + "\n" + relation.number, Weight::Body);
  }

  void add(const model::Claim& claim) {
    add(claim.text, Weight::Heading);
    add(claim.origin, Weight::Body);
  }

  void add(const model::Event& event) {
    add(event.place + "\n" + event.district, Weight::Body);
    add(event.organisers);
    add(event.brand + "\n" + event.audience + "\n" + event.registration, Weight::Body);
    if (event.follow_up) add(event.follow_up->summary, Weight::Body);
  }

  // Players within a text have their transcripts below them.
  void add_spoken(const model::Article& article) {
    for (const model::Slot& slot : article.body.slots) {
      if (slot.kind != model::SlotKind::Player) continue;
      const check::Target media = context_.addresses.resolve(article.source_path, slot.target);
      std::string text;
      for (const model::CueTrack& track : context_.cue_files.tracks({}, media.path))
        for (const model::Cue& cue : track.cues) text += joined(cue.lines) + "\n";
      add(std::move(text), Weight::Body);
    }
  }

  const SiteContext& context_;
  std::vector<Field> fields_;
};

}  // namespace

std::vector<Field> search_fields(const SiteContext& context, const SearchItem& item) {
  Fields fields(context);
  std::visit(fields, item.source);
  return fields.take();
}

}  // namespace kepu::render
