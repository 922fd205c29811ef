#include "check/references.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/site_path.h"
#include "base/suggest.h"
#include "check/codes.h"
#include "check/publication.h"
#include "check/reference_place.h"

namespace kepu::check {

namespace {

using base::Place;

// The references of one source file.
bool names_file(model::SlotKind kind) {
  return kind == model::SlotKind::Image || kind == model::SlotKind::Player ||
         kind == model::SlotKind::Table;
}

class Checker {
 public:
  Checker(const AddressBook& addresses, const std::string& file, base::Diagnostics& diagnostics)
      : addresses_(addresses), file_(file), diagnostics_(diagnostics) {}

  void check_body(const model::Body& body) {
    for (const model::Slot& slot : body.slots) {
      const Place place{file_, slot.position, slot.length};
      if (slot.kind == model::SlotKind::Link || slot.kind == model::SlotKind::Card) {
        check_link(slot.target, place);
      } else if (slot.kind == model::SlotKind::Question) {
        // The question itself is looked for elsewhere.
        check_link(slot.target.substr(0, slot.target.find('#')), place);
      } else if (names_file(slot.kind)) {
        check_file(slot.target, place);
      }
    }
  }

  void check_file(const model::Reference& reference) {
    if (!reference.empty()) check_file(reference.target, place_of(file_, reference));
  }

  /// Must be a page of the site, now or later.
  void check_page(const model::Reference& reference) {
    const Target target = addresses_.resolve(file_, reference.target);
    const Place place = place_of(file_, reference);
    // Pages that have no card of their own: lists, contests, awards.
    const std::string_view name = base::file_name_of(target.path);
    const bool is_list = name == "_index.md" || name == "contest.json" || name == "awards.json";
    if (target.kind == TargetKind::File || target.kind == TargetKind::External || is_list) {
      diagnostics_.add(codes::kItemNoPage, place, {{"target", reference.target}});
    } else {
      check_link(reference.target, place);
    }
  }

  void check_address(const model::Reference& reference) {
    check_link(reference.target, place_of(file_, reference));
  }

 private:
  void check_link(const std::string& reference, const Place& place) {
    const Target target = addresses_.resolve(file_, reference);
    switch (target.kind) {
      case TargetKind::External:
      case TargetKind::File:
        return;
      case TargetKind::SamePage:
      case TargetKind::Page:
        check_fragment(target, place);
        return;
      case TargetKind::HeldBack:
        add_held_back(reference, target.held_back->reason, place);
        return;
      case TargetKind::Folder:
        diagnostics_.add(codes::kLinkFolder, place, {{"target", reference}});
        return;
      case TargetKind::Outside:
        diagnostics_.add(codes::kLinkOutside, place, {{"target", reference}});
        return;
      case TargetKind::Missing:
        diagnostics_.add(codes::kLinkMissing, place, {{"target", reference}})
            .with_suggestion(addresses_.nearest(file_, reference));
        return;
    }
  }

  void add_held_back(const std::string& reference, model::HoldReason why, const Place& place) {
    const base::Bilingual reason = reason_text(why);
    diagnostics_.add(
        codes::kLinkHeldBack, place,
        {{"target", reference}, {"reason", std::string(reason.zh), std::string(reason.en)}});
  }

  void check_fragment(const Target& target, const Place& place) {
    if (target.fragment.empty() || target.body == nullptr) return;
    const model::Body& body = *target.body;
    std::vector<std::string> known = body.anchors;
    for (const model::Heading& heading : body.headings) known.push_back(heading.id);
    if (std::find(known.begin(), known.end(), target.fragment) != known.end()) return;
    const std::string near = base::nearest_name(target.fragment, known);
    diagnostics_.add(codes::kFragmentMissing, place, {{"fragment", target.fragment}})
        .with_suggestion(near.empty() ? "" : "#" + near);
  }

  void check_file(const std::string& reference, const Place& place) {
    const Target target = addresses_.resolve(file_, reference);
    if (target.kind == TargetKind::File) return;
    if (target.kind == TargetKind::Outside) {
      diagnostics_.add(codes::kLinkOutside, place, {{"target", reference}});
      return;
    }
    diagnostics_
        .add(codes::kAssetMissing, place,
             {{"target", reference}, {"path", target.path.empty() ? reference : target.path}})
        .with_suggestion(addresses_.nearest(file_, reference));
  }

  const AddressBook& addresses_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
};

void check_poster(const model::Reference& poster, const std::string& file, Checker& checker,
                  base::Diagnostics& diagnostics) {
  if (poster.empty() || model::parse_time_code(poster.target)) return;
  const bool looks_like_time = poster.target.find('.') == std::string::npos;
  if (looks_like_time) {
    diagnostics.add(codes::kPosterInvalid, place_of(file, poster), {{"value", poster.target}});
  } else {
    checker.check_file(poster);
  }
}

void check_entry(const model::Entry& entry, const AddressBook& addresses,
                 base::Diagnostics& diagnostics) {
  Checker checker(addresses, entry.source_path, diagnostics);
  checker.check_file(entry.media);
  for (const model::SubtitleTrack& track : entry.subtitles) checker.check_file(track.file);
  check_poster(entry.poster, entry.source_path, checker, diagnostics);
}

}  // namespace

void check_references(const model::Site& site, const AddressBook& addresses, unsigned jobs,
                      base::Diagnostics& diagnostics) {
  std::vector<base::Diagnostics> slots(site.articles.size());
  base::parallel_for(site.articles.size(), jobs, [&](std::size_t i) {
    const model::Article& article = site.articles[i];
    Checker checker(addresses, article.source_path, slots[i]);
    checker.check_body(article.body);
    checker.check_file(article.cover);
    for (const model::CollectionPart& part : article.parts)
      for (const model::Reference& item : part.items) checker.check_page(item);
    if (article.event && article.event->follow_up) {
      for (const model::EventPicture& picture : article.event->follow_up->pictures)
        checker.check_file(picture.file);
      checker.check_file(article.event->follow_up->video);
    }
  });
  for (base::Diagnostics& slot : slots) diagnostics.merge(std::move(slot));
  for (const model::Section& section : site.sections) {
    if (!section.index_path.empty()) {
      Checker(addresses, section.index_path, diagnostics).check_body(section.introduction);
    }
  }
  for (const model::WallChart& chart : site.wall_charts) {
    Checker checker(addresses, chart.source_path, diagnostics);
    checker.check_file(chart.picture);
    checker.check_body(chart.text);
  }
  for (const model::SiteMark& mark : site.identity.marks)
    Checker(addresses, "content/site.json", diagnostics).check_file(mark.picture);
  for (const model::Book& book : site.books)
    Checker(addresses, book.source_path, diagnostics).check_file(book.cover);
  for (const model::Contest& contest : site.contests) {
    Checker checker(addresses, contest.source_path, diagnostics);
    checker.check_body(contest.introduction);
    check_poster(contest.poster, contest.source_path, checker, diagnostics);
    for (const model::Entry& entry : contest.entries) check_entry(entry, addresses, diagnostics);
  }
}

}  // namespace kepu::check
