#include "search/page_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/script_text.h"

namespace kepu::search {

namespace {

constexpr std::size_t kBytesOfFile = 8 * 1024;
constexpr std::size_t kMostDocuments = 64;

}  // namespace

std::string page_record(const Document& document) {
  std::string out = "[";
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
  return out;
}

PageFiles make_page_files(std::vector<std::string>& records) {
  PageFiles files;
  std::size_t bytes = 0;
  for (const std::string& record : records) bytes += record.size();
  if (bytes > 0) {
    files.documents_of_file = std::clamp<std::size_t>(
        (records.size() * kBytesOfFile + bytes / 2) / bytes, 1, kMostDocuments);
  }
  const std::size_t step = files.documents_of_file;
  files.pages.resize((records.size() + step - 1) / step);
  for (std::size_t f = 0; f < files.pages.size(); ++f) {
    std::string& script = files.pages[f];
    script = fmt::format("kepuSearch(\"pages-{}\",[", f);
    const std::size_t end = std::min(records.size(), (f + 1) * step);
    for (std::size_t i = f * step; i < end; ++i) {
      if (i > f * step) script += ",\n";
      script += records[i];
      records[i] = std::string();
    }
    script += "]);\n";
  }
  return files;
}

}  // namespace kepu::search
