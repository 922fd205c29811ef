#!/usr/bin/env python3
"""The published site behind nginx, at a domain's root and in a sub-folder: every file delivered, every link good."""

import json
import sys
import unittest
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from crawl import crawl  # noqa: E402
from kepu_testing import ROOT, settings  # noqa: E402
from web_server import web_server  # noqa: E402


class ServerTest(unittest.TestCase):
    def crawl_at(self, path):
        base_url = json.loads((ROOT / "content/site.json").read_text(encoding="utf-8"))["base_url"]
        with web_server(settings.tree, path) as base:
            result = crawl(settings.tree, server=base, base_url=base_url)
        print(f"{path}: {result.summary()}")
        shown = "\n".join(f"{a}:{line}: [{kind}] {text}" for a, line, kind, text in result.problems[:40])
        self.assertEqual(len(result.problems), 0, f"{result.summary()}\n{shown}")
        self.assertGreater(result.counts["pages"], 10)

    def test_at_the_root_of_a_domain(self):
        self.crawl_at("/")

    def test_in_a_sub_folder(self):
        self.crawl_at("/a/b/")

    def test_folders_show_their_index(self):
        with web_server(settings.tree, "/a/b/") as base:
            for folder in sorted(p.parent for p in Path(settings.tree).rglob("index.html")):
                address = str(folder.relative_to(settings.tree)).strip(".")
                with urllib.request.urlopen(base + (address + "/" if address else "")) as response:
                    self.assertEqual(response.read(), (folder / "index.html").read_bytes())


if __name__ == "__main__":
    kepu_testing.main()
