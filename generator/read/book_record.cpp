#include "read/records.h"

namespace kepu::read {

using model::Book;

const Record<Book>& book_record() {
  static const Record<Book> record =
      Record<Book>("book", {"科普读本 book.json", "A reader, book.json"})
          .required("title", Text{200}, &Book::title, {"书名", "Title"})
          .optional("subtitle", Text{200}, &Book::subtitle, {"副书名", "Subtitle"})
          .optional("description", Text{1000}, &Book::description, {"简介", "Description"})
          .required("date", Day{}, &Book::date, {"日期：发布日期", "Date of publication"})
          .optional("publisher_note", Text{}, &Book::publisher_note, {"出版说明", "Colophon"})
          .optional("editors", List{Part{named_role_record()}}, &Book::editors,
                    {"编写人员或单位", "Editors"})
          .optional("cover", Path{}, &Book::cover, {"封面图片的路径", "Path of the cover picture"})
          .optional("license", Text{}, &Book::license, {"许可：使用许可", "Licence"})
          .optional("review", Part{review_record()}, &Book::review,
                    {"审查：科学性审查", "Science review"})
          .optional("draft", Flag{}, &Book::draft, {"草稿：true 时不发布", "true: not published"})
          .required("chapters", List{Path{}}, &Book::chapters,
                    {"章节：按顺序列出各章的文件名", "Files of the chapters in their order"});
  return record;
}

}  // namespace kepu::read
