// JSON written straight into text, for what every page carries (structured data): no tree, keys in
// the order of the calls. Safe inside a script element: `<`, `>` and `&` are written as \u00XX.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kepu::render {

class JsonText {
 public:
  /// An object as value of `key`, or as an item or the whole when `key` is empty. Close what was
  /// opened.
  JsonText& open_object(std::string_view key = {});
  JsonText& close_object();
  JsonText& open_array(std::string_view key);
  JsonText& close_array();
  JsonText& text(std::string_view key, std::string_view value);
  /// Leaves the key out when the value is empty.
  JsonText& text_if(std::string_view key, std::string_view value);
  JsonText& number(std::string_view key, std::int64_t value);
  JsonText& flag(std::string_view key, bool value);
  JsonText& item(std::string_view value);

  std::string take() && { return std::move(out_); }

 private:
  void begin(std::string_view key);
  void append_string(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace kepu::render
