#include "media/questions.h"

#include <tuple>
#include <utility>

namespace kepu::media {

namespace {

using QuestionId = std::tuple<std::size_t, worker::PosterMode, std::int64_t>;

class QuestionList {
 public:
  explicit QuestionList(Plan& plan) : plan_(&plan) {}

  std::optional<std::size_t> ask(std::size_t file, worker::PosterMode mode, std::int64_t time_ms) {
    const NamedFile& about = plan_->files[file];
    if (!about.error.empty() || about.is_markup) return std::nullopt;
    const auto [found, is_new] =
        known_.try_emplace(QuestionId{file, mode, time_ms}, plan_->questions.size());
    if (is_new) {
      Question question;
      question.file = file;
      question.request = {static_cast<std::uint32_t>(plan_->questions.size()), mode, time_ms};
      question.key = cache_key(about.content, question.request);
      plan_->questions.push_back(std::move(question));
    }
    return found->second;
  }

 private:
  Plan* plan_;
  std::map<QuestionId, std::size_t> known_;
};

// A choice that says nothing twice: the picture wins over the time.
model::PosterChoice tidy(const model::PosterChoice& choice) {
  if (choice.picture.empty()) return choice;
  return {std::nullopt, choice.picture};
}

}  // namespace

Plan make_plan(std::span<const MediaJob> jobs) {
  std::map<std::string, std::set<base::Place>> references;
  for (const MediaJob& job : jobs) {
    references[job.path].insert(job.place);
    if (!job.poster.picture.empty()) references[job.poster.picture].insert(job.poster_place);
  }
  Plan plan;
  std::map<std::string_view, std::size_t> numbers;
  for (auto& [path, places] : references) {
    numbers.emplace(path, plan.files.size());
    NamedFile file;
    file.path = path;
    file.references = std::move(places);
    plan.files.push_back(std::move(file));
  }
  std::map<std::pair<std::size_t, model::PosterChoice>, std::set<base::Place>> items;
  for (const MediaJob& job : jobs)
    items[{numbers.at(job.path), job.poster}].insert(
        job.poster_place.path.empty() ? job.place : job.poster_place);
  for (auto& [id, places] : items) {
    Item item;
    item.file = id.first;
    item.choice = id.second;
    item.poster_references = std::move(places);
    if (!item.choice.picture.empty()) item.poster_file = numbers.at(item.choice.picture);
    plan.items.push_back(std::move(item));
  }
  return plan;
}

void add_questions(Plan& plan) {
  using worker::PosterMode;
  QuestionList questions(plan);
  for (Item& item : plan.items) {
    const model::PosterChoice choice = tidy(item.choice);
    if (item.poster_file) {
      item.question = questions.ask(item.file, PosterMode::None, 0);
      item.poster_question = questions.ask(*item.poster_file, PosterMode::Picture, 0);
    } else if (choice.time_ms) {
      item.question = questions.ask(item.file, PosterMode::AtTime, *choice.time_ms);
    } else {
      item.question = questions.ask(item.file, PosterMode::Best, 0);
    }
  }
}

}  // namespace kepu::media
