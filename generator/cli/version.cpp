// kepu version
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace kepu::cli {

int run_version(const Arguments& arguments) {
  Console console(arguments);
  if (arguments.format == OutputFormat::Json) {
    nlohmann::ordered_json object;
    object["name"] = "kepu";
    object["version"] = KEPU_VERSION;
    console.result(object.dump(2) + "\n");
  } else {
    console.result(std::string("kepu ") + KEPU_VERSION + "\n");
  }
  return 0;
}

}  // namespace kepu::cli
