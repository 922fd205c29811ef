#include "read/site_file.h"

#include "base/source_file.h"
#include "read/editions.h"
#include "read/footer_numbers.h"
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

void check_number(Reading& reading, const Node& root, std::string_view group,
                  std::string_view field, const std::string& value,
                  bool (*is_right)(std::string_view), const char* example) {
  if (value.empty() || is_right(value)) return;
  const Node* object = root.find(group);
  const Node* node = object == nullptr ? nullptr : object->find(field);
  if (node == nullptr) return;
  reading.add(codes::kFooterNumber, node->mark,
              {{"field", std::string(field)}, {"value", excerpt(value)}, {"example", example}});
}

void check_footer(Reading& reading, const Node& root, const model::Identity& identity) {
  check_number(reading, root, "footer", "icp", identity.icp, is_icp_number, "渝ICP备12345678号-1");
  check_number(reading, root, "footer", "police", identity.police, is_police_number,
               "渝公网安备50010302001234号");
  check_number(reading, root, "public_sector", "site_id_code", identity.site_id_code,
               is_site_id_code, "bm01000001");
}

void check_exhibition(Reading& reading, const model::Site& site) {
  for (const model::Section& section : site.sections) {
    if (section.kind != model::SectionKind::Exhibition || section.id == "exhibition") continue;
    reading.add(codes::kExhibitionId, {section.position, 1});
  }
}

// A section without a usable id has no folder and no address: what follows from that is no news.
void drop_nameless_sections(model::Site& site) {
  site.sections_faulty = std::erase_if(site.sections, [](const model::Section& section) {
                           return section.id.empty();
                         }) > 0;
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
  if (const Node* theme = root->find("theme")) site.identity.theme_position = theme->mark.position;
  if (const Node* language = root->find("language"))
    site.identity.language_position = language->mark.position;
  if (const Node* languages = root->find("languages"))
    site.language_settings.position = languages->mark.position;
  check_base_url(reading, *root, site);
  choose_editions(reading, *root, site);
  check_footer(reading, *root, site.identity);
  check_exhibition(reading, site);
  drop_nameless_sections(site);
  return true;
}

}  // namespace kepu::read
