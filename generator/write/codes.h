// The diagnostic codes of this room: addresses that cannot stand side by side.
#pragma once

#include "base/diagnostic.h"

namespace kepu::write::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kCollision{
    "output.collision",
    Severity::Error,
    {"两处内容要生成同一个网址：{address}", "two sources would make the same address: {address}"},
    {"请修改其中一处的 slug 或文件名", "change the slug or the file name of one of them"},
    {"一个网址只能有一个页面。只差大小写或字形（NFC/NFD）的两个网址在 Windows 和 macOS "
     "上也是同一个文件，所以同样不允许。",
     "An address holds one page. Two addresses that differ only in case or Unicode form are one "
     "file on Windows and macOS, "
     "so they count as the same."}};

inline constexpr DiagnosticCode kFileAndFolder{
    "output.file-and-folder",
    Severity::Error,
    {"网址 {address} 既要作文件，又要作文件夹",
     "the address {address} would be a file and a folder at once"},
    {"请修改其中一处的 slug 或文件名", "change the slug or the file name of one of them"},
    {"例如别名 policy 与页面 policy/a.html 不能同时存在。",
     "For example an alias `policy` cannot stand beside the page `policy/a.html`."}};

inline constexpr DiagnosticCode kAddressInvalid{
    "output.address-invalid",
    Severity::Error,
    {"网址不能用作文件路径：{address}", "the address cannot be a file path: {address}"},
    {"网址由小写字母、数字、连字符和 / 组成，不能以 / 开头，也不能含有 ..",
     "use lower-case letters, digits, hyphens and /; no leading / and no .."},
    {"网址会成为输出文件夹里的文件路径，所以不能离开该文件夹，也不能含有系统不允许的名字。",
     "An address becomes a file path in the output folder, so it must not leave it nor hold names "
     "that systems refuse."}};

inline constexpr base::Bilingual kFirstMadeHere{"先由这里生成", "first made here"};

inline constexpr const DiagnosticCode* kAll[] = {&kCollision, &kFileAndFolder, &kAddressInvalid};

}  // namespace kepu::write::codes
