#include "media/worker/share_card.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "media/derive.h"
#include "media/worker/protocol.h"
#include "support.h"
#include "worker_run.h"

using namespace kepu;
using namespace kepu::media::test;
using media::worker::Outcome;
using media::worker::Reply;
using media::worker::Request;

namespace {

const std::string kFont =
    std::string(KEPU_SOURCE_DIR) + "/themes/default/fonts/share-serif-bold.otf";

Request request_of(const std::string& title) {
  Request request;
  request.task = media::worker::Task::Share;
  request.card.title = title;
  request.card.section = "减碳知识";
  request.card.site = "小站";
  request.card.ground = 0x0A3429;
  request.card.ink = 0xF4F8F4;
  request.card.soft = 0xBDD6CB;
  request.card.accent = 0xF4C768;
  request.card.motif = {{-20, 560}, {300, 300}, {600, 300}, {1220, 600}};
  return request;
}

}  // namespace

TEST_CASE("A picture for sharing shows its words on the ground of the theme") {
  const Reply reply = ask_worker(kFont, request_of("风光储与新型电力系统"));
  REQUIRE(reply.analysis.outcome == Outcome::Ok);
  CHECK(reply.analysis.detail.empty());
  REQUIRE(reply.pictures.size() == 1);
  CHECK(reply.pictures.front().width_px == 1200);
  CHECK(reply.pictures.front().height_px == 630);
  const std::string pixels = pixels_of(reply.pictures.front().bytes);
  REQUIRE(pixels.size() == std::size_t{1200} * 630 * 3);
  const auto green_at = [&](std::size_t x, std::size_t y) {
    return static_cast<int>(static_cast<unsigned char>(pixels[3 * (y * 1200 + x) + 1]));
  };
  CHECK(std::abs(green_at(10, 10) - 0x34) < 8);
  // Ink stands where the title is, and none in the margin beside it.
  int brightest = 0;
  int brightest_in_margin = 0;
  for (std::size_t y = 200; y < 360; ++y) {
    for (std::size_t x = 88; x < 1112; ++x) brightest = std::max(brightest, green_at(x, y));
    for (std::size_t x = 0; x < 60; ++x)
      brightest_in_margin = std::max(brightest_in_margin, green_at(x, y));
  }
  CHECK(brightest > 0xE0);
  CHECK(brightest_in_margin < 0x48);
}

TEST_CASE("The same words give the same bytes, other words others") {
  const Reply first = ask_worker(kFont, request_of("同一个标题"));
  CHECK(ask_worker(kFont, request_of("同一个标题")) == first);
  CHECK(ask_worker(kFont, request_of("另一个标题")).pictures != first.pictures);
}

TEST_CASE("Hostile words are drawn as well as they can be") {
  std::string endless;
  for (int i = 0; i < 300; ++i) endless += "很";
  for (const std::string& title :
       {std::string(), endless, std::string(1000, 'W'), std::string("\x01\x02\xFF\xFE"),
        std::string("\xE2\x80\xAE"
                    "abc \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85"),
        std::string("，，，，，，，，"),
        std::string("《《《《《《《《《《《《《《《《《《《《《《《《")}) {
    const Reply reply = ask_worker(kFont, request_of(title));
    CHECK(reply.analysis.outcome == Outcome::Ok);
    CHECK(reply.pictures.size() == 1);
    CHECK(media::worker::decode_reply(media::worker::encode_reply(reply)) == reply);
  }
  CHECK(ask_worker(kFont, request_of("笑😀")).analysis.detail == "lacks_1f600");
}

TEST_CASE("A file that is no font gives no picture") {
  const TemporaryFolder folder;
  const Reply reply = ask_worker(folder.write("a.otf", "OTTO no font"), request_of("标题"));
  CHECK(reply.analysis.outcome == Outcome::Unsupported);
  CHECK(reply.pictures.empty());
}

TEST_CASE("Requests for pictures arrive as they were sent, and nothing beyond their limits") {
  const Request request = request_of("标题");
  CHECK(media::worker::decode_request(media::worker::encode_request(request)) == request);
  Request too_long = request;
  too_long.card.title.assign(media::worker::kMaxShareTextBytes + 1, 'a');
  CHECK_FALSE(media::worker::decode_request(media::worker::encode_request(too_long)));
  Request half_piece = request;
  half_piece.card.motif.pop_back();
  CHECK_FALSE(media::worker::decode_request(media::worker::encode_request(half_piece)));
  Request far_away = request;
  far_away.card.motif.front().x = 5000;
  CHECK_FALSE(media::worker::decode_request(media::worker::encode_request(far_away)));
}

TEST_CASE("The stage draws each picture once, in the sandbox, and knows it again") {
  const TemporaryFolder folder;
  const base::DiskFileSystem site(std::string(KEPU_SOURCE_DIR) + "/themes/default");
  media::MediaOptions options;
  options.cache_folder = folder.path() + "/cache";
  options.worker_program = build_folder() + "kepu-media";
  options.jobs = 2;
  options.share_design = model::ShareDesign{};
  options.share_design->font_path = "fonts/share-serif-bold.otf";
  options.share_design->ink = 0xFFFFFF;
  options.share_texts = {{"index.html", "小站", "", "小站", "content/site.json"},
                         {"a/b.html", "笑😀", "甲", "小站", "content/a/b.md"}};
  base::Diagnostics diagnostics;
  const media::Derivation first = media::derive({}, site, options, diagnostics);
  CHECK(first.decoded == 2);
  REQUIRE(first.library.share_pictures.size() == 2);
  REQUIRE(first.library.find_share_picture("a/b.html") != nullptr);
  CHECK(first.library.find_share_picture("a/c.html") == nullptr);
  CHECK(first.library.find_share_picture("a/b.html")->width_px == 1200);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code->code == "media.share-character");
  CHECK(diagnostics.items().front().place.path == "content/a/b.md");
  base::Diagnostics again;
  const media::Derivation second = media::derive({}, site, options, again);
  CHECK(second.decoded == 0);
  CHECK(second.cache_keys == first.cache_keys);
  CHECK(again.items().size() == 1);
  SECTION("other colours are another picture") {
    options.share_design->ink = 0xFFFF00;
    CHECK(media::derive({}, site, options, again).decoded == 2);
  }
  SECTION("without its font there are no pictures, and one warning") {
    options.share_design->font_path = "fonts/missing.otf";
    base::Diagnostics missing;
    CHECK(media::derive({}, site, options, missing).library.share_pictures.empty());
    REQUIRE(missing.items().size() == 1);
    CHECK(missing.items().front().code->code == "media.share-font");
  }
}
