#!/usr/bin/env python3
"""A fact that changes changes the pages that use it, and no other."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ProgramTest, contents, real_site_copy  # noqa: E402

NEW = "987654"
EDITIONS = ["", "zh-TW/"]


def in_every_edition(addresses):
    return {edition + address for edition in EDITIONS for address in addresses}


class OneFactTest(ProgramTest):
    def pages_that_name(self, site, key):
        """Addresses of the pages whose sources name a fact in their texts; files here are called as their pages."""
        pages = set()
        for source in sorted((site / "content").rglob("*")):
            if source.suffix not in (".md", ".json") or source.name in ("facts.json", "glossary.json", "site.json"):
                continue
            if f"(fact:{key})" in source.read_text(encoding="utf-8"):
                pages.add(source.relative_to(site / "content").with_suffix(".html").as_posix())
        return pages

    def changed_pages(self, site, key):
        self.build(site)
        before = contents(site / "public")
        path = site / "content/facts.json"
        ledger = json.loads(path.read_text(encoding="utf-8"))
        fact = next(fact for fact in ledger["facts"] if fact["id"] == key)
        fact["value"] = NEW
        path.write_text(json.dumps(ledger, ensure_ascii=False), encoding="utf-8")
        self.build(site)
        after = contents(site / "public")
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        # The search pages name their index, whose name follows from all texts.
        changed -= {f"{edition}search/index.html" for edition in EDITIONS}
        for name in changed & after.keys() - {"build.json"}:
            if name.endswith((".html", ".xml", ".json")):
                self.assertIn(NEW.encode(), after[name], f"{name} changed without holding the new value")
        return {str(name) for name in changed if str(name).endswith(".html")}

    def test_exactly_the_pages_that_use_a_fact_change(self):
        site = real_site_copy(self.scratch / "site")
        using = self.pages_that_name(site, "forest-stock-2030")
        self.assertGreaterEqual(len(using), 3)
        self.assertEqual(self.changed_pages(site, "forest-stock-2030"), in_every_edition(using | {"facts/index.html"}))

    def test_a_fact_that_nobody_uses_changes_the_ledger_alone(self):
        site = real_site_copy(self.scratch / "site")
        path = site / "content/facts.json"
        ledger = json.loads(path.read_text(encoding="utf-8"))
        ledger["facts"].append(dict(ledger["facts"][0], id="used-by-nobody"))
        path.write_text(json.dumps(ledger, ensure_ascii=False), encoding="utf-8")
        self.assertEqual(self.changed_pages(site, "used-by-nobody"), in_every_edition({"facts/index.html"}))


if __name__ == "__main__":
    kepu_testing.main()
