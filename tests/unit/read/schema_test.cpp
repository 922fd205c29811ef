#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "read/json_schema.h"

using namespace kepu;

TEST_CASE("The files in schemas/ are what the record tables say (UPDATE_SCHEMAS=1 rewrites them)") {
  for (const read::RecordKind kind : read::kRecordKinds) {
    const std::string name = std::string(read::record_name(kind)) + ".schema.json";
    const std::string path = std::string(KEPU_SOURCE_DIR) + "/schemas/" + name;
    const std::string schema = read::json_schema(kind);
    if (std::getenv("UPDATE_SCHEMAS") != nullptr) {
      std::ofstream(path, std::ios::binary) << schema;
      continue;
    }
    INFO(path);
    std::ifstream file(path, std::ios::binary);
    const std::string stored{std::istreambuf_iterator<char>(file),
                             std::istreambuf_iterator<char>()};
    CHECK(stored == schema);
  }
}
