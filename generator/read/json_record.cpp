#include "read/json_record.h"

#include "base/utf8.h"

namespace kepu::read {

Mark mark_of_text(base::Position position, std::string_view text) {
  return {position, static_cast<std::uint32_t>(base::count_code_points(text)) + 2};
}

void settle_name(Reading& reading, const base::DiagnosticCode& code, std::string_view argument,
                 std::string& name, base::Position position, const std::string& right) {
  if (!name.empty() && name != right) {
    reading.add(code, mark_of_text(position, name),
                {{"value", excerpt(name)}, {std::string(argument), right}});
  }
  name = right;
}

}  // namespace kepu::read
