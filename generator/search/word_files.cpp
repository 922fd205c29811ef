#include "search/word_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "search/number_code.h"
#include "search/script_text.h"

namespace kepu::search {

namespace {

// A query reads two or three of them, and the list of their first terms, which grows as they
// shrink.
constexpr std::size_t kBytesOfFile = 16 * 1024;
// Positions of a list that is longer have a file of their own: a single pair needs none of them.
constexpr std::size_t kBytesOfPlaces = 8 * 1024;

/// One term of all ranges: where its lists are.
struct Merged {
  const std::string* text = nullptr;
  std::vector<std::pair<std::size_t, const Term*>> parts;  // range, term
};

std::vector<Merged> merge_terms(const std::vector<std::vector<Term>>& terms) {
  std::vector<Merged> merged;
  std::vector<std::size_t> at(terms.size(), 0);
  while (true) {
    const std::string* least = nullptr;
    for (std::size_t r = 0; r < terms.size(); ++r) {
      if (at[r] == terms[r].size()) continue;
      const std::string& text = terms[r][at[r]].text;
      if (least == nullptr || text < *least) least = &text;
    }
    if (least == nullptr) return merged;
    Merged item{least, {}};
    for (std::size_t r = 0; r < terms.size(); ++r) {
      if (at[r] < terms[r].size() && terms[r][at[r]].text == *least) {
        item.parts.emplace_back(r, &terms[r][at[r]++]);
      }
    }
    merged.push_back(std::move(item));
  }
}

/// What a file holds of one term and weight, as text.
struct PostingList {
  std::string documents;
  std::string positions;
};

/// The numbers of all ranges, written once more: documents apart from positions, which fewer
/// queries need. Distances go on over the border of a range.
PostingList join_lists(const std::vector<Postings>& ranges, const Merged& term,
                       std::size_t weight) {
  PostingList joined;
  std::uint32_t last = 0;
  for (const auto& [range, part] : term.parts) {
    if (part->lists[weight] == 0) continue;
    ByteChains::Reader reader = ranges[range].read(part->lists[weight] - 1);
    std::uint32_t document = 0;
    while (!reader.at_end()) {
      const std::uint32_t step = reader.next();
      const std::uint32_t repeats = step & 1U;
      document += step / 2;
      append_number(joined.documents, (document - last) * 2 + repeats);
      last = document;
      std::uint32_t count = 1;
      if (repeats != 0) {
        count = reader.next();
        append_number(joined.documents, count);
        count += 2;
      }
      if (part->is_single) continue;
      for (std::uint32_t i = 0; i < count; ++i) append_number(joined.positions, reader.next());
    }
  }
  return joined;
}

struct Record {
  std::string text;
  std::vector<std::string> places;  // to be numbered: each stands as `~` in `text`
};

// `term body|positions|heading|positions|title|positions`, empty ends left out.
Record make_record(const std::vector<Postings>& ranges, const Merged& term) {
  Record record;
  record.text = *term.text + " ";
  std::size_t end = record.text.size();
  constexpr std::array<Weight, kWeights> kOrder{Weight::Body, Weight::Heading, Weight::Title};
  for (const Weight weight : kOrder) {
    PostingList list = join_lists(ranges, term, static_cast<std::size_t>(weight));
    record.text += list.documents;
    if (!list.documents.empty()) end = record.text.size();
    record.text += '|';
    if (list.positions.size() > kBytesOfPlaces) {
      record.text += '~';
      record.places.push_back(std::move(list.positions));
    } else {
      record.text += list.positions;
    }
    if (record.text.back() != '|') end = record.text.size();
    if (weight != Weight::Title) record.text += '|';
  }
  record.text.resize(end);
  return record;
}

std::string script(std::string_view name, std::size_t number, std::string_view quoted) {
  return fmt::format("kepuSearch(\"{}-{}\",\"{}\");\n", name, number, quoted);
}

// Gathers records until a file is full.
class Cutter {
 public:
  explicit Cutter(WordFiles& files) : files_(files) {}

  void add(const std::string& term, Record& record) {
    std::size_t next = 0;
    for (std::string& places : record.places) {
      next = record.text.find('~', next) + 1;
      const std::string number = std::to_string(files_.places.size());
      record.text.insert(next, number);
      files_.places.push_back(script("places", files_.places.size(), places));
      places.clear();
    }
    if (!body_.empty() && body_.size() + record.text.size() > kBytesOfFile) finish();
    if (body_.empty()) {
      files_.first_terms.push_back(term);
    } else {
      body_ += ' ';
    }
    body_ += record.text;
  }

  void finish() {
    if (body_.empty()) return;
    files_.words.push_back(script("words", files_.words.size(), body_));
    body_.clear();
  }

 private:
  WordFiles& files_;
  std::string body_;
};

}  // namespace

WordFiles make_word_files(std::vector<Postings>& ranges, unsigned jobs) {
  std::vector<std::vector<Term>> terms(ranges.size());
  base::parallel_for(ranges.size(), jobs,
                     [&](std::size_t r) { terms[r] = ranges[r].take_terms(); });
  const std::vector<Merged> merged = merge_terms(terms);
  WordFiles files;
  Cutter cutter(files);
  // In turns, so that the joined lists are in memory only until they are in a file.
  constexpr std::size_t kTurn = 4096;
  std::vector<Record> records(kTurn);
  for (std::size_t begin = 0; begin < merged.size(); begin += kTurn) {
    const std::size_t count = std::min(kTurn, merged.size() - begin);
    constexpr std::size_t kTask = 64;
    base::parallel_for((count + kTask - 1) / kTask, jobs, [&](std::size_t task) {
      const std::size_t last = std::min(count, (task + 1) * kTask);
      for (std::size_t i = task * kTask; i < last; ++i) {
        records[i] = make_record(ranges, merged[begin + i]);
      }
    });
    for (std::size_t i = 0; i < count; ++i) cutter.add(*merged[begin + i].text, records[i]);
  }
  cutter.finish();
  return files;
}

}  // namespace kepu::search
