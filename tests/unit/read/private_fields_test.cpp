#include "read/private_fields.h"

#include <catch2/catch.hpp>

using kepu::read::is_private_name;

TEST_CASE("Names of private data are known in Chinese, English and pinyin") {
  for (const char* name : {"联系人",
                           "联系电话",
                           "手机号码",
                           "身份证号",
                           "银行卡号及开户行",
                           "通讯地址",
                           "邮政编码",
                           "电子邮箱",
                           "统一社会信用代码",
                           "法定代表人签名",
                           "公章",
                           "contact",
                           "phone",
                           "Phone",
                           "mobile_phone",
                           "contactPhone",
                           "id_number",
                           "idNumber",
                           "ID-card",
                           "bank",
                           "bank_account",
                           "credit_code",
                           "e_mail",
                           "email",
                           "address",
                           "post_code",
                           "seal",
                           "wechat",
                           "shouji",
                           "shenfenzheng"}) {
    INFO(name);
    CHECK(is_private_name(name));
  }
}

TEST_CASE("Ordinary names are not private") {
  for (const char* name : {"title", "telling", "banking_news", "sealed", "addressed", "标题",
                           "标识", "地图", "说明", "number", "id", "card", "account", ""}) {
    INFO(name);
    CHECK_FALSE(is_private_name(name));
  }
}
