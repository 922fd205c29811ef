#include "render/portal_files.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <vector>

#include "base/source_file.h"
#include "base/suggest.h"
#include "base/system_reason.h"
#include "render/codes.h"

namespace kepu::render {

namespace {

constexpr std::string_view kFolder = "content/portal";
constexpr std::string_view kSlots[] = {"header.html", "footer.html"};

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '/';
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

struct Attribute {
  std::string name;
  std::string_view value;
};

struct Tag {
  std::string name;
  std::size_t begin = 0;  // of `<`
  std::size_t end = 0;    // behind `>`
  bool closes = false;
  bool is_empty = false;       // <path … />
  bool is_unfinished = false;  // the text ends before it does
  std::vector<Attribute> attributes;

  std::optional<std::string_view> value(std::string_view wanted) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [wanted](const Attribute& a) { return a.name == wanted; });
    if (found == attributes.end()) return std::nullopt;
    return found->value;
  }
};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements whose content is no markup, without a tag of their own inside (HTML 13.1.2).
constexpr std::string_view kRawText[] = {"script", "style", "textarea", "title"};

// The tags of a page part. It need not understand all of HTML: what it overlooks, browsers
// refuse all the same; this is to tell the administrator beforehand.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  std::optional<Tag> next() {
    while (true) {
      at_ = text_.find_first_of("<{", at_);
      if (at_ == std::string_view::npos) return std::nullopt;
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#")) {
        pass(rest.starts_with("{{") ? "}}" : rest.starts_with("{%") ? "%}" : "#}");
      } else if (rest.starts_with("<!--")) {
        if (rest.find("-->") == std::string_view::npos) return unfinished("!--");
        pass("-->");
      } else if (begins_tag(rest)) {
        return read_tag();
      } else {
        ++at_;
      }
    }
  }

 private:
  static bool begins_tag(std::string_view rest) {
    const std::size_t name = rest.starts_with("</") ? 2 : 1;
    return rest.front() == '<' && name < rest.size() &&
           std::isalpha(static_cast<unsigned char>(rest[name])) != 0;
  }

  void pass(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  Tag unfinished(std::string name) {
    Tag tag;
    tag.name = std::move(name);
    tag.begin = at_;
    tag.is_unfinished = true;
    tag.end = at_ = text_.size();
    return tag;
  }

  Tag read_tag() {
    Tag tag;
    tag.begin = at_++;
    tag.closes = text_[at_] == '/';
    if (tag.closes) ++at_;
    tag.name = lower(word());
    while (at_ < text_.size() && text_[at_] != '>') {
      if (is_blank(text_[at_])) {
        ++at_;
        continue;
      }
      Attribute attribute;
      attribute.name = lower(word());
      if (at_ < text_.size() && text_[at_] == '=') {
        ++at_;
        attribute.value = value();
      }
      if (attribute.name.empty()) ++at_;
      tag.attributes.push_back(std::move(attribute));
    }
    tag.is_unfinished = at_ >= text_.size();
    tag.is_empty = text_[at_ - 1] == '/';
    tag.end = at_ = std::min(at_ + 1, text_.size());
    if (!tag.closes && is_one_of(tag.name, kRawText)) {
      const std::size_t close = lower(text_).find("</" + tag.name, at_);
      if (close == std::string_view::npos) tag.is_unfinished = true;
      at_ = std::min(close, text_.size());
    }
    return tag;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '=' && text_[at_] != '>')
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::string_view value() {
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const char quote = text_[at_++];
      const std::size_t end = std::min(text_.find(quote, at_), text_.size());
      const std::string_view inside = text_.substr(at_, end - at_);
      at_ = std::min(end + 1, text_.size());
      return inside;
    }
    return word();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_foreign(std::string_view address) {
  return address.starts_with("//") || lower(address.substr(0, 8)).starts_with("http://") ||
         lower(address.substr(0, 8)).starts_with("https://");
}

/// What of a tag browsers refuse; nothing when all is well.
std::optional<base::Bilingual> refused(const Tag& tag) {
  const auto source = tag.value("src");
  if (tag.name == "style")
    return base::Bilingual{"写在页面里的样式（<style>）", "a <style> element"};
  if (tag.name == "script" && !source)
    return base::Bilingual{"写在页面里的脚本（<script>）", "a script inside the page"};
  if (tag.name == "iframe" || tag.name == "object" || tag.name == "embed")
    return base::Bilingual{"嵌入的框架或插件", "a frame or plug-in"};
  if (tag.value("style")) return base::Bilingual{"style 属性", "a style attribute"};
  for (const Attribute& attribute : tag.attributes) {
    if (attribute.name.size() > 2 && attribute.name.starts_with("on"))
      return base::Bilingual{"onclick 一类的属性", "an attribute such as onclick"};
  }
  if (tag.name == "base" || (tag.name == "meta" && tag.value("http-equiv")))
    return base::Bilingual{"改变整页去向的 <base> 或 <meta>",
                           "a <base> or <meta> that redirects the page"};
  if (lower(tag.value("href").value_or("").substr(0, 11)) == "javascript:")
    return base::Bilingual{"javascript: 链接", "a javascript: link"};
  if (source && is_foreign(*source))
    return base::Bilingual{"其他网站上的文件", "a file of another host"};
  if (tag.name == "link" && is_foreign(tag.value("href").value_or("")))
    return base::Bilingual{"其他网站上的文件", "a file of another host"};
  return std::nullopt;
}

// Elements without an end tag, and those that may leave it out.
constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                      "input", "link", "meta", "source", "track", "wbr"};
constexpr std::string_view kEndOptional[] = {"p",  "li", "dt",    "dd",    "option", "tr",
                                             "td", "th", "thead", "tbody", "tfoot"};

/// Elements that are open, through header and footer: what one opens the other may close.
class OpenElements {
 public:
  explicit OpenElements(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void take(const Tag& tag, const base::SourceFile& file) {
    const base::Place place = file.place(tag.begin, tag.end - tag.begin);
    if (tag.is_unfinished) return tell(tag.name, false, place);
    if (tag.closes) return close(tag.name, place);
    if (!tag.is_empty && !is_one_of(tag.name, kVoid)) open_.push_back({tag.name, place});
  }

  void finish() {
    for (const Element& element : open_)
      if (!is_one_of(element.name, kEndOptional)) tell(element.name, false, element.place);
  }

 private:
  struct Element {
    std::string name;
    base::Place place;
  };

  void close(const std::string& name, const base::Place& place) {
    std::size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].name != name) {
      if (!is_one_of(open_[depth - 1].name, kEndOptional)) return tell(name, true, place);
      --depth;
    }
    if (depth == 0) return tell(name, true, place);
    open_.resize(depth - 1);
  }

  void tell(const std::string& name, bool closes, const base::Place& place) {
    diagnostics_.add(codes::kPortalUnclosed, place, {{"what", (closes ? "</" : "<") + name + ">"}});
  }

  base::Diagnostics& diagnostics_;
  std::vector<Element> open_;
};

void check_slot(const base::SourceFile& file, OpenElements& open, base::Diagnostics& diagnostics) {
  TagReader reader(file.text());
  while (const auto tag = reader.next()) {
    open.take(*tag, file);
    if (tag->closes) continue;
    if (const auto what = refused(*tag)) {
      diagnostics.add(codes::kPortalRefused, file.place(tag->begin, tag->end - tag->begin),
                      {{"what", std::string(what->zh), std::string(what->en)}});
    }
  }
}

// Files that a slot names by portal['NAME'] and that are not there. A name that is put together by
// the template is not seen here.
void check_named_files(const base::SourceFile& slot, const std::vector<std::string>& known,
                       base::Diagnostics& diagnostics) {
  constexpr std::string_view kBefore = "portal[";
  const std::string_view text = slot.text();
  for (std::size_t at = text.find(kBefore); at != std::string_view::npos;
       at = text.find(kBefore, at + 1)) {
    const std::size_t begin = at + kBefore.size() + 1;
    if (begin >= text.size()) return;
    const char quote = text[begin - 1];
    const std::size_t end = text.find(quote, begin);
    if ((quote != '\'' && quote != '"') || end == std::string_view::npos) continue;
    const std::string name(text.substr(begin, end - begin));
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    diagnostics.add(codes::kPortalFileMissing, slot.place(begin, end - begin), {{"name", name}})
        .with_suggestion(base::nearest_name(name, known));
  }
}

}  // namespace

Portal load_portal(const base::FileSystem& files, base::Diagnostics& diagnostics) {
  Portal portal;
  OpenElements open(diagnostics);
  for (const std::string_view slot : kSlots) {
    const std::string path = std::string(kFolder) + "/" + std::string(slot);
    std::optional<base::SourceFile> source;
    if (files.size(path)) source = base::load_source(files, path, diagnostics);
    if (source) check_slot(*source, open, diagnostics);
    portal.templates.push_back(
        {"portal/" + std::string(slot), source ? std::move(*source) : base::SourceFile(path, "")});
  }
  open.finish();
  for (const base::FileEntry& entry : files.walk(std::string(kFolder))) {
    const std::string name = entry.path.substr(kFolder.size() + 1);
    if (std::find(std::begin(kSlots), std::end(kSlots), name) != std::end(kSlots)) continue;
    auto content = files.read(entry.path);
    if (!content) {
      diagnostics.add(codes::kThemeFile, base::Place{entry.path, {}, 1},
                      {base::system_reason(content.error())});
      continue;
    }
    StaticFile file;
    file.name = name;
    file.address = "portal/" + name;
    file.content = std::move(*content);
    file.source = {entry.path, {}, 1};
    portal.addresses.set(std::string_view(file.name), theme::Value(file.address));
    portal.files.push_back(std::move(file));
  }
  std::vector<std::string> known;
  for (const StaticFile& file : portal.files) known.push_back(file.name);
  for (const auto& slot : portal.templates) check_named_files(slot.file, known, diagnostics);
  return portal;
}

}  // namespace kepu::render
