#include "read/csv.h"

#include <algorithm>
#include <set>

#include "read/data_codes.h"
#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

namespace {

// More findings in one table are of no help: nearly always one slip, such as a foreign separator.
constexpr std::size_t kMaxCsvFindings = 20;

class Parser {
 public:
  Parser(const base::SourceFile& source, base::Diagnostics& diagnostics)
      : source_(source), text_(source.text()), diagnostics_(diagnostics) {}

  std::optional<std::vector<CsvRow>> parse() && {
    separator_ = csv_separator(text_);
    while (at_ < text_.size() && !broken_) row();
    if (broken_) return std::nullopt;
    if (rows_.size() < 2) {
      add(codes::kCsvEmpty, 0, text_.find('\n'));
      return std::nullopt;
    }
    check_names();
    check_lengths();
    if (findings_ > 0) return std::nullopt;
    return std::move(rows_);
  }

 private:
  void add(const base::DiagnosticCode& code, std::size_t offset, std::size_t length,
           std::vector<base::Argument> arguments = {}) {
    if (++findings_ <= kMaxCsvFindings)
      diagnostics_.add(code, source_.place(offset, length), std::move(arguments));
  }

  void row() {
    CsvRow cells;
    bool blank = true;
    for (bool more = true; more && !broken_;) {
      cells.push_back(cell());
      blank = blank && cells.back().text.empty();
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more || at_ < text_.size()) ++at_;  // the separator, or the end of the line
      ++count_;
      if (cells.size() > kMaxCsvColumns || count_ > kMaxCsvCells) {
        add(codes::kCsvTooLarge, cells.back().offset, 1,
            {{"columns", std::to_string(kMaxCsvColumns)}, {"cells", std::to_string(kMaxCsvCells)}});
        broken_ = true;
      }
    }
    // Spreadsheets leave rows of separators behind; they hold nothing.
    if (!blank) rows_.push_back(std::move(cells));
  }

  // Ends at a separator, an end of line or the end of the text.
  CsvCell cell() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
  }

  bool at_end_of_cell() const {
    return at_ == text_.size() || text_[at_] == separator_ || text_[at_] == '\n';
  }

  CsvCell plain() {
    CsvCell cell;
    cell.offset = at_;
    while (!at_end_of_cell()) {
      if (text_[at_] == '"') add(codes::kCsvQuote, at_, 1);
      ++at_;
    }
    const std::string_view written = text_.substr(cell.offset, at_ - cell.offset);
    cell.text = without_blank_ends(written);
    cell.length = written.size();
    return cell;
  }

  CsvCell quoted() {
    CsvCell cell;
    cell.offset = at_++;
    for (;; ++at_) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        add(codes::kCsvQuoteUnclosed, cell.offset, 1);
        broken_ = true;
        return cell;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      cell.text += '"';
    }
    cell.length = at_ - cell.offset;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (!at_end_of_cell()) add(codes::kCsvQuote, at_, 1);
    while (!at_end_of_cell()) ++at_;
    return cell;
  }

  void check_names() {
    std::set<std::string_view> seen;
    for (const CsvCell& name : rows_.front()) {
      if (name.text.empty() || !seen.insert(name.text).second)
        add(codes::kCsvColumnName, name.offset, std::max<std::size_t>(name.length, 1),
            {{"value", excerpt(name.text)}});
    }
  }

  void check_lengths() {
    const std::size_t columns = rows_.front().size();
    for (const CsvRow& row : rows_) {
      if (row.size() == columns) continue;
      // Too many: the first that is too many. Too few: the last there is.
      const CsvCell& cell = row.size() > columns ? row[columns] : row.back();
      add(codes::kCsvRowLength, cell.offset, std::max<std::size_t>(cell.length, 1),
          {{"count", std::to_string(row.size())}, {"columns", std::to_string(columns)}});
    }
  }

  const base::SourceFile& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::size_t findings_ = 0;
  bool broken_ = false;
  std::vector<CsvRow> rows_;
};

}  // namespace

char csv_separator(std::string_view text) {
  constexpr std::string_view kSeparators = ",;\t";
  std::size_t counts[kSeparators.size()] = {};
  bool in_quotes = false;
  bool any = false;  // blank lines before the names do not count
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes && any) break;
    any = any || (c != '\n' && c != ' ');
    const std::size_t which = kSeparators.find(c);
    if (!in_quotes && which != std::string_view::npos) ++counts[which];
  }
  return kSeparators[static_cast<std::size_t>(
      std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

std::optional<std::vector<CsvRow>> parse_csv(const base::SourceFile& source,
                                             base::Diagnostics& diagnostics) {
  return Parser(source, diagnostics).parse();
}

}  // namespace kepu::read
