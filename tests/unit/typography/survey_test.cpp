#include "typography/survey.h"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>
#include <vector>

#include "typography/scripts.h"

using namespace kepu::typography;

namespace {

// The slips of a text: code without its room, what it stands at, what to write.
std::vector<std::string> slips_of(const std::string& text) {
  Survey survey;
  survey_text(text, survey);
  std::vector<std::string> out;
  for (const Slip& slip : survey.slips) {
    std::string line(slip.code->code.substr(slip.code->code.find('.') + 1));
    line += " " + text.substr(slip.offset, slip.length);
    for (const auto& argument : slip.arguments) {
      if (argument.name == "remedy" || argument.name == "expected") line += " → " + argument.value;
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("Slips of typesetting are found with their remedy") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"大气中的CO2浓度", "bare-formula CO2 → CO~2~"},
      {"吨CO2e是单位", "bare-formula CO2e → CO~2~e"},
      {"细颗粒物PM2.5超标", "bare-formula PM2.5 → PM~2.5~"},
      {"甲烷（CH4）", "bare-formula CH4 → CH~4~"},
      {"水是H2O。", "bare-formula H2O → H~2~O"},
      {"共5m3水", "bare-exponent m3 → m^3^"},
      {"共5 m2草地", "bare-exponent m2 → m^2^"},
      {"约3亿m3天然气", "bare-exponent m3 → m^3^"},
      {"功率密度为5 W/m2左右", "bare-exponent m2 → m^2^"},
      {"约10^8吨", "bare-exponent 10^8 → 10^8^"},
      {"力争36亿千瓦（360 million kW）", "unit-conversion 360 million kW → 3600 million kW"},
      {"达到12.06亿千瓦（120.6 GW）。", "unit-conversion 120.6 GW → 1206 GW"},
      {"约1206 GW（120.6亿千瓦）", "unit-conversion 120.6亿千瓦 → 12.06 亿千瓦"},
      {"排放100亿吨（1 Gt）", "unit-conversion 1 Gt → 10 Gt"},
      {"发电9亿千瓦时（9 TWh）", "unit-conversion 9 TWh → 0.9 TWh"},
      {"碳达峰,碳中和", "half-width-mark , → ，"},
      {"碳达峰.碳中和", "half-width-mark . → 。"},
      {"说法:没有用", "half-width-mark : → ："},
      {"真的吗?真的", "half-width-mark ? → ？"},
      {"快来看! 好", "half-width-mark ! → ！"},
      {"等等...还有", "half-width-mark ... → ……"},
      {"碳--一种元素", "half-width-mark -- → ——"},
      {"说法如下:", "half-width-mark : → ："},
      {"碳汇(森林)很多", "half-width-mark ( → （ ）"},
      {"国发[2021]23号", "document-number [2021]23号 → 〔2021〕23号"},
      {"国发（2021）23号文", "document-number （2021）23号 → 〔2021〕23号"},
      {"国发【2021】23号", "document-number 【2021】23号 → 〔2021〕23号"},
      {"需要5-10天", "range 5-10 → 5—10"},
      {"在2021-2025年间", "range 2021-2025 → 2021—2025"},
      {"气温20-30℃", "range 20-30 → 20—30"},
      {"《关于印发《行动方案》的通知》", "nested-title 《"}};
  for (const auto& [text, expected] : rows) {
    INFO(text);
    const std::vector<std::string> found = slips_of(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == expected);
  }
}

TEST_CASE("What is right is left alone") {
  const std::vector<std::string> rows = {"CO2 is English",
                                         "大气中的CO₂浓度",
                                         "见文件CO2.csv和data/CO2_2024",
                                         "参数co2没有大写",
                                         "编号A-CO2-1",
                                         "B2B和O2O平台",
                                         "H5N1病毒",
                                         "M3型电池",
                                         "型号m3",
                                         "第2m号",
                                         "3D打印和4K视频",
                                         "2021-05-14发布",
                                         "电话023-6789人工",
                                         "比分3-2",
                                         "2024-5月",
                                         "ISO 14064-1标准",
                                         "约36亿千瓦（3600 GW）",
                                         "36亿千瓦（3,600 million kW）",
                                         "12.06亿千瓦（约1206 GW）",
                                         "36亿千瓦（360万户）",
                                         "价格1,000元",
                                         "时间12:30开始",
                                         "版本1.2.3发布",
                                         "见https://e.org/a",
                                         "《A》和《B》",
                                         "《关于〈方案〉的通知》",
                                         "国发〔2021〕23号",
                                         "（2021）年",
                                         "圆周率3.14很长",
                                         "他说Yes!然后走了",
                                         "10^8^吨",
                                         "5~10℃",
                                         "C++语言",
                                         "A/B测试",
                                         "50%以上",
                                         "f(排放)函数"};
  for (const std::string& text : rows) {
    INFO(text);
    const std::vector<std::string> found = slips_of(text);
    CHECK(found.empty());
    for (const std::string& slip : found) UNSCOPED_INFO(slip);
  }
}

TEST_CASE("Numbers hold on to their units, and English says that it is English") {
  Survey survey;
  survey_text("达到12.06 亿千瓦，约3 kW", survey);
  CHECK(survey.firm_blanks.size() == 2);
  survey_text("在2020 中国", survey);
  CHECK(survey.firm_blanks.empty());
  const std::string text = "《巴黎协定》即the Paris Agreement on climate，很重要";
  survey_text(text, survey);
  REQUIRE(survey.english.size() == 1);
  CHECK(text.substr(survey.english[0].begin, survey.english[0].end - survey.english[0].begin) ==
        "the Paris Agreement on climate");
  survey_text("即Paris Agreement", survey);
  CHECK(survey.english.empty());
}

TEST_CASE("Titles get the small digits of Unicode") {
  CHECK(with_small_scripts("CO~2~与PM~2.5~") == "CO₂与PM₂.₅");
  CHECK(with_small_scripts("10^8^吨、m^3^") == "10⁸吨、m³");
  CHECK(with_small_scripts("5~10℃，20~30℃") == "5~10℃，20~30℃");
}
