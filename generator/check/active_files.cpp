#include "check/active_files.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/site_path.h"
#include "base/utf8.h"
#include "check/codes.h"

namespace kepu::check {

namespace {

constexpr std::array<std::string_view, 11> kProgramEndings{
    "html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "php", "swf", "hta", "mht"};

// What a drawing never needs; each is looked for in lower-case text.
constexpr std::array<std::string_view, 9> kActiveParts{"<script",  "<foreignobject",   "<iframe",
                                                       "<embed",   "<object",          "<handler",
                                                       "<!entity", "<?xml-stylesheet", "script:"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
}

// An attribute whose name begins with "on": `onload=`, ` onclick = `.
std::string event_handler(std::string_view text) {
  for (auto at = text.find("on"); at != std::string_view::npos; at = text.find("on", at + 1)) {
    if (at == 0 || !(is_blank(text[at - 1]) || text[at - 1] == '"' || text[at - 1] == '\''))
      continue;
    auto end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    auto equals = end;
    while (equals < text.size() && is_blank(text[equals])) ++equals;
    if (end > at + 2 && equals < text.size() && text[equals] == '=') {
      return std::string(text.substr(at, end - at));
    }
  }
  return {};
}

// href="https://…", url(//…): a picture that asks another host tells it who is reading.
std::string foreign_reference(std::string_view text) {
  for (const std::string_view opening :
       {"href=\"http", "href='http", "href=\"//", "href='//", "url(http", "url(\"http", "url('http",
        "url(//", "@import"}) {
    if (text.find(opening) != std::string_view::npos) return std::string(opening);
  }
  return {};
}

class Inspector {
 public:
  Inspector(const AddressBook& addresses, const base::FileSystem& files,
            base::Diagnostics& diagnostics)
      : addresses_(addresses), files_(files), diagnostics_(diagnostics) {}

  void inspect(const std::string& from, const std::string& reference, base::Position position) {
    if (reference.empty() || is_external(reference)) return;
    const Target target = addresses_.resolve(from, reference);
    if (target.kind != TargetKind::File || !seen_.insert(target.path).second) return;
    const base::Place place{from, position,
                            static_cast<std::uint32_t>(base::count_code_points(reference))};
    const std::string ending = base::extension_of(target.path);
    if (std::find(kProgramEndings.begin(), kProgramEndings.end(), ending) !=
        kProgramEndings.end()) {
      diagnostics_.add(codes::kAssetProgram, place, {{"target", reference}, {"ending", ending}});
    } else if (ending == "svg" || ending == "svgz" || ending == "xml") {
      inspect_drawing(target.path, reference, place);
    }
  }

  void inspect_body(const std::string& from, const model::Body& body) {
    for (const model::Slot& slot : body.slots) inspect(from, slot.target, slot.position);
  }

 private:
  void inspect_drawing(const std::string& path, const std::string& reference,
                       const base::Place& place) {
    const auto text = files_.read(path);
    if (!text) return;
    const std::string part = active_part_of_svg(*text);
    if (part.empty()) return;
    diagnostics_.add(codes::kAssetActive, place, {{"target", reference}, {"part", part}});
  }

  const AddressBook& addresses_;
  const base::FileSystem& files_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> seen_;
};

}  // namespace

std::string active_part_of_svg(std::string_view text) {
  const std::string folded = lower(text);
  for (const std::string_view part : kActiveParts) {
    if (folded.find(part) != std::string::npos) return std::string(part);
  }
  if (std::string handler = event_handler(folded); !handler.empty()) return handler;
  return foreign_reference(folded);
}

void check_active_files(const model::Site& site, const AddressBook& addresses,
                        const base::FileSystem& files, base::Diagnostics& diagnostics) {
  Inspector inspector(addresses, files, diagnostics);
  for (const model::Article& article : site.articles) {
    inspector.inspect_body(article.source_path, article.body);
    inspector.inspect(article.source_path, article.cover.target, article.cover.position);
  }
  for (const model::Section& section : site.sections) {
    if (!section.index_path.empty())
      inspector.inspect_body(section.index_path, section.introduction);
  }
  for (const model::Contest& contest : site.contests) {
    inspector.inspect_body(contest.source_path, contest.introduction);
    for (const model::Entry& entry : contest.entries) {
      inspector.inspect(entry.source_path, entry.media.target, entry.media.position);
      inspector.inspect(entry.source_path, entry.poster.target, entry.poster.position);
      for (const model::SubtitleTrack& track : entry.subtitles) {
        inspector.inspect(entry.source_path, track.file.target, track.file.position);
      }
    }
  }
}

}  // namespace kepu::check
