#include "language/opencc_files.h"

#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>

#include "base/environment_failure.h"

namespace kepu::language {

namespace {

constexpr const char* kFolder = "/usr/share/opencc/";

}  // namespace

void read_opencc_file(
    const std::string& name,
    const std::function<void(const std::string&, const std::vector<std::string>&)>& take) {
  const std::string path = kFolder + name + ".ocd2";
  try {
    const auto dictionary = opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(path);
    for (const auto& entry : *dictionary->GetLexicon()) take(entry->Key(), entry->Values());
  } catch (const opencc::Exception&) {
    throw base::EnvironmentFailure(
        {"无法读取 OpenCC 的词典 {path}；请安装 libopencc-data",
         "cannot read the OpenCC dictionary {path}; install libopencc-data"},
        {{"path", path}});
  }
}

}  // namespace kepu::language
