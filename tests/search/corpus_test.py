#!/usr/bin/env python3
"""Builds 400 articles of the benchmark's corpus with the default theme, twice with other numbers of threads, and asks its search."""

import argparse
import filecmp
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def build(program, site, out, jobs):
    subprocess.run([program, "build", "--quiet", "--site", site, "--out", out, "--jobs", str(jobs)], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--node", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kepu-search-") as folder:
        site = Path(folder) / "site"
        one, other = Path(folder) / "one", Path(folder) / "other"
        subprocess.run([sys.executable, ROOT / "bench" / "make-corpus.py", "--for", "kepu", "--pages", "400", site], check=True)
        shutil.copytree(ROOT / "themes", site / "themes", dirs_exist_ok=True)
        build(options.program, site, one, 1)
        build(options.program, site, other, 3)
        names = sorted(str(path.relative_to(one)) for path in (one / "search").rglob("*") if path.is_file())
        if not names or not all((other / name).is_file() and filecmp.cmp(one / name, other / name, shallow=False) for name in names):
            print("the index differs with the number of threads")
            return 1
        done = subprocess.run([options.node, HERE / "search_test.mjs", one, site / "content"]).returncode
        if done != 0:
            return done
        # Switched off, nothing of it is left.
        path = site / "content" / "site.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        data.setdefault("build", {})["search"] = False
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        build(options.program, site, one, 2)
        if (one / "search").exists() or "data-search" in (one / "index.html").read_text(encoding="utf-8"):
            print("search is there although it is switched off")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
