// How the numbers in the footer of a Chinese site look: record numbers of the ministry and of the
// police, and the identification code of public-sector sites.
#pragma once

#include <string_view>

namespace kepu::read {

/// `渝ICP备12345678号-1`, `京ICP证030173号`.
bool is_icp_number(std::string_view text);
/// `渝公网安备50010302001234号`, perhaps with a blank before the digits.
bool is_police_number(std::string_view text);
/// Ten letters and digits: `bm01000001`, `5000000042`.
bool is_site_id_code(std::string_view text);

}  // namespace kepu::read
