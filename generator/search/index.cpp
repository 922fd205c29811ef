#include "search/index.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "search/page_files.h"
#include "search/postings.h"
#include "search/script_text.h"
#include "search/word_files.h"

namespace kepu::search {

namespace {

// Ranges of so few documents are not worth a thread.
constexpr std::size_t kLeastOfRange = 32;
constexpr std::size_t kLongestSharedStart = 9;

// The first terms of the files, each as the number of characters that it shares with the one before,
// and the rest: `0碳中 1达 0气候`.
std::string shortened(const std::vector<std::string>& terms) {
  std::string out;
  std::string_view before;
  for (const std::string& term : terms) {
    std::size_t shared = 0;
    std::size_t bytes = 0;
    while (shared < kLongestSharedStart && bytes < before.size() && bytes < term.size()) {
      std::size_t next = bytes;
      base::next_code_point(term, next);
      if (before.substr(bytes, next - bytes) != std::string_view(term).substr(bytes, next - bytes))
        break;
      bytes = next;
      ++shared;
    }
    if (!out.empty()) out += ' ';
    out += static_cast<char>('0' + shared);
    out.append(term, bytes);
    before = term;
  }
  return out;
}

std::string start_script(const IndexRequest& request, const WordFiles& words,
                         const PageFiles& pages) {
  std::string out = "kepuSearch(\"start\",{\"shelves\":[";
  std::size_t first = 0;
  for (const Shelf& shelf : request.shelves) {
    if (out.back() != '[') out += ',';
    out += '[';
    append_script_string(out, shelf.section);
    out += ',';
    append_script_string(out, shelf.form);
    out += fmt::format(",{}]", first);
    first += shelf.count;
  }
  out += fmt::format("],\n\"documents\":{},\"step\":{},\n\"synonyms\":[", first,
                     pages.documents_of_file);
  for (const std::vector<std::string>& group : request.synonyms) {
    if (out.back() != '[') out += ",\n";
    out += '[';
    for (const std::string& word : group) {
      if (out.back() != '[') out += ',';
      append_script_string(out, word);
    }
    out += ']';
  }
  out += "],\n\"terms\":";
  append_script_string(out, shortened(words.first_terms));
  out += "});\n";
  return out;
}

std::vector<Postings> gather(const IndexRequest& request, std::size_t count,
                             std::vector<std::string>& records) {
  const std::size_t ranges = std::clamp<std::size_t>(count / kLeastOfRange, 1, request.jobs);
  std::vector<Postings> postings(ranges);
  base::parallel_for(ranges, request.jobs, [&](std::size_t r) {
    for (std::size_t i = count * r / ranges; i < count * (r + 1) / ranges; ++i) {
      const Document document = request.document(i);
      postings[r].add(static_cast<std::uint32_t>(i), document);
      records[i] = page_record(document);
    }
  });
  return postings;
}

}  // namespace

Index build_index(const IndexRequest& request) {
  std::size_t count = 0;
  for (const Shelf& shelf : request.shelves) count += shelf.count;
  std::vector<std::string> records(count);
  std::vector<Postings> postings = gather(request, count, records);
  WordFiles words = make_word_files(postings, request.jobs);
  postings.clear();
  PageFiles pages = make_page_files(records);
  std::string start = start_script(request, words, pages);

  base::Hasher hasher;
  hasher.update(start);
  for (const auto* scripts : {&words.words, &words.places, &pages.pages}) {
    for (const std::string& script : *scripts) hasher.update(script);
  }
  const std::string folder =
      request.prefix + "search/" + base::to_hex(hasher.finish()).substr(0, 10) + "/";
  Index index;
  index.start_address = folder + "start.js";
  index.files.push_back({index.start_address, std::move(start)});
  const auto add = [&](const char* name, std::vector<std::string>& scripts) {
    for (std::size_t i = 0; i < scripts.size(); ++i) {
      index.files.push_back({fmt::format("{}{}-{}.js", folder, name, i), std::move(scripts[i])});
    }
  };
  add("words", words.words);
  add("places", words.places);
  add("pages", pages.pages);
  return index;
}

}  // namespace kepu::search
