#include "render/quiz_table.h"

#include <algorithm>
#include <vector>

namespace kepu::render {

namespace {

// RFC 4180. A text that begins like a formula is a text: programs would compute it otherwise.
void append_cell(std::string& out, std::string_view text) {
  const bool like_formula =
      !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  out += '"';
  if (like_formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += "\r\n";
}

std::string kind_label(const SiteContext& context, model::QuestionKind kind) {
  switch (kind) {
    case model::QuestionKind::Single:
      return context.theme.text("question_single", "单选题");
    case model::QuestionKind::Multiple:
      return context.theme.text("question_multiple", "多选题");
    case model::QuestionKind::TrueFalse:
      return context.theme.text("question_true_false", "判断题");
  }
  return {};
}

std::string letter(std::size_t option) {
  return std::string(1, static_cast<char>('A' + option));
}

// Options are named A, B, C … in their order, whatever their ids are.
std::vector<std::string> row_of(const SiteContext& context, const model::Question& question) {
  std::string options;
  std::string answer;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const model::AnswerOption& option = question.options[i];
    options.append(i == 0 ? "" : "\n").append(letter(i)).append(". ").append(option.text);
    if (std::find(question.answer.begin(), question.answer.end(), option.id) !=
        question.answer.end())
      answer += letter(i);
  }
  if (question.kind == model::QuestionKind::TrueFalse && !question.answer.empty()) {
    answer = question.answer.front() == "true" ? context.theme.text("answer_true", "对")
                                               : context.theme.text("answer_false", "错");
  }
  std::string sources;
  const std::string comma = context.theme.text("clause_mark", "，");
  for (const model::Citation& source : question.sources) {
    sources.append(sources.empty() ? "" : "\n").append(source.title);
    if (!source.publisher.empty()) sources.append(comma).append(source.publisher);
    if (!source.url.empty()) sources.append(comma).append(source.url);
  }
  return {question.id,   kind_label(context, question.kind),
          question.text, options,
          answer,        question.explanation,
          sources};
}

}  // namespace

std::string quiz_table_address(const model::Quiz& quiz) {
  return quiz.section + "/" + quiz.id + ".csv";
}

std::string quiz_table(const SiteContext& context, const model::Quiz& quiz) {
  // Without the mark, Excel takes UTF-8 for the encoding of the system.
  std::string out = "\xEF\xBB\xBF";
  const Theme& theme = context.theme;
  append_row(
      out, {theme.text("quiz_column_id", "编号"), theme.text("quiz_column_kind", "题型"),
            theme.text("quiz_column_text", "题目"), theme.text("quiz_column_options", "选项"),
            theme.text("quiz_column_answer", "答案"), theme.text("quiz_column_explanation", "解析"),
            theme.text("quiz_column_sources", "出处")});
  for (const model::Question& question : quiz.questions) append_row(out, row_of(context, question));
  return out;
}

void append_quiz_tables(const SiteContext& context, base::Documents& documents) {
  for (const model::Quiz& quiz : context.site.quizzes) {
    documents.push_back(
        {quiz_table_address(quiz),
         [&context, &quiz](base::Diagnostics&) { return quiz_table(context, quiz); },
         {quiz.source_path, quiz.id_position, 1}});
  }
}

}  // namespace kepu::render
