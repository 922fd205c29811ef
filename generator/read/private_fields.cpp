#include "read/private_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "read/record_codes.h"

namespace kepu::read {

namespace {

// A Chinese name is private when it holds one of these, wherever: 联系人电话, 开户行名称,
// 法人代表签名.
constexpr std::array<std::string_view, 25> kChineseParts{
    "电话", "手机", "身份证", "证件号",   "银行", "开户",       "卡号",   "账号",     "帐号",
    "账户", "邮箱", "邮编",   "邮政编码", "地址", "住址",       "联系人", "联系方式", "信用代码",
    "公章", "印章", "盖章",   "签名",     "签章", "法定代表人", "微信"};

// Words of a name as in contact_phone, contactPhone, contact-phone.
constexpr std::array<std::string_view, 27> kWords{
    "contact", "contacts", "phone",   "telephone", "tel",     "mobile",   "cellphone",
    "idcard",  "passport", "bank",    "iban",      "address", "postcode", "zipcode",
    "zip",     "email",    "mail",    "seal",      "stamp",   "wechat",   "weixin",
    "qq",      "shouji",   "dianhua", "youxiang",  "dizhi",   "lianxiren"};

// Words that are private only together.
constexpr std::array<std::string_view, 15> kPhrases{
    "post code",       "id number",     "id no",       "id card",
    "identity number", "identity card", "credit code", "account number",
    "bank card",       "card number",   "postal code", "legal representative",
    "shen fen zheng",  "shenfenzheng",  "yin hang ka"};

// Lower-case words divided by single blanks.
std::string as_words(std::string_view name) {
  std::string out;
  bool before_lower = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool divides = c == '_' || c == '-' || c == ' ' || c == '.';
    if ((divides || (upper && before_lower)) && !out.empty() && out.back() != ' ') out += ' ';
    if (!divides) out += upper ? static_cast<char>(c | 0x20) : c;
    before_lower = c >= 'a' && c <= 'z';
  }
  return out;
}

}  // namespace

bool is_private_name(std::string_view name) {
  const auto is_part = [name](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  };
  if (std::any_of(kChineseParts.begin(), kChineseParts.end(), is_part)) return true;
  const std::string words = ' ' + as_words(name) + ' ';
  const auto holds = [&words](std::string_view part) {
    const std::size_t at = words.find(part);
    return at != std::string::npos && words[at - 1] == ' ' && words[at + part.size()] == ' ';
  };
  return std::any_of(kWords.begin(), kWords.end(), holds) ||
         std::any_of(kPhrases.begin(), kPhrases.end(), holds);
}

void refuse_private_fields(Reading& reading, const Node& node) {
  for (const Key& key : node.keys) {
    if (is_private_name(key.text))
      reading.add(codes::kPrivateField, key.mark, {{"field", excerpt(key.text)}});
  }
  for (const Node& item : node.items) refuse_private_fields(reading, item);
}

}  // namespace kepu::read
