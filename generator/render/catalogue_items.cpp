#include "render/catalogue_items.h"

#include <algorithm>
#include <iterator>

#include "base/site_path.h"
#include "check/media_references.h"
#include "render/book_view.h"
#include "render/cards.h"
#include "render/file_types.h"
#include "render/quiz_table.h"
#include "render/record_views.h"

namespace kepu::render {

namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

std::vector<std::string_view> names_of(const std::vector<model::NamedRole>& people) {
  std::vector<std::string_view> names;
  names.reserve(people.size());
  for (const model::NamedRole& person : people) names.emplace_back(person.name);
  return names;
}

class Collector {
 public:
  explicit Collector(const SiteContext& context) : context_(context) {}

  void add_articles(bool only_resources) {
    items_.reserve(only_resources ? 0 : context_.site.articles.size());
    for (const model::Article& article : context_.site.articles) add(article, only_resources);
  }

  void add_records() {
    for (const model::Contest& contest : context_.site.contests)
      for (const model::Entry& entry : contest.entries) add(contest, entry);
    for (const model::WallChart& chart : context_.site.wall_charts) add(chart);
    for (const model::Quiz& quiz : context_.site.quizzes) add(quiz);
    for (const model::Book& book : context_.site.books) add(book);
    for (const model::DataTable& table : context_.site.data_tables) add(table);
  }

  std::vector<CatalogueItem> take() && {
    std::sort(items_.begin(), items_.end(),
              [](const CatalogueItem& a, const CatalogueItem& b) { return a.id < b.id; });
    return std::move(items_);
  }

 private:
  static CatalogueItem begin(const char* kind, MediaForm form, std::string_view section,
                             std::string_view title, std::string address) {
    CatalogueItem item;
    item.kind = kind;
    item.form = form;
    item.section = section;
    item.title = title;
    item.id = address;
    if (item.id.ends_with(".html")) item.id.resize(item.id.size() - 5);
    item.address = std::move(address);
    return item;
  }

  static void add_terms(CatalogueItem& item, std::string_view taxonomy,
                        std::vector<std::string_view> terms) {
    if (!terms.empty()) item.terms.emplace_back(taxonomy, std::move(terms));
  }

  // The media facts of `path` go into the file where they say something about it.
  void add_file(CatalogueItem& item, std::string_view role, const std::string& path) {
    const PublishedFile* published = context_.files.find(path);
    if (published == nullptr) return;
    const bool known =
        std::any_of(item.files.begin(), item.files.end(),
                    [&](const CatalogueFile& file) { return file.address == published->address; });
    if (known) return;
    CatalogueFile file;
    file.role = role;
    file.address = published->address;
    file.size = published->size;
    file.hash = published->hash;
    file.type = file_type(published->address);
    if (const model::Media* media = context_.media.find_file(path); media && !media->damaged) {
      if (media->facts.kind != model::MediaKind::Picture) file.type = media_type(media->facts);
      file.duration_ms = media->facts.duration_ms;
      file.width_px = media->facts.width_px;
      file.height_px = media->facts.height_px;
    }
    item.files.push_back(std::move(file));
  }

  void add_target(CatalogueItem& item, std::string_view role, const std::string& from,
                  const std::string& reference) {
    if (reference.empty() || check::is_external(reference)) return;
    const check::Target target = context_.addresses.resolve(from, reference);
    if (target.kind == check::TargetKind::File) add_file(item, role, target.path);
  }

  void add_subtitles(CatalogueItem& item, std::string_view entry, std::string_view media) {
    for (const model::CueTrack& track : context_.cue_files.tracks(entry, media)) {
      const std::string text = web_vtt(track);
      CatalogueFile file;
      file.role = "subtitles";
      file.address = context_.cue_files.of(track).vtt;
      file.type = "text/vtt";
      file.size = text.size();
      file.hash = base::hash_bytes(text);
      file.language = track.language;
      item.files.push_back(std::move(file));
    }
  }

  // What readers of an article can take away; pictures belong to its page.
  void add_files(CatalogueItem& item, const model::Article& article) {
    for (const model::Slot& slot : article.body.slots) {
      if (slot.kind == model::SlotKind::Image) continue;
      // Most links lead to other articles: no need to look those up.
      if (slot.target.ends_with(".md") || slot.target.find(".md#") != std::string::npos) continue;
      const bool is_player = slot.kind == model::SlotKind::Player;
      add_target(item, is_player ? "media" : "download", article.source_path, slot.target);
    }
    if (article.event && article.event->follow_up)
      add_target(item, "media", article.source_path, article.event->follow_up->video.target);
  }

  void add(const model::Article& article, bool only_resources) {
    const SectionPages* pages = context_.find_section(article.section);
    const model::SectionKind kind =
        pages == nullptr ? model::SectionKind::Knowledge : pages->section->kind;
    const bool is_event = article.event.has_value();
    CatalogueItem item;
    if (only_resources) {
      add_files(item, article);
      const bool can_be_taken = !item.files.empty() || kind == model::SectionKind::Book;
      if (!can_be_taken) return;
      item.files.clear();
    }
    item = begin(is_event                             ? "event"
                 : kind == model::SectionKind::Topics ? "topic"
                 : kind == model::SectionKind::Book   ? "chapter"
                                                      : "article",
                 is_event                             ? MediaForm::Event
                 : kind == model::SectionKind::Topics ? MediaForm::Topic
                 : kind == model::SectionKind::Book   ? MediaForm::Book
                                                      : MediaForm::ImageText,
                 article.section, article.title, article.address());
    item.description = summary_of(article);
    item.date = article.date;
    item.updated = article.updated;
    item.license = article.license;
    // What holds for the book holds for its chapters.
    if (item.license.empty() && kind == model::SectionKind::Book)
      if (const model::Book* book = find_book(context_, *pages->section))
        item.license = book->license;
    if (!article.author.empty()) item.creators.emplace_back(article.author);
    bool has_districts = false;
    for (const model::TermUse& use : article.terms) {
      add_terms(item, use.taxonomy, views_of(use.terms));
      has_districts = has_districts || (use.taxonomy == "districts" && !use.terms.empty());
    }
    if (is_event) {
      for (const model::NamedRole& organiser : article.event->organisers)
        item.units.emplace_back(organiser.name);
      if (!has_districts && !article.event->district.empty())
        add_terms(item, "districts", {article.event->district});
      item.demonstration = article.event->demonstration;
    }
    add_files(item, article);
    items_.push_back(std::move(item));
  }

  void add(const model::Contest& contest, const model::Entry& entry) {
    const auto category =
        std::find_if(contest.categories.begin(), contest.categories.end(),
                     [&](const model::Category& known) { return known.id == entry.category; });
    const bool is_audio =
        category != contest.categories.end() && category->form == model::WorkForm::Audio;
    const model::Section* section = context_.exhibition_section();
    CatalogueItem item =
        begin("entry", is_audio ? MediaForm::Audio : MediaForm::Video,
              section == nullptr ? std::string_view{} : std::string_view(section->id), entry.title,
              entry.address());
    item.description = entry.description;
    item.date = entry.consent_on ? entry.consent_on : entry.made_on;
    item.license = entry.license.empty() ? contest.license : entry.license;
    item.creators = names_of(entry.creators);
    item.units = views_of(entry.units);
    add_terms(item, "tags", views_of(entry.tags));
    if (!entry.district.empty()) add_terms(item, "districts", {entry.district});
    item.contest = contest.id;
    for (const model::AwardResult* result : awards_of(contest, entry))
      if (const auto* kind = find_award_kind(contest, result->award))
        item.awards.emplace_back(kind->title);
    item.demonstration = entry.demonstration;
    const check::Target target = context_.addresses.resolve(entry.source_path, entry.media.target);
    add_file(item, "media", target.path);
    add_subtitles(item, entry.source_path, target.path);
    items_.push_back(std::move(item));
  }

  void add(const model::WallChart& chart) {
    CatalogueItem item =
        begin("poster", MediaForm::Chart, chart.section, chart.title, chart.address());
    item.description = chart.description;
    item.date = chart.date;
    item.license = chart.license;
    item.creators = names_of(chart.creators);
    item.units = views_of(chart.units);
    add_terms(item, "tags", views_of(chart.tags));
    add_terms(item, "audiences", views_of(chart.audiences));
    add_terms(item, "scenes", views_of(chart.scenes));
    item.paper = paper_name(chart.paper);
    item.landscape = chart.orientation == model::PaperOrientation::Landscape;
    item.demonstration = chart.demonstration;
    add_target(item, "chart", chart.source_path, chart.picture.target);
    items_.push_back(std::move(item));
  }

  void add(const model::Quiz& quiz) {
    CatalogueItem item = begin("quiz", MediaForm::Quiz, quiz.section, quiz.title, quiz.address());
    item.description = quiz.description;
    item.date = quiz.date;
    add_terms(item, "tags", views_of(quiz.tags));
    add_terms(item, "audiences", views_of(quiz.audiences));
    item.question_count = quiz.questions.size();
    item.demonstration = quiz.demonstration;
    const std::string table = quiz_table(context_, quiz);
    CatalogueFile file;
    file.role = "table";
    file.address = quiz_table_address(quiz);
    file.type = "text/csv";
    file.size = table.size();
    file.hash = base::hash_bytes(table);
    item.files.push_back(std::move(file));
    items_.push_back(std::move(item));
  }

  void add(const model::Book& book) {
    const SectionPages* pages = context_.find_section(book.section);
    if (pages == nullptr) return;
    CatalogueItem item =
        begin("book", MediaForm::Book, book.section, book.title, pages->section->address());
    item.description = book.description;
    item.date = book.date;
    item.license = book.license;
    item.creators = names_of(book.editors);
    items_.push_back(std::move(item));
  }

  // A table has no page of its own: where it is published, its file is its address.
  void add(const model::DataTable& table) {
    const PublishedFile* published = context_.files.find(table.source_path);
    if (published == nullptr) return;
    CatalogueItem item = begin("data", MediaForm::Data, {}, table.notes.title, published->address);
    item.id = "data/" + table.name;
    item.description = table.notes.note;
    item.license = table.notes.license;
    add_file(item, "data", table.source_path);
    items_.push_back(std::move(item));
  }

  const SiteContext& context_;
  std::vector<CatalogueItem> items_;
};

}  // namespace

FormName name_of(MediaForm form) {
  switch (form) {
    case MediaForm::ImageText:
      return {"image-text", "form_image_text", "图文"};
    case MediaForm::Video:
      return {"video", "form_video", "视频"};
    case MediaForm::Audio:
      return {"audio", "form_audio", "音频"};
    case MediaForm::Chart:
      return {"chart", "form_chart", "挂图"};
    case MediaForm::Quiz:
      return {"quiz", "form_quiz", "题库"};
    case MediaForm::Event:
      return {"event", "form_event", "活动"};
    case MediaForm::Topic:
      return {"topic", "form_topic", "专题"};
    case MediaForm::Book:
      return {"book", "form_book", "读本"};
    case MediaForm::Data:
      return {"data", "form_data", "数据"};
  }
  return {"", "", ""};
}

const std::vector<std::string_view>* CatalogueItem::terms_of(std::string_view taxonomy) const {
  const auto found = std::find_if(terms.begin(), terms.end(), [taxonomy](const auto& group) {
    return group.first == taxonomy;
  });
  return found == terms.end() ? nullptr : &found->second;
}

std::vector<CatalogueItem> catalogue_items(const SiteContext& context) {
  Collector collector(context);
  collector.add_articles(false);
  collector.add_records();
  return std::move(collector).take();
}

std::vector<CatalogueItem> resource_items(const SiteContext& context) {
  Collector collector(context);
  collector.add_articles(true);
  collector.add_records();
  return std::move(collector).take();
}

}  // namespace kepu::render
