#include "theme/printf_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/html.h"
#include "theme/format_value.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

constexpr std::int64_t kMaxWidth = 10'000;
constexpr std::int64_t kMaxPrecision = 300;

struct Directive {
  bool left = false;
  bool plus = false;
  bool blank = false;
  bool alternative = false;
  bool zero = false;
  std::int64_t width = 0;
  std::int64_t precision = -1;
  char conversion = '\0';
};

class Formatter {
 public:
  Formatter(Runtime& runtime, const Value& format, const Value& arguments)
      : runtime_(runtime), format_(format.text()), is_safe_(format.is_safe()), given_(arguments) {
    is_tuple_ = arguments.is_list() && arguments.list_form() == ListForm::Tuple;
  }

  Value run() {
    while (at_ < format_.size()) {
      if (format_[at_] != '%') {
        const std::size_t next = std::min(format_.find('%', at_), format_.size());
        out_ += format_.substr(at_, next - at_);
        at_ = next;
        continue;
      }
      ++at_;
      convert();
    }
    // Python takes whatever has subscripts for a mapping, from which not everything need be used.
    const bool may_have_more =
        given_.is_map() || given_.is_undefined() || (given_.is_list() && !is_tuple_);
    const std::size_t count = is_tuple_ ? given_.items().size() : 1;
    if (!may_have_more && !uses_names_ && used_ < count) {
      runtime_.fail_value("format 的值太多", "there are more values than the format uses");
    }
    return runtime_.text(std::move(out_), is_safe_);
  }

 private:
  [[noreturn]] void fail_cut() {
    runtime_.fail_value("格式文本不完整", "the format text is cut short");
  }

  char next() {
    if (at_ >= format_.size()) fail_cut();
    return format_[at_++];
  }

  void convert() {
    Directive directive;
    const Value* named = read_name();
    read_flags(directive);
    directive.width = read_number(directive, true);
    if (at_ < format_.size() && format_[at_] == '.') {
      ++at_;
      directive.precision = read_number(directive, false);
    }
    while (at_ < format_.size() &&
           std::string_view("hlL").find(format_[at_]) != std::string_view::npos) {
      ++at_;
    }
    directive.conversion = next();
    if (directive.width > kMaxWidth || directive.precision > kMaxPrecision) {
      runtime_.fail_value("format 的宽度或精度太大",
                          "a width or precision of the format is too large");
    }
    if (directive.conversion == '%') {
      out_ += '%';
      return;
    }
    const Value value = named != nullptr ? *named : next_value();
    write(directive, value);
  }

  /// `%(name)s`: the field of the given map.
  const Value* read_name() {
    if (at_ >= format_.size() || format_[at_] != '(') return nullptr;
    std::size_t depth = 1;
    const std::size_t start = ++at_;
    while (depth > 0) {
      const char c = next();
      if (c == '(') ++depth;
      if (c == ')') --depth;
    }
    const std::string_view name = format_.substr(start, at_ - start - 1);
    if (!given_.is_map()) {
      runtime_.fail_type("%(名字) 需要带名字的值", "%(name) needs named values");
    }
    uses_names_ = true;
    const Value* found = given_.map().find(name);
    if (found == nullptr) {
      runtime_.fail_value("format 没有名为“" + std::string(name) + "”的值",
                          "the format has no value named '" + std::string(name) + "'");
    }
    return found;
  }

  void read_flags(Directive& directive) {
    for (;; ++at_) {
      switch (at_ < format_.size() ? format_[at_] : '\0') {
        case '-':
          directive.left = true;
          break;
        case '+':
          directive.plus = true;
          break;
        case ' ':
          directive.blank = true;
          break;
        case '#':
          directive.alternative = true;
          break;
        case '0':
          directive.zero = true;
          break;
        default:
          return;
      }
    }
  }

  /// Digits, or `*` for a value.
  std::int64_t read_number(Directive& directive, bool is_width) {
    if (at_ < format_.size() && format_[at_] == '*') {
      ++at_;
      const Value value = next_value();
      if (!value.is_int()) runtime_.fail_type("* 需要一个整数", "* needs an integer");
      std::int64_t number = std::clamp(value.integer(), -kMaxWidth - 1, kMaxWidth + 1);
      if (is_width && number < 0) {
        directive.left = true;
        number = -number;
      }
      return std::max<std::int64_t>(number, 0);
    }
    std::int64_t number = 0;
    while (at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9') {
      number = std::min<std::int64_t>(number * 10 + (format_[at_++] - '0'), kMaxWidth + 1);
    }
    return number;
  }

  Value next_value() {
    if (is_tuple_ ? used_ >= given_.items().size() : used_ > 0) {
      runtime_.fail_value("format 的值太少", "there are fewer values than the format needs");
    }
    return is_tuple_ ? given_.items()[used_++] : (++used_, given_);
  }

  void write(const Directive& directive, const Value& value) {
    switch (directive.conversion) {
      case 's':
      case 'r':
        return write_text(directive, value);
      case 'c':
        return write_character(directive, value);
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        return write_integer(directive, value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return write_double(directive, value);
      default:
        runtime_.fail_value(std::string("不认识的格式 %") + directive.conversion,
                            std::string("unknown format %") + directive.conversion);
    }
  }

  void write_text(const Directive& directive, const Value& value) {
    std::string text;
    if (directive.conversion == 'r') {
      append_repr(runtime_, text, value);
      if (is_safe_) text = base::escape_html(text);
    } else if (is_safe_) {
      append_printed(runtime_, text, value);
    } else {
      append_text(runtime_, text, value);
    }
    if (directive.precision >= 0) {
      text.resize(character_offset(text, static_cast<std::size_t>(directive.precision)));
    }
    pad(directive, {}, text);
  }

  void write_character(const Directive& directive, const Value& value) {
    std::string text;
    if (value.is_int() && value.integer() >= 0 && value.integer() <= 0x10FFFF) {
      append_character(text, static_cast<char32_t>(value.integer()));
    } else if (value.is_text() && count_characters(value.text()) == 1) {
      text = value.text();
    } else {
      runtime_.fail_type("%c 需要一个字符", "%c needs one character");
    }
    if (is_safe_) text = base::escape_html(text);
    pad(directive, {}, text);
  }

  void write_integer(const Directive& directive, const Value& value) {
    const bool is_decimal =
        directive.conversion == 'd' || directive.conversion == 'i' || directive.conversion == 'u';
    if (!is_integral(value) && !(is_decimal && value.is_double())) {
      if (value.is_undefined()) runtime_.fail_undefined(value);
      runtime_.fail_type(std::string("%") + directive.conversion + " 需要整数",
                         std::string("%") + directive.conversion + " needs an integer");
    }
    std::int64_t number = 0;
    if (value.is_double()) {
      // The first double beyond the 64-bit integers.
      constexpr double kTooLarge = 9223372036854775808.0;
      if (!(std::abs(value.number()) < kTooLarge)) {
        runtime_.fail_value("整数超出 64 位", "the integer does not fit into 64 bits");
      }
      number = static_cast<std::int64_t>(value.number());
    } else {
      number = to_integer(value);
    }
    const bool is_negative = number < 0;
    auto rest = static_cast<std::uint64_t>(number);
    if (is_negative) rest = std::uint64_t{0} - rest;
    const unsigned radix = is_decimal ? 10 : directive.conversion == 'o' ? 8 : 16;
    const std::string_view symbols =
        directive.conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string digits;
    do {
      digits.insert(digits.begin(), symbols[rest % radix]);
      rest /= radix;
    } while (rest != 0);
    while (directive.precision > static_cast<std::int64_t>(digits.size())) digits.insert(0, "0");
    std::string prefix = sign(directive, is_negative);
    if (directive.alternative && !is_decimal) {
      prefix += '0';
      prefix += directive.conversion;
    }
    pad(directive, prefix, digits);
  }

  void write_double(const Directive& directive, const Value& value) {
    if (!is_number(value)) {
      if (value.is_undefined()) runtime_.fail_undefined(value);
      runtime_.fail_type(std::string("%") + directive.conversion + " 需要数字",
                         std::string("%") + directive.conversion + " needs a number");
    }
    const double number = to_double(value);
    std::string spec = "%";
    if (directive.alternative) spec += '#';
    spec += ".*";
    spec += directive.conversion;
    const int precision = directive.precision < 0 ? 6 : static_cast<int>(directive.precision);
    // The longest: 309 digits, the point, the precision.
    std::array<char, 700> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), spec.c_str(), precision, std::abs(number));
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(std::max(length, 0)));
    pad(directive, sign(directive, std::signbit(number) && !std::isnan(number)), digits);
  }

  static std::string sign(const Directive& directive, bool is_negative) {
    if (is_negative) return "-";
    if (directive.plus) return "+";
    return directive.blank ? " " : "";
  }

  void pad(const Directive& directive, std::string_view prefix, std::string_view body) {
    const auto width = static_cast<std::size_t>(directive.width);
    const std::size_t length = prefix.size() + count_characters(body);
    const std::size_t missing = width > length ? width - length : 0;
    const bool is_text =
        std::string_view("src").find(directive.conversion) != std::string_view::npos;
    if (directive.zero && !directive.left && !is_text) {
      out_ += prefix;
      out_.append(missing, '0');
      out_ += body;
      return;
    }
    if (!directive.left) out_.append(missing, ' ');
    out_ += prefix;
    out_ += body;
    if (directive.left) out_.append(missing, ' ');
  }

  Runtime& runtime_;
  std::string_view format_;
  bool is_safe_;
  const Value& given_;
  bool is_tuple_ = false;
  bool uses_names_ = false;
  std::size_t used_ = 0;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

Value format_printf(Runtime& runtime, const Value& format, const Value& arguments) {
  return Formatter(runtime, format, arguments).run();
}

}  // namespace kepu::theme
