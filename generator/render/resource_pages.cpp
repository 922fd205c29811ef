#include "render/resource_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/site_path.h"
#include "render/body_html.h"
#include "render/catalogue_items.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kShownOfForm = 6;

/// The items of one form.
struct Shelf {
  MediaForm form = MediaForm::Video;
  std::vector<CatalogueItem> items;
};

/// Shared by the documents of the section.
struct Shelves {
  std::vector<Shelf> shelves;  // only such as hold something
};

struct Words {
  const char* text_name;
  const char* text;
};

// What people do with it: the question of a teacher or a community worker.
Words usage_of(MediaForm form) {
  switch (form) {
    case MediaForm::Video:
      return {"resource_use_video",
              "下载后不联网也能放：课前、会前或在大厅里循环播放，放完留几分钟讨论。"};
    case MediaForm::Audio:
      return {"resource_use_audio", "适合广播站、农村大喇叭和公交车播放；附文字稿的，可以照着念。"};
    case MediaForm::Chart:
      return {"resource_use_chart",
              "按写明的纸张打印张贴；页面上有完整的文字版，讲解员可以照着讲。"};
    case MediaForm::Quiz:
      return {"resource_use_quiz",
              "可以在手机上直接答，也可以下载题目表印成卷子，每题都有解析和出处。"};
    case MediaForm::Book:
      return {"resource_use_book", "每章够讲一节课，在浏览器里选“打印”就能印出来。"};
    case MediaForm::Data:
      return {"resource_use_data",
              "可以用表格软件打开，画图、上课都用得上；引用时请注明数据来源。"};
    case MediaForm::ImageText:
    case MediaForm::Event:
    case MediaForm::Topic:
      break;
  }
  return {"resource_use_document", "文中附有可以下载的文件，转发和引用请注明出处。"};
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string download_label(const SiteContext& context, const CatalogueFile& file) {
  if (file.role == "subtitles") return context.theme.text("resource_subtitles", "字幕");
  if (file.role == "table") return context.theme.text("resource_table", "题目表");
  if (file.role == "data") return context.theme.text("resource_data", "数据表");
  if (file.role == "chart") return context.theme.text("resource_chart", "挂图");
  if (file.type.starts_with("video/")) return context.theme.text("form_video", "视频");
  if (file.type.starts_with("audio/")) return context.theme.text("form_audio", "音频");
  return context.theme.text("resource_file", "文件");
}

Value download_view(const SiteContext& context, const CatalogueFile& file) {
  Map view;
  view.set("label", Value(download_label(context, file)));
  view.set("url", Value(file.address));
  view.set("type", Value(file.type));
  view.set("type_label", Value(upper(base::extension_of(file.address))));
  view.set("size_text", Value(file_size_text(file.size)));
  view.set("language", borrow(file.language));
  return Value(std::move(view));
}

Value texts_of(const std::vector<std::string_view>& texts) {
  List list;
  for (const std::string_view text : texts) list.push_back(borrow(text));
  return Value(std::move(list));
}

Value resource_view(const SiteContext& context, const CatalogueItem& item) {
  Map view;
  view.set("title", borrow(item.title));
  view.set("url", Value(item.address));
  view.set("kind", Value(item.kind));
  view.set("description", borrow(item.description));
  view.set("date", date_view(context, item.date));
  view.set("license", borrow(item.license));
  view.set("paper", borrow(item.paper));
  view.set("landscape", Value(item.landscape));
  view.set("question_count", Value(item.question_count));
  view.set("units", texts_of(item.units));
  const auto* audiences = item.terms_of("audiences");
  view.set("audiences", audiences == nullptr ? Value(List{}) : texts_of(*audiences));
  view.set("demonstration", Value(item.demonstration));
  view.set("duration_text", Value(""));
  view.set("duration_iso", Value(""));
  view.set("width", Value(0));
  view.set("height", Value(0));
  List downloads;
  for (const CatalogueFile& file : item.files) {
    downloads.push_back(download_view(context, file));
    if (file.role != "media") continue;
    view.set("duration_text", Value(duration_text(file.duration_ms)));
    view.set("duration_iso", Value(duration_iso(file.duration_ms)));
    view.set("width", Value(file.width_px));
    view.set("height", Value(file.height_px));
  }
  view.set("downloads", Value(std::move(downloads)));
  return Value(std::move(view));
}

// Of a form on the section's page: never more than a whole page of a list.
std::size_t shown_of_form(const SiteContext& context) {
  return std::min(kShownOfForm, static_cast<std::size_t>(context.site.build.page_size));
}

std::string form_address(const model::Section& section, MediaForm form) {
  return section.id + "/" + name_of(form).id + ".html";
}

std::string label_of(const SiteContext& context, MediaForm form) {
  const FormName name = name_of(form);
  return context.theme.text(name.text_name, name.label);
}

Map shelf_view(const SiteContext& context, const model::Section& section, const Shelf& shelf,
               std::size_t begin, std::size_t count) {
  List items;
  const std::size_t end = std::min(shelf.items.size(), begin + count);
  for (std::size_t i = begin; i < end; ++i) items.push_back(resource_view(context, shelf.items[i]));
  std::uint64_t size = 0;
  for (const CatalogueItem& item : shelf.items)
    for (const CatalogueFile& file : item.files) size += file.size;
  const Words usage = usage_of(shelf.form);
  Map view;
  view.set("id", Value(name_of(shelf.form).id));
  view.set("label", Value(label_of(context, shelf.form)));
  view.set("usage", Value(context.theme.text(usage.text_name, usage.text)));
  // What the section's page shows as a whole needs no pages of its own.
  view.set("url", shelf.items.size() > shown_of_form(context)
                      ? Value(form_address(section, shelf.form))
                      : Value(""));
  view.set("count", Value(shelf.items.size()));
  view.set("size_text", size == 0 ? Value("") : Value(file_size_text(size)));
  view.set("resources", Value(std::move(items)));
  return view;
}

std::shared_ptr<const Shelves> sort_into_shelves(const SiteContext& context) {
  auto all = std::make_shared<Shelves>();
  for (const MediaForm form :
       {MediaForm::Video, MediaForm::Audio, MediaForm::Chart, MediaForm::Quiz, MediaForm::Book,
        MediaForm::ImageText, MediaForm::Event, MediaForm::Topic, MediaForm::Data})
    all->shelves.push_back({form, {}});
  for (CatalogueItem& item : resource_items(context)) {
    const auto shelf = std::find_if(all->shelves.begin(), all->shelves.end(),
                                    [&](const Shelf& known) { return known.form == item.form; });
    // The book is the list of its chapters.
    if (std::string_view(item.kind) != "book") shelf->items.push_back(std::move(item));
  }
  std::erase_if(all->shelves, [](const Shelf& shelf) { return shelf.items.empty(); });
  return all;
}

PageHead begin_head(const SiteContext& context, const model::Section& section) {
  PageHead head;
  head.kind = "resources";
  head.section = &section;
  head.description = section.description;
  head.trail = trail_to(context, nullptr);
  return head;
}

Map finish_page(const SiteContext& context, const SectionPages& pages, PageHead head,
                std::string introduction, List shelves, Value form, Value pager) {
  std::vector<std::pair<std::string, std::string>> items;
  for (const Value& shelf : shelves) {
    for (const Value& resource : shelf.map().find("resources")->items())
      items.emplace_back(resource.map().find("title")->text(), resource.map().find("url")->text());
  }
  head.json_ld.push_back(collection_data(context, head, items));
  Map fields = pages.link.map();
  fields.set("introduction", theme::safe(std::move(introduction)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("shelves", Value(std::move(shelves)));
  view.set("form", std::move(form));
  view.set("pager", std::move(pager));
  view.set("catalogue_url", Value("catalog.json"));
  return view;
}

Map overview_page(const SiteContext& context, const SectionPages& pages, const Shelves& all,
                  base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head = begin_head(context, section);
  head.address = section.address();
  head.heading = section.title;
  List shelves;
  for (const Shelf& shelf : all.shelves)
    shelves.emplace_back(shelf_view(context, section, shelf, 0, shown_of_form(context)));
  std::string introduction =
      fill_body(context, section.introduction, section.index_path, head.address, diagnostics);
  return finish_page(context, pages, std::move(head), std::move(introduction), std::move(shelves),
                     Value(nullptr), Value(nullptr));
}

Map form_page(const SiteContext& context, const SectionPages& pages, const Shelf& shelf,
              const PagedList& list, std::size_t page) {
  const model::Section& section = *pages.section;
  const std::string first = form_address(section, shelf.form);
  const std::string folder = section.id + "/" + name_of(shelf.form).id;
  PageHead head = begin_head(context, section);
  head.trail.emplace_back(section.title, section.address());
  head.crumb = label_of(context, shelf.form);
  head.heading = section.title + context.theme.text("colon", "：") + head.crumb;
  set_paging(context, head, list, page, first, folder);
  Map form = shelf_view(context, section, shelf, (page - 1) * list.page_size, list.page_size);
  List shelves;
  shelves.emplace_back(form);
  return finish_page(context, pages, std::move(head), {}, std::move(shelves),
                     Value(std::move(form)), pager_view(list, page, first, folder));
}

}  // namespace

void append_resource_documents(const SiteContext& context, const SectionPages& pages,
                               base::Documents& documents) {
  const auto all = sort_into_shelves(context);
  const model::Section& section = *pages.section;
  const base::Place source{"content/site.json", section.position, 1};
  documents.push_back(template_document(context, section.address(), "resources.html", source,
                                        [&context, &pages, all](base::Diagnostics& diagnostics) {
                                          return overview_page(context, pages, *all, diagnostics);
                                        }));
  for (const Shelf& shelf : all->shelves) {
    if (shelf.items.size() <= shown_of_form(context)) continue;
    const PagedList list{shelf.items.size(),
                         static_cast<std::size_t>(context.site.build.page_size)};
    const std::string folder = section.id + "/" + name_of(shelf.form).id;
    for (std::size_t page = 1; page <= list.pages(); ++page) {
      documents.push_back(template_document(
          context, list_address(form_address(section, shelf.form), folder, page), "resources.html",
          source, [&context, &pages, all, &shelf, list, page](base::Diagnostics&) {
            return form_page(context, pages, shelf, list, page);
          }));
    }
  }
}

}  // namespace kepu::render
