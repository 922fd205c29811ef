#include "model/media.h"
#include "read/records.h"
#include "read/showcase_codes.h"

namespace kepu::read {

using model::MediaChapter;

namespace {

/// A time in a film or sound, `00:01:12`. Kept with its text, for messages of later stages.
struct TimeCode {
  using Value = model::Reference;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    auto text = read_text(reading, field, node);
    if (!text) return std::nullopt;
    if (!model::parse_time_code(*text)) {
      reading.add(codes::kChapterTime, node.mark, {{"value", excerpt(*text)}});
      return std::nullopt;
    }
    return Value{std::move(*text), node.mark.position};
  }
  Shape shape() const { return Text{}.shape(); }
};

}  // namespace

const Record<MediaChapter>& media_chapter_record() {
  static const Record<MediaChapter> record =
      Record<MediaChapter>("media-chapter", {"作品的一个章节", "A chapter of a work"})
          .required("at", TimeCode{},
                    [](MediaChapter& chapter, model::Reference&& at) {
                      chapter.at_ms = *model::parse_time_code(at.target);
                      chapter.at = std::move(at);
                    },
                    {"开始时间：如 00:01:12", "Where it begins, such as 00:01:12"})
          .required("title", Text{80}, &MediaChapter::title,
                    {"标题：这一段讲什么", "What it is about"});
  return record;
}

void refuse_chapters_out_of_order(Reading& reading, const Node& entry, const model::Entry&) {
  const Node* chapters = entry.find("chapters");
  if (chapters == nullptr) return;
  std::int64_t last_ms = -1;
  const Node* last = nullptr;
  for (const Node& chapter : chapters->items) {
    const Node* at = chapter.is_map() ? chapter.find("at") : nullptr;
    const auto at_ms = at == nullptr ? std::nullopt : model::parse_time_code(at->text);
    if (!at_ms) continue;
    if (*at_ms <= last_ms) {
      reading
          .add(codes::kChapterOrder, at->mark,
               {{"value", excerpt(at->text)}, {"before", excerpt(last->text)}})
          .with_note(reading.place(last->mark), {"上一章节在这里", "the chapter before it"});
      return;
    }
    last_ms = *at_ms;
    last = at;
  }
}

}  // namespace kepu::read
