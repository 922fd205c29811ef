#include "cli/texts.h"

namespace kepu::cli::texts {

const Bilingual kProgram{
    "科普专题网站生成器：一条命令，把 Markdown、作品登记和媒体文件变成完整的静态网站。",
    "Static-site generator for science showcases: one command turns Markdown, records of works and "
    "media "
    "files into a complete site."};
const Bilingual kBuild{"生成网站，写到 public/；有一个错误就什么也不发布",
                       "make the site in public/; with one error nothing is published"};
const Bilingual kCheck{"只检查，不写任何文件：报告 build 会报告的全部问题",
                       "check only, write nothing: says all that build would say"};
const Bilingual kMedia{"处理媒体文件：列出每个文件的信息，备好封面等派生文件，不生成网页",
                       "work on media only: facts of every file, posters and the like, no pages"};
const Bilingual kVersion{"显示版本", "show the version"};
const Bilingual kExplain{"解释一个诊断代码，例如 kepu explain link.missing",
                         "explain a diagnostic code, e.g. kepu explain link.missing"};

const Bilingual kSite{"站点文件夹（默认：当前文件夹）",
                      "the site folder (default: the current one)"};
const Bilingual kOut{"输出文件夹（默认：站点文件夹下的 public）",
                     "the output folder (default: public in the site folder)"};
const Bilingual kBaseUrl{"网站的正式网址，代替 site.json 里的 base_url",
                         "the site's address, instead of base_url in site.json"};
const Bilingual kJobs{"同时使用的线程数（默认：处理器个数）",
                      "threads to use (default: number of processors)"};
const Bilingual kDrafts{"连同草稿和未审核的内容一起生成",
                        "include drafts and what is not reviewed yet"};
const Bilingual kFuture{"连同未到发布时间的内容一起生成", "include what is not due yet"};
const Bilingual kAsOf{"按这个日期生成，例如 2026-06-05 或 2026-06-05T09:00",
                      "build as of this date, e.g. 2026-06-05 or 2026-06-05T09:00"};
const Bilingual kStrict{"把警告也当作错误", "treat warnings as errors"};
const Bilingual kFormat{"结果的格式：human（给人看）或 json",
                        "format of the result: human or json"};
const Bilingual kColor{"颜色：auto、always 或 never", "colours: auto, always or never"};
const Bilingual kQuiet{"只显示错误和警告", "show errors and warnings only"};
const Bilingual kLang{"界面语言：zh 或 en（默认按系统 LANG）",
                      "language: zh or en (default: from LANG)"};
const Bilingual kHelp{"显示帮助", "show this help"};
const Bilingual kCode{"诊断代码", "a diagnostic code"};
const Bilingual kList{"列出全部诊断代码", "list all diagnostic codes"};
const Bilingual kMarkdown{"按 docs/diagnostics.md 的格式输出全部代码",
                          "print all codes in the form of docs/diagnostics.md"};

const Bilingual kCache{"缓存文件夹（默认：站点文件夹下的 .kepu/cache），可由多个进程共用",
                       "the cache folder (default: .kepu/cache in the site folder); several "
                       "processes may share it"};
const Bilingual kNoSandbox{"不隔离解码程序，用于不支持 seccomp 的内核；只处理信得过的文件",
                           "do not confine the decoder: for kernels without seccomp, and files "
                           "that you trust"};
const Bilingual kExplainPoster{
    "说明一件作品（编号或媒体文件路径）的封面是怎样选出来的，并写出候选画面一览图",
    "say how the poster of a work (its id, or a media file's path) was chosen, and write a sheet "
    "of "
    "all candidates"};
const Bilingual kContactSheet{"一览图的文件名（默认：当前文件夹下的 contact-sheet-<编号>.jpg）",
                              "file for that sheet (default: contact-sheet-<id>.jpg here)"};
const Bilingual kShard{"只处理 N 份中的第 K 份，例如 3/8；分给多台机器，缓存共用，最后照常 build",
                       "work on the K-th of N equal shares only, e.g. 3/8: for many machines with "
                       "one cache, before a build"};
const Bilingual kPrune{"从缓存中删去现在用不到的文件（一小时内写过或用过的除外）",
                       "remove from the cache what nothing needs now, but for what was written or "
                       "used within an hour"};

const Bilingual kUsage{"用法", "Usage"};
const Bilingual kOptions{"选项", "Options"};
const Bilingual kCommands{"命令", "Commands"};
const Bilingual kMoreHelp{"每个命令的选项：kepu <命令> --help",
                          "options of a command: kepu <command> --help"};
const Bilingual kNoCommand{"请给出命令", "name a command"};
const Bilingual kUnknownCommand{"没有这个命令：{name}", "no such command: {name}"};
const Bilingual kNotYet{
    "命令 {name} 在这个版本里还没有；现有命令：build、check、media、explain、version",
    "the command {name} is not in this version yet; there are: build, check, media, explain, "
    "version"};
const Bilingual kWrongValue{"选项 {name} 的值不对：{value}（可用：{choices}）",
                            "wrong value for {name}: {value} (one of: {choices})"};
const Bilingual kWrongDate{"日期写法不对：{value}（例如 2026-06-05 或 2026-06-05T09:00）",
                           "not a date: {value} (e.g. 2026-06-05 or 2026-06-05T09:00)"};
const Bilingual kWrongUrl{"网址应以 http:// 或 https:// 开头：{value}",
                          "an address must begin with http:// or https://: {value}"};
const Bilingual kWrongShard{
    "份数写法不对：{value}（应为 K/N，例如 3/8；K 从 1 到 N，N 最大 10000）",
    "not a share: {value} (K/N such as 3/8; K from 1 to N, N at most 10000)"};
const Bilingual kUsageError{"命令写法有误：{reason}", "wrong usage: {reason}"};

}  // namespace kepu::cli::texts
