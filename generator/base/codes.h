// The diagnostic codes of this room: reading and decoding any text file.
#pragma once

#include "base/diagnostic.h"

namespace kepu::base::codes {

inline constexpr DiagnosticCode kFileUnreadable{
    "file.unreadable",
    Severity::Error,
    {"无法读取文件：{reason}", "the file cannot be read: {reason}"},
    {"请检查文件是否存在、是否有读取权限", "check that the file exists and that you may read it"},
    {"文件在站点文件夹中，但操作系统拒绝读取，或它是指向站点之外的链接。",
     "The file is in the site folder, but the system refuses to read it, or it is a link that "
     "leads out of the site."}};

inline constexpr DiagnosticCode kFileTooLarge{
    "file.too-large",
    Severity::Error,
    {"文本文件太大：{size} 字节，上限 {limit} 字节",
     "the text file is too large: {size} bytes, the limit is {limit}"},
    {"请把它拆成几个文件", "split it into several files"},
    {"过大的文本文件多半是误放的数据。为了不占满内存，kepu 不读取它。",
     "A text file this large is nearly always misplaced data; kepu does not read it, to keep "
     "memory bounded."}};

inline constexpr DiagnosticCode kEncodingInvalid{
    "encoding.invalid",
    Severity::Error,
    {"文件既不是 UTF-8，也不是 GB18030（GBK）编码", "the file is neither UTF-8 nor GB18030 (GBK)"},
    {"请用编辑器“另存为”，编码选择 UTF-8",
     "save the file again in your editor with the encoding UTF-8"},
    {"箭头处是第一个不合法的字节。常见原因：文件在传输中损坏，或混入了两种编码的内容。",
     "The caret marks the first invalid byte. Usual causes: the file was damaged in transfer, or "
     "texts of two encodings were mixed."}};

inline constexpr DiagnosticCode kEncodingGb18030{
    "encoding.gb18030",
    Severity::Warning,
    {"文件是 GB18030（GBK）编码，已按此读取",
     "the file is encoded in GB18030 (GBK) and was read as such"},
    {"请另存为 UTF-8，以免其他工具显示乱码",
     "save it as UTF-8, so that other tools show it right, too"},
    {"中文 Windows 的记事本和表格软件常按 GBK 保存文本。kepu 能读懂，但建议统一为 UTF-8。",
     "Editors on Chinese Windows often save text as GBK. kepu understands it; UTF-8 everywhere is "
     "safer."}};

inline constexpr const DiagnosticCode* kAll[] = {&kFileUnreadable, &kFileTooLarge,
                                                 &kEncodingInvalid, &kEncodingGb18030};

}  // namespace kepu::base::codes
