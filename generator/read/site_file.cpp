#include "read/site_file.h"

#include "base/source_file.h"
#include "read/json_tree.h"
#include "read/records.h"
#include "read/site_codes.h"

namespace kepu::read {

namespace {

void check_base_url(Reading& reading, const Node& root, model::Site& site) {
  std::string& url = site.identity.base_url;
  if (url.empty()) return;
  if (url.find_first_of("?#") != std::string::npos) {
    reading.add(codes::kBaseUrl, root.find("base_url")->mark, {{"value", excerpt(url)}});
  }
  if (url.back() != '/') url += '/';
}

void check_exhibition(Reading& reading, const model::Site& site) {
  for (const model::Section& section : site.sections) {
    if (section.kind != model::SectionKind::Exhibition || section.id == "exhibition") continue;
    reading.add(codes::kExhibitionId, {section.position, 1});
  }
}

}  // namespace

bool read_site_file(const base::FileSystem& files, model::Site& site,
                    base::Diagnostics& diagnostics) {
  const std::string path = kSiteFile;
  if (!files.size(path)) {
    diagnostics.add(codes::kSiteMissing, {path, {}, 1});
    return false;
  }
  const auto source = base::load_source(files, path, diagnostics);
  if (!source) return false;
  Reading reading{path, Format::Json, diagnostics};
  const auto root = parse_json(source->text(), reading);
  if (!root) return false;
  site_record().read(reading, path, *root, site);
  if (!root->is_map()) return false;
  check_base_url(reading, *root, site);
  check_exhibition(reading, site);
  return true;
}

}  // namespace kepu::read
