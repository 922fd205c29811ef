#!/usr/bin/env python3
"""Same input, same bytes; nothing changed, nothing touched."""

import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from corpus import make_corpus  # noqa: E402
from kepu_testing import ProgramTest, contents, marks, real_site_copy  # noqa: E402


class SamenessTest(ProgramTest):
    def assert_same_trees(self, first, second):
        first, second = contents(first), contents(second)
        self.assertEqual(sorted(first), sorted(second))
        self.assertEqual([name for name in first if first[name] != second[name]], [])

    def test_one_thread_and_two_in_different_folders_give_the_same_site(self):
        one = make_corpus(self.scratch / "one", 1500, "甲")
        two = make_corpus(self.scratch / "deeper/节能 🌱/two", 1500, "甲")
        self.build(one, "--jobs", "1")
        self.build(two, "--jobs", "2")
        self.assert_same_trees(one / "public", two / "public")

    def test_the_real_site_comes_out_the_same_with_any_number_of_threads_cold_or_warm(self):
        site = real_site_copy(self.scratch / "warm")
        self.build(site, "--jobs", "2")
        cold = real_site_copy(self.scratch / "a folder with 空格 🌱")
        shutil.rmtree(cold / ".kepu", ignore_errors=True)
        self.build(cold, "--jobs", "1")
        self.assert_same_trees(site / "public", cold / "public")
        for name in (site.name, cold.name, str(self.scratch)):
            for path, data in contents(site / "public").items():
                self.assertNotIn(str(self.scratch).encode(), data, f"{path} names the folder it was built in")

    def test_the_program_may_be_started_from_anywhere(self):
        site = make_corpus(self.scratch / "site", 20, "甲")
        self.build(site, "--out", self.scratch / "first")
        kepu_testing.kepu("build", "--out", "../second", cwd=site)
        kepu_testing.kepu("build", "--site", "../site/", "--out", self.scratch / "third", cwd=site)
        self.assert_same_trees(self.scratch / "first", self.scratch / "second")
        self.assert_same_trees(self.scratch / "first", self.scratch / "third")

    def test_with_nothing_changed_nothing_is_touched(self):
        site = real_site_copy(self.scratch / "site")
        self.build(site)
        before = marks(site / "public")
        start = time.monotonic()
        self.build(site)
        self.assertLess(time.monotonic() - start, 5)
        self.assertEqual(marks(site / "public"), before)

    def test_one_edit_touches_only_what_shows_it(self):
        site = make_corpus(self.scratch / "site", 500, "甲")
        self.build(site)
        before = marks(site / "public")
        article = site / "content/news/a00250.md"
        article.write_text(article.read_text(encoding="utf-8") + "\n一句新话。\n", encoding="utf-8")
        self.build(site)
        after = marks(site / "public")
        changed = [name for name in after if before.get(name) != after[name] and name.endswith(".html")]
        self.assertIn("news/a00250.html", changed)
        self.assertLess(len(changed), 30, "far more pages were written than the edit shows on")

    def test_what_is_no_longer_produced_is_no_longer_there(self):
        site = make_corpus(self.scratch / "site", 20, "甲")
        self.build(site)
        (site / "content/news/a00003.md").unlink()
        self.build(site)
        once_more = make_corpus(self.scratch / "again", 20, "甲")
        (once_more / "content/news/a00003.md").unlink()
        self.build(once_more)
        self.assertFalse((site / "public/news/a00003.html").exists())
        self.assert_same_trees(site / "public", once_more / "public")


if __name__ == "__main__":
    kepu_testing.main()
