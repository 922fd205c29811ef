#!/usr/bin/env python3
"""Awards follow awards.json: a changed result shows on every page that speaks of it; a wrong one stops the build."""

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ProgramTest, contents, real_site_copy  # noqa: E402


class Blocks(HTMLParser):
    """The text of each <li> and <article> that links to a page, by the page's file name."""

    def __init__(self, text):
        super().__init__()
        self.open, self.by_target = [], {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in {"li", "article"}:
            self.open.append({"text": "", "targets": set()})
        href = dict(attrs).get("href") or ""
        if tag == "a" and self.open:
            self.open[-1]["targets"].add(href.rsplit("/", 1)[-1])

    def handle_endtag(self, tag):
        if tag in {"li", "article"} and self.open:
            block = self.open.pop()
            for target in block["targets"]:
                self.by_target[target] = self.by_target.get(target, "") + block["text"]

    def handle_data(self, data):
        for block in self.open:
            block["text"] += data


class AwardsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = real_site_copy(self.scratch / "site")
        self.records = self.site / "content/exhibition/2021-showcase/awards.json"
        self.contest = self.site / "public/exhibition/2021-showcase"
        self.awards = json.loads(self.records.read_text(encoding="utf-8"))
        self.result = next(r for r in self.awards["results"] if "entry" in r)
        kinds = json.loads((self.records.parent / "contest.json").read_text(encoding="utf-8"))["awards"]
        self.title = next(k["title"] for k in kinds if k["id"] == self.result["award"])
        awarded = {r.get("entry") for r in self.awards["results"]}
        # A video by preference: it has a poster in every list.
        self.loser = next(p.stem for p in sorted((self.records.parent / "entries").glob("v*.json")) if p.stem not in awarded)
        self.winner = self.result["entry"]

    def write(self):
        self.records.write_text(json.dumps(self.awards, ensure_ascii=False, indent=2), encoding="utf-8")

    def page(self, name):
        return (self.contest / name).read_text(encoding="utf-8")

    def assert_shown(self, winner, loser):
        certificate = self.result["certificate"]
        blocks = Blocks(self.page("awards.html")).by_target
        self.assertIn(certificate, blocks.get(f"{winner}.html", ""))
        self.assertNotIn(f"{loser}.html", blocks)
        self.assertIn(certificate, self.page(f"{winner}.html"))
        self.assertIn(self.title, self.page(f"{winner}.html"))
        self.assertNotIn(certificate, self.page(f"{loser}.html"))
        cards = Blocks(self.page("index.html")).by_target
        self.assertIn(self.title, cards[f"{winner}.html"])
        self.assertNotIn(self.title, cards[f"{loser}.html"])

    def test_a_changed_result_shows_on_all_pages(self):
        self.build(self.site)
        self.assert_shown(self.winner, self.loser)
        self.result["entry"] = self.loser
        self.result["citation"] = "换了一位得主的颁奖词。"
        self.write()
        self.build(self.site)
        self.assert_shown(self.loser, self.winner)
        self.assertIn("换了一位得主的颁奖词。", self.page("awards.html"))
        self.assertIn("换了一位得主的颁奖词。", self.page(f"{self.loser}.html"))

    def test_removed_awards_leave_no_trace(self):
        self.build(self.site)
        self.records.unlink()
        self.build(self.site)
        self.assertFalse((self.contest / "awards.html").exists())
        for name, data in contents(self.site / "public").items():
            if name.endswith((".html", ".xml", ".json")):
                self.assertNotIn(self.result["certificate"].encode(), data, name)

    def test_an_award_for_an_unknown_entry_is_an_error_with_place_and_nearest_id(self):
        self.build(self.site)
        before = contents(self.site / "public")
        wrong = "x" + self.winner
        self.result["entry"] = wrong
        self.write()
        result = self.build(self.site, status=1)
        lines = self.records.read_text(encoding="utf-8").split("\n")
        line = next(i for i, text in enumerate(lines, 1) if f'"{wrong}"' in text)
        column = lines[line - 1].index(f'"{wrong}"') + 1
        self.assertRegex(result.stderr, rf"(?m)^content/exhibition/2021-showcase/awards\.json:{line}:{column}: error\[award\.entry-unknown\]")
        self.assertRegex(result.stderr, rf"did you mean .{re.escape(self.winner)}\b")
        self.assertEqual(contents(self.site / "public"), before)

    def test_results_under_embargo_do_not_show_before_their_time(self):
        self.awards["embargo_until"] = "2099-06-05 09:00"
        self.write()
        self.build(self.site)
        self.assertFalse((self.contest / "awards.html").exists())
        for name, data in contents(self.site / "public").items():
            self.assertNotIn(self.result["certificate"].encode(), data, name)
        self.build(self.site, "--as-of", "2099-06-05T09:00")
        self.assertIn(self.result["certificate"], self.page("awards.html"))


if __name__ == "__main__":
    kepu_testing.main()
