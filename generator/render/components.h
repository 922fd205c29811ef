// Views of the components inside texts: boxes, cards of other pages, single questions.
#pragma once

#include <string>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// Whether a text needs the styles of components.
bool has_components(const model::Body& body);

/// Whether it needs the styles of charts.
bool has_charts(const model::Body& body);

/// {kind, label, title, content}; `content` is filled HTML.
theme::Value box_view(const SiteContext& context, const model::Box& box, std::string content);

/// The card of the page that `reference` in the file `from` means; none while it is held back.
theme::Value linked_card(const SiteContext& context, const std::string& from,
                         const std::string& reference);

/// The question `quiz.json#id`, with `quiz {title, url}`; none while its quiz is held back.
theme::Value linked_question(const SiteContext& context, const std::string& from,
                             const std::string& reference);

/// The templates that the components of a site's texts need.
std::vector<const char*> component_templates(const model::Site& site);

}  // namespace kepu::render
