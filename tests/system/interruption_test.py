#!/usr/bin/env python3
"""Whatever stops a build, the published site is the old one or the new one, whole."""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import sys
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from corpus import make_corpus  # noqa: E402
from kepu_testing import ProgramTest, contents, kepu, settings  # noqa: E402

ARTICLES = 2000
MOMENTS = 10


class InterruptionTest(ProgramTest):
    """Two editions of a site differ in every page, so that a mixture of both would show."""

    def setUp(self):
        super().setUp()
        self.site = make_corpus(self.scratch / "site", ARTICLES, "甲")
        self.public = self.site / "public"
        self.build(self.site)
        self.trees = {"甲": contents(self.public)}
        self.edition("乙")
        start = time.monotonic()
        self.build(self.site)
        self.duration_s = time.monotonic() - start
        self.trees["乙"] = contents(self.public)
        self.assertGreater(len(self.trees["甲"]), ARTICLES)
        self.assertNotEqual(self.trees["甲"], self.trees["乙"])

    def edition(self, name):
        path = self.site / "content" / "site.json"
        path.write_text(path.read_text(encoding="utf-8").replace("大站甲", "大站" + name).replace("大站乙", "大站" + name), encoding="utf-8")

    def interrupt(self, number, delay_s):
        """Returns whether the build was really stopped in its course."""
        process = subprocess.Popen([settings.program, "build", "--quiet", "--site", str(self.site)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay_s)
        process.send_signal(number)
        process.wait(timeout=60)
        return process.returncode == -number

    def describe(self, tree):
        names = {name: sum(tree.get(path) == data for path, data in edition.items()) for name, edition in self.trees.items()}
        return f"{len(tree)} files, of which " + " and ".join(f"{count} are of {name}" for name, count in names.items())

    def check_ten_moments(self, number):
        seed = int(os.environ.get("KEPU_TEST_SEED", time.time_ns() % 1_000_000))
        chance = random.Random(seed)
        stopped = 0
        now = "乙"
        for moment in range(MOMENTS):
            wanted = "甲" if now == "乙" else "乙"
            self.edition(wanted)
            delay_s = (moment + chance.random()) / MOMENTS * self.duration_s
            where = f"KEPU_TEST_SEED={seed}, moment {moment}, {delay_s * 1000:.1f} of {self.duration_s * 1000:.1f} ms"
            stopped += self.interrupt(number, delay_s)
            tree = contents(self.public)
            # Compared as a whole: the trees are far too large to be shown.
            whole = tree in (self.trees[now], self.trees[wanted])
            self.assertTrue(whole, f"public/ is neither edition: {where}; {self.describe(tree)}")
            self.build(self.site)
            same = contents(self.public) == self.trees[wanted]
            self.assertTrue(same, f"the next build came out different: {where}")
            now = wanted
        self.assertGreater(stopped, MOMENTS // 3, f"too few builds were caught in their course, seed {seed}")
        left = sorted(p.name for p in self.site.iterdir() if p.name.startswith(".public") and p.is_dir())
        self.assertLessEqual(len(left), 1, f"more than one spare tree is left: {left}")

    def test_kill_9_at_ten_moments(self):
        self.check_ten_moments(signal.SIGKILL)

    def test_ctrl_c_at_ten_moments(self):
        self.check_ten_moments(signal.SIGINT)


class FullDiskTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = make_corpus(self.scratch / "site", 50, "甲")

    def assert_environment_failure(self, result):
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertTrue(result.stderr.strip(), "exit status 3 without a word")
        self.assertNotIn("internal error", result.stderr)

    def test_a_full_disk_leaves_the_old_site(self):
        disk = self.scratch / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, text=True)
        if mounted.returncode != 0:
            self.skipTest(f"mounting a small file system is not allowed here: {mounted.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], check=True)
        out = disk / "public"
        self.build(self.site, "--out", out)
        before = contents(out)
        make_corpus(self.site, 2000, "乙")
        self.assert_environment_failure(kepu("build", "--lang", "en", "--site", self.site, "--out", out))
        self.assertEqual(contents(out), before)
        make_corpus(self.site, 50, "丙")
        for path in sorted((self.site / "content/news").glob("a*.md"))[50:]:
            path.unlink()
        self.build(self.site, "--out", out)
        self.assertNotEqual(contents(out), before)

    def test_a_failing_write_leaves_the_old_site(self):
        """A limit on the size of files fails writes as a full disk does, and needs no privilege."""
        self.build(self.site)
        before = contents(self.site / "public")
        make_corpus(self.site, 400, "乙")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

        self.assert_environment_failure(kepu("build", "--lang", "en", "--site", self.site, preexec_fn=limit))
        self.assertEqual(contents(self.site / "public"), before)
        self.build(self.site)


class OutputFolderTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = make_corpus(self.scratch / "site", 3, "甲")

    def test_a_foreign_folder_is_refused_and_untouched(self):
        foreign = self.scratch / "photographs"
        (foreign / "2024").mkdir(parents=True)
        (foreign / "2024" / "a.txt").write_text("mine")
        before = kepu_testing.marks(foreign)
        result = self.build(self.site, "--out", foreign, status=3)
        self.assertIn("photographs", result.stderr)
        self.assertEqual(kepu_testing.marks(foreign), before)

    def test_an_empty_folder_is_taken(self):
        (self.scratch / "empty").mkdir()
        self.build(self.site, "--out", self.scratch / "empty")
        self.assertTrue((self.scratch / "empty" / "index.html").exists())

    def test_a_file_in_the_way_is_refused(self):
        (self.scratch / "taken").write_text("mine")
        self.build(self.site, "--out", self.scratch / "taken", status=3)
        self.assertEqual((self.scratch / "taken").read_text(), "mine")

    def test_a_place_that_cannot_be_written_is_an_environment_failure(self):
        (self.scratch / "file").write_text("no folder")
        for place in (self.scratch / "file" / "public", Path("/proc/kepu/public")):
            with self.subTest(place=str(place)):
                result = self.build(self.site, "--out", place, status=3)
                self.assertTrue(result.stderr.strip())
                self.assertNotIn("internal error", result.stderr)

    def test_a_place_among_the_inputs_is_wrong_usage(self):
        before = kepu_testing.marks(self.site / "content")
        for place in ("content", "content/news/out", "assets", "themes/default/static/out", "private/x", "."):
            with self.subTest(place=place):
                self.build(self.site, "--out", self.site / place, status=2)
        self.assertEqual(kepu_testing.marks(self.site / "content"), before)

    def test_a_link_is_followed(self):
        (self.scratch / "server").mkdir()
        (self.scratch / "public").symlink_to("server")
        self.build(self.site, "--out", self.scratch / "public")
        self.assertTrue((self.scratch / "public").is_symlink())
        self.assertTrue((self.scratch / "server/index.html").exists())

    def test_two_builds_at_once_do_not_mix(self):
        site = make_corpus(self.scratch / "large", ARTICLES, "甲")
        command = [settings.program, "build", "--quiet", "--lang", "en", "--site", str(site)]
        processes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
        statuses = []
        for process in processes:
            process.communicate(timeout=60)
            statuses.append(process.returncode)
        self.assertIn(0, statuses)
        self.assertLessEqual(set(statuses), {0, 3}, "a second build either waits or is refused")
        tree = contents(site / "public")
        shutil.rmtree(site / "public")
        self.build(site)
        self.assertEqual(contents(site / "public"), tree)


class MissingPartTest(ProgramTest):
    def test_without_its_decoder_kepu_says_so_when_it_needs_it(self):
        alone = self.scratch / "kepu"
        shutil.copy2(settings.program, alone)
        site = kepu_testing.golden_layers(self.scratch / "site", "_theme", "_contest")
        result = subprocess.run([alone, "build", "--lang", "en", "--site", site], capture_output=True, text=True)
        self.assertEqual(result.returncode, 3, result.stderr)
        explained = kepu("explain", "media.worker-missing", "--lang", "en").stdout
        self.assertIn("kepu-media", result.stderr)
        self.assertIn("cannot be started", result.stderr)
        self.assertIn("cannot be started", explained)
        self.assertFalse((site / "public").exists())

    def test_without_media_kepu_needs_no_decoder(self):
        alone = self.scratch / "kepu"
        shutil.copy2(settings.program, alone)
        site = make_corpus(self.scratch / "site", 3, "甲")
        result = subprocess.run([alone, "build", "--site", site], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    kepu_testing.main()
