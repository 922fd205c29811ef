#include "media/questions.h"

#include <tuple>
#include <utility>

namespace kepu::media {

namespace {

using QuestionId = std::tuple<std::size_t, worker::PosterMode, std::int64_t>;

/// Questions of Task::Poster, each once.
class QuestionList {
 public:
  QuestionList(Plan& plan, bool avif) : plan_(&plan), avif_(avif) {}

  std::optional<std::size_t> ask(std::size_t file, worker::PosterMode mode, std::int64_t time_ms) {
    const NamedFile& about = plan_->files[file];
    if (about.error || about.is_markup) return std::nullopt;
    const auto [found, is_new] =
        known_.try_emplace(QuestionId{file, mode, time_ms}, plan_->questions.size());
    if (is_new) {
      worker::Request request;
      request.poster = mode;
      request.time_ms = time_ms;
      request.avif = avif_;
      add_question(*plan_, file, std::move(request));
    }
    return found->second;
  }

 private:
  Plan* plan_;
  bool avif_;
  std::map<QuestionId, std::size_t> known_;
};

// A choice that says nothing twice: the picture wins over the time.
model::PosterChoice tidy(const model::PosterChoice& choice) {
  if (choice.picture.empty()) return choice;
  return {std::nullopt, choice.picture, choice.is_default};
}

}  // namespace

Plan make_plan(std::span<const MediaJob> jobs) {
  std::map<std::string, NamedFile> named;
  for (const MediaJob& job : jobs) {
    NamedFile& file = named[job.path];
    file.references.insert(job.place);
    file.played = file.played || job.use == MediaUse::Played;
    file.shown = file.shown || job.use == MediaUse::Shown;
    if (!job.poster.picture.empty()) named[job.poster.picture].references.insert(job.poster_place);
  }
  Plan plan;
  std::map<std::string, std::size_t, std::less<>> numbers;
  for (auto& [path, file] : named) {
    numbers.emplace(path, plan.files.size());
    file.path = path;
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

void add_questions(Plan& plan, const model::MediaSettings& settings) {
  using worker::PosterMode;
  QuestionList questions(plan, settings.avif);
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

void add_further_questions(Plan& plan, const model::MediaSettings& settings) {
  using worker::Kind;
  using worker::Task;
  const std::size_t first_questions = plan.questions.size();
  for (std::size_t i = 0; i < first_questions; ++i) {
    if (!is_sound(plan.questions[i])) continue;
    const std::size_t number = plan.questions[i].file;
    const worker::Facts facts = plan.questions[i].reply->analysis.facts;
    NamedFile& file = plan.files[number];
    const auto ask = [&](Task task, bool wanted) {
      if (!wanted || file.more.contains(task)) return;
      worker::Request request;
      request.task = task;
      request.avif = settings.avif && task == Task::Resize;
      request.preview = settings.preview && task == Task::Storyboard;
      file.more.emplace(task, add_question(plan, number, request));
    };
    const bool video = facts.kind == Kind::Video;
    const bool picture = facts.kind == Kind::Picture;
    ask(Task::Inspect, video && file.played);
    ask(Task::Storyboard, video && file.played && (settings.storyboard || settings.preview));
    ask(Task::Resize, picture && file.shown);
    // However a picture is used, no page may give away where it was taken.
    ask(Task::Rewrite, picture || (video && file.played && settings.faststart && facts.is_mp4 &&
                                   !facts.index_first));
  }
}

std::size_t add_question(Plan& plan, std::size_t file, worker::Request request) {
  Question question;
  question.file = file;
  question.request = std::move(request);
  question.request.job = static_cast<std::uint32_t>(plan.questions.size());
  question.key = cache_key(plan.files[file].content, question.request);
  plan.questions.push_back(std::move(question));
  return plan.questions.size() - 1;
}

bool is_sound(const Question& question) {
  return question.reply && question.reply->analysis.outcome == worker::Outcome::Ok;
}

}  // namespace kepu::media
