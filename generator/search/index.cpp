#include "search/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

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

// The first terms of the files, each as the number of characters that it shares with the one
// before, and the rest: `0碳中 1达 0气候`.
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
                         std::size_t documents_of_page_file) {
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
                     documents_of_page_file);
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

/// What is kept of a document's record.
struct Seen {
  std::size_t bytes = 0;
  base::Hash128 hash;
};

std::vector<Postings> gather(const IndexRequest& request, std::vector<Seen>& seen) {
  const std::size_t count = seen.size();
  const std::size_t ranges = std::clamp<std::size_t>(count / kLeastOfRange, 1, request.jobs);
  std::vector<Postings> postings(ranges);
  base::parallel_for(ranges, request.jobs, [&](std::size_t r) {
    std::string record;
    for (std::size_t i = count * r / ranges; i < count * (r + 1) / ranges; ++i) {
      const Document document = request.document(i);
      postings[r].add(static_cast<std::uint32_t>(i), document);
      record.clear();
      append_page_record(record, document);
      seen[i] = {record.size(), base::hash_bytes(record)};
    }
  });
  return postings;
}

std::string fingerprint(const std::string& start, const WordFiles& words,
                        const std::vector<Seen>& seen) {
  base::Hasher hasher;
  hasher.update(start);
  for (const std::string& script : words.words) hasher.update(script);
  for (const std::string& script : words.places) hasher.update(script);
  for (const Seen& item : seen) hasher.update(base::to_hex(item.hash));
  return base::to_hex(hasher.finish()).substr(0, 10);
}

}  // namespace

Index build_index(const IndexRequest& request) {
  std::size_t count = 0;
  for (const Shelf& shelf : request.shelves) count += shelf.count;
  std::vector<Seen> seen(count);
  std::vector<Postings> postings = gather(request, seen);
  WordFiles words = make_word_files(postings, request.jobs);
  std::vector<Postings>().swap(postings);
  std::size_t bytes = 0;
  for (const Seen& item : seen) bytes += item.bytes;
  const std::size_t step = documents_of_file(count, bytes);
  std::string start = start_script(request, words, step);
  const std::string folder = request.prefix + "search/" + fingerprint(start, words, seen) + "/";

  Index index;
  index.start_address = folder + "start.js";
  const auto add = [&](const std::string& name, std::string script) {
    const auto kept = std::make_shared<const std::string>(std::move(script));
    index.files.push_back({folder + name + ".js", [kept] { return *kept; }});
  };
  add("start", std::move(start));
  for (std::size_t i = 0; i < words.words.size(); ++i)
    add(fmt::format("words-{}", i), std::move(words.words[i]));
  for (std::size_t i = 0; i < words.places.size(); ++i)
    add(fmt::format("places-{}", i), std::move(words.places[i]));
  for (std::size_t f = 0; f * step < count; ++f) {
    index.files.push_back(
        {fmt::format("{}pages-{}.js", folder, f), [f, step, count, document = request.document] {
           return page_script(f, f * step, std::min(count, (f + 1) * step), document);
         }});
  }
  return index;
}

}  // namespace kepu::search
