#include "render/portal_files.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/source_file.h"
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
  std::vector<Attribute> attributes;

  std::optional<std::string_view> value(std::string_view wanted) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [wanted](const Attribute& a) { return a.name == wanted; });
    if (found == attributes.end()) return std::nullopt;
    return found->value;
  }
};

// The opening tags of a page part. It need not understand all of HTML: what it overlooks, browsers
// refuse all the same; this is to tell the administrator beforehand.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  std::optional<Tag> next() {
    while (true) {
      at_ = text_.find('<', at_);
      if (at_ == std::string_view::npos) return std::nullopt;
      if (text_.substr(at_).starts_with("<!--")) {
        at_ = std::min(text_.find("-->", at_), text_.size());
        continue;
      }
      if (at_ + 1 < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_ + 1])))
        return read_tag();
      ++at_;
    }
  }

 private:
  Tag read_tag() {
    Tag tag;
    tag.begin = at_++;
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
    tag.end = at_ = std::min(at_ + 1, text_.size());
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
  if (source && is_foreign(*source))
    return base::Bilingual{"其他网站上的文件", "a file of another host"};
  if (tag.name == "link" && is_foreign(tag.value("href").value_or("")))
    return base::Bilingual{"其他网站上的文件", "a file of another host"};
  return std::nullopt;
}

void check_slot(const base::SourceFile& file, base::Diagnostics& diagnostics) {
  TagReader reader(file.text());
  while (const auto tag = reader.next()) {
    if (const auto what = refused(*tag)) {
      diagnostics.add(codes::kPortalRefused, file.place(tag->begin, tag->end - tag->begin),
                      {{"what", std::string(what->zh), std::string(what->en)}});
    }
  }
}

}  // namespace

Portal load_portal(const base::FileSystem& files, base::Diagnostics& diagnostics) {
  Portal portal;
  for (const std::string_view slot : kSlots) {
    const std::string path = std::string(kFolder) + "/" + std::string(slot);
    std::optional<base::SourceFile> source;
    if (files.size(path)) source = base::load_source(files, path, diagnostics);
    if (source) check_slot(*source, diagnostics);
    portal.templates.push_back(
        {"portal/" + std::string(slot), source ? std::move(*source) : base::SourceFile(path, "")});
  }
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
  return portal;
}

}  // namespace kepu::render
