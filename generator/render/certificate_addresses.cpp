#include "render/certificate_addresses.h"

#include <unordered_map>
#include <unordered_set>

#include "check/terms.h"

namespace kepu::render {

std::vector<std::string> certificate_addresses(const model::Contest& contest) {
  std::vector<std::string> addresses;
  if (!contest.awards) return addresses;
  const std::string folder = "exhibition/" + contest.id + "/certificates/";
  std::unordered_map<std::string, int> numbers;  // of each award
  std::unordered_set<std::string> taken;
  for (const model::AwardResult& result : contest.awards->results) {
    const std::string running = result.award + "-" + std::to_string(++numbers[result.award]);
    std::string name =
        result.certificate.empty() ? running : check::address_name(result.certificate);
    // Numbers that differ only in what an address cannot hold.
    if (!taken.insert(name).second) {
      name.append("-").append(check::short_hash(result.certificate + running));
      taken.insert(name);
    }
    addresses.push_back(folder + name + ".html");
  }
  return addresses;
}

}  // namespace kepu::render
