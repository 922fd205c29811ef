// How editors write dates that are not written as the site wants them, and what they meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kepu::read {

/// A year, month and day that some text means, possible or not, and the rest of the text (a time).
struct WrittenDate {
  int year = 0;
  int month = 0;
  int day = 0;
  std::string rest;
};

/// Understands 2024-5-1, 2024/5/1, 2024.5.1, 2024年5月1日 and full-width digits, with anything
/// after a blank or T.
std::optional<WrittenDate> understand_date(std::string_view text);

/// 28 … 31; 0 for a month that does not exist.
int days_in_month(int year, int month);

/// `2024-05-01`, with the time if `date.rest` is one; empty when there is no such day.
std::string as_site_date(const WrittenDate& date);

}  // namespace kepu::read
