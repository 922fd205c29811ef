#include "cli/catalogue.h"

#include <algorithm>
#include <iterator>

#include "base/codes.h"
#include "captions/codes.h"
#include "check/codes.h"
#include "formula/codes.h"
#include "markdown/codes.h"
#include "media/codes.h"
#include "read/codes.h"
#include "render/codes.h"
#include "theme/codes.h"
#include "typography/codes.h"
#include "write/codes.h"

namespace kepu::cli {

std::vector<const base::DiagnosticCode*> all_codes() {
  std::vector<const base::DiagnosticCode*> codes;
  const auto add = [&codes](const auto& list) {
    codes.insert(codes.end(), std::begin(list), std::end(list));
  };
  add(base::codes::kAll);
  add(captions::codes::kAll);
  add(check::codes::kAll);
  add(formula::codes::kAll);
  add(markdown::codes::kAll);
  add(media::codes::kAll);
  add(read::codes::kAll);
  add(render::codes::kAll);
  add(theme::codes::kAll);
  add(typography::codes::kAll);
  add(write::codes::kAll);
  std::sort(codes.begin(), codes.end(),
            [](const base::DiagnosticCode* a, const base::DiagnosticCode* b) {
              return a->code < b->code;
            });
  return codes;
}

}  // namespace kepu::cli
