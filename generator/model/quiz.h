// 知识竞答: a bank of questions and the papers drawn from it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/citation.h"

namespace kepu::model {

enum class QuestionKind { Single, Multiple, TrueFalse };

struct AnswerOption {
  std::string id;
  std::string text;
};

struct Question {
  std::string id;
  QuestionKind kind = QuestionKind::Single;
  std::string text;
  std::vector<AnswerOption> options;  // none for TrueFalse
  std::vector<std::string> answer;    // ids of options; "true" or "false"
  std::string explanation;
  std::vector<Citation> sources;
  std::int64_t difficulty = 1;  // 1 … 3
  std::string topic;
};

/// How many questions are drawn at once.
struct QuizPaper {
  std::string id;
  std::string title;
  std::int64_t count = 10;
};

struct Quiz {
  std::string source_path;
  std::string section;
  std::string id;
  base::Position id_position;
  std::string title;
  std::string description;
  base::DateTime date;
  std::vector<std::string> audiences;
  std::vector<std::string> tags;
  Review review;
  std::vector<Question> questions;
  std::vector<QuizPaper> papers;
  bool demonstration = false;
  bool draft = false;
  bool faulty = false;

  std::string address() const { return section + "/" + id + ".html"; }
};

}  // namespace kepu::model
