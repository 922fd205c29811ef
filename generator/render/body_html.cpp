#include "render/body_html.h"

#include <algorithm>

#include "base/html.h"
#include "base/site_path.h"
#include "media/playability.h"
#include "render/body_words.h"
#include "render/cards.h"
#include "render/chart_view.h"
#include "render/components.h"
#include "render/fact_views.h"
#include "render/file_types.h"
#include "render/storyboard_files.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

namespace {

constexpr std::string_view kHrefOpening = " href=\"";

// Where a player would stay black for many visitors, the page offers the file instead.
bool is_playable(const model::MediaFacts& facts) {
  return media::playability(facts).reach <= media::Reach::MostBrowsers;
}

class Filler {
 public:
  Filler(const SiteContext& context, const std::string& source_path, std::string_view address,
         base::Diagnostics& diagnostics, const BodyExtras& extras)
      : context_(context),
        source_path_(source_path),
        address_(address),
        root_(base::root_prefix(address)),
        diagnostics_(diagnostics),
        extras_(extras) {}

  std::string fill(const model::Body& body) {
    std::string out;
    out.reserve(body.html.size() + body.slots.size() * 64);
    Progress at;
    for (const model::Box& box : body.boxes) {
      fill_until(body, box.begin, at, out);
      std::string content;
      fill_until(body, box.end, at, content);
      append_box(out, box, content);
    }
    fill_until(body, std::string::npos, at, out);
    replace_body_words(context_.theme, out);
    return out;
  }

 private:
  /// How far a body has been written.
  struct Progress {
    std::size_t copied = 0;
    std::size_t slot = 0;
    std::size_t term = 0;
  };

  void fill_until(const model::Body& body, std::size_t end, Progress& at, std::string& out) {
    for (; at.slot < body.slots.size() && body.slots[at.slot].offset < end; ++at.slot) {
      const model::Slot& slot = body.slots[at.slot];
      explain_until(body, slot.offset, at, out);
      out.append(body.html, at.copied, slot.offset - at.copied);
      at.copied = slot.offset;
      if (slot.kind == model::SlotKind::Link || slot.kind == model::SlotKind::Term) {
        at.copied = append_link(out, slot, body.html, at.copied);
      } else {
        append_component(out, slot, body);
      }
    }
    end = std::min(end, body.html.size());
    explain_until(body, end, at, out);
    out.append(body.html, at.copied, end - at.copied);
    at.copied = end;
  }

  // Terms that end before `end`; one with a gap in its middle is left as it is.
  void explain_until(const model::Body& body, std::size_t end, Progress& at, std::string& out) {
    for (; at.term < extras_.terms.size() && extras_.terms[at.term].offset < end; ++at.term) {
      const TermMatch& match = extras_.terms[at.term];
      if (match.offset + match.length > end) continue;
      out.append(body.html, at.copied, match.offset - at.copied);
      out += "<a class=\"term\" href=\"";
      base::append_html_escaped(out, term_href(context_.site.glossary[match.term].id));
      out += "\">";
      out.append(body.html, match.offset, match.length);
      out += "</a>";
      at.copied = match.offset + match.length;
    }
  }

  std::string term_href(const std::string& id) const {
    const std::string target = term_address(context_.glossary, id);
    return target.empty() ? "" : base::relative_address(address_, target);
  }

  void append_box(std::string& out, const model::Box& box, std::string& content) {
    // A missing template was said once, when the theme was loaded.
    if (!context_.theme.templates.contains("components/box.html")) return;
    Map view;
    view.set("root", Value(root_));
    view.set("box", box_view(context_, box, std::move(content)));
    context_.theme.templates.render("components/box.html", {context_.globals, view, address_}, out,
                                    diagnostics_);
  }

  // A link that leads nowhere loses its href and stays as text.
  std::size_t append_link(std::string& out, const model::Slot& slot, const std::string& html,
                          std::size_t copied) {
    const std::string href = slot.kind == model::SlotKind::Term
                                 ? term_href(slot.target)
                                 : href_for(context_, source_path_, slot.target, address_);
    if (!href.empty()) {
      base::append_html_escaped(out, href);
      const std::size_t number =
          extras_.links == nullptr ? 0 : extras_.links->number_of(slot.target);
      // The gap ends with the quote of the href.
      if (number != 0) out.append("\" data-ref=\"").append(std::to_string(number));
    } else if (std::string_view(out).ends_with(kHrefOpening) && copied < html.size()) {
      out.resize(out.size() - kHrefOpening.size());
      return copied + 1;
    }
    return copied;
  }

  void append_component(std::string& out, const model::Slot& slot, const model::Body& body) {
    if (slot.kind == model::SlotKind::Fact || slot.kind == model::SlotKind::FactCard) {
      append_fact(out, slot);
      return;
    }
    if (slot.kind == model::SlotKind::Chart || slot.kind == model::SlotKind::Table) {
      append_chart(out, slot, body);
      return;
    }
    if (slot.kind == model::SlotKind::Card || slot.kind == model::SlotKind::Question) {
      append_page_component(out, slot);
      return;
    }
    const check::Target target = context_.addresses.resolve(source_path_, slot.target);
    if (target.kind != check::TargetKind::File) return;
    Map view;
    view.set("root", Value(root_));
    const bool is_player = slot.kind == model::SlotKind::Player;
    if (is_player) {
      auto player = player_fields(context_, target.path, slot.alt);
      if (!player) return;
      view.set("player", Value(std::move(*player)));
    } else {
      view.set("picture", picture_view(context_, target.path, slot.alt, {}, PictureUse::Text));
      view.set("caption", Value(slot.title));
    }
    view.set("stands_alone", Value(slot.stands_alone));
    context_.theme.templates.render(is_player ? "components/player.html" : "components/image.html",
                                    {context_.globals, view, address_}, out, diagnostics_);
  }

  void append_fact(std::string& out, const model::Slot& slot) {
    const bool is_card = slot.kind == model::SlotKind::FactCard;
    const char* const name = is_card ? "components/fact_card.html" : "components/fact_mark.html";
    const model::Fact* fact = model::find_fact(context_.site.facts, slot.target);
    if (fact == nullptr || !context_.theme.templates.contains(name)) return;
    // Once on a page is enough to lead to the source.
    const bool is_new = std::find(marked_.begin(), marked_.end(), fact) == marked_.end();
    if (!is_card && !is_new) return;
    if (is_new) marked_.push_back(fact);
    Map view;
    view.set("root", Value(root_));
    view.set("fact", fact_view(context_, *fact));
    context_.theme.templates.render(name, {context_.globals, view, address_}, out, diagnostics_);
  }

  // Blocks stand in the body in the order of their slots.
  void append_chart(std::string& out, const model::Slot& slot, const model::Body& body) {
    const std::string id = "chart-" + std::to_string(++charts_);
    Value view = slot.kind == model::SlotKind::Chart
                     ? chart_view(context_, body.charts[blocks_++], source_path_, id)
                     : table_chart_view(context_, slot, source_path_, id);
    // It cannot be drawn, which has been told; or has no template, which has been, too.
    if (view.is_none() || !context_.theme.templates.contains("components/chart.html")) return;
    Map fields;
    fields.set("root", Value(root_));
    fields.set("chart", std::move(view));
    context_.theme.templates.render("components/chart.html", {context_.globals, fields, address_},
                                    out, diagnostics_);
  }

  void append_page_component(std::string& out, const model::Slot& slot) {
    const bool is_card = slot.kind == model::SlotKind::Card;
    Value content = is_card ? linked_card(context_, source_path_, slot.target)
                            : linked_question(context_, source_path_, slot.target);
    const char* const name = is_card ? "components/card.html" : "components/question.html";
    // Held back, which has been told; or without a template, which has been, too.
    if (content.is_none() || !context_.theme.templates.contains(name)) return;
    Map view;
    view.set("root", Value(root_));
    view.set(std::string_view(is_card ? "card" : "question"), std::move(content));
    context_.theme.templates.render(name, {context_.globals, view, address_}, out, diagnostics_);
  }

  const SiteContext& context_;
  const std::string& source_path_;
  std::string_view address_;
  std::string root_;
  base::Diagnostics& diagnostics_;
  const BodyExtras& extras_;
  std::vector<const model::Fact*> marked_;  // whose source is led to
  std::size_t charts_ = 0;                  // on the page
  std::size_t blocks_ = 0;                  // of them, those of blocks
};

}  // namespace

std::string href_for(const SiteContext& context, const std::string& source_path,
                     std::string_view reference, std::string_view address) {
  const check::Target target = context.addresses.resolve(source_path, reference);
  const std::string fragment =
      target.fragment.empty() ? "" : "#" + base::escape_url(target.fragment);
  switch (target.kind) {
    case check::TargetKind::External:
      return base::escape_url(target.address);
    case check::TargetKind::SamePage:
      return fragment.empty() ? "#" : fragment;
    case check::TargetKind::Page:
      return base::escape_url(base::relative_address(address, target.address)) + fragment;
    case check::TargetKind::File: {
      const std::string& file = context.files.address_of(target.path);
      return file.empty() ? "" : base::relative_address(address, file);
    }
    case check::TargetKind::HeldBack:
    case check::TargetKind::Folder:
    case check::TargetKind::Outside:
    case check::TargetKind::Missing:
      return {};
  }
  return {};
}

std::string fill_body(const SiteContext& context, const model::Body& body,
                      const std::string& source_path, std::string_view address,
                      base::Diagnostics& diagnostics, const BodyExtras& extras) {
  return Filler(context, source_path, address, diagnostics, extras).fill(body);
}

std::optional<Map> player_fields(const SiteContext& context, const std::string& path,
                                 std::string_view caption, const model::PosterChoice& choice,
                                 std::string_view entry) {
  const model::Media* media = context.media.find(path, choice);
  if (media == nullptr || (media->facts.kind == model::MediaKind::Picture && !media->damaged)) {
    return std::nullopt;
  }
  const bool is_video = media->facts.kind == model::MediaKind::Video;
  Map view;
  view.set("form", Value(is_video ? "video" : "audio"));
  view.set("url", Value(context.files.address_of(path)));
  view.set("type", Value(media_type(media->facts)));
  // Of a sound: its cover art, or the picture that its entry names.
  view.set("poster", is_video || !media->derivatives.posters.empty()
                         ? picture_view(context, path, caption, choice, PictureUse::Player)
                         : Value(nullptr));
  view.set("width", Value(media->facts.width_px));
  view.set("height", Value(media->facts.height_px));
  view.set("duration_text", Value(duration_text(media->facts.duration_ms)));
  view.set("duration_iso", Value(duration_iso(media->facts.duration_ms)));
  view.set("duration_ms", Value(media->facts.duration_ms));
  view.set("size_text", Value(file_size_text(media->facts.file_size)));
  view.set("color", borrow(media->derivatives.average_color));
  view.set("storyboard", storyboard_view(*media));
  view.set("waveform", media->derivatives.waveform
                           ? Value::safe_view(media->derivatives.waveform->svg)
                           : Value(""));
  const auto& tracks = context.cue_files.tracks(entry, path);
  view.set("subtitles", subtitles_view(context.cue_files, tracks));
  view.set("transcripts", transcripts_view(context.cue_files, tracks));
  // Works have chapters: entry_view puts them in.
  view.set("chapters", Value(theme::List{}));
  view.set("chapters_url", Value(""));
  view.set("caption", Value(caption));
  view.set("damaged", Value(media->damaged));
  view.set("playable", Value(is_playable(media->facts)));
  return view;
}

}  // namespace kepu::render
