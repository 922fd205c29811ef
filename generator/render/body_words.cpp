#include "render/body_words.h"

#include <string_view>
#include <utility>

#include "render/theme_files.h"

namespace kepu::render {

namespace {

// Escaped text never holds this, so that no word of an author is taken for one.
constexpr std::string_view kLabel = "aria-label=\"";

struct Word {
  std::string_view written;
  std::string_view text_name;
  bool keeps_rest = true;  // else what follows is Chinese: a formula as it is read aloud
};
constexpr Word kWords[] = {
    {"注释", "footnotes"},      {"返回正文", "footnote_back"}, {"表格", "table"},
    {"公式", "formula", false}, {"代码：终端", "code", false}, {"代码", "code"},
    {"已完成", "task_done"},    {"未完成", "task_open"}};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// 表格：年份、数量 and 返回正文（第 2 处）: what follows the word.
std::string with_marks(const Theme& theme, std::string rest) {
  replace_all(rest, "：", theme.text("colon", "："));
  replace_all(rest, "、", theme.text("comma", "、"));
  replace_all(rest, "（第 ", " (");
  replace_all(rest, " 处）", ")");
  return rest;
}

}  // namespace

void replace_body_words(const Theme& theme, std::string& html) {
  if (theme.text("table", "表格") == "表格") return;
  for (std::size_t at = html.find(kLabel); at != std::string::npos;
       at = html.find(kLabel, at + 1)) {
    const std::size_t begin = at + kLabel.size();
    const std::size_t end = html.find('"', begin);
    if (end == std::string::npos) return;
    const std::string_view label = std::string_view(html).substr(begin, end - begin);
    for (const Word& word : kWords) {
      if (!label.starts_with(word.written)) continue;
      std::string text = theme.text(word.text_name, word.written);
      if (word.keeps_rest)
        text += with_marks(theme, std::string(label.substr(word.written.size())));
      html.replace(begin, end - begin, text);
      break;
    }
  }
}

}  // namespace kepu::render
