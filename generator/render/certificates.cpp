#include "render/certificates.h"

#include <algorithm>

#include "render/cards.h"
#include "render/qr_code.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Who issues it: the organisers whose part is 主办 (主办单位 …); all of them where nobody has it.
Value issuers_view(const model::Contest& contest) {
  List issuers;
  for (const bool hosts : {true, false}) {
    for (const model::NamedRole& organiser : contest.organisers) {
      if (!hosts || organiser.role.starts_with("主办")) issuers.push_back(borrow(organiser.name));
    }
    if (!issuers.empty()) break;
  }
  return Value(std::move(issuers));
}

const model::Entry* find_entry(const model::Contest& contest, const std::string& id) {
  const auto found = std::find_if(contest.entries.begin(), contest.entries.end(),
                                  [&id](const model::Entry& entry) { return entry.id == id; });
  return id.empty() || found == contest.entries.end() ? nullptr : &*found;
}

Value contest_view(const model::Contest& contest) {
  Map view;
  view.set("title", borrow(contest.title));
  view.set("short_title",
           borrow(contest.short_title.empty() ? contest.title : contest.short_title));
  view.set("url", Value(contest.address()));
  view.set("awards_url", Value(contest.awards_address()));
  return Value(std::move(view));
}

Map certificate_page(const SiteContext& context, std::size_t contest_index, std::size_t place) {
  const model::Contest& contest = context.site.contests[contest_index];
  const model::AwardResult& result = contest.awards->results[place];
  const model::AwardKind* kind = find_award_kind(contest, result.award);
  const model::Entry* entry = find_entry(contest, result.entry);
  const std::string winner = entry != nullptr ? entry->title : result.organisation;
  // Where a reader can check it: the work, or the list of awards.
  const std::string proof = entry != nullptr ? entry->address() : contest.awards_address();

  PageHead head;
  head.kind = "certificate";
  head.address = context.certificates[contest_index][place];
  head.heading = context.theme.text("certificate_title", "获奖证书") +
                 context.theme.text("colon", "：") + winner;
  head.crumb = context.theme.text("certificate_title", "获奖证书");
  if (!result.certificate.empty())
    head.heading +=
        theme_words(context, "in_parentheses", "（{text}）", {{"text", result.certificate}});
  const std::string comma = context.theme.text("clause_mark", "，");
  head.description = contest.title + comma + winner;
  if (kind != nullptr) head.description.append(comma).append(kind->title);
  head.section = context.exhibition_section();
  head.trail = trail_to(context, head.section);
  head.trail.emplace_back(contest.short_title.empty() ? contest.title : contest.short_title,
                          contest.address());
  head.trail.emplace_back(context.theme.text("awards_heading_suffix", "获奖名单"),
                          contest.awards_address());

  Map fields;
  fields.set("award", kind == nullptr ? Value("") : borrow(kind->title));
  fields.set("target", Value(entry != nullptr ? "entry" : "organisation"));
  fields.set("title", Value(winner));
  fields.set("creators", entry != nullptr ? named_roles_view(entry->creators) : Value(List{}));
  fields.set("units", entry != nullptr ? texts_view(entry->units) : Value(List{}));
  fields.set("district", entry != nullptr ? borrow(entry->district) : Value(""));
  fields.set("number", borrow(result.certificate));
  fields.set("citation", borrow(result.citation));
  fields.set("announced_on", date_view(context, contest.awards->announced_on));
  fields.set("issuers", issuers_view(contest));
  fields.set("demonstration",
             Value(contest.demonstration || (entry != nullptr && entry->demonstration)));
  fields.set("proof_url", Value(proof));
  fields.set("qr", Value::safe(qr_svg(context.absolute(proof),
                                      context.theme.text("certificate_qr", "核对用二维码"))));
  Map view = page_view(context, std::move(head));
  view.set("certificate", Value(std::move(fields)));
  view.set("contest", contest_view(contest));
  return view;
}

}  // namespace

void append_certificate_documents(const SiteContext& context, std::size_t contest,
                                  base::Documents& documents) {
  const std::vector<std::string>& addresses = context.certificates[contest];
  for (std::size_t place = 0; place < addresses.size(); ++place) {
    const model::Awards& awards = *context.site.contests[contest].awards;
    documents.push_back(
        template_document(context, addresses[place], "certificate.html",
                          {awards.source_path, awards.results[place].award_position, 1},
                          [&context, contest, place](base::Diagnostics&) {
                            return certificate_page(context, contest, place);
                          }));
  }
}

}  // namespace kepu::render
