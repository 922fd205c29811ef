// Diagnostic codes for content/facts.json and content/glossary.json, and for texts that name what
// stands in them.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr base::Bilingual kNamedHereFirst{"这个名称先用在这里",
                                                 "the name is used here first"};

inline constexpr DiagnosticCode kGlossaryNameTaken{
    "glossary.name-taken",
    Severity::Error,
    {"“{value}”已经是另一个术语的名称或别名", "`{value}` is a name of another term already"},
    {"请删去其中一个；两个术语意思相近，可以用 see 互相指引",
     "remove one of them; `see` leads from one term to a related one"},
    {"正文里的一个词只能有一种解释，所以术语的名称和别名不能重复，也不能互相占用。大小写不同的英文"
     "算"
     "同一个词。",
     "A word in a text has one explanation, so no two terms share a name or an alias. Latin "
     "letters "
     "are compared without regard to case."}};

inline constexpr DiagnosticCode kGlossaryNameShort{
    "glossary.name-short",
    Severity::Error,
    {"“{value}”太短，会在正文里到处误认",
     "`{value}` is too short; it would be found all over the texts"},
    {"请写两个字以上的名称，或删去这个别名",
     "write a name of two characters or more, or remove the alias"},
    {"正文里第一次出现术语的名称或别名时会自动解释。单个汉字或字母是许多词的一部分，认不准。",
     "Names and aliases are explained where a text first uses them. A single character is part of "
     "many words."}};

inline constexpr DiagnosticCode kGlossarySee{
    "glossary.see-unknown",
    Severity::Error,
    {"see 里的“{value}”不是别的术语的编号", "`{value}` in `see` is the id of no other term"},
    {"请写 content/glossary.json 里另一个术语的 id",
     "write the id of another term of content/glossary.json"},
    {"see 列出相关的术语，术语表里会变成链接，所以要写编号，不写名称，也不能写自己。",
     "`see` lists related terms, which become links; so it names them by their ids, and never the "
     "term itself."}};

inline constexpr DiagnosticCode kTermReference{
    "glossary.term-unknown",
    Severity::Error,
    {"术语表里没有编号为“{value}”的术语", "the glossary has no term `{value}`"},
    {"请核对编号，或在 content/glossary.json 里加上这个术语",
     "check the id, or add the term to content/glossary.json"},
    {"“[文字](term:编号)”解释这几个字，编号是 content/glossary.json 里术语的 id。",
     "`[words](term:id)` explains words by a term of content/glossary.json, named by its id."}};

inline constexpr DiagnosticCode kFactVintage{
    "fact.vintage",
    Severity::Error,
    {"数据时点“{value}”不是年、年月或日期", "the vintage `{value}` is no year, month or day"},
    {"请写成 2024、2024-07 或 2024-07-31", "write it like 2024, 2024-07 or 2024-07-31"},
    {"数据时点说明这个数字是哪一年、哪一月的，或在哪一天宣布。同一指标不同时点的数字可能不同，读者"
     "要"
     "能看出用的是哪一个。",
     "The vintage says of which year or month a number is, or when it was announced. Figures of "
     "one "
     "quantity differ by vintage, and readers must see which one is meant."}};

inline constexpr DiagnosticCode kFactReviewBefore{
    "fact.review-before-vintage",
    Severity::Error,
    {"复核日期 {review_by} 早于数据时点 {vintage}",
     "the review is due on {review_by}, before the vintage {vintage}"},
    {"请核对两个日期；复核日期是下一次该核对这个数字的日子",
     "check both; `review_by` is the day by which the number is to be checked again"},
    {"数字发布以后才谈得上复核，所以复核日期不能早于数据时点。",
     "A number can be reviewed only after it was made, so the review cannot be due before the "
     "vintage."}};

inline constexpr DiagnosticCode kFactReplaces{
    "fact.replaces-unknown",
    Severity::Error,
    {"replaces 里的“{value}”不是别的数据的编号",
     "`{value}` in `replaces` is the id of no other fact"},
    {"请写 content/facts.json 里旧数据的 id，或删去这一行",
     "write the id of the older fact in content/facts.json, or remove the line"},
    {"同一指标有了新数字，旧数字留在台账里，由新数字的 replaces 指明，读者就能看到两个版本。",
     "When a quantity has a new figure, the old one stays in the ledger and is named by `replaces` "
     "of the new one, so that readers see both."}};

inline constexpr DiagnosticCode kFactUnknown{
    "fact.unknown",
    Severity::Error,
    {"没有编号为“{value}”的数据", "there is no fact `{value}`"},
    {"请核对编号，或在 content/facts.json 里加上这个数据",
     "check the id, or add the fact to content/facts.json"},
    {"“[](fact:编号)”显示一个数据和它的单位，编号是 content/facts.json "
     "里的 id。编号写错，读者看到的就不是您要的数字。",
     "`[](fact:id)` prints a number of content/facts.json with its unit. With a wrong id readers "
     "would see another number than you mean."}};

inline constexpr const DiagnosticCode* kLedgers[] = {
    &kGlossaryNameTaken, &kGlossaryNameShort, &kGlossarySee,  &kTermReference,
    &kFactVintage,       &kFactReviewBefore,  &kFactReplaces, &kFactUnknown};

}  // namespace kepu::read::codes
