// The diagnostic codes of this room: a theme that is not complete.
#pragma once

#include "base/diagnostic.h"

namespace kepu::render::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kThemeMissing{
    "theme.missing",
    Severity::Error,
    {"找不到主题“{theme}”（应在 {path}）", "there is no theme “{theme}” (it should be at {path})"},
    {"请检查 content/site.json 里的 theme，或把主题文件夹放到 themes/ 下",
     "check `theme` in content/site.json, or put the theme's folder below themes/"},
    {"主题是 themes/ 下的一个文件夹，里面有 theme.json 和 templates/。",
     "A theme is a folder below themes/ that holds theme.json and templates/."}};

inline constexpr DiagnosticCode kLanguageMissing{
    "theme.language-missing",
    Severity::Error,
    {"主题没有语言“{language}”的文字（应在 {path}）",
     "the theme has no texts in the language “{language}” (they should be at {path})"},
    {"请检查 content/site.json 里的 language；主题已有：{known}",
     "check `language` in content/site.json; the theme has: {known}"},
    {"页面上的按钮、标签等文字来自主题的 i18n 文件夹，每种语言一个 JSON 文件。",
     "Buttons, labels and the like come from the theme's i18n folder: one JSON file per "
     "language."}};

inline constexpr DiagnosticCode kThemeTemplateMissing{
    "theme.template-missing",
    Severity::Error,
    {"主题缺少模板 {template}", "the theme lacks the template {template}"},
    {"请在主题的 templates/ 中补上这个文件，可以从 themes/default 复制",
     "add the file to the theme's templates/; themes/default has one to copy"},
    {"每一种页面都需要自己的模板，清单见 docs/theme-guide.md。",
     "Every kind of page needs its template; docs/theme-guide.md has the list."}};

inline constexpr DiagnosticCode kThemeFile{
    "theme.file-invalid",
    Severity::Error,
    {"主题文件有误：{reason}", "a file of the theme is wrong: {reason}"},
    {"请检查 JSON 的写法：一个由“名字: 文字”组成的对象",
     "check the JSON: an object of names and texts"},
    {"i18n/*.json 是界面文字表，theme.json 是主题的名字和版本。",
     "i18n/*.json hold the texts of the interface, theme.json the theme's name and version."}};

inline constexpr DiagnosticCode kTextMissing{
    "theme.text-missing",
    Severity::Warning,
    {"{language} 的界面文字里没有“{name}”，{other} 里有",
     "the texts of {language} lack `{name}`, which {other} has"},
    {"请在这个文件里补上 \"{name}\": \"…\"", "add \"{name}\": \"…\" to this file"},
    {"主题的 i18n "
     "文件夹里，每种语言一个文件，名字都要一样多；缺的文字在页面上会空着，或用程序自带的"
     "中文代替。zh-TW.json 是例外：它只写与自动转换不同的文字。",
     "The i18n folder of a theme has a file for each language, all with the same names; a missing "
     "text "
     "is blank on pages, or in Chinese. zh-TW.json is an exception: it holds only what differs "
     "from "
     "the automatic conversion."}};

inline constexpr DiagnosticCode kTextUnknown{
    "theme.text-unknown",
    Severity::Warning,
    {"界面文字里没有叫“{name}”的，这一条用不上",
     "no text is called `{name}`: this one is never used"},
    {"请核对名字；应与 {other} 里的名字相同", "check the name; it should be one of {other}"},
    {"zh-TW.json 里的每一条替换同名的界面文字，名字写错就不起作用。",
     "Each text of zh-TW.json stands for the text of the same name; a misspelt name does "
     "nothing."}};

inline constexpr DiagnosticCode kPortalRefused{
    "portal.refused",
    Severity::Warning,
    {"浏览器会拦下这里的{what}", "browsers will refuse {what}"},
    {"请把样式和脚本放进 content/portal 里的文件，用 portal['文件名'] "
     "引用；图片也放在那里，不要引用其他网站的",
     "put styles and scripts into files in content/portal and name them by portal['NAME']; put "
     "pictures there, too, instead of naming those of other hosts"},
    {"每一页都有内容安全策略（CSP）：只加载本站的文件，不执行写在页面里的脚本和样式。这样，即使"
     "门户的页头被人改动，也不会把访客带到别处。",
     "Every page has a content security policy: only files of this site are loaded, and no script "
     "or "
     "style inside a page is used."}};

inline constexpr DiagnosticCode kPortalUnclosed{
    "portal.unclosed",
    Severity::Error,
    {"{what}没有配成对", "{what} has no counterpart"},
    {"请补上或删去；页头打开、由页脚关闭的元素可以留着",
     "add it or take it out; what the header opens may be closed by the footer"},
    {"页头和页脚会放进每一页。少一个结束标签，整页的内容就会落进它里面，甚至全部看不见，所以这里有"
     "错就不发布。",
     "Header and footer become part of every page. One missing end tag would swallow the page, so "
     "nothing is published."}};

inline constexpr DiagnosticCode kPortalFileMissing{
    "portal.file-missing",
    Severity::Error,
    {"content/portal 里没有“{name}”", "there is no “{name}” in content/portal"},
    {"请把文件放进 content/portal，或者改正这里的文件名（区分大小写）",
     "put the file into content/portal, or mend the name (capitals matter)"},
    {"页头、页脚用 portal['文件名'] 引用 content/portal "
     "里的文件。名字写错时，样式和图片的地址会是空的，"
     "每一页都会受影响。",
     "Header and footer name files in content/portal by portal['NAME']. With a wrong name the "
     "address of a style sheet or picture would be empty, on every page."}};

inline constexpr const DiagnosticCode* kAll[] = {
    &kThemeMissing, &kLanguageMissing, &kThemeTemplateMissing, &kThemeFile,        &kTextMissing,
    &kTextUnknown,  &kPortalRefused,   &kPortalUnclosed,       &kPortalFileMissing};

}  // namespace kepu::render::codes
