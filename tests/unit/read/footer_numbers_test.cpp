#include "read/footer_numbers.h"

#include <catch2/catch.hpp>

using namespace kepu::read;

TEST_CASE("record numbers of the ministry") {
  for (const char* right :
       {"渝ICP备12345678号", "渝ICP备12345678号-1", "京ICP备2021000001号-12", "京ICP证030173号"}) {
    CAPTURE(right);
    CHECK(is_icp_number(right));
  }
  for (const char* wrong : {"", "ICP备12345678号", "渝ICP12345678号", "渝ICP备1234567号",
                            "渝ICP备12345678901号", "渝ICP备12345678", "渝ICP备12345678号-",
                            "渝ICP备12345678号-1 ", "XICP备12345678号", "渝icp备12345678号"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_icp_number(wrong));
  }
}

TEST_CASE("record numbers of the police") {
  CHECK(is_police_number("渝公网安备50010302001234号"));
  CHECK(is_police_number("渝公网安备 50010302001234号"));
  for (const char* wrong : {"", "公网安备50010302001234号", "渝公网安备5001030200123号",
                            "渝公网安备50010302001234", "渝公网安备  50010302001234号"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_police_number(wrong));
  }
}

TEST_CASE("identification codes of public-sector sites") {
  CHECK(is_site_id_code("bm01000001"));
  CHECK(is_site_id_code("5000000042"));
  CHECK_FALSE(is_site_id_code("bm0100001"));
  CHECK_FALSE(is_site_id_code("bm010000012"));
  CHECK_FALSE(is_site_id_code("bm-1000001"));
}
