"""A site of many small Chinese articles, made on the fly. The same arguments give the same files."""

import json
from pathlib import Path

from kepu_testing import ROOT
import shutil

WORDS = "碳达峰 碳中和 可再生能源 储能 绿电 碳汇 温室气体 能耗双控 节能 减排 森林 电网".split()


def make_corpus(folder, articles, edition):
    """`edition` stands on every page: two editions differ in every page."""
    folder = Path(folder)
    shutil.copytree(ROOT / "tests" / "golden" / "_theme", folder, dirs_exist_ok=True)
    section = folder / "content" / "news"
    section.mkdir(parents=True, exist_ok=True)
    site = {
        "title": f"大站{edition}", "description": "很多篇文章。", "language": "zh-CN", "base_url": "https://example.org/",
        "theme": "tiny", "organisation": {"name": "示例单位"},
        "sections": [{"id": "news", "kind": "news", "title": "动态", "description": "动态。", "keywords": ["动态"], "column_type": "工作动态"}],
        "taxonomies": [{"id": "tags", "title": "话题", "description": "话题。"}],
    }
    (folder / "content" / "site.json").write_text(json.dumps(site, ensure_ascii=False), encoding="utf-8")
    for i in range(articles):
        words = [WORDS[(i * 7 + k * 5 + i // 11) % len(WORDS)] for k in range(12)]
        body = "\n\n".join(f"## {word}与{words[(k + 3) % 12]}\n\n" + "，".join(words[k:] + words[:k]) + "。" for k, word in enumerate(words[:4]))
        (section / f"a{i:05}.md").write_text(
            f"---\ntitle: 第{i}篇{words[0]}\ndate: 20{10 + i % 15}-{1 + i % 12:02}-{1 + i % 28:02}\ntags: [{words[0]}]\n---\n{body}\n", encoding="utf-8")
    return folder
