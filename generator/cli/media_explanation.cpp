#include "cli/media_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/media_report.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Bilingual;
using base::Language;
using media::worker::Candidate;
using media::worker::Verdict;

struct VerdictWords {
  const char* key;
  Bilingual text;
};

VerdictWords words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Good:
      return {"good", {"可用", "fit"}};
    case Verdict::Black:
      return {"black", {"黑屏或太暗", "black or too dark"}};
    case Verdict::White:
      return {"white", {"白屏或太亮", "white or too bright"}};
    case Verdict::Flat:
      return {"flat", {"几乎是纯色", "almost one colour"}};
    case Verdict::Blurred:
      return {"blurred", {"模糊", "blurred"}};
    case Verdict::Fade:
      return {"fade", {"正在淡入淡出", "in a fade"}};
    case Verdict::Text:
      return {"text", {"只有文字", "text only"}};
    case Verdict::Ends:
      return {"ends", {"太靠近开头或结尾", "too near to an end"}};
    case Verdict::Duller:
      return {"duller", {"不如选中的", "good, but not the best"}};
  }
  return {"", {}};
}

struct Part {
  const char* key;
  Bilingual name;
  std::int32_t Candidate::*value;
};

constexpr std::array<Part, 5> kParts{{
    {"exposure", {"曝光", "exposure"}, &Candidate::exposure},
    {"contrast", {"反差", "contrast"}, &Candidate::contrast},
    {"sharpness", {"清晰", "sharpness"}, &Candidate::sharpness},
    {"closeness", {"代表性", "typical"}, &Candidate::closeness},
    {"position", {"位置", "position"}, &Candidate::position},
}};

constexpr Bilingual kTime{"时间", "time"};
constexpr Bilingual kVerdict{"结论", "verdict"};
constexpr Bilingual kScore{"得分", "score"};
constexpr Bilingual kChosen{"★ 选为封面", "★ chosen"};
constexpr Bilingual kWhy{"选中 {time} 的画面：{parts}。",
                         "the frame at {time} was chosen: {parts}."};
constexpr Bilingual kNoneFit{"没有一个画面合格，选了其中最好的。",
                             "No frame is really fit; the best of them was taken."};
constexpr Bilingual kNoCandidates{"没有候选画面。", "There are no candidates."};

// Scores are thousandths inside, and hundredths for people.
std::string points(std::int32_t thousandths) {
  return std::to_string((thousandths + 5) / 10);
}

Bilingual grade(std::int32_t thousandths) {
  if (thousandths >= 700) return {"好", "good"};
  return thousandths >= 400 ? Bilingual{"中", "fair"} : Bilingual{"差", "poor"};
}

std::string why(const Candidate& chosen, Language language) {
  std::string parts;
  for (const Part& part : kParts) {
    if (!parts.empty()) parts += language == Language::Chinese ? "、" : ", ";
    parts +=
        fmt::format("{}{}{}", in(language, part.name), language == Language::Chinese ? "" : " ",
                    in(language, grade(chosen.*part.value)));
  }
  const std::vector<base::Argument> values{{"time", time_text(chosen.time_ms)}, {"parts", parts}};
  return fill(kWhy, language, values) + "\n";
}

using Row = std::vector<std::string>;

Row row_of(const Candidate& candidate, Language language) {
  Row row{time_text(candidate.time_ms),
          std::string(in(language, candidate.chosen ? kChosen : words_of(candidate.verdict).text)),
          points(candidate.score)};
  for (const Part& part : kParts) row.push_back(points(candidate.*part.value));
  return row;
}

}  // namespace

std::string explanation_text(const media::Explanation& explanation, Language language) {
  if (explanation.candidates.empty()) return std::string(in(language, kNoCandidates)) + "\n";
  Row headings{std::string(in(language, kTime)), std::string(in(language, kVerdict)),
               std::string(in(language, kScore))};
  for (const Part& part : kParts) headings.emplace_back(in(language, part.name));
  std::vector<Row> rows{std::move(headings)};
  for (const Candidate& candidate : explanation.candidates)
    rows.push_back(row_of(candidate, language));
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cells_of(row[i]));
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      text += (i == 0 ? "" : "  ") + padded(row[i], widths[i], i != 1);
    text += "\n";
  }
  const auto chosen = std::find_if(explanation.candidates.begin(), explanation.candidates.end(),
                                   [](const Candidate& item) { return item.chosen; });
  if (chosen == explanation.candidates.end()) return text;
  text += "\n" + why(*chosen, language);
  if (chosen->verdict != Verdict::Good) text += std::string(in(language, kNoneFit)) + "\n";
  return text;
}

std::string explanation_json(const media::Explanation& explanation) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Candidate& candidate : explanation.candidates) {
    nlohmann::ordered_json object;
    object["time_s"] = static_cast<double>(candidate.time_ms) / 1000;
    object["verdict"] = words_of(candidate.verdict).key;
    object["chosen"] = candidate.chosen;
    object["score"] = candidate.score;
    for (const Part& part : kParts) object[part.key] = candidate.*part.value;
    list.push_back(std::move(object));
  }
  return list.dump();
}

}  // namespace kepu::cli
