#include "render/not_found_page.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

base::Document not_found_document(const SiteContext& context) {
  return template_document(context, "404.html", "404.html", {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) {
                             PageHead head;
                             head.kind = "404";
                             head.address = "404.html";
                             head.heading = context.theme.text("not_found_title", "页面不存在");
                             head.description = context.theme.text("not_found_description",
                                                                   "您要找的页面不存在或已移走。");
                             Map view = page_view(context, std::move(head));
                             // A server shows this page under any address, so relative links would
                             // lead astray.
                             if (!context.site.identity.base_url.empty())
                               view.set("root", Value(context.absolute("index.html")));
                             return view;
                           });
}

}  // namespace kepu::render
