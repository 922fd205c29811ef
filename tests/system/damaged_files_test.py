#!/usr/bin/env python3
"""Damaged media: whatever the bytes, the run ends, names each file that failed, and leaves no worker behind.

KEPU_LONG_TESTS=1 tries 2,000 files; otherwise 120. KEPU_TEST_SEED names another series.
"""

import json
import os
import random
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ProgramTest, kepu, settings  # noqa: E402
from works import make_exhibition  # noqa: E402

LONG = os.environ.get("KEPU_LONG_TESTS") == "1"
FILES = 2000 if LONG else 120
FILES_OF_A_RUN = 40


def flip_bits(data, chance):
    for _ in range(chance.choice((1, 3, 10, 100))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(data, chance):
    del data[chance.randrange(len(data)):]


def clear_range(data, chance):
    start = chance.randrange(len(data))
    length = min(len(data) - start, chance.choice((4, 64, 1000, len(data))))
    data[start:start + length] = bytes(length)


def swap_blocks(data, chance):
    size = max(1, min(len(data) // 4, chance.choice((4, 64, 1000))))
    a, b = (chance.randrange(max(1, len(data) - size)) for _ in range(2))
    data[a:a + size], data[b:b + size] = data[b:b + size], data[a:a + size]


def put_in_noise(data, chance):
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.choice((1, 4, 500)))


def large_numbers(data, chance):
    """Lengths and counts of containers, made huge."""
    for _ in range(chance.choice((1, 4))):
        at = chance.randrange(len(data))
        data[at:at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x00", b"\x80\x00\x00\x00"))


WAYS = (flip_bits, cut, clear_range, swap_blocks, put_in_noise, large_numbers)


def damaged(data, chance):
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        if data:
            chance.choice(WAYS)(data, chance)
    return bytes(data)


class DamagedFilesTest(ProgramTest):
    def setUp(self):
        super().setUp()
        # A copy of the programs, so that its workers can be told from those of other tests.
        self.bin = self.scratch / "bin"
        self.bin.mkdir()
        for name in ("kepu", "kepu-media"):
            shutil.copy2(Path(settings.program).with_name(name), self.bin / name)
        program = settings.program
        settings.program = str(self.bin / "kepu")
        self.addCleanup(setattr, settings, "program", program)

    def workers(self):
        found = []
        for process in Path("/proc").iterdir():
            try:
                if process.name.isdigit() and os.readlink(process / "exe").startswith(str(self.bin)):
                    found.append(process.name)
            except OSError:
                continue  # it has just ended, or is not ours
        return found

    def look_at(self, number, files):
        where = f"run {number} of KEPU_TEST_SEED={self.seed}"
        site = make_exhibition(self.scratch / f"site{number}", files)
        result = kepu("media", "--lang", "en", "--format", "json", "--site", site, timeout=600)
        self.assertIn(result.returncode, (0, 1), f"{where}: {result.stderr}")
        self.assertEqual(self.workers(), [], f"{where}: a worker outlived its run")
        report = json.loads(result.stdout)
        listed = {file["path"]: file for file in report["files"]}
        blamed = {}
        for diagnostic in report["diagnostics"]:
            for name in files:
                if f"assets/m/{name}" in diagnostic["message"] or name in diagnostic["message"]:
                    blamed.setdefault(name, []).append(diagnostic["code"])
        for name in files:
            file = listed.get(f"assets/m/{name}")
            self.assertIsNotNone(file, f"{where}: {name} is not in the report")
            if file["damaged"]:
                self.assertIn(name, blamed, f"{where}: {name} failed without a word")
        self.assertEqual(result.returncode, int(report["errors"] > 0), where)
        for codes in blamed.values():
            for code in codes:
                self.tally[code] = self.tally.get(code, 0) + 1
        shutil.rmtree(site)

    def test_randomly_damaged_files(self):
        self.seed = int(os.environ.get("KEPU_TEST_SEED", 2060))
        chance = random.Random(self.seed)
        clips = sorted(p for p in Path(settings.seed_clips).iterdir() if not p.name.startswith("."))
        self.assertGreaterEqual(len(clips), 15)
        self.tally = {}
        for number in range(0, FILES, FILES_OF_A_RUN):
            files = {}
            for i in range(number, number + FILES_OF_A_RUN):
                clip = clips[i % len(clips)]
                files[f"{i:05}-{clip.name}"] = damaged(clip.read_bytes(), chance)
            self.look_at(number, files)
        print(f"{FILES} files:", dict(sorted(self.tally.items())), file=sys.stderr)
        # If hardly any file were damaged, the test would show nothing.
        self.assertGreater(sum(self.tally.values()), FILES // 4)


if __name__ == "__main__":
    kepu_testing.main()
