#include "cli/site_folders.h"

#include <filesystem>
#include <initializer_list>
#include <string>

#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Bilingual;

constexpr Bilingual kOutInsideInputs{
    "--out 不能放在 {folder} 里：那里是站点的原始内容；请换一个文件夹",
    "--out must not lie in {folder}: that is what the site is made from; choose another folder"};
constexpr Bilingual kCacheInsideSite{
    "--cache 不能放在 {folder} 里：缓存会被清理，那里是站点的文件；请换一个文件夹",
    "--cache must not lie in {folder}: a cache is cleaned up, and that holds files of the site; "
    "choose another folder"};

// The one of the site's folders that `path` lies in; "." for the site itself; "" if none.
std::string folder_around(const std::string& site_folder, const std::string& path,
                          std::initializer_list<const char*> names) {
  namespace fs = std::filesystem;
  if (path.empty()) return {};
  const std::string inside = fs::weakly_canonical(fs::absolute(path)).string() + "/";
  const fs::path site = fs::weakly_canonical(fs::absolute(site_folder));
  for (const char* name : names) {
    if (inside.starts_with((site / name).string() + "/")) return name;
  }
  return inside == site.string() + "/" ? "." : "";
}

bool refuse(const Arguments& arguments, Console& console, Bilingual text,
            const std::string& folder) {
  if (folder.empty()) return false;
  const base::Argument where{"folder", folder};
  console.remark("kepu: " + fill(text, arguments.language, {&where, 1}) + "\n");
  return true;
}

}  // namespace

bool refuses_folders(const Arguments& arguments, Console& console) {
  if (arguments.command == Command::Build &&
      refuse(arguments, console, kOutInsideInputs,
             folder_around(arguments.site, arguments.out,
                           {"content", "assets", "themes", "private", ".kepu", "schemas"})))
    return true;
  return refuse(arguments, console, kCacheInsideSite,
                folder_around(arguments.site, arguments.cache,
                              {"content", "assets", "themes", "private", "schemas", "public"}));
}

}  // namespace kepu::cli
