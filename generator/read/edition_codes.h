// Diagnostic codes for further editions of the site and their word lists.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kLanguagesFirst{
    "languages.first",
    Severity::Error,
    {"languages 的第一个应是本站的语言 {language}，这里是“{value}”",
     "the first of `languages` is the site's own language {language}, not `{value}`"},
    {"例如：\"languages\": [\"{language}\", \"zh-TW\"]",
     "for example: \"languages\": [\"{language}\", \"zh-TW\"]"},
    {"languages 先写内容所用的语言（与 language 相同），后面才是由它转换出来的版本。",
     "`languages` begins with the language that the content is written in (that of `language`); "
     "what "
     "follows is made from it."}};

inline constexpr DiagnosticCode kLanguagesUnknown{
    "languages.unknown",
    Severity::Error,
    {"不能由 {language} 生成“{value}”版", "an edition `{value}` cannot be made from {language}"},
    {"能生成的是：由 zh-CN 转换的 zh-TW，只写一次",
     "what can be made is zh-TW from zh-CN, listed once"},
    {"繁体中文版由简体中文的内容逐字转换而成；kepu 不翻译，别的语言请另建一个网站。",
     "The Traditional Chinese edition is converted from Simplified Chinese, character by "
     "character; "
     "kepu translates nothing. Make a site of its own for another language."}};

inline constexpr DiagnosticCode kWordListColumns{
    "word-list.columns",
    Severity::Error,
    {"词表的第一行应有两列：original 和 converted",
     "the first line of a word list names two columns: original and converted"},
    {"请把第一行改为 original,converted", "make the first line: original,converted"},
    {"content/languages 里的词表写明某个词在另一版本中的写法，每行一个词，优先于自动转换。",
     "A word list in content/languages says how a word is written in an edition, one a line; it "
     "goes "
     "before the automatic conversion."}};

inline constexpr DiagnosticCode kWordListBlank{
    "word-list.blank",
    Severity::Error,
    {"词表的这一行缺一半", "this row of the word list lacks one half"},
    {"原词和写法都要填；要让一个词保持原样，两格填得一样",
     "fill in both the word and how it is written; to keep a word, write it twice"},
    {"每行是一个词和它在另一版本中的写法。", "A row is a word and how the edition writes it."}};

inline constexpr DiagnosticCode kWordListRepeated{
    "word-list.repeated",
    Severity::Error,
    {"词表里“{word}”写了两次", "`{word}` is twice in the word list"},
    {"请删去其中一行", "remove one of the rows"},
    {"一个词在一个版本里只有一种写法，写两行就不知道用哪一个。",
     "A word is written one way in an edition; two rows leave open which."}};

inline constexpr base::Bilingual kWordListFirst{"先写在这里", "first listed here"};

inline constexpr const DiagnosticCode* kEditions[] = {
    &kLanguagesFirst, &kLanguagesUnknown, &kWordListColumns, &kWordListBlank, &kWordListRepeated};

}  // namespace kepu::read::codes
