// What components inside texts name: cards of pages, and single questions of quizzes. That the file
// itself exists is checked with all other references.
#pragma once

#include "base/diagnostic.h"
#include "check/address_book.h"
#include "model/site.h"

namespace kepu::check {

void check_component_references(const model::Site& site, const AddressBook& addresses,
                                base::Diagnostics& diagnostics);

/// The question that a reference such as `quiz/a.json#q3` in the file `from` means; nullptr when
/// there is none.
const model::Question* find_question(const model::Site& site, const AddressBook& addresses,
                                     const std::string& from, const std::string& reference);

/// Whether a page has a card to be shown elsewhere: lists, contests and awards have none.
bool has_card(const Target& target);

}  // namespace kepu::check
