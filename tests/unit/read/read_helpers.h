// What the tests of this room share: a small site in memory, and findings as the text that an
// editor sees.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/report.h"
#include "read/read_site.h"
#include "support/memory_file_system.h"

namespace kepu::test {

inline const std::string kSiteJson = R"({
  "title": "测试站",
  "base_url": "https://example.org/",
  "sections": [
    {"id": "policy", "kind": "policy", "title": "政策解读", "review": "required"},
    {"id": "news", "kind": "news", "title": "工作动态"},
    {"id": "exhibition", "kind": "exhibition", "title": "作品展播"},
    {"id": "about", "kind": "page", "title": "关于"}
  ],
  "taxonomies": [
    {"id": "tags", "title": "话题"},
    {"id": "scenes", "title": "六进", "terms": [{"id": "school", "title": "进学校"}, {"id": "community", "title": "进社区"}]}
  ]
}
)";

inline const std::string kContestJson = R"({
  "id": "c2021",
  "title": "征集",
  "year": 2021,
  "introduction": "## 征集什么\n\n作品",
  "topics": [{"id": "concepts", "title": "科学认识"}, {"id": "tasks", "title": "要做什么"}],
  "categories": [{"id": "psa", "title": "公益广告", "form": "video"}],
  "awards": [{"id": "first", "title": "一等奖", "target": "entry"}, {"id": "organiser", "title": "组织奖", "target": "organisation"}]
}
)";

inline const std::string kEntryJson = R"({
  "id": "v01",
  "title": "标题",
  "contest": "c2021",
  "category": "psa",
  "topic": "concepts",
  "media": "/assets/a.mp4"
}
)";

struct ReadResult {
  model::Site site;
  base::Diagnostics diagnostics;
};

/// Reads with a Markdown parser that only keeps the text.
inline ReadResult read(const base::FileSystem& files, unsigned jobs = 1) {
  ReadResult result;
  read::ReadOptions options;
  options.jobs = jobs;
  options.parse_body = [](const base::SourceFile& source, std::size_t offset, base::Diagnostics&) {
    model::Body body;
    body.html = std::string(source.text().substr(offset));
    return body;
  };
  options.parse_text = [](std::string_view text, const base::Place&, base::Diagnostics&) {
    model::Body body;
    body.html = std::string(text);
    return body;
  };
  result.site = read::read_site(files, options, result.diagnostics);
  result.diagnostics.sort();
  return result;
}

inline std::string rendered(const base::FileSystem& files, const base::Diagnostics& diagnostics,
                            base::Language language = base::Language::Chinese) {
  return base::render_human(diagnostics, language, base::Color::Never,
                            [&files](const std::string& path) {
                              base::Diagnostics ignored;
                              return base::load_source(files, path, ignored);
                            });
}

/// All findings about a site that holds one article.
inline std::string findings_of_article(const std::string& text,
                                       base::Language language = base::Language::Chinese) {
  const MemoryFileSystem files({{"content/site.json", kSiteJson}, {"content/policy/a.md", text}});
  return rendered(files, read(files).diagnostics, language);
}

/// All findings about a site.json.
inline std::string findings_of_site(const std::string& text) {
  const MemoryFileSystem files({{"content/site.json", text}});
  return rendered(files, read(files).diagnostics);
}

/// All findings about a site with one contest and one entry, of which one file has another text.
inline std::string findings_of_record(const std::string& path, const std::string& text) {
  std::map<std::string, std::string> all{{"content/site.json", kSiteJson},
                                         {"content/exhibition/c2021/contest.json", kContestJson},
                                         {"content/exhibition/c2021/entries/v01.json", kEntryJson}};
  all[path] = text;
  const MemoryFileSystem files(std::move(all));
  return rendered(files, read(files).diagnostics);
}
inline std::string findings_of_contest(const std::string& text) {
  return findings_of_record("content/exhibition/c2021/contest.json", text);
}
inline std::string findings_of_entry(const std::string& text) {
  return findings_of_record("content/exhibition/c2021/entries/v01.json", text);
}
inline std::string findings_of_awards(const std::string& text) {
  return findings_of_record("content/exhibition/c2021/awards.json", text);
}

}  // namespace kepu::test
