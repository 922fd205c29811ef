#include "media/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "media/codes.h"

namespace kepu::media {

namespace {

using base::Argument;
using base::Diagnostic;
using base::Diagnostics;

constexpr base::Bilingual kAlsoHere{"这里也引用了它", "it is named here, too"};
constexpr base::Bilingual kBytesMissing{"至少应有 {promised} 字节，实际只有 {size} 字节",
                                        "it should have at least {promised} bytes, and has {size}"};
constexpr base::Bilingual kIndexMissing{"缺少索引（moov）", "its index (moov) is missing"};

Diagnostic& add_at(const std::set<base::Place>& references, const base::DiagnosticCode& code,
                   std::vector<Argument> arguments, Diagnostics& diagnostics) {
  Diagnostic diagnostic(code, *references.begin(), std::move(arguments));
  for (auto place = std::next(references.begin()); place != references.end(); ++place)
    diagnostic.with_note(*place, kAlsoHere);
  return diagnostics.add(std::move(diagnostic));
}

void report_fault(const NamedFile& file, const Question& question, const MediaOptions& options,
                  Diagnostics& diagnostics) {
  const Argument name{"file", file.path};
  if (question.changed) {
    add_at(file.references, codes::kChanged, {name}, diagnostics);
  } else if (question.fault == Answer::Fault::TimedOut) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(options.time_limit).count();
    add_at(file.references, codes::kTimeout, {name, {"seconds", std::to_string(seconds)}},
           diagnostics);
  } else {
    add_at(file.references, codes::kWorkerDied, {name, {"reason", question.fault_reason}},
           diagnostics);
  }
}

void report_truncated(const NamedFile& file, const worker::Analysis& analysis,
                      Diagnostics& diagnostics) {
  Diagnostic& diagnostic =
      add_at(file.references, codes::kTruncated, {{"file", file.path}}, diagnostics);
  if (analysis.index_missing) diagnostic.with_note({}, kIndexMissing);
  if (analysis.promised_bytes > file.stamp.size)
    diagnostic.with_note({}, kBytesMissing,
                         {{"promised", std::to_string(analysis.promised_bytes)},
                          {"size", std::to_string(file.stamp.size)}});
}

void report_analysis(const NamedFile& file, const worker::Analysis& analysis,
                     Diagnostics& diagnostics) {
  const Argument name{"file", file.path};
  const std::string format = !analysis.detail.empty() ? analysis.detail : analysis.facts.container;
  switch (analysis.outcome) {
    case worker::Outcome::Ok:
      if (analysis.detail == worker::kRaggedEnd) {
        add_at(file.references, codes::kRaggedEnd, {name}, diagnostics);
      } else if (analysis.partly_damaged) {
        add_at(file.references, codes::kPartlyDamaged, {name}, diagnostics);
      }
      return;
    case worker::Outcome::Empty:
      add_at(file.references, codes::kEmpty, {name}, diagnostics);
      return;
    case worker::Outcome::NotMedia:
      add_at(file.references, codes::kNotMedia, {name}, diagnostics);
      return;
    case worker::Outcome::Unsupported:
      add_at(file.references, codes::kUnsupported,
             {name, {"format", format.empty() ? "?" : format}}, diagnostics);
      return;
    case worker::Outcome::Damaged:
      add_at(file.references, codes::kDamaged, {name}, diagnostics);
      return;
    case worker::Outcome::Truncated:
      report_truncated(file, analysis, diagnostics);
      return;
    case worker::Outcome::TooLarge:
      add_at(file.references, codes::kTooLarge, {name}, diagnostics);
      return;
  }
}

int badness(const Question& question) {
  if (!question.reply) return 3;
  if (question.reply->analysis.outcome != worker::Outcome::Ok) return 2;
  return question.reply->analysis.partly_damaged ? 1 : 0;
}

/// By file. A file has several questions when it is shown with several posters; what they say about
/// its health is the same, unless a worker failed on one of them.
std::vector<const Question*> worst_questions(const Plan& plan) {
  std::vector<const Question*> worst(plan.files.size());
  for (const Question& question : plan.questions) {
    const Question*& of_file = worst[question.file];
    if (of_file == nullptr || badness(question) > badness(*of_file)) of_file = &question;
  }
  return worst;
}

void report_file(const NamedFile& file, const Question* question, const MediaOptions& options,
                 Diagnostics& diagnostics) {
  if (file.error) {
    add_at(file.references, codes::kUnreadable, {{"file", file.path}, *file.error}, diagnostics);
  } else if (file.is_markup) {
    if (!file.svg) add_at(file.references, codes::kNotMedia, {{"file", file.path}}, diagnostics);
  } else if (question != nullptr) {
    if (question->reply) {
      report_analysis(file, question->reply->analysis, diagnostics);
    } else {
      report_fault(file, *question, options, diagnostics);
    }
  }
}

std::string time_code(std::int64_t time_ms) {
  const std::int64_t seconds = time_ms / 1000;
  const std::string whole =
      fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return time_ms % 1000 == 0 ? whole : fmt::format("{}.{:03}", whole, time_ms % 1000);
}

void report_poster(const Plan& plan, const Item& item, Diagnostics& diagnostics) {
  if (item.poster_file) {
    const NamedFile& poster = plan.files[*item.poster_file];
    if (poster.svg)
      add_at(item.poster_references, codes::kPosterIsSvg, {{"file", poster.path}}, diagnostics);
    return;
  }
  if (!item.choice.time_ms || item.choice.is_default || !item.question) return;
  const Question& question = plan.questions[*item.question];
  if (!is_sound(question)) return;
  const worker::Analysis& analysis = question.reply->analysis;
  const Argument name{"file", plan.files[item.file].path};
  if (analysis.facts.kind != worker::Kind::Video) {
    add_at(item.poster_references, codes::kPosterTimeWithoutVideo, {name}, diagnostics);
  } else if (analysis.poster_time_outside) {
    const std::int64_t duration_ms = analysis.facts.duration_ms;
    add_at(item.poster_references, codes::kPosterTimeOutside,
           {name,
            {"time", time_code(*item.choice.time_ms)},
            {"duration", time_code(duration_ms)},
            {"example", time_code(duration_ms / 3000 * 1000)}},
           diagnostics);
  }
}

}  // namespace

void report_findings(const Plan& plan, const MediaOptions& options, Diagnostics& diagnostics) {
  const std::vector<const Question*> worst = worst_questions(plan);
  for (std::size_t file = 0; file < plan.files.size(); ++file)
    report_file(plan.files[file], worst[file], options, diagnostics);
  for (const Item& item : plan.items) report_poster(plan, item, diagnostics);
}

}  // namespace kepu::media
