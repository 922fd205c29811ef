#include <algorithm>

#include "base/suggest.h"
#include "read/prose.h"
#include "read/records.h"
#include "read/site_codes.h"

namespace kepu::read {

using model::AnswerOption;
using model::Question;
using model::QuestionKind;
using model::Quiz;
using model::QuizPaper;

namespace {

const Record<AnswerOption>& option_record() {
  static const Record<AnswerOption> record =
      Record<AnswerOption>("answer-option", {"一个选项", "An option"})
          .required("id", Id{}, &AnswerOption::id, {"编号：如 a", "Identifier, such as a"})
          .required("text", Text{}, &AnswerOption::text, {"内容", "Text"});
  return record;
}

std::vector<std::string> possible_answers(const Question& question) {
  if (question.kind == QuestionKind::TrueFalse) return {"true", "false"};
  std::vector<std::string> ids;
  for (const AnswerOption& option : question.options) ids.push_back(option.id);
  return ids;
}

// An answer that cannot be given, or too many or too few of them.
void check_answers(Reading& reading, const Node& node, const Question& question) {
  const Node* answer = node.find("answer");
  if (answer == nullptr || !answer->is_list()) return;
  const std::vector<std::string> possible = possible_answers(question);
  for (const Node& item : answer->items) {
    if (std::find(possible.begin(), possible.end(), item.text) != possible.end()) continue;
    std::string choices;
    for (const std::string& id : possible) choices.append(choices.empty() ? "" : ", ").append(id);
    reading
        .add(codes::kQuizAnswer, item.mark, {{"value", excerpt(item.text)}, {"choices", choices}})
        .with_suggestion(base::nearest_name(item.text, possible));
  }
  const bool one = question.kind != QuestionKind::Multiple;
  const std::size_t count = answer->items.size();
  if (one ? count != 1 : count < 2) {
    reading.add(codes::kQuizAnswerCount, answer->mark,
                {{"needed", one ? "1 个" : "2 个或更多", one ? "one" : "two or more"},
                 {"count", std::to_string(count)}});
  }
  const bool options_fit = question.kind == QuestionKind::TrueFalse ? question.options.empty()
                                                                    : question.options.size() >= 2;
  if (!options_fit) reading.add(codes::kQuizOptions, node.mark);
}

const Record<Question>& question_record() {
  static const Record<Question> record =
      Record<Question>("question", {"一道题", "A question"})
          .checked_by(check_answers)
          .required("id", Id{}, &Question::id, {"编号", "Identifier"})
          .required("kind",
                    Choice<QuestionKind>{
                        {"single", QuestionKind::Single, {"单选", "one answer"}},
                        {"multiple", QuestionKind::Multiple, {"多选", "several answers"}},
                        {"true-false", QuestionKind::TrueFalse, {"判断", "true or false"}}},
                    &Question::kind, {"题型", "Kind"})
          .required("text", Text{500}, &Question::text, {"题目", "The question"})
          .optional("options", List{Part{option_record()}}, &Question::options,
                    {"选项：判断题不写", "Options; none of true-or-false questions"})
          .required("answer", List{Text{}}, &Question::answer,
                    {"答案：选项的编号；判断题写 \"true\" 或 \"false\"",
                     "Ids of the right options; \"true\" or \"false\""})
          .required("explanation", Prose{1000}, &Question::explanation,
                    {"解析：为什么", "Why it is so"})
          .optional("sources", List{Part{citation_record()}}, &Question::sources,
                    {"资料：事实的出处", "Sources of facts"})
          .optional("difficulty", Whole{1, 3}, &Question::difficulty,
                    {"难度：1 到 3，默认 1", "1 to 3; 1 by default"})
          .optional("topic", Text{}, &Question::topic, {"知识点", "What it is about"});
  return record;
}

const Record<QuizPaper>& paper_record() {
  static const Record<QuizPaper> record =
      Record<QuizPaper>("quiz-paper", {"一份试卷", "A paper"})
          .required("id", Id{}, &QuizPaper::id, {"编号", "Identifier"})
          .required("title", Text{}, &QuizPaper::title, {"名称：如 快速十题", "Name"})
          .required("count", Whole{1, 200}, &QuizPaper::count, {"题数", "How many questions"});
  return record;
}

void check_papers(Reading& reading, const Node& node, const Quiz& quiz) {
  const Node* questions = node.find("questions");
  if (questions != nullptr && questions->is_list() && questions->items.empty() && !quiz.draft)
    reading.add(codes::kQuizEmpty, questions->mark);
  const Node* papers = node.find("papers");
  if (papers == nullptr) return;
  for (const Node& paper : papers->items) {
    const Node* count = paper.is_map() ? paper.find("count") : nullptr;
    if (count == nullptr || count->form != Form::Number) continue;
    if (std::stoll("0" + count->text) <= static_cast<long long>(quiz.questions.size())) continue;
    reading.add(codes::kQuizPaperCount, count->mark,
                {{"count", count->text}, {"questions", std::to_string(quiz.questions.size())}});
  }
}

}  // namespace

const Record<Quiz>& quiz_record() {
  static const Record<Quiz> record =
      Record<Quiz>("quiz", {"题库", "A bank of questions"})
          .checked_by(check_papers)
          .required("id", Id{}, Placed{&Quiz::id, &Quiz::id_position},
                    {"编号：与文件名相同", "The name of its file"})
          .required("title", Text{200}, &Quiz::title, {"标题", "Title"})
          .optional("description", Prose{1000}, &Quiz::description,
                    {"简介：一两句话", "One or two sentences"})
          .required("date", Day{}, &Quiz::date, {"日期：发布日期", "Date of publication"})
          .optional("audiences", List{Text{}}, &Quiz::audiences, {"人群", "Audiences"})
          .optional("tags", List{Text{}}, &Quiz::tags, {"话题", "Topics"})
          .optional("review", Part{review_record()}, &Quiz::review,
                    {"审查：科学性审查", "Science review"})
          .required("questions", List{Part{question_record()}}, &Quiz::questions,
                    {"题目", "Questions"})
          .optional("papers", List{Part{paper_record()}}, &Quiz::papers,
                    {"试卷：一次抽几题", "How many questions are drawn at once"})
          .optional("demonstration", Flag{}, &Quiz::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"})
          .optional("draft", Flag{}, &Quiz::draft, {"草稿：true 时不发布", "true: not published"});
  return record;
}

}  // namespace kepu::read
