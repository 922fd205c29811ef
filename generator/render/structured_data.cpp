#include "render/structured_data.h"

#include <algorithm>

#include "render/cards.h"
#include "render/file_types.h"
#include "render/json_text.h"
#include "render/view_parts.h"

namespace kepu::render {

namespace {

constexpr const char* kContext = "https://schema.org";

JsonText& begin(JsonText& json, std::string_view type) {
  return json.open_object().text("@context", kContext).text("@type", type);
}

void add_organisation(JsonText& json, std::string_view key, std::string_view name,
                      std::string_view url = {}) {
  if (name.empty()) return;
  json.open_object(key)
      .text("@type", "Organization")
      .text("name", name)
      .text_if("url", url)
      .close_object();
}

void add_publisher(JsonText& json, const SiteContext& context) {
  add_organisation(json, "publisher", context.site.identity.organisation_name,
                   context.site.identity.organisation_url);
}

// People with their units; a byline alone names an office as a rule.
void add_authors(JsonText& json, const SiteContext& context, const model::Article& article) {
  if (article.authors.empty()) {
    add_organisation(
        json, "author",
        article.author.empty() ? context.site.identity.organisation_name : article.author);
    return;
  }
  json.open_array("author");
  for (const model::Author& author : article.authors) {
    json.open_object().text("@type", "Person").text("name", author.name);
    add_organisation(json, "affiliation", author.unit);
    json.close_object();
  }
  json.close_array();
}

const char* article_type(model::SectionKind kind) {
  if (kind == model::SectionKind::News) return "NewsArticle";
  if (kind == model::SectionKind::Research) return "ScholarlyArticle";
  return "Article";
}

}  // namespace

std::string website_data(const SiteContext& context) {
  const model::Identity& identity = context.site.identity;
  JsonText json;
  begin(json, "WebSite")
      .text("name", identity.title)
      .text_if("alternateName", identity.subtitle)
      .text_if("description", identity.description)
      .text("inLanguage", context.language())
      .text_if("url", context.absolute("index.html"));
  add_publisher(json, context);
  json.close_object();
  return std::move(json).take();
}

std::string breadcrumb_data(const SiteContext& context, const PageHead& head) {
  JsonText json;
  begin(json, "BreadcrumbList").open_array("itemListElement");
  std::int64_t position = 0;
  for (const auto& [title, address] : head.trail) {
    json.open_object()
        .text("@type", "ListItem")
        .number("position", ++position)
        .text("name", title)
        .text_if("item", context.absolute(address))
        .close_object();
  }
  json.open_object()
      .text("@type", "ListItem")
      .number("position", ++position)
      .text("name", head.crumb.empty() ? head.heading : head.crumb)
      .close_object();
  json.close_array().close_object();
  return std::move(json).take();
}

std::string article_data(const SiteContext& context, const model::Article& article,
                         model::SectionKind kind, const PageHead& head) {
  JsonText json;
  begin(json, article_type(kind))
      .text("headline", article.title)
      .text_if("alternativeHeadline", article.subtitle)
      .text_if("description", head.description)
      .text("datePublished", base::format_iso_date_time(article.date))
      .text("dateModified", base::format_iso_date_time(article.updated.value_or(article.date)))
      .text("inLanguage", context.language())
      .text_if("url", context.absolute(head.address))
      .text_if("mainEntityOfPage", context.absolute(head.address));
  if (!head.image.empty()) json.text_if("image", context.absolute(head.image));
  add_authors(json, context, article);
  if (kind == model::SectionKind::Research) json.text_if("abstract", article.description);
  add_publisher(json, context);
  json.text_if("license", article.license);
  if (!article.sources.empty()) {
    json.open_array("citation");
    for (const model::Citation& source : article.sources) {
      json.open_object().text("@type", "CreativeWork").text("name", source.title);
      json.text_if("url", source.url);
      add_organisation(json, "publisher", source.publisher);
      json.close_object();
    }
    json.close_array();
  }
  json.close_object();
  return std::move(json).take();
}

std::string claim_data(const SiteContext& context, const model::Article& article,
                       const PageHead& head) {
  const model::Claim& claim = *article.claim;
  const auto verdict = verdict_view(context, claim.verdict);
  const auto* label = verdict.map().find("label");
  JsonText json;
  begin(json, "ClaimReview")
      .text("claimReviewed", claim.text)
      .text_if("url", context.absolute(head.address))
      .text("datePublished", base::format_iso_date(
                                 claim.checked_on.value_or(article.updated.value_or(article.date))))
      .text("inLanguage", context.language());
  add_organisation(
      json, "author",
      claim.checked_by.empty() ? context.site.identity.organisation_name : claim.checked_by);
  json.open_object("reviewRating")
      .text("@type", "Rating")
      .number("ratingValue", static_cast<std::int64_t>(claim.verdict))
      .number("bestRating", 5)
      .number("worstRating", 1)
      .text("alternateName", label->text())
      .close_object();
  json.open_object("itemReviewed").text("@type", "Claim").text("name", claim.text);
  add_organisation(json, "author", claim.origin);
  json.close_object().close_object();
  return std::move(json).take();
}

std::string work_data(const SiteContext& context, const model::Contest& contest,
                      const model::Entry& entry, const model::Media* media, const PageHead& head) {
  JsonText json;
  const bool is_known = media != nullptr && !media->damaged;
  const bool is_video = is_known && media->facts.kind == model::MediaKind::Video;
  begin(json, !is_known  ? "CreativeWork"
              : is_video ? "VideoObject"
                         : "AudioObject")
      .text("name", entry.title)
      .text_if("description", entry.description)
      .text_if("url", context.absolute(head.address))
      .text("inLanguage", context.language());
  const auto uploaded = entry.consent_on ? entry.consent_on : entry.made_on;
  if (uploaded) json.text("uploadDate", base::format_iso_date_time(*uploaded));
  if (is_known) {
    json.text("duration", duration_iso(media->facts.duration_ms));
    const std::string& file = context.files.address_of(media->path);
    if (!file.empty())
      json.text_if("contentUrl", context.absolute(file))
          .text("encodingFormat", media_type(media->facts));
    if (is_video) {
      if (!head.image.empty()) json.text_if("thumbnailUrl", context.absolute(head.image));
      json.number("width", media->facts.width_px).number("height", media->facts.height_px);
    }
  }
  const auto& tracks =
      context.cue_files.tracks(entry.source_path, media == nullptr ? "" : media->path);
  const bool from_cues = entry.script.empty() && !tracks.empty();
  json.text_if("transcript", from_cues ? spoken_text(tracks.front()) : entry.script)
      .text_if("license", entry.license);
  if (!entry.creators.empty()) {
    json.open_array("creator");
    for (const model::NamedRole& person : entry.creators) {
      json.open_object().text("@type", "Person").text("name", person.name).close_object();
    }
    json.close_array();
  }
  if (!entry.units.empty()) {
    json.open_array("sourceOrganization");
    for (const std::string& unit : entry.units) {
      json.open_object().text("@type", "Organization").text("name", unit).close_object();
    }
    json.close_array();
  }
  const auto awards = awards_of(contest, entry);
  if (!awards.empty()) {
    json.open_array("award");
    for (const model::AwardResult* result : awards) {
      if (const auto* kind = find_award_kind(contest, result->award)) {
        json.item(contest.title + " " + kind->title);
      }
    }
    json.close_array();
  }
  json.close_object();
  return std::move(json).take();
}

std::string quiz_data(const SiteContext& context, const model::Quiz& quiz, const PageHead& head) {
  JsonText json;
  begin(json, "Quiz")
      .text("name", quiz.title)
      .text_if("description", quiz.description)
      .text_if("url", context.absolute(head.address))
      .text("inLanguage", context.language())
      .open_array("hasPart");
  for (const model::Question& question : quiz.questions) {
    std::string answer;
    for (const model::AnswerOption& option : question.options) {
      if (std::find(question.answer.begin(), question.answer.end(), option.id) ==
          question.answer.end())
        continue;
      answer.append(answer.empty() ? "" : context.theme.text("semicolon", "；"))
          .append(option.text);
    }
    if (question.kind == model::QuestionKind::TrueFalse && !question.answer.empty()) {
      const bool right = question.answer.front() == "true";
      answer = right ? context.theme.text("answer_true", "对")
                     : context.theme.text("answer_false", "错");
    }
    json.open_object()
        .text("@type", "Question")
        .text("text", question.text)
        .open_object("acceptedAnswer")
        .text("@type", "Answer")
        .text("text", answer + context.theme.text("sentence_end", "。") + question.explanation)
        .close_object()
        .close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

std::string list_data(const SiteContext& context, const PageHead& head,
                      const std::vector<std::pair<std::string, std::string>>& items) {
  JsonText json;
  begin(json, "ItemList")
      .text("name", head.heading)
      .number("numberOfItems", static_cast<std::int64_t>(items.size()))
      .open_array("itemListElement");
  std::int64_t position = 0;
  for (const auto& [title, address] : items) {
    json.open_object()
        .text("@type", "ListItem")
        .number("position", ++position)
        .text("name", title)
        .text_if("url", context.absolute(address))
        .close_object();
  }
  json.close_array().close_object();
  return std::move(json).take();
}

}  // namespace kepu::render
