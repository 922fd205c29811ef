#include "read/ignored_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "base/site_path.h"
#include "read/site_codes.h"

namespace kepu::read {

namespace {

constexpr std::array<std::string_view, 24> kPublished{
    "svg", "png", "jpg", "jpeg", "webp", "gif", "avif", "mp4", "webm", "mov", "m4v", "mp3",
    "m4a", "wav", "ogg", "opus", "flac", "vtt", "srt",  "ass", "ssa",  "pdf", "zip", "epub"};

base::Bilingual reason_text(IgnoreReason reason) {
  switch (reason) {
    case IgnoreReason::NoSection:
      return codes::kReasonNoSection;
    case IgnoreReason::OutsideSections:
      return codes::kReasonOutside;
    case IgnoreReason::Document:
      return codes::kReasonDocument;
    case IgnoreReason::UnknownFormat:
      return codes::kReasonUnknownFormat;
    case IgnoreReason::SectionIndex:
      return codes::kReasonSectionIndex;
    case IgnoreReason::NestedIndex:
      return codes::kReasonNestedIndex;
    case IgnoreReason::PageSection:
      return codes::kReasonPageSection;
    case IgnoreReason::Exhibition:
      return codes::kReasonExhibition;
    case IgnoreReason::Records:
      return codes::kReasonRecords;
    case IgnoreReason::Json:
      return codes::kReasonJson;
  }
  return codes::kReasonUnknownFormat;
}

void add_target(std::set<std::string>& paths, const std::string& from, std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  if (target.empty() || target.find("://") != std::string_view::npos) return;
  if (auto path = base::resolve_path(from, target)) paths.insert(std::move(*path));
}

void add_targets(std::set<std::string>& paths, const std::string& from, const model::Body& body) {
  for (const model::Slot& slot : body.slots) add_target(paths, from, slot.target);
}

std::set<std::string> referenced_paths(const model::Site& site) {
  std::set<std::string> paths;
  for (const model::Article& article : site.articles)
    add_targets(paths, article.source_path, article.body);
  for (const model::Section& section : site.sections)
    add_targets(paths, section.index_path, section.introduction);
  for (const model::Contest& contest : site.contests)
    add_targets(paths, contest.source_path, contest.introduction);
  return paths;
}

std::string folder_below_content(std::string_view path) {
  const std::string_view rest = path.substr(path.find('/') + 1);
  return std::string(rest.substr(0, rest.find('/')));
}

}  // namespace

bool is_published_format(const std::string& extension) {
  return std::find(kPublished.begin(), kPublished.end(), extension) != kPublished.end();
}

void report_ignored_files(const std::vector<IgnoredFile>& ignored, const model::Site& site,
                          base::Diagnostics& diagnostics) {
  if (ignored.empty()) return;
  const auto may_be_linked = [](const IgnoredFile& file) {
    return file.reason == IgnoreReason::Document || file.reason == IgnoreReason::UnknownFormat ||
           file.reason == IgnoreReason::Json;
  };
  std::set<std::string> linked;
  if (std::any_of(ignored.begin(), ignored.end(), may_be_linked)) linked = referenced_paths(site);
  std::map<std::string, std::size_t> in_folder;
  for (const IgnoredFile& file : ignored) {
    if (file.reason == IgnoreReason::NoSection) ++in_folder[folder_below_content(file.path)];
  }
  std::set<std::string> reported;
  for (const IgnoredFile& file : ignored) {
    if (may_be_linked(file) && linked.count(file.path) > 0) continue;
    if (file.reason == IgnoreReason::NoSection && site.sections_faulty) continue;
    const std::string folder = folder_below_content(file.path);
    if (file.reason == IgnoreReason::NoSection && !reported.insert(folder).second) continue;
    diagnostics.add(codes::kFileIgnored, {file.path, {}, 1})
        .with_note({}, reason_text(file.reason),
                   {{"folder", folder},
                    {"count", std::to_string(in_folder[folder])},
                    {"extension", base::extension_of(file.path)}});
  }
}

}  // namespace kepu::read
