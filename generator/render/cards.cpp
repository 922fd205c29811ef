#include "render/cards.h"

#include <algorithm>

#include "check/media_references.h"
#include "media/waveform.h"
#include "render/event_view.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kTagsOnCard = 3;

struct VerdictWords {
  const char* id;
  const char* text_name;
  const char* label;
};

VerdictWords verdict_words(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::False:
      return {"false", "verdict_false", "谣言"};
    case model::Verdict::Misleading:
      return {"misleading", "verdict_misleading", "误导"};
    case model::Verdict::Partly:
      return {"partly", "verdict_partly", "部分属实"};
    case model::Verdict::Unproven:
      return {"unproven", "verdict_unproven", "尚无定论"};
    case model::Verdict::True:
      return {"true", "verdict_true", "属实"};
  }
  return {"unproven", "verdict_unproven", "尚无定论"};
}

Value card_tags(const SiteContext& context, const model::Article& article) {
  List tags;
  const auto links = context.term_links.find("tags");
  for (const model::TermUse& use : article.terms) {
    if (use.taxonomy != "tags" || links == context.term_links.end()) continue;
    for (const std::string& term : use.terms) {
      const auto link = links->second.find(term);
      if (link != links->second.end() && tags.size() < kTagsOnCard) tags.push_back(link->second);
    }
  }
  return Value(std::move(tags));
}

Value names_view(const std::vector<model::NamedRole>& people) {
  List names;
  for (const model::NamedRole& person : people) names.push_back(borrow(person.name));
  return Value(std::move(names));
}

const char* mime_type(model::PictureFormat format) {
  switch (format) {
    case model::PictureFormat::WebP:
      return "image/webp";
    case model::PictureFormat::Jpeg:
      return "image/jpeg";
    case model::PictureFormat::Avif:
      return "image/avif";
    case model::PictureFormat::Png:
      return "image/png";
  }
  return "image/webp";
}

Value variant_view(const model::Media& media, const model::PictureFile& poster) {
  Map variant;
  variant.set("url", Value(PublishedFiles::derived_address(media, poster)));
  variant.set("width", Value(poster.width_px));
  variant.set("type", Value(mime_type(poster.format)));
  return Value(std::move(variant));
}

// A plain picture shows its sizes; everything else the posters that stand for it.
const std::vector<model::PictureFile>& shown_files(const model::Media& media) {
  const bool is_picture = media.facts.kind == model::MediaKind::Picture;
  return is_picture ? media.derivatives.sizes : media.derivatives.posters;
}

// The largest JPEG or PNG that is not wider than needed, or the smallest: what browsers without
// WebP or srcset load.
const model::PictureFile* fallback_file(const std::vector<model::PictureFile>& files,
                                        PictureUse use) {
  const int widest = use == PictureUse::Card ? 640 : 1280;
  const model::PictureFile* best = nullptr;
  for (const model::PictureFile& file : files) {
    const bool is_old =
        file.format == model::PictureFormat::Jpeg || file.format == model::PictureFormat::Png;
    if (is_old && (best == nullptr || file.width_px <= widest)) best = &file;
  }
  return best;
}

constexpr std::size_t kBarsOfCard = 60;

// The bars of a card are few: each is the loudest of those it stands for.
Value card_waveform(const model::Media* media) {
  if (media == nullptr || !media->derivatives.waveform) return Value("");
  const std::vector<std::uint8_t>& peaks = media->derivatives.waveform->peaks;
  if (peaks.size() <= kBarsOfCard) return Value::safe_view(media->derivatives.waveform->svg);
  std::vector<std::uint8_t> bars(kBarsOfCard, 0);
  for (std::size_t i = 0; i < peaks.size(); ++i) {
    std::uint8_t& bar = bars[i * kBarsOfCard / peaks.size()];
    bar = std::max(bar, peaks[i]);
  }
  return Value::safe(media::draw_waveform(bars));
}

}  // namespace

Value verdict_view(const SiteContext& context, model::Verdict verdict) {
  const VerdictWords words = verdict_words(verdict);
  Map view;
  view.set("id", Value(words.id));
  view.set("label", Value(context.theme.text(words.text_name, words.label)));
  view.set("rating", Value(static_cast<int>(verdict)));
  return Value(std::move(view));
}

Value review_view(const SiteContext& context, const model::Review& review) {
  if (review.status != model::ReviewStatus::Passed) return Value(nullptr);
  Map view;
  view.set("by", borrow(review.by));
  view.set("on", date_view(context, review.on));
  view.set("label", Value(context.theme.text("review_passed", "已通过科学性审查")));
  return Value(std::move(view));
}

Value picture_view(const SiteContext& context, const std::string& path, std::string_view alt,
                   const model::PosterChoice& choice, PictureUse use) {
  const model::Media* media = context.media.find(path, choice);
  if (media == nullptr) return Value(nullptr);
  Map view;
  List variants;
  std::string url;
  int width = media->facts.width_px;
  int height = media->facts.height_px;
  const std::vector<model::PictureFile>& files = shown_files(*media);
  if (const model::PictureFile* fallback = fallback_file(files, use)) {
    url = PublishedFiles::derived_address(*media, *fallback);
    // A picture in a text is as large as its largest file; a poster fills its place anyway.
    const model::PictureFile& measure = use == PictureUse::Text ? files.back() : *fallback;
    width = measure.width_px;
    height = measure.height_px;
    for (const model::PictureFile& item : files) variants.push_back(variant_view(*media, item));
  } else if (media->facts.kind == model::MediaKind::Picture) {
    url = context.files.address_of(path);
  } else if (!media->damaged) {
    return Value(nullptr);
  }
  view.set("url", Value(std::move(url)));
  view.set("width", Value(width));
  view.set("height", Value(height));
  view.set("alt", Value(alt));
  view.set("color", borrow(media->derivatives.average_color));
  view.set("variants", Value(std::move(variants)));
  view.set("damaged", Value(media->damaged));
  return Value(std::move(view));
}

std::string share_image(const model::Media& media) {
  const auto& files = shown_files(media);
  const auto found = std::find_if(files.rbegin(), files.rend(), [](const auto& file) {
    return file.format == model::PictureFormat::Jpeg || file.format == model::PictureFormat::Png;
  });
  return found == files.rend() ? "" : PublishedFiles::derived_address(media, *found);
}

Value referenced_picture(const SiteContext& context, const std::string& from,
                         const std::string& reference, std::string_view alt) {
  if (reference.empty()) return Value(nullptr);
  const check::Target target = context.addresses.resolve(from, reference);
  if (target.kind != check::TargetKind::File) return Value(nullptr);
  return picture_view(context, target.path, alt);
}

namespace {

std::size_t item_count(const model::Article& collection) {
  std::size_t count = 0;
  for (const model::CollectionPart& part : collection.parts) count += part.items.size();
  return count;
}

}  // namespace

std::string byline_of(const SiteContext& context, const model::Article& article) {
  if (!article.author.empty() || article.authors.empty()) return article.author;
  const std::string comma = context.theme.text("comma", "、");
  std::string names;
  for (const model::Author& author : article.authors)
    names.append(names.empty() ? "" : comma).append(author.name);
  return names;
}

Value authors_view(const model::Article& article) {
  List list;
  for (const model::Author& author : article.authors) {
    Map view;
    view.set("name", borrow(author.name));
    view.set("unit", borrow(author.unit));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

namespace {

// What only some kinds of sections show; left out elsewhere, for there may be very many cards.
void set_own_fields(const SiteContext& context, const model::Article& article, Map& view) {
  if (!article.authors.empty()) view.set("authors", authors_view(article));
  if (!article.units.empty()) view.set("units", texts_view(article.units));
  if (!article.for_you.empty()) {
    Map first;
    first.set("audience", borrow(article.for_you.front().audience));
    first.set("text", borrow(article.for_you.front().text));
    view.set("for_you", Value(std::move(first)));
  }
  if (article.document) {
    view.set("issuers", texts_view(article.document->issuers));
    view.set("issued_on", date_view(context, article.document->issued_on));
  }
  const auto links = context.term_links.find("districts");
  if (links == context.term_links.end()) return;
  List districts;
  for (const model::TermUse& use : article.terms) {
    if (use.taxonomy != "districts") continue;
    for (const std::string& term : use.terms)
      if (const auto link = links->second.find(term); link != links->second.end())
        districts.push_back(link->second);
  }
  if (!districts.empty()) view.set("districts", Value(std::move(districts)));
}

}  // namespace

List cards_of(const SiteContext& context, const std::vector<std::size_t>& indices,
              std::size_t begin, std::size_t count) {
  List cards;
  const std::size_t end = std::min(indices.size(), begin + count);
  cards.reserve(end > begin ? end - begin : 0);
  for (std::size_t i = begin; i < end; ++i) cards.push_back(context.article_cards[indices[i]]);
  return cards;
}

std::vector<std::pair<std::string, std::string>> card_links(const List& cards) {
  std::vector<std::pair<std::string, std::string>> links;
  links.reserve(cards.size());
  for (const Value& card : cards)
    links.emplace_back(card.map().find("title")->text(), card.map().find("url")->text());
  return links;
}

std::string_view summary_of(const model::Article& article) {
  return article.description.empty() ? article.body.summary : article.description;
}

Value article_card(const SiteContext& context, std::size_t index) {
  const model::Article& article = context.site.articles[index];
  const SectionPages* section = context.find_section(article.section);
  Value picture = referenced_picture(context, article.source_path, article.cover.target, "");
  if (picture.is_none()) {
    // The first picture of the text stands in for a cover.
    for (const model::Slot& slot : article.body.slots) {
      if (slot.kind != model::SlotKind::Image && slot.kind != model::SlotKind::Player) continue;
      picture = referenced_picture(context, article.source_path, slot.target, "");
      if (!picture.is_none()) break;
    }
  }
  Map view;
  view.reserve(12);
  view.set("kind", Value("article"));
  view.set("title", borrow(article.title));
  view.set("url", Value(article.address()));
  view.set("description", borrow(summary_of(article)));
  view.set("date", date_view(context, article.date));
  view.set("section", section == nullptr ? Value(nullptr) : section->link);
  view.set("picture", std::move(picture));
  view.set("tags", card_tags(context, article));
  view.set("verdict",
           article.claim ? verdict_view(context, article.claim->verdict) : Value(nullptr));
  view.set("claim", article.claim ? borrow(article.claim->text) : Value(""));
  view.set("document_number", article.document ? borrow(article.document->number) : Value(""));
  view.set("author", Value(byline_of(context, article)));
  set_own_fields(context, article, view);
  if (article.event) view.set("event", event_view(context, article));
  if (!article.parts.empty()) view.set("item_count", Value(item_count(article)));
  return Value(std::move(view));
}

std::vector<const model::AwardResult*> awards_of(const model::Contest& contest,
                                                 const model::Entry& entry) {
  std::vector<const model::AwardResult*> out;
  if (!contest.awards) return out;
  for (const model::AwardResult& result : contest.awards->results) {
    if (!result.entry.empty() && result.entry == entry.id) out.push_back(&result);
  }
  return out;
}

const model::AwardKind* find_award_kind(const model::Contest& contest, const std::string& id) {
  const auto found = std::find_if(contest.award_kinds.begin(), contest.award_kinds.end(),
                                  [&id](const model::AwardKind& kind) { return kind.id == id; });
  return found == contest.award_kinds.end() ? nullptr : &*found;
}

Value entry_card(const SiteContext& context, const model::Contest& contest,
                 const model::Entry& entry) {
  const check::Target target = context.addresses.resolve(entry.source_path, entry.media.target);
  const model::PosterChoice choice = check::poster_choice(contest, entry, context.addresses);
  const model::Media* media = context.media.find(target.path, choice);
  const bool is_video = media != nullptr && media->facts.kind == model::MediaKind::Video;
  List awards;
  for (const model::AwardResult* result : awards_of(contest, entry)) {
    if (const auto* kind = find_award_kind(contest, result->award))
      awards.push_back(borrow(kind->title));
  }
  const SectionPages* section = context.exhibition_section() == nullptr
                                    ? nullptr
                                    : context.find_section(context.exhibition_section()->id);
  Map view;
  view.set("kind", Value("entry"));
  view.set("title", borrow(entry.title));
  view.set("url", Value(entry.address()));
  view.set("description", borrow(entry.description));
  view.set("date", date_view(context, entry.made_on));
  view.set("section", section == nullptr ? Value(nullptr) : section->link);
  view.set("picture", picture_view(context, target.path, entry.title, choice));
  view.set("tags", Value(List{}));
  view.set("verdict", Value(nullptr));
  view.set("claim", Value(""));
  view.set("document_number", Value(""));
  view.set("author", Value(""));
  view.set("form", Value(is_video ? "video" : "audio"));
  view.set("duration_text",
           media == nullptr ? Value("") : Value(duration_text(media->facts.duration_ms)));
  view.set("waveform", card_waveform(media));
  view.set("preview",
           media != nullptr && media->derivatives.preview
               ? Value(PublishedFiles::derived_address(*media, *media->derivatives.preview))
               : Value(""));
  view.set("category", borrow(title_of(contest.categories, entry.category)));
  view.set("topic", borrow(title_of(contest.topics, entry.topic)));
  view.set("district", borrow(entry.district));
  view.set("units", texts_view(entry.units));
  view.set("creators", names_view(entry.creators));
  view.set("awards", Value(std::move(awards)));
  view.set("contest", link_view(contest.short_title.empty() ? contest.title : contest.short_title,
                                contest.address()));
  view.set("demonstration", Value(entry.demonstration));
  return Value(std::move(view));
}

}  // namespace kepu::render
