#!/usr/bin/env python3
"""The media cache: shared by processes, healed when it is damaged, pruned, and never part of the result."""

import itertools
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ProgramTest, contents, kepu, settings  # noqa: E402
from works import make_exhibition  # noqa: E402

AN_HOUR_S = 3600


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


class MediaCacheTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.clips = sorted(p for p in Path(settings.seed_clips).iterdir() if not p.name.startswith("."))
        self.site = make_exhibition(self.scratch / "site", {clip.name: clip for clip in self.clips})
        self.cache = self.scratch / "cache"

    def media(self, *arguments, status=0):
        result = kepu("media", "--lang", "en", "--format", "json", "--site", self.site, "--cache", self.cache, *arguments)
        self.assertEqual(result.returncode, status, result.stderr)
        return json.loads(result.stdout)

    def published(self, name):
        self.build(self.site, "--cache", self.cache, "--out", self.scratch / name)
        return contents(self.scratch / name)

    def entries(self):
        """What is derived; the indexes beside it are hints."""
        return sorted(p for p in (self.cache / "media").rglob("*") if p.is_file() and p.parent.parent.name.startswith("v"))

    def age(self, paths):
        for path in paths:
            before = time.time() - 2 * AN_HOUR_S
            os.utime(path, (before, before))

    def test_a_second_build_decodes_nothing(self):
        self.assertGreater(self.media()["decoded"], 0)
        self.assertEqual(self.media()["decoded"], 0)
        self.published("first")
        self.assertEqual(self.media()["decoded"], 0)

    def test_four_processes_at_once_share_it(self):
        command = [settings.program, "media", "--quiet", "--jobs", "2", "--site", str(self.site), "--cache", str(self.cache)]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(4)]
        for process in running:
            said, _ = process.communicate(timeout=200)
            self.assertEqual((process.returncode, said), (0, ""))
        self.assertEqual(self.media()["decoded"], 0)
        self.assertEqual(list((self.cache / "media/tmp").iterdir()), [])
        together = self.published("together")
        self.cache = self.scratch / "another"
        self.assertEqual(together == self.published("alone"), True)

    def test_every_damaged_file_is_noticed_and_made_again(self):
        whole = self.published("whole")
        before = {path: path.read_bytes() for path in self.entries()}
        self.assertGreater(len(before), 20)
        records = [path for path in before if path.suffix == ".facts"]
        derived = [path for path in before if path.suffix != ".facts"]
        for harm, paths in itertools.product((cut, flip, Path.unlink), (records, derived)):
            with self.subTest(harm=harm.__name__, what=paths[0].suffix):
                for path in paths:
                    harm(path)
                self.assertGreater(self.media()["decoded"], 0)
                self.assertEqual({path: path.read_bytes() for path in self.entries()} == before, True)
        self.assertEqual(self.published("healed") == whole, True)

    def test_one_damaged_file_costs_no_more_than_itself(self):
        self.media()
        flip(next(path for path in self.entries() if path.suffix == ".webp"))
        self.assertEqual(self.media()["decoded"], 1)

    def test_damaged_indexes_cost_time_only(self):
        self.media()
        for name in ("index", "whole"):
            path = self.cache / "media" / name
            path.write_bytes(b"nonsense")
            self.assertEqual(self.media()["decoded"], 0)

    def test_prune_removes_what_nothing_needs(self):
        self.media()
        everything = self.entries()
        kept = {clip.name: clip for clip in self.clips if clip.suffix == ".png"}
        site = self.site
        self.site = make_exhibition(self.scratch / "smaller", kept)
        self.assertEqual(self.media("--prune")["pruned"], {"files": 0, "bytes": 0}, "what is young may be in use")
        self.age(everything)
        size = sum(path.stat().st_size for path in everything)
        report = self.media("--prune")
        left = self.entries()
        self.assertEqual(report["pruned"], {"files": len(everything) - len(left),
                                            "bytes": size - sum(path.stat().st_size for path in left)})
        self.assertGreater(report["pruned"]["files"], 20)
        self.assertEqual(self.media()["decoded"], 0, "what is needed was spared")
        self.site = site
        self.assertGreater(self.media()["decoded"], 0)
        self.assertEqual(self.entries(), everything)

    def test_what_another_run_uses_counts_as_young(self):
        self.media()
        everything = self.entries()
        self.age(everything)
        self.media()
        self.site = make_exhibition(self.scratch / "smaller", {})
        self.assertEqual(self.media("--prune")["pruned"]["files"], 0)
        self.assertEqual(self.entries(), everything)

    def test_with_errors_nothing_is_pruned(self):
        self.media()
        everything = self.entries()
        self.age(everything)
        (self.site / "content/site.json").write_text("{", encoding="utf-8")
        report = self.media("--prune", status=1)
        self.assertNotIn("pruned", report)
        self.assertEqual(self.entries(), everything)

    def test_works_that_are_published_later_are_not_pruned(self):
        self.media()
        everything = self.entries()
        self.age(everything)
        for path in (self.site / "content/exhibition/show/entries").glob("w*.json"):
            record = json.loads(path.read_text(encoding="utf-8"))
            path.write_text(json.dumps(dict(record, draft=True)), encoding="utf-8")
        self.assertEqual(self.media("--prune")["pruned"]["files"], 0)
        self.assertEqual(self.entries(), everything)


if __name__ == "__main__":
    kepu_testing.main()
