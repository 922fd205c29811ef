#!/usr/bin/env python3
"""Languages of a site: nothing Chinese in a site in English, and the Traditional edition of a Chinese one."""

import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from crawl import crawl  # noqa: E402
from english_site import make_english_site  # noqa: E402
from kepu_testing import ROOT, contents, golden_layers, kepu  # noqa: E402

HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Marks of Chinese writing, full width; not the arrows and dots that all languages use.
MARKS = re.compile("[\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01-\uff5e]")
I18N = ROOT / "themes/default/i18n"
GAP = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def texts_of(language):
    return json.loads((I18N / f"{language}.json").read_text(encoding="utf-8"))


class I18nTest(unittest.TestCase):
    def test_all_languages_have_the_same_texts_with_the_same_gaps(self):
        chinese, english = texts_of("zh-CN"), texts_of("en")
        self.assertEqual(set(chinese), set(english))
        for name, text in chinese.items():
            self.assertEqual(sorted(GAP.findall(text)), sorted(GAP.findall(english[name])), name)

    def test_english_has_no_chinese(self):
        for name, text in texts_of("en").items():
            self.assertIsNone(HAN.search(text) or MARKS.search(text), f"{name}: {text}")

    def test_templates_and_scripts_have_no_texts_of_their_own(self):
        for path in sorted((ROOT / "themes/default/templates").rglob("*.html")):
            text = re.sub(r"(?s)\{#.*?#\}", "", path.read_text(encoding="utf-8"))
            # A chapter that is counted already is told by its first character.
            text = text.replace("startswith('第')", "")
            self.assertIsNone(HAN.search(text), path.name)
        for path in sorted((ROOT / "themes/default/static/js").glob("*.js")):
            text = re.sub(r"(?m)^\s*//.*$", "", path.read_text(encoding="utf-8"))
            self.assertIsNone(HAN.search(text), path.name)


class EnglishSiteTest(kepu_testing.ProgramTest):
    maxDiff = None

    def test_no_page_of_an_english_site_has_anything_chinese(self):
        site = make_english_site(self.scratch / "site")
        run = kepu("build", "--site", site, "--lang", "en")
        self.assertEqual(run.returncode, 0, run.stderr)
        found = []
        # Style sheets choose by language what they write.
        for address, content in contents(site / "public").items():
            if Path(address).suffix not in {".html", ".xml", ".json", ".js", ".csv", ".ics", ".vtt"}:
                continue
            text = content.decode("utf-8")
            if address.endswith(".js"):
                text = re.sub(r"(?m)^\s*//.*$", "", text)
                faults = HAN.findall(text)
            else:
                faults = HAN.findall(text) + MARKS.findall(text)
            if faults:
                place = text.index(faults[0])
                found.append(f"{address}: …{text[max(0, place - 60):place + 30]}…")
        self.assertEqual(found, [])
        self.assertEqual(crawl(site / "public", base_url="https://example.org/trees/", page_tags=False).problems, [])


class EditionTest(kepu_testing.ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = golden_layers(self.scratch / "site", "_theme", "_contest")

    def build(self, **record):
        path = self.site / "content/site.json"
        known = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(dict(known, **record), ensure_ascii=False), encoding="utf-8")
        run = kepu("build", "--site", self.site)
        self.assertEqual(run.returncode, 0, run.stderr)
        return contents(self.site / "public")

    def test_without_editions_nothing_is_made_or_named(self):
        published = self.build()
        self.assertFalse([a for a in published if a.startswith("zh-TW/")])
        self.assertNotIn(b"hreflang", published["sitemap.xml"])

    def test_every_page_has_a_counterpart_and_files_are_there_once(self):
        published = self.build(languages=["zh-CN", "zh-TW"])
        pages = {a for a in published if a.endswith(".html")}
        main = {a for a in pages if not a.startswith("zh-TW/")}
        self.assertEqual({"zh-TW/" + a for a in main}, pages - main)
        self.assertFalse([a for a in published if a.startswith("zh-TW/media/") or re.match(r"zh-TW/.*\.(wav|css|svg|png)$", a)])

    def test_any_number_of_threads_gives_the_same_bytes(self):
        path = self.site / "content/site.json"
        known = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(dict(known, languages=["zh-CN", "zh-TW"]), ensure_ascii=False), encoding="utf-8")
        for jobs in (1, 4):
            self.assertEqual(kepu("build", "--site", self.site, "--jobs", jobs, "--out", self.scratch / f"out{jobs}").returncode, 0)
        self.assertEqual(contents(self.scratch / "out1"), contents(self.scratch / "out4"))


if __name__ == "__main__":
    kepu_testing.main()
