#include "read/typography.h"

#include "base/utf8.h"
#include "typography/scripts.h"
#include "typography/survey.h"

namespace kepu::read {
namespace {

// The place of a part of the value where the value stands in the file as it is; else the whole.
Mark mark_of(const Node& node, std::string_view text, const typography::Slip& slip) {
  Mark mark = node.mark;
  const std::size_t length = base::count_code_points(text);
  const bool is_quoted = mark.length == length + 2;
  if (mark.length != length && !is_quoted) return mark;
  const std::size_t before = base::count_code_points(text.substr(0, slip.offset));
  mark.position.column += static_cast<std::uint32_t>(before + (is_quoted ? 1 : 0));
  mark.length =
      static_cast<std::uint32_t>(base::count_code_points(text.substr(slip.offset, slip.length)));
  return mark;
}

}  // namespace

void settle_typography(Reading& reading, const Node& node, std::string& text) {
  thread_local typography::Survey survey;
  typography::survey_text(text, survey);
  for (const typography::Slip& slip : survey.slips) {
    // Told where the scripts are still as they were written.
    reading.add(*slip.code, mark_of(node, text, slip), slip.arguments);
  }
  if (text.find_first_of("~^") != std::string::npos) text = typography::with_small_scripts(text);
}

}  // namespace kepu::read
