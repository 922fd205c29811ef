#include "check/component_references.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/site_path.h"
#include "base/suggest.h"
#include "check/codes.h"

namespace kepu::check {

namespace {

const model::Quiz* find_quiz(const model::Site& site, const std::string& path) {
  const auto found =
      std::find_if(site.quizzes.begin(), site.quizzes.end(),
                   [&path](const model::Quiz& quiz) { return quiz.source_path == path; });
  return found == site.quizzes.end() ? nullptr : &*found;
}

void refuse_question(const model::Site& site, const Target& target, const std::string& reference,
                     const base::Place& place, base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  if (const model::Quiz* quiz = find_quiz(site, target.path))
    for (const model::Question& question : quiz->questions) known.push_back(question.id);
  const std::string near = base::nearest_name(target.fragment, known);
  const std::string path = reference.substr(0, reference.find('#'));
  diagnostics.add(codes::kQuestionUnknown, place, {{"target", reference}})
      .with_suggestion(near.empty() ? "" : path + "#" + near);
}

void check_body(const model::Site& site, const AddressBook& addresses, const std::string& from,
                const model::Body& body, base::Diagnostics& diagnostics) {
  for (const model::Slot& slot : body.slots) {
    const bool is_card = slot.kind == model::SlotKind::Card;
    if (!is_card && slot.kind != model::SlotKind::Question) continue;
    const base::Place place{from, slot.position, slot.length};
    const Target target = addresses.resolve(from, slot.target);
    // Nothing there, or not now: told with the links.
    if (target.kind == TargetKind::Missing || target.kind == TargetKind::HeldBack ||
        target.kind == TargetKind::Outside || target.kind == TargetKind::Folder)
      continue;
    if (is_card && !has_card(target))
      diagnostics.add(codes::kCardNoPage, place, {{"target", slot.target}});
    if (!is_card && find_question(site, addresses, from, slot.target) == nullptr)
      refuse_question(site, target, slot.target, place, diagnostics);
  }
}

}  // namespace

bool has_card(const Target& target) {
  const std::string_view name = base::file_name_of(target.path);
  const bool is_list =
      name == "_index.md" || name == "contest.json" || name == "awards.json" || name == "book.json";
  return target.kind == TargetKind::Page && !is_list;
}

const model::Question* find_question(const model::Site& site, const AddressBook& addresses,
                                     const std::string& from, const std::string& reference) {
  const Target target = addresses.resolve(from, reference);
  if (target.kind != TargetKind::Page) return nullptr;
  const model::Quiz* quiz = find_quiz(site, target.path);
  if (quiz == nullptr) return nullptr;
  const auto found =
      std::find_if(quiz->questions.begin(), quiz->questions.end(),
                   [&target](const auto& question) { return question.id == target.fragment; });
  return found == quiz->questions.end() ? nullptr : &*found;
}

void check_component_references(const model::Site& site, const AddressBook& addresses,
                                base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles)
    check_body(site, addresses, article.source_path, article.body, diagnostics);
  for (const model::Section& section : site.sections)
    if (!section.index_path.empty())
      check_body(site, addresses, section.index_path, section.introduction, diagnostics);
  for (const model::WallChart& chart : site.wall_charts)
    check_body(site, addresses, chart.source_path, chart.text, diagnostics);
  for (const model::Contest& contest : site.contests)
    check_body(site, addresses, contest.source_path, contest.introduction, diagnostics);
}

}  // namespace kepu::check
