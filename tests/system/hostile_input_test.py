#!/usr/bin/env python3
"""Input of odd shapes and sizes: an answer in time, never a crash or a hang."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from corpus import make_corpus  # noqa: E402
from crawl import crawl  # noqa: E402
from kepu_testing import ProgramTest, contents, golden_layers, kepu  # noqa: E402

TIME_LIMIT_S = 10
FRONT = "---\ntitle: 第二条\ndate: 2024-05-15\n---\n"

BODIES = {
    "10,000 nested quotes": ">" * 10_000 + " 深\n",
    "10,000 nested lists": "".join(" " * i + "- 深\n" for i in range(1000)),
    "one line of 5 MB": "很长" * 850_000 + "\n",
    "a table of 400 columns": "|" + "甲|" * 400 + "\n|" + "-|" * 400 + "\n" + ("|" + "乙|" * 400 + "\n") * 200,
    "120 KB of table bars": "|" * 120_000 + "\n",
    "120 KB of <?": "<?" * 60_000 + "\n",
    "50,000 opening brackets": "[" * 50_000 + "\n",
    "50,000 links within links": "[a](" * 50_000 + "\n",
    "100,000 stars": "**a " * 50_000 + "\n",
    "100,000 backticks": "".join("`" * i + " " for i in range(1, 440)) + "\n",
    "20,000 footnotes": "".join(f"[^{i}]" for i in range(20_000)) + "\n\n" + "".join(f"[^{i}]: x\n" for i in range(20_000)),
    "20,000 headings of one name": "## 同名\n\n" * 20_000,
    "NUL bytes": "甲\0乙\n",
}


class HostileInputTest(ProgramTest):
    def answer(self, site, *arguments):
        start = time.monotonic()
        result = kepu("build", "--lang", "en", "--site", site, *arguments, timeout=TIME_LIMIT_S * 3)
        self.assertLess(time.monotonic() - start, TIME_LIMIT_S)
        self.assertIn(result.returncode, (0, 1), result.stderr[-2000:])
        if result.returncode == 1:
            self.assertRegex(result.stderr, r"(?m)^content/news/bad\.md:\d+:\d+: error\[")
            self.assertLess(len(result.stderr), 2_000_000, "the report is as long as the hostile text")
        return result

    def test_markdown_of_odd_shapes(self):
        for name, body in BODIES.items():
            with self.subTest(name):
                site = golden_layers(self.scratch / str(len(name)) / "".join(c for c in name if c.isalnum()))
                (site / "content/news/bad.md").write_text(FRONT + body, encoding="utf-8")
                self.answer(site)

    def test_front_matter_of_odd_shapes(self):
        for name, value in {"brackets": "[" * 30_000, "braces": "{a: " * 10_000, "a long key": "k" * 60_000 + ": 1",
                            "many keys": "\n".join(f"key{i}: 1" for i in range(5000))}.items():
            with self.subTest(name):
                site = golden_layers(self.scratch / name)
                (site / "content/news/bad.md").write_text(f"---\ntitle: 题\ndate: 2024-05-15\ntags: {value}\n---\n", encoding="utf-8")
                self.answer(site)

    def test_json_of_odd_shapes(self):
        for name, text in {"brackets": "[" * 500_000, "objects": '{"a":' * 200_000, "a number": "[1" + "0" * 500_000 + "]"}.items():
            with self.subTest(name):
                site = golden_layers(self.scratch / name)
                (site / "content/site.json").write_text(text)
                result = kepu("build", "--lang", "en", "--site", site, timeout=TIME_LIMIT_S)
                self.assertEqual(result.returncode, 1, result.stderr[-2000:])
                self.assertRegex(result.stderr, r"(?m)^content/site\.json:\d+:\d+: error\[")

    def test_5000_pages_come_out_quickly(self):
        site = make_corpus(self.scratch / "site", 5000, "甲")
        start = time.monotonic()
        self.build(site)
        self.assertLess(time.monotonic() - start, 60)


class OddSitesTest(ProgramTest):
    def test_a_folder_with_blanks_and_emoji(self):
        plain = golden_layers(self.scratch / "plain")
        odd = golden_layers(self.scratch / "节能 宣传 🌱 'quoted' $HOME")
        self.build(plain)
        self.build(odd)
        self.assertEqual(contents(plain / "public"), contents(odd / "public"))

    def test_a_site_without_any_content(self):
        site = golden_layers(self.scratch / "site")
        path = site / "content/site.json"
        identity = json.loads(path.read_text(encoding="utf-8"))
        for name in (site / "content/news").iterdir():
            name.unlink()
        (site / "content/news").rmdir()
        self.build(site)
        self.assertEqual([p for p in crawl(site / "public", base_url=identity["base_url"]).problems if p[2] != "page.orphan"], [])

    def test_a_folder_that_is_no_site(self):
        result = self.build(self.scratch, status=1)
        self.assertIn("content/site.json", result.stderr)

    def test_a_folder_that_does_not_exist(self):
        result = kepu("build", "--lang", "en", "--site", self.scratch / "nowhere")
        self.assertIn(result.returncode, (1, 2, 3))
        self.assertIn("nowhere", result.stderr)

    def test_links_that_lead_out_of_the_site_are_not_followed(self):
        site = golden_layers(self.scratch / "site")
        secret = self.scratch / "secret.md"
        secret.write_text("---\ntitle: 机密\ndate: 2024-05-15\n---\n机密内容\n", encoding="utf-8")
        (site / "content/news/leak.md").symlink_to(secret)
        (site / "content/more").symlink_to(self.scratch)
        kepu("build", "--lang", "en", "--site", site)
        if (site / "public").exists():
            self.assertFalse(any("机密".encode() in data for data in contents(site / "public").values()))


if __name__ == "__main__":
    kepu_testing.main()
