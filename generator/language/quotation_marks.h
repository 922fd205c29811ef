// Quotation marks of Taiwan: “ ” ‘ ’ become 「 」 『 』. A closing mark follows what was done with
// the opening one, which may stand in an earlier piece of the same paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kepu::language {

/// The quotations that are open in a paragraph, the inner ones last: whether each was changed.
using OpenQuotations = std::vector<bool>;

/// A quotation in Latin letters alone keeps its marks, and so does an apostrophe.
std::string with_corner_marks(std::string text, OpenQuotations& open);

}  // namespace kepu::language
