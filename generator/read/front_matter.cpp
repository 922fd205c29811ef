#include "read/front_matter.h"

#include <algorithm>
#include <string>

#include "read/front_matter_codes.h"
#include "read/yaml_mistakes.h"
#include "read/yaml_tree.h"

namespace kepu::read {

namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // of its text
  std::size_t next = 0;  // begin of the following line
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {begin, end, std::min(end + 1, text.size())};
}

bool is_fence(std::string_view line) {
  return line.substr(0, 3) == "---" && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

void add_fence_mistake(Reading& reading, std::string_view text, const Line& line,
                       std::uint32_t number) {
  const std::string_view found = text.substr(line.begin, line.end - line.begin);
  TextCursor cursor(text, {number, 1}, line.begin);
  reading.add(codes::kFrontMatterFence, mark_of(text, cursor, line.begin, line.end),
              {{"found", excerpt(found)}});
}

}  // namespace

FrontMatter read_front_matter(const base::SourceFile& source, FrontMatterNeed need,
                              Reading& reading) {
  const std::string_view text = source.text();
  std::uint32_t number = 1;
  Line opening = line_at(text, 0);
  while (opening.next < text.size() &&
         text.substr(opening.begin, opening.end - opening.begin).find_first_not_of(" \t") ==
             std::string_view::npos) {
    opening = line_at(text, opening.next);
    ++number;
  }
  const std::string_view first = text.substr(opening.begin, opening.end - opening.begin);
  if (!is_fence(first)) {
    if (looks_like_fence(first)) {
      add_fence_mistake(reading, text, opening, number);
    } else if (need == FrontMatterNeed::Required) {
      reading.add(codes::kFrontMatterMissing, {{1, 1}, 1});
    }
    return {};
  }
  const Mark fence{{number, 1}, 3};
  std::optional<Line> lookalike;
  std::uint32_t lookalike_number = 0;
  std::uint32_t line_number = number + 1;
  for (Line line = line_at(text, opening.next); line.begin < text.size();
       line = line_at(text, line.next), ++line_number) {
    const std::string_view words = text.substr(line.begin, line.end - line.begin);
    if (is_fence(words)) {
      FrontMatter result;
      result.body_offset = line.next;
      const std::size_t size = line.begin - opening.next;
      if (size > kMaxFrontMatterBytes) {
        reading.add(
            codes::kFrontMatterTooLarge, fence,
            {{"size", std::to_string(size)}, {"limit", std::to_string(kMaxFrontMatterBytes)}});
        return result;
      }
      result.fields = parse_yaml({text, opening.next, line.begin, number + 1}, reading);
      if (result.fields) result.fields->mark = fence;
      return result;
    }
    if (!lookalike && looks_like_fence(words)) {
      lookalike = line;
      lookalike_number = line_number;
    }
    if (line.next == line.end) break;  // the last line has no line end
  }
  if (lookalike) {
    add_fence_mistake(reading, text, *lookalike, lookalike_number);
  } else {
    reading.add(codes::kFrontMatterUnclosed, fence);
  }
  return {};
}

}  // namespace kepu::read
