#include "read/json_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "read/json_codes.h"
#include "read/json_mistakes.h"
#include "read/syntax_codes.h"

namespace kepu::read {

namespace {

// Follows the parser's events through the text: the library reports values without places, but it
// reports every token in order, so the next token always begins after blanks and the one comma or
// colon that may divide.
class Handler {
 public:
  Handler(std::string_view text, Reading& reading)
      : text_(text), reading_(reading), cursor_(text) {}

  std::optional<Node> take_root() && { return std::move(root_); }

  bool null() { return scalar(Form::Null, token_begin() + 4, {}); }
  bool boolean(bool value) {
    return scalar(Form::Flag, token_begin() + (value ? 4 : 5), value ? "true" : "false");
  }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& value) { return scalar(Form::Quoted, string_end(), std::move(value)); }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool key(std::string& value) {
    Key key{std::move(value), token(string_end())};
    open_.back()->keys.push_back(std::move(key));
    progress_.after = JsonProgress::After::Name;
    return true;
  }

  bool start_object(std::size_t) { return open(Form::Map); }
  bool start_array(std::size_t) { return open(Form::List); }
  bool end_object() {
    refuse_repeated_keys(reading_, *open_.back());
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    explain_json_problem(text_, progress_, reading_);
    root_.reset();
    return false;
  }

 private:
  std::size_t token_begin() const {
    return std::min(text_.find_first_not_of(" \t\n\r,:", progress_.token_end), text_.size());
  }
  std::size_t skip_digits(std::size_t at) const {
    return std::min(text_.find_first_not_of("0123456789", at), text_.size());
  }
  // One past the number as JSON's grammar has it: of `010` only the first 0, because there the
  // parser stops, too.
  std::size_t number_end(std::size_t at) const {
    const auto is_at = [this](std::size_t offset, std::string_view any) {
      return offset < text_.size() && any.find(text_[offset]) != std::string_view::npos;
    };
    if (is_at(at, "-")) ++at;
    at = is_at(at, "0") ? at + 1 : skip_digits(at);
    if (is_at(at, ".")) at = skip_digits(at + 1);
    if (is_at(at, "eE")) at = skip_digits(is_at(at + 1, "+-") ? at + 2 : at + 1);
    return at;
  }
  std::size_t string_end() const {
    std::size_t at = token_begin() + 1;
    while (at < text_.size() && text_[at] != '"')
      at += text_[at] == '\\' ? std::size_t{2} : std::size_t{1};
    return std::min(at + 1, text_.size());
  }

  Mark token(std::size_t end) {
    const std::size_t begin = token_begin();
    progress_.token_begin = begin;
    progress_.token_end = end;
    return mark_of(text_, cursor_, begin, end);
  }

  // Where the next value goes: the root, or the end of the innermost open list or map.
  Node& place_for_value() {
    if (open_.empty()) return root_.emplace();
    return open_.back()->items.emplace_back();
  }

  void value_is_done() {
    progress_.after = open_.empty() ? JsonProgress::After::End : JsonProgress::After::Value;
  }

  bool scalar(Form form, std::size_t end, std::string text) {
    Node& node = place_for_value();
    node.form = form;
    node.mark = token(end);
    node.text = std::move(text);
    value_is_done();
    return true;
  }

  bool number() {
    const std::size_t begin = token_begin();
    const std::size_t end = number_end(begin);
    return scalar(Form::Number, end, std::string(text_.substr(begin, end - begin)));
  }

  bool open(Form form) {
    Node& node = place_for_value();
    node.form = form;
    node.mark = token(token_begin() + 1);
    if (open_.size() == kMaxDepth) {
      reading_.add(codes::kTooDeep, node.mark, {{"limit", std::to_string(kMaxDepth)}});
      root_.reset();
      return false;
    }
    open_.push_back(&node);
    progress_.open.push_back({form == Form::Map ? '{' : '[', progress_.token_begin});
    progress_.after = JsonProgress::After::Opening;
    return true;
  }

  bool close() {
    token(token_begin() + 1);
    open_.pop_back();
    progress_.open.pop_back();
    value_is_done();
    return true;
  }

  std::string_view text_;
  Reading& reading_;
  TextCursor cursor_;
  std::optional<Node> root_;
  // Pointers stay good: only the innermost open node grows, and its parents do not until it is
  // closed.
  std::vector<Node*> open_;
  JsonProgress progress_;
};

}  // namespace

std::optional<Node> parse_json(std::string_view text, Reading& reading) {
  Mark whole;
  whole.position = {1, 1};
  if (text.size() > kMaxRecordBytes) {
    reading.add(
        codes::kJsonTooLarge, whole,
        {{"size", std::to_string(text.size())}, {"limit", std::to_string(kMaxRecordBytes)}});
    return std::nullopt;
  }
  if (text.find_first_not_of(" \t\n\r") == std::string_view::npos) {
    reading.add(codes::kJsonEmpty, whole);
    return std::nullopt;
  }
  Handler handler(text, reading);
  nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
  return std::move(handler).take_root();
}

}  // namespace kepu::read
