// Templates: any bytes must compile or be refused, and render or fail within the limits, the same
// way each time. The input is the main template; after a line of `====` come others, named a, b, c
// …
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "theme/template_set.h"
#include "theme/value.h"

namespace {

using namespace kepu::theme;

std::vector<TemplateSource> split(std::string_view input) {
  constexpr std::string_view kBorder = "\n====\n";
  std::vector<TemplateSource> sources;
  std::string name = "main";
  for (;;) {
    const std::size_t border = input.find(kBorder);
    sources.push_back({name, kepu::base::SourceFile(name, std::string(input.substr(0, border)))});
    if (border == std::string_view::npos || sources.size() > 8) return sources;
    input.remove_prefix(border + kBorder.size());
    name = std::string(1, static_cast<char>('a' + sources.size() - 1));
  }
}

Options small_limits() {
  Options options;
  options.limits = {.call_depth = 60,
                    .steps = 20'000,
                    .range_length = 2'000,
                    .output_bytes = 1U << 20U,
                    .created_bytes = 4U << 20U};
  return options;
}

Map page() {
  Map user;
  user.set("name", "<Zoe>").set("age", 30).set("tags", List{"x", "y"});
  Map map;
  map.set("text", "a<b & 'c' 碳达峰").set("html", safe("<i>x</i>")).set("n", 7).set("d", -2.5);
  map.set("none", nullptr).set("yes", true).set("list", List{3, "one", 2.5, nullptr, List{1, 2}});
  const Value shared(std::move(user));
  map.set("users", List{shared, shared}).set("user", shared).set("empty", List{});
  return map;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  kepu::base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(split(text), small_limits(), diagnostics);
  if (diagnostics.has_errors()) return 0;
  const Map globals;
  const Map context = page();
  const RenderInput input{globals, context, "fuzz"};
  std::string first = "kept";
  std::string second = "kept";
  kepu::base::Diagnostics first_faults;
  kepu::base::Diagnostics second_faults;
  const bool rendered = set.render("main", input, first, first_faults);
  const bool again = set.render("main", input, second, second_faults);
  const bool untouched = rendered || first == "kept";
  if (rendered == again && first == second && untouched && rendered != first_faults.has_errors()) {
    return 0;
  }
  std::fputs("two renders of one template differ\n", stderr);
  std::abort();
}
