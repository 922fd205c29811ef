#include "base/pinyin.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace {

using kepu::base::slug;

struct Entry {
  std::string_view han;
  std::string_view syllables;
};
constexpr Entry kPhrases[] = {
#include "base/pinyin_phrases.inc"
};

TEST_CASE("Pinyin slugs") {
  SECTION("a title becomes syllables and words with hyphens") {
    CHECK(slug("碳达峰与CO₂") == "tan-da-feng-yu-co2");
    CHECK(slug("2030年前碳达峰行动方案") == "2030-nian-qian-tan-da-feng-xing-dong-fang-an");
    CHECK(slug("什么是 PM2.5？") == "shen-me-shi-pm2-5");
    CHECK(slug("“双碳”，一起来！") == "shuang-tan-yi-qi-lai");
  }
  SECTION("characters of several readings are read by their word") {
    const std::pair<const char*, const char*> cases[] = {
        {"重庆", "chong-qing"},     {"重要", "zhong-yao"},
        {"银行", "yin-hang"},       {"行动", "xing-dong"},
        {"长城", "chang-cheng"},    {"长江", "chang-jiang"},
        {"增长", "zeng-zhang"},     {"朝阳", "zhao-yang"},
        {"朝阳区", "chao-yang-qu"}, {"都市", "du-shi"},
        {"会计", "kuai-ji"},        {"行业", "hang-ye"},
        {"还原", "huan-yuan"},      {"秸秆还田", "jie-gan-huan-tian"},
        {"降低", "jiang-di"},       {"调整", "tiao-zheng"},
        {"调查", "diao-cha"},       {"供给", "gong-ji"},
        {"空调", "kong-tiao"},      {"地球", "di-qiu"},
        {"目的", "mu-di"},          {"率先", "shuai-xian"},
        {"效率", "xiao-lv"},        {"西藏", "xi-zang"},
        {"储藏", "chu-cang"},       {"厦门", "xia-men"},
        {"六安", "lu-an"},          {"乐器", "yue-qi"},
        {"快乐", "kuai-le"}};
    for (const auto& [han, expected] : cases) {
      CAPTURE(han);
      CHECK(slug(han) == expected);
    }
  }
  SECTION("a word across two phrases does not capture them") {
    CHECK(slug("随着重庆发展") == "sui-zhe-chong-qing-fa-zhan");
    CHECK(slug("为了解决问题") == "wei-le-jie-jue-wen-ti");
    CHECK(slug("节能减排行动") == "jie-neng-jian-pai-xing-dong");
    CHECK(slug("全球变暖和海平面上升") == "quan-qiu-bian-nuan-he-hai-ping-mian-shang-sheng");
    CHECK(slug("目标识别") == "mu-biao-shi-bie");
  }
  SECTION("ü is written v where u is another syllable") {
    CHECK(slug("绿") == "lv");
    CHECK(slug("吕") == "lv");
    CHECK(slug("女") == "nv");
    CHECK(slug("策略") == "ce-lve");
    CHECK(slug("居") == "ju");
  }
  SECTION("compatibility forms, accents and repetition marks") {
    CHECK(slug("ＣＯ２和①") == "co2-he-1");
    CHECK(slug("m³") == "m3");
    CHECK(slug("Café Ångström") == "cafe-angstrom");
    CHECK(slug("时时 人々") == "shi-shi-ren-ren");
    CHECK(slug("二〇三〇") == "er-ling-san-ling");
    CHECK(slug("Earth's_day") == "earths-day");
  }
  SECTION("nothing is left of marks and of scripts without a table") {
    CHECK(slug("").empty());
    CHECK(slug("——！？").empty());
    CHECK(slug("😀").empty());
    CHECK(slug("々").empty());
  }
}

TEST_CASE("A slug is its own slug, and ASCII") {
  const std::vector<std::string> alphabet = {"碳", "长", "行", "々", "a",  "B", "7", "-",  " ",
                                             "_",  "'",  "²",  "é",  "，", "﷽", "😀", "Ａ", "ǆ"};
  std::string text;
  for (const auto& a : alphabet) {
    for (const auto& b : alphabet) {
      for (const auto& c : alphabet) {
        text = a + b + c;
        const std::string once = slug(text);
        const bool clean =
            once.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos &&
            !once.starts_with('-') && !once.ends_with('-') && once.find("--") == std::string::npos;
        if (slug(once) != once || !clean) {
          CAPTURE(text, once);
          FAIL_CHECK("not stable");
        }
      }
    }
  }
}

TEST_CASE("Every phrase has one syllable for each character, and is read so") {
  for (const Entry& entry : kPhrases) {
    CAPTURE(entry.han);
    const auto blanks = std::count(entry.syllables.begin(), entry.syllables.end(), ' ');
    CHECK(kepu::base::count_code_points(entry.han) == static_cast<std::size_t>(blanks) + 1);
    std::string expected(entry.syllables);
    std::replace(expected.begin(), expected.end(), ' ', '-');
    CHECK(slug(entry.han) == expected);
  }
}

}  // namespace
