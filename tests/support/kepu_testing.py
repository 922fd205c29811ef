"""What the tests that run the whole program share: running it, copies of sites, and comparing trees."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIME_LIMIT_S = 120


class settings:
    """Set from the command line by main()."""
    program = None
    clips = None
    seed_clips = None
    tree = None


def contents(folder):
    """Every file's bytes by its path: equal trees are equal dictionaries."""
    folder = Path(folder)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def marks(folder):
    """What shows that a file or folder was touched: its inode, size and time."""
    folder = Path(folder)
    return {str(p.relative_to(folder)): (p.stat().st_ino, p.stat().st_size, p.stat().st_mtime_ns)
            for p in [folder, *sorted(folder.rglob("*"))]}


def kepu(*arguments, cwd=None, timeout=TIME_LIMIT_S, **options):
    """Runs the program to its end; texts are decoded."""
    return subprocess.run([settings.program, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, errors="replace",
                          timeout=timeout, env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"), **options)


def real_site_copy(folder):
    """A copy of this repository's own site that a test may change. Media are linked: nothing writes to them."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "themes", folder / "themes")
    shutil.copytree(ROOT / "assets", folder / "assets", copy_function=_link)
    cache = ROOT / ".kepu"
    if cache.exists():
        # The cache saves decoding again; it never changes the result, which another test proves.
        shutil.copytree(cache, folder / ".kepu")
    return folder


def golden_layers(folder, *names):
    """A small site made of the shared layers of tests/golden."""
    for name in names or ("_theme", "_minimal"):
        shutil.copytree(ROOT / "tests" / "golden" / name, folder, dirs_exist_ok=True)
    return Path(folder)


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


class ProgramTest(unittest.TestCase):
    """A test with a scratch folder of its own."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="kepu-test-")
        self.addCleanup(holder.cleanup)
        self.scratch = Path(holder.name)

    def build(self, site, *arguments, status=0, **options):
        result = kepu("build", "--lang", "en", "--site", site, *arguments, **options)
        self.assertEqual(result.returncode, status, f"stdout:\n{result.stdout}\nstderr:\n{result.stderr}")
        return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--clips")
    parser.add_argument("--seed-clips")
    parser.add_argument("--tree", help="the published site of this repository")
    options, rest = parser.parse_known_args()
    settings.program = str(Path(options.program).resolve())
    settings.clips = options.clips
    settings.seed_clips = options.seed_clips
    settings.tree = options.tree
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
