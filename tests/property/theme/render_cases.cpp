// Renders cases for the comparison with Jinja2 (compare.py): one JSON object per line in, one per
// line out. In:  {"templates": {name: text}, "main": name, "context": {…}, "globals": {…}} Out:
// {"text": …} or {"code": …, "message": …}
// {"$safe": text}, {"$tuple": […]}, {"$float": text} and {"$undefined": 1} stand for what JSON does
// not have.
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "theme/template_set.h"
#include "theme/value.h"

namespace {

using Json = nlohmann::ordered_json;
using kepu::theme::List;
using kepu::theme::Map;
using kepu::theme::Value;

Value from_json(const Json& json);

List list_from_json(const Json& json) {
  List items;
  for (const Json& item : json) items.push_back(from_json(item));
  return items;
}

Map map_from_json(const Json& json) {
  Map map;
  for (const auto& [key, value] : json.items()) map.set(key, from_json(value));
  return map;
}

Value from_json(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return json.get<bool>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return json.get<std::int64_t>();
    case Json::value_t::number_float:
      return json.get<double>();
    case Json::value_t::string:
      return json.get<std::string>();
    case Json::value_t::array:
      return list_from_json(json);
    case Json::value_t::object:
      if (json.contains("$safe")) return Value::safe(json["$safe"].get<std::string>());
      if (json.contains("$tuple")) return Value::tuple(list_from_json(json["$tuple"]));
      if (json.contains("$float")) {
        return std::strtod(json["$float"].get<std::string>().c_str(), nullptr);
      }
      if (json.contains("$undefined")) return {};
      return map_from_json(json);
    default:
      return nullptr;
  }
}

Json failure(const kepu::base::Diagnostics& diagnostics) {
  const kepu::base::Diagnostic& first = diagnostics.items().front();
  Json result;
  result["code"] = first.code->code;
  result["message"] =
      kepu::base::fill(first.code->message, kepu::base::Language::English, first.arguments);
  result["line"] = first.place.position.line;
  return result;
}

Json render(const Json& request) {
  std::vector<kepu::theme::TemplateSource> sources;
  for (const auto& [name, text] : request["templates"].items()) {
    sources.push_back({name, kepu::base::SourceFile(name, text.get<std::string>())});
  }
  kepu::base::Diagnostics diagnostics;
  const kepu::theme::TemplateSet set =
      kepu::theme::compile_templates(std::move(sources), {}, diagnostics);
  if (diagnostics.has_errors()) return failure(diagnostics);
  const Map globals = map_from_json(request["globals"]);
  const Map context = map_from_json(request["context"]);
  std::string out;
  const kepu::theme::RenderInput input{globals, context, "page"};
  if (!set.render(request["main"].get<std::string>(), input, out, diagnostics)) {
    return failure(diagnostics);
  }
  return Json{{"text", out}};
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const Json result = render(Json::parse(line));
    std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}
