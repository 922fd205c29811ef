// Which files of a picture are published, and what a page gets of it.
#include <catch2/catch.hpp>

#include <algorithm>

#include "render/body_html.h"
#include "render/site_context.h"
#include "support/memory_file_system.h"

using namespace kepu;

namespace {

constexpr const char* kArticle = "content/news/a.md";

// A site of one article, whose theme prints what it gets.
struct Fixture {
  test::MemoryFileSystem files;
  model::Site site;
  model::MediaLibrary media;
  model::CueLibrary cues;
  base::Diagnostics diagnostics;
  std::unique_ptr<check::AddressBook> addresses;
  std::unique_ptr<render::SiteContext> context;

  Fixture() {
    model::Section section;
    section.id = "news";
    site.sections.push_back(section);
    model::Article article;
    article.source_path = kArticle;
    article.section = "news";
    article.name = article.slug = "a";
    site.articles.push_back(article);
    files.write("themes/default/theme.json", R"({"name": "default"})");
    files.write("themes/default/templates/components/image.html",
                "{{ picture.url }} {{ picture.width }}x{{ picture.height }}"
                "{% for v in picture.variants %} {{ v.type }}:{{ v.width }}{% endfor %}");
    files.write("themes/default/templates/card.html",
                "{{ card.waveform }}|{{ card.preview }}|{{ card.picture.url }}");
  }

  model::Media& add_media(const std::string& path, model::MediaKind kind) {
    files.write(path, "bytes of " + path);
    model::Media item;
    item.path = path;
    item.content_hash = base::hash_bytes(path);
    item.facts.kind = kind;
    item.facts.width_px = 4000;
    item.facts.height_px = 3000;
    media.items.push_back(item);
    return media.items.back();
  }

  void add_slot(model::SlotKind kind, const std::string& target) {
    model::Slot slot;
    slot.kind = kind;
    slot.target = target;
    site.articles[0].body.slots.push_back(slot);
  }

  std::string fill() {
    prepare();
    return fill_body(*context, site.articles[0].body, kArticle, "news/a.html", diagnostics);
  }

  void prepare() {
    site.files = files.walk("assets");
    addresses = std::make_unique<check::AddressBook>(site);
    context = std::make_unique<render::SiteContext>(site, *addresses, media, cues, files, "/site",
                                                    "0", 1, diagnostics);
  }

  /// Addresses of the copies, with where they are copied from.
  std::vector<std::string> copies() {
    base::Documents documents;
    context->files.append_documents(documents);
    std::vector<std::string> out;
    for (const base::Document& item : documents) {
      out.push_back(std::get<base::FileOnDisk>(item.content).path);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

void add_sizes(model::Media& photo, model::PictureFormat old_format) {
  for (const int width : {480, 960, 1600}) {
    for (const auto format : {model::PictureFormat::WebP, old_format}) {
      model::PictureFile size{width, width * 3 / 4, format, {}};
      size.made.file = "/cache/" + std::to_string(width) +
                       (format == model::PictureFormat::WebP ? ".webp" : ".old");
      size.made.hash = base::hash_bytes(size.made.file);
      photo.derivatives.sizes.push_back(size);
    }
  }
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a photograph in a text is shown in its sizes, the original stays at home") {
  Fixture fixture;
  add_sizes(fixture.add_media("assets/photo.jpg", model::MediaKind::Picture),
            model::PictureFormat::Jpeg);
  fixture.add_slot(model::SlotKind::Image, "/assets/photo.jpg");
  const std::string html = fixture.fill();
  CHECK(html.starts_with("media/photo."));
  CHECK(
      html.ends_with(".960.jpg 1600x1200 image/webp:480 image/jpeg:480 image/webp:960 "
                     "image/jpeg:960 image/webp:1600 image/jpeg:1600"));
  CHECK(fixture.copies() == Lines{"/cache/1600.old", "/cache/1600.webp", "/cache/480.old",
                                  "/cache/480.webp", "/cache/960.old", "/cache/960.webp"});
}

TEST_CASE("a picture with transparent places falls back to PNG") {
  Fixture fixture;
  add_sizes(fixture.add_media("assets/photo.png", model::MediaKind::Picture),
            model::PictureFormat::Png);
  fixture.add_slot(model::SlotKind::Image, "/assets/photo.png");
  CHECK(fixture.fill().find(".960.png 1600x1200") != std::string::npos);
}

TEST_CASE("a picture without sizes is shown and published as it is") {
  Fixture fixture;
  fixture.add_media("assets/drawing.svg", model::MediaKind::Picture);
  fixture.add_slot(model::SlotKind::Image, "/assets/drawing.svg");
  CHECK(fixture.fill().starts_with("assets/drawing."));
  CHECK(fixture.copies() == Lines{"/site/assets/drawing.svg"});
}

TEST_CASE("what is offered for download is the copy without metadata") {
  Fixture fixture;
  model::Media& photo = fixture.add_media("assets/photo.jpg", model::MediaKind::Picture);
  photo.derivatives.rewritten = model::DerivedFile{"/cache/clean", 5, {7, 7}};
  fixture.add_slot(model::SlotKind::Link, "/assets/photo.jpg");
  fixture.fill();
  CHECK(fixture.copies() == Lines{"/cache/clean"});
  CHECK(fixture.context->files.address_of("assets/photo.jpg").starts_with("assets/photo.0000"));
}

TEST_CASE("a card has few bars, and the address of its preview") {
  Fixture fixture;
  model::Media& song = fixture.add_media("assets/song.mp3", model::MediaKind::Audio);
  song.derivatives.waveform = model::Waveform{std::vector<std::uint8_t>(200, 100), "<svg/>"};
  song.derivatives.preview = model::PictureFile{320, 180, model::PictureFormat::WebP, {}};
  model::Contest contest;
  contest.id = "c";
  model::Entry entry;
  entry.source_path = "content/exhibition/c/entries/a.json";
  entry.id = "a";
  entry.media.target = "/assets/song.mp3";
  contest.entries.push_back(entry);
  fixture.site.contests.push_back(contest);
  fixture.prepare();
  theme::Map page;
  page.set("card", fixture.context->entry_cards[0][0]);
  std::string out;
  fixture.context->theme.templates.render("card.html", {fixture.context->globals, page, "a"}, out,
                                          fixture.diagnostics);
  CHECK(std::count(out.begin(), out.end(), 'M') == 60);
  CHECK(out.find("|media/song.") != std::string::npos);
}
