#include "search/page_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/script_text.h"

namespace kepu::search {

namespace {

constexpr std::size_t kBytesOfFile = 8 * 1024;
constexpr std::size_t kMostDocuments = 64;

}  // namespace

void append_page_record(std::string& out, const Document& document) {
  // Most texts need no escapes.
  std::size_t bytes = 64 + document.address.size();
  for (const Field& field : document.fields) bytes += field.text.size() + field.anchor.size() + 16;
  out.reserve(out.size() + bytes);
  out += '[';
  append_script_string(out, document.address);
  out += ',';
  append_script_string(out, document.date);
  out += ",[";
  for (const Field& field : document.fields) {
    if (out.back() != '[') out += ',';
    out += '[';
    append_script_string(out, field.text);
    out += ',';
    out += static_cast<char>('0' + static_cast<int>(field.weight));
    if (field.second >= 0) {
      out += ',';
      out += std::to_string(field.second);
    } else if (!field.anchor.empty()) {
      out += ',';
      append_script_string(out, field.anchor);
    }
    out += ']';
  }
  out += "]]";
}

std::size_t documents_of_file(std::size_t documents, std::size_t bytes) {
  if (bytes == 0) return 1;
  return std::clamp<std::size_t>((documents * kBytesOfFile + bytes / 2) / bytes, 1, kMostDocuments);
}

std::string page_script(std::size_t number, std::size_t begin, std::size_t end,
                        const std::function<Document(std::size_t)>& document) {
  std::string script = fmt::format("kepuSearch(\"pages-{}\",[", number);
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) script += ",\n";
    append_page_record(script, document(i));
  }
  script += "]);\n";
  return script;
}

}  // namespace kepu::search
