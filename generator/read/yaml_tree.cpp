#include "read/yaml_tree.h"

#include <yaml.h>

#include <new>

#include "base/utf8.h"
#include "read/front_matter_codes.h"
#include "read/syntax_codes.h"
#include "read/yaml_mistakes.h"

namespace kepu::read {

namespace {

class Parser {
 public:
  explicit Parser(std::string_view yaml) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()),
                                 yaml.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  yaml_parser_t* get() { return &parser_; }

  YamlProblem problem() const {
    const auto text = [](const char* words) { return std::string(words == nullptr ? "" : words); };
    return {text(parser_.problem), parser_.problem_mark.line, parser_.problem_mark.column,
            text(parser_.context), parser_.context_mark.line, parser_.context_mark.column};
  }

 private:
  yaml_parser_t parser_{};
};

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  bool next(Parser& parser) {
    yaml_event_delete(&event_);
    event_ = {};
    return yaml_parser_parse(parser.get(), &event_) != 0;
  }
  const yaml_event_t& operator*() const { return event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

class Builder {
 public:
  Builder(const YamlRange& range, Reading& reading)
      : range_(range),
        yaml_(range.text.substr(range.begin, range.end - range.begin)),
        reading_(reading),
        parser_(yaml_),
        cursor_(range.text.substr(0, range.end), {range.first_line, 1}, range.begin) {}

  std::optional<Node> build() {
    Node root;
    root.form = Form::Map;
    root.mark.position = {range_.first_line, 1};
    if (!next()) return std::nullopt;  // stream start
    if (!next()) return std::nullopt;
    if (event_->type == YAML_STREAM_END_EVENT) return root;
    if (!next() || !read(root, 1) || !next() || !next()) return std::nullopt;
    if (event_->type != YAML_STREAM_END_EVENT) {
      reading_.add(codes::kFrontMatterDocuments, mark());
      return std::nullopt;
    }
    if (root.is_blank() && root.form == Form::Plain) return Node{Form::Map, root.mark, {}, {}, {}};
    if (!root.is_map()) {
      explain_yaml_shape(yaml_, range_.first_line, root.mark, reading_);
      return std::nullopt;
    }
    return root;
  }

 private:
  bool next() {
    if (event_.next(parser_)) return true;
    explain_yaml_problem(yaml_, range_.first_line, parser_.problem(), reading_);
    return false;
  }

  Mark mark() {
    cursor_.to_index(event_->start_mark.index);
    Mark mark{cursor_.position(), 1};
    if (event_->end_mark.line == event_->start_mark.line) {
      const std::size_t length = event_->end_mark.index - event_->start_mark.index;
      mark.length = static_cast<std::uint32_t>(length == 0 ? 1 : length);
    } else {
      const std::string_view rest = range_.text.substr(cursor_.offset());
      const auto length = base::count_code_points(rest.substr(0, rest.find('\n')));
      mark.length = static_cast<std::uint32_t>(length == 0 ? 1 : length);
    }
    return mark;
  }

  // Reads the value whose first event is the current one.
  bool read(Node& node, unsigned depth) {
    node.mark = mark();
    switch (event_->type) {
      case YAML_SCALAR_EVENT:
        return read_scalar(node);
      case YAML_SEQUENCE_START_EVENT:
        return accept(event_->data.sequence_start.anchor, event_->data.sequence_start.tag,
                      node.mark) &&
               read_list(node, depth);
      case YAML_MAPPING_START_EVENT:
        return accept(event_->data.mapping_start.anchor, event_->data.mapping_start.tag,
                      node.mark) &&
               read_map(node, depth);
      default:
        reading_.add(codes::kFrontMatterAnchor, node.mark);
        return false;
    }
  }

  bool accept(const unsigned char* anchor, const unsigned char* tag, const Mark& where) {
    if (anchor != nullptr) reading_.add(codes::kFrontMatterAnchor, where);
    if (tag != nullptr) reading_.add(codes::kFrontMatterTag, where);
    return anchor == nullptr && tag == nullptr;
  }

  bool read_scalar(Node& node) {
    const auto& scalar = event_->data.scalar;
    if (!accept(scalar.anchor, scalar.tag, node.mark)) return false;
    switch (scalar.style) {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        node.form = Form::Quoted;
        break;
      case YAML_LITERAL_SCALAR_STYLE:
      case YAML_FOLDED_SCALAR_STYLE:
        node.form = Form::Block;
        break;
      default:
        node.form = Form::Plain;
        break;
    }
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    return true;
  }

  bool enter(const Mark& where, unsigned depth) {
    if (depth <= kMaxDepth) return true;
    reading_.add(codes::kTooDeep, where, {{"limit", std::to_string(kMaxDepth)}});
    return false;
  }

  bool read_list(Node& node, unsigned depth) {
    if (!enter(node.mark, depth)) return false;
    node.form = Form::List;
    node.mark.length = 1;
    for (;;) {
      if (!next()) return false;
      if (event_->type == YAML_SEQUENCE_END_EVENT) return true;
      if (!read(node.items.emplace_back(), depth + 1)) return false;
    }
  }

  bool read_map(Node& node, unsigned depth) {
    if (!enter(node.mark, depth)) return false;
    node.form = Form::Map;
    node.mark.length = 1;
    for (;;) {
      if (!next()) return false;
      if (event_->type == YAML_MAPPING_END_EVENT) break;
      Node key;
      if (!read(key, depth + 1)) return false;
      if (!key.is_scalar()) {
        reading_.add(codes::kFrontMatterNotAMap, key.mark);
        return false;
      }
      node.keys.push_back({std::move(key.text), key.mark});
      if (!next() || !read(node.items.emplace_back(), depth + 1)) return false;
    }
    refuse_repeated_keys(reading_, node);
    return true;
  }

  const YamlRange& range_;
  std::string_view yaml_;
  Reading& reading_;
  Parser parser_;
  Event event_;
  TextCursor cursor_;
};

}  // namespace

std::optional<Node> parse_yaml(const YamlRange& range, Reading& reading) {
  return Builder(range, reading).build();
}

}  // namespace kepu::read
