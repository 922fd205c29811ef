#include "base/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string>
#include <system_error>

namespace kepu::base {

namespace {

struct ErrorText {
  int error;
  const char* chinese;
};

constexpr ErrorText kTexts[] = {
    {ENOENT, "文件或文件夹不存在"},
    {EACCES, "没有权限"},
    {EPERM, "系统不允许这样做"},
    {EEXIST, "已有同名的文件或文件夹"},
    {ENOTDIR, "路径中有一段不是文件夹"},
    {EISDIR, "这是文件夹，不是文件"},
    {ENOTEMPTY, "文件夹不是空的"},
    {ENOSPC, "磁盘已满"},
    {EDQUOT, "磁盘配额已用完"},
    {EROFS, "磁盘是只读的"},
    {EFBIG, "文件太大"},
    {EIO, "磁盘读写出错"},
    {ELOOP, "符号链接太多，或指向了站点之外"},
    {EXDEV, "路径通向站点之外"},
    {ENAMETOOLONG, "文件名太长"},
    {EMFILE, "打开的文件太多"},
    {ENFILE, "系统打开的文件太多"},
    {ENOMEM, "内存不足"},
    {EBUSY, "正被别的程序占用"},
    {EAGAIN, "正被别的程序占用"},
    {ETXTBSY, "程序文件正被占用"},
    {ENOEXEC, "不是可以运行的程序"},
};

}  // namespace

Argument system_reason(int error) {
  const std::string english = std::generic_category().message(error);
  const auto* known = std::find_if(std::begin(kTexts), std::end(kTexts),
                                   [error](const ErrorText& text) { return text.error == error; });
  return {"reason", known == std::end(kTexts) ? english : known->chinese, english};
}

Argument system_reason(const Error& error) {
  if (error.errno_value != 0) return system_reason(error.errno_value);
  return {"reason", error.message};
}

}  // namespace kepu::base
