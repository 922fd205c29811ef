// What an editor reads about the choice of a poster.
#include "cli/media_explanation.h"

#include <catch2/catch.hpp>

namespace kepu::cli::test {

namespace {

using media::worker::Candidate;
using media::worker::Verdict;

media::Explanation two_candidates(Verdict of_chosen) {
  Candidate black;
  black.time_ms = 500;
  black.verdict = Verdict::Black;
  Candidate chosen;
  chosen.time_ms = 72'000;
  chosen.verdict = of_chosen;
  chosen.chosen = true;
  chosen.score = 806;
  chosen.exposure = 900;
  chosen.contrast = 650;
  chosen.sharpness = 120;
  chosen.closeness = 1000;
  chosen.position = 700;
  return {{black, chosen}, "jpeg"};
}

}  // namespace

TEST_CASE("an explanation lists all candidates and says why one was taken") {
  using Catch::Matchers::Contains;
  const std::string text = explanation_text(two_candidates(Verdict::Good), base::Language::English);
  CHECK_THAT(text, Contains("0:00.5  black or too dark"));
  CHECK_THAT(text, Contains("★ chosen"));
  CHECK_THAT(text, Contains("the frame at 1:12 was chosen: exposure good, contrast fair, sharpness "
                            "poor, typical good, position good."));
  CHECK_THAT(text, !Contains("No frame is really fit"));
  const std::string chinese =
      explanation_text(two_candidates(Verdict::Good), base::Language::Chinese);
  CHECK_THAT(chinese, Contains("黑屏或太暗"));
  CHECK_THAT(chinese, Contains("选中 1:12 的画面：曝光好、反差中、清晰差、代表性好、位置好。"));
}

TEST_CASE("an explanation admits that the best is not good") {
  CHECK_THAT(explanation_text(two_candidates(Verdict::Flat), base::Language::English),
             Catch::Matchers::Contains("No frame is really fit"));
  CHECK_FALSE(explanation_text({}, base::Language::English).empty());
}

TEST_CASE("programs get the candidates under stable keys") {
  CHECK(explanation_json(two_candidates(Verdict::Good)) ==
        R"([{"time_s":0.5,"verdict":"black","chosen":false,"score":0,"exposure":0,"contrast":0,)"
        R"("sharpness":0,"closeness":0,"position":0},)"
        R"({"time_s":72.0,"verdict":"good","chosen":true,"score":806,"exposure":900,)"
        R"("contrast":650,"sharpness":120,"closeness":1000,"position":700}])");
}

}  // namespace kepu::cli::test
