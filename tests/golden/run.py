#!/usr/bin/env python3
"""Runs one golden case: a small site, the program, and all that may come out of it.

    run.py --program KEPU --case tests/golden/NAME [--clips FOLDER]
    UPDATE_GOLDEN=1 run.py …        rewrites the expectations; read the diff before committing it

A case folder holds:
    site/          files of the site; laid over the layers
    layers.txt     names of shared folders below tests/golden, laid down first (default: _theme _minimal)
    setup.sh       makes what cannot be committed; runs in the site folder, with $CLIPS naming the folder of test clips
    args.txt       arguments, as in a shell (default: build --lang zh)
    status         expected exit status (default: 0)
    stderr.txt     all of the diagnostics (default: nothing)
    stdout.txt     all of the results; compared only when it exists
    crawl.txt      what the crawler finds in the published site (default: nothing)
    expected/      every published file; a file that is not here, or not published, fails. Files listed in expected/.binary
                   are compared by their names only: media derivatives depend on the version of FFmpeg

When a status other than 0 is expected, the case runs over an older published site, which must come out untouched.
"""

import argparse
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from crawl import crawl  # noqa: E402

GOLDEN = Path(__file__).resolve().parent
DEFAULT_LAYERS = ["_theme", "_minimal"]
DEFAULT_ARGUMENTS = "build --lang zh"
TIME_LIMIT_S = 60
BINARY = {".webp", ".jpg", ".png", ".mp4", ".mp3", ".wav", ".webm"}
OLD_SITE = {"build.json": '{"generator": "kepu", "version": "0"}\n', "index.html": "the old site\n", "a/b.html": "older still\n"}


def read_optional(path, default):
    return path.read_text(encoding="utf-8") if path.exists() else default


def snapshot(folder):
    """Every file with its bytes and its time: equal snapshots mean that nothing was touched."""
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_mtime_ns)
            for p in sorted(folder.rglob("*")) if p.is_file()}


def lay_out(case, site, clips):
    for layer in read_optional(case / "layers.txt", " ".join(DEFAULT_LAYERS)).split():
        shutil.copytree(GOLDEN / layer, site, dirs_exist_ok=True)
    if (case / "site").exists():
        shutil.copytree(case / "site", site, dirs_exist_ok=True, symlinks=True)
    if (case / "setup.sh").exists():
        environment = dict(os.environ, CLIPS=str(clips or ""), LC_ALL="C.UTF-8")
        subprocess.run(["bash", "-euo", "pipefail", str(case / "setup.sh")], cwd=site, env=environment, check=True)


def show_difference(name, expected, actual):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), f"expected {name}", f"actual {name}", lineterm="")
    return "\n".join(list(lines)[:80])


class Case:
    def __init__(self, folder, program, clips):
        self.folder, self.program, self.clips = folder, program, clips
        self.update = os.environ.get("UPDATE_GOLDEN") == "1"
        self.failures = []

    def expect(self, name, actual, default, always=False):
        """Compares one text with its file, or rewrites the file."""
        path = self.folder / name
        if self.update and (always or path.exists() or actual != default):
            if actual == default and not always:
                path.unlink()
            else:
                path.write_text(actual, encoding="utf-8")
            return
        expected = read_optional(path, default)
        if expected != actual:
            self.failures.append(show_difference(name, expected, actual))

    def run(self):
        with tempfile.TemporaryDirectory(prefix="kepu-golden-") as scratch:
            site = Path(scratch, "site")
            site.mkdir()
            lay_out(self.folder, site, self.clips)
            expects_success = read_optional(self.folder / "status", "0").strip() == "0"
            old = None
            public = site / "public"
            if not expects_success and not public.exists():
                for name, text in OLD_SITE.items():
                    (public / name).parent.mkdir(parents=True, exist_ok=True)
                    (public / name).write_text(text)
                old = snapshot(public)
            result = subprocess.run(
                [self.program, *shlex.split(read_optional(self.folder / "args.txt", DEFAULT_ARGUMENTS), comments=True)],
                cwd=site, capture_output=True, timeout=TIME_LIMIT_S, env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"))

            def text(data):
                return data.decode("utf-8", "backslashreplace").replace(scratch, "SCRATCH")

            if result.returncode < 0:
                # Nothing about a crash can be an expectation.
                return [f"the program ended by signal {-result.returncode}", text(result.stderr)]
            self.expect("status", f"{result.returncode}\n", "0\n")
            self.expect("stderr.txt", text(result.stderr), "")
            if (self.folder / "stdout.txt").exists():
                self.expect("stdout.txt", text(result.stdout), "", always=True)
            if old is not None:
                if snapshot(public) != old:
                    self.failures.append("the published site was touched, although the run failed")
                rest = sorted(p.name for p in site.glob(".public*") if not p.name.endswith(".lock"))
                if rest:
                    self.failures.append(f"left behind beside public/: {rest}")
            elif result.returncode == 0:
                self.compare_trees(public)
                if public.exists():
                    self.crawl(site, public)
            if self.failures:
                self.failures.append(f"stdout was:\n{text(result.stdout)}\nstderr was:\n{text(result.stderr)}")
        return self.failures

    def crawl(self, site, public):
        """What was published is sound, but for what the case is about. The tiny theme does not link to every page."""
        arguments = shlex.split(read_optional(self.folder / "args.txt", DEFAULT_ARGUMENTS), comments=True)
        base_url = json.loads((site / "content/site.json").read_text(encoding="utf-8")).get("base_url", "")
        if "--base-url" in arguments:
            base_url = arguments[arguments.index("--base-url") + 1]
        problems = [f"{address}:{line}: [{kind}] {text}\n" for address, line, kind, text in crawl(public, base_url=base_url).problems
                    if kind != "page.orphan"]
        self.expect("crawl.txt", "".join(problems), "")

    def compare_trees(self, public):
        expected_folder = self.folder / "expected"
        actual = {name: data for name, (data, _) in snapshot(public).items()} if public.exists() else {}
        binary = sorted(name for name in actual if Path(name).suffix in BINARY)
        if self.update:
            shutil.rmtree(expected_folder, ignore_errors=True)
            for name, data in actual.items():
                if name not in binary:
                    path = expected_folder / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(normalised(name, data))
            if binary:
                (expected_folder / ".binary").write_text("\n".join(binary) + "\n")
            return
        expected = {name: data for name, (data, _) in snapshot(expected_folder).items() if name != ".binary"} if expected_folder.exists() else {}
        listed = read_optional(expected_folder / ".binary", "").split("\n")[:-1]
        for name in sorted((set(expected) | set(listed)) - set(actual)):
            self.failures.append(f"expected/{name} was not published")
        for name in sorted(set(actual) - set(expected) - set(listed)):
            self.failures.append(f"{name} was published, but is not in expected/")
        for name in sorted(set(expected) & set(actual)):
            if expected[name] != normalised(name, actual[name]):
                self.failures.append(show_difference(
                    name, expected[name].decode("utf-8", "replace"), normalised(name, actual[name]).decode("utf-8", "replace")))


def normalised(name, data):
    """The version of the program is no part of what a case shows."""
    if name.endswith((".html", ".xml")):
        data = re.sub(rb'(name="generator" content="kepu )[^"]*', rb"\1VERSION", data)
        data = re.sub(rb'(<generator version=")[^"]*', rb"\1VERSION", data)
    if name == "build.json":
        data = re.sub(rb'"(version|content_hash)": "[^"]*"', rb'"\1": "-"', data)
    return data


def main():
    parser = argparse.ArgumentParser(description="Runs one golden case.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--case", required=True)
    parser.add_argument("--clips")
    options = parser.parse_args()
    case = Path(options.case).resolve()
    failures = Case(case, str(Path(options.program).resolve()), options.clips).run()
    for failure in failures:
        print(failure)
    if failures:
        print(f"\n{case.name}: {len(failures) - 1} differences. If they are meant: UPDATE_GOLDEN=1 ctest -R 'golden: {case.name}$'")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
