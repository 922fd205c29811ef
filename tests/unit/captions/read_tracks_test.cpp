// Which files become tracks of what: those that entries name, and those beside the media.
#include <catch2/catch.hpp>

#include "captions/read_tracks.h"
#include "support/memory_file_system.h"

using namespace kepu;

namespace {

constexpr const char* kTwo =
    "1\n00:00:01,000 --> 00:00:02,000\n甲\n\n2\n00:00:09,000 --> 00:00:12,000\n乙\n";

struct Fixture {
  test::MemoryFileSystem files;
  model::Site site;
  model::MediaLibrary media;
  base::Diagnostics diagnostics;

  Fixture() {
    model::Media film;
    film.path = "assets/film.mp4";
    film.facts.kind = model::MediaKind::Video;
    film.facts.duration_ms = 20'000;
    media.items.push_back(film);
    files.write("assets/film.mp4", "");
  }

  model::Entry& add_entry() {
    site.contests.emplace_back().id = "c";
    model::Entry& entry = site.contests[0].entries.emplace_back();
    entry.source_path = "content/exhibition/c/entries/a.json";
    entry.media.target = "/assets/film.mp4";
    return entry;
  }

  model::CueLibrary read() {
    site.files = files.walk("assets");
    const check::AddressBook addresses(site);
    return captions::read_tracks(site, addresses, media, files, 2, diagnostics);
  }
};

std::vector<std::string> described(const std::vector<model::CueTrack>& tracks) {
  std::vector<std::string> out;
  for (const model::CueTrack& track : tracks) {
    out.push_back(track.path + " " + track.language + " " + track.label);
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("files beside a film are its tracks") {
  Fixture fixture;
  for (const char* name : {"film.en.srt", "film.srt", "film.cht.ass.bak", "film.chs.vtt",
                           "film.notes.srt", "film2.srt", "film.txt"}) {
    fixture.files.write(std::string("assets/") + name, kTwo);
  }
  const auto library = fixture.read();
  CHECK(described(library.tracks_of("assets/film.mp4")) == Lines{"assets/film.srt zh-CN 中文",
                                                                 "assets/film.chs.vtt zh-Hans 中文",
                                                                 "assets/film.en.srt en English"});
  CHECK(library.tracks_of("assets/film2.mp4").empty());
  CHECK(fixture.diagnostics.empty());
}

TEST_CASE("an entry's own tracks come in its order, with its words") {
  Fixture fixture;
  fixture.files.write("assets/a.srt", kTwo);
  fixture.files.write("assets/b.srt", kTwo);
  model::Entry& entry = fixture.add_entry();
  entry.subtitles.push_back({{"/assets/b.srt", {7, 3}}, "en", "English subtitles"});
  entry.subtitles.push_back({{"/assets/a.srt", {8, 3}}, "", ""});
  entry.subtitles.push_back({{"/assets/missing.srt", {9, 3}}, "", ""});
  const auto library = fixture.read();
  CHECK(described(library.tracks_of(entry.source_path)) ==
        Lines{"assets/b.srt en English subtitles", "assets/a.srt zh-CN 中文"});
}

TEST_CASE("cues beyond the end of the film are told once") {
  Fixture fixture;
  fixture.media.items[0].facts.duration_ms = 11'000;
  fixture.files.write("assets/film.srt", kTwo);
  fixture.read();
  REQUIRE(fixture.diagnostics.items().size() == 1);
  const base::Diagnostic& found = fixture.diagnostics.items()[0];
  CHECK(found.code->code == "subtitle.after-end");
  CHECK(found.place.path == "assets/film.srt");
  CHECK(found.place.position.line == 6);
}

TEST_CASE("a file that cannot be used says who names it, and leaves no track") {
  Fixture fixture;
  fixture.files.write("assets/a.srt", "nothing");
  model::Entry& entry = fixture.add_entry();
  entry.subtitles.push_back({{"/assets/a.srt", {7, 3}}, "", ""});
  CHECK(fixture.read().tracks_of(entry.source_path).empty());
  REQUIRE(fixture.diagnostics.items().size() == 1);
  REQUIRE(fixture.diagnostics.items()[0].notes.size() == 1);
  CHECK(fixture.diagnostics.items()[0].notes[0].place.path == entry.source_path);
}

TEST_CASE("labels of languages") {
  CHECK(captions::label_of_language("zh-CN") == "中文");
  CHECK(captions::label_of_language("zh-Hant") == "繁體中文");
  CHECK(captions::label_of_language("en") == "English");
  CHECK(captions::label_of_language("ug") == "ug");
}
