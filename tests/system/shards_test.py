#!/usr/bin/env python3
"""A large archive in shares: whoever derives them, in whatever order, the site comes out the same."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ROOT, ProgramTest, contents, kepu, settings  # noqa: E402
from works import make_exhibition  # noqa: E402

COUNT = 8


class ShardsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        clips = sorted(p for p in Path(settings.seed_clips).iterdir() if not p.name.startswith("."))
        # Each twice under other names, so that every share has something to do.
        files = {f"{i}-{clip.name}": clip for i in range(2) for clip in clips}
        self.site = make_exhibition(self.scratch / "site", files, {"preview": True, "avif": True, "faststart": True})
        self.cache = self.scratch / "cache"

    def shard(self, k, *arguments):
        result = kepu("media", "--lang", "en", "--format", "json", "--site", self.site, "--shard", f"{k}/{COUNT}",
                      "--cache", self.cache, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def decoded(self, cache):
        result = kepu("media", "--format", "json", "--site", self.site, "--cache", cache)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)["decoded"]

    def assert_complete(self):
        """The shares together left nothing to decode, and the site is the one that was never shared out."""
        self.assertEqual(self.decoded(self.cache), 0)
        self.build(self.site, "--cache", self.cache, "--out", self.scratch / "shared")
        self.build(self.site, "--cache", self.scratch / "other", "--out", self.scratch / "alone")
        shared, alone = contents(self.scratch / "shared"), contents(self.scratch / "alone")
        self.assertEqual(sorted(shared), sorted(alone))
        self.assertEqual([name for name in alone if shared[name] != alone[name]], [])

    def test_eight_shares_in_any_order_then_a_build(self):
        order = list(range(1, COUNT + 1))
        random.Random(7).shuffle(order)
        paths = []
        for k in order:
            report = self.shard(k)
            self.assertEqual(report["shard"], f"{k}/{COUNT}")
            paths += [file["path"] for file in report["files"]]
        everything = json.loads(kepu("media", "--format", "json", "--site", self.site, "--cache", self.cache).stdout)
        self.assertEqual(sorted(paths), sorted(file["path"] for file in everything["files"]))
        self.assertEqual(len(paths), len(set(paths)))
        self.assert_complete()

    def test_shares_are_of_like_size_and_none_is_lost(self):
        names = [f"{i}.png" for i in range(400)]
        picture = (Path(settings.seed_clips) / "picture.png").read_bytes()
        shutil.rmtree(self.site)
        self.site = make_exhibition(self.scratch / "site", {name: picture for name in names})
        sizes = [sum(file["path"].startswith("assets/m/") for file in self.shard(k)["files"]) for k in range(1, COUNT + 1)]
        self.assertEqual(sum(sizes), len(names))
        self.assertLess(max(sizes), 2 * len(names) / COUNT)
        self.assertGreater(min(sizes), len(names) / COUNT / 2)

    def test_a_share_reports_its_own_files_only(self):
        (self.site / "assets/m/0-tone.mp3").unlink()
        (self.site / "assets/m/0-tone.mp3").write_bytes(b"no sound at all")
        found = []
        for k in range(1, COUNT + 1):
            result = kepu("media", "--lang", "en", "--format", "json", "--site", self.site, "--shard", f"{k}/{COUNT}",
                          "--cache", self.cache)
            codes = [d["code"] for d in json.loads(result.stdout)["diagnostics"]]
            self.assertEqual(result.returncode, int(bool(codes)))
            found += codes
        self.assertEqual(found, ["media.not-media"])

    def test_gnu_parallel_spreads_the_shares(self):
        if shutil.which("parallel") is None:
            self.fail("GNU parallel is missing: install the packages of [test] in tools/packages.txt")
        # The script of the manual, on one machine in place of several.
        manual = (ROOT / "docs/large-archives.md").read_text(encoding="utf-8")
        script = re.search(r"```sh\n(#!/bin/sh\n# derive\.sh.*?)```", manual, re.S).group(1)
        for name, value in {"site": self.site, "cache": self.cache, "shares": COUNT, "hosts": ":"}.items():
            script, count = re.subn(rf"(?m)^{name}=.*$", f"{name}={value}", script)
            self.assertEqual(count, 1, f"the script does not set {name}")
        environment = dict(os.environ, PATH=f"{Path(settings.program).parent}:{os.environ['PATH']}", HOME=str(self.scratch))
        # Without its last line, which would make up for a share that is missing.
        script, build = script.rstrip("\n").rsplit("\n", 1)
        self.assertTrue(build.startswith("kepu build "))
        result = subprocess.run(["sh", "-c", script], capture_output=True, text=True, timeout=200, env=environment,
                                cwd=self.scratch)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_complete()


if __name__ == "__main__":
    kepu_testing.main()
