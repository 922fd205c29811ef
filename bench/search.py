#!/usr/bin/env python3
"""Measures search on the benchmark's corpus: what the index adds to a build (time, memory, files), and what a query costs a reader.

    bench/search.py [--pages N] [--rounds R] [--jobs N] [--build DIR] [--cache DIR] [--out DIR] [--queries N]

The same site is built with and without search in turn, after one warm-up. No thresholds: README.md explains the figures.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GNU_TIME = "/usr/bin/time"


def prepare(options):
    site = Path(options.cache) / f"kepu-{options.pages}"
    subprocess.run([sys.executable, HERE / "make-corpus.py", "--for", "kepu", "--pages", str(options.pages), "--keep", site], check=True)
    shutil.rmtree(site / "themes", ignore_errors=True)
    shutil.copytree(ROOT / "themes", site / "themes")
    return site


def with_search(site, on):
    path = site / "content" / "site.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data.setdefault("build", {})["search"] = on
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def build(options, site, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(site / ".kepu", ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    memory = out.parent / "memory"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run([GNU_TIME, "-q", "-f", "%M", "-o", memory, Path(options.build) / "kepu", "build", "--quiet", "--site", site,
                    "--out", out, "--jobs", str(options.jobs)], check=True)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return wall, cpu, int(memory.read_text()) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--build", default=ROOT / "build" / "release")
    parser.add_argument("--cache", default=os.path.join(os.environ.get("TMPDIR", "/tmp"), "kepu-bench"))
    parser.add_argument("--out", default="/dev/shm/kepu-bench")
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    site = prepare(options)
    figures = {True: [], False: []}
    trees = {True: Path(options.out) / "search" / "site", False: Path(options.out) / "no-search" / "site"}
    print(f"{options.pages} articles, {options.rounds} rounds, {options.jobs} threads, load before: {os.getloadavg()[0]:.1f}")
    for number in range(options.rounds + 1):
        for on in (False, True):
            with_search(site, on)
            figure = build(options, site, trees[on])
            if number > 0:
                figures[on].append(figure)
    print(f"{'':16}{'wall s':>8}{'(min)':>8}{'CPU s':>8}{'peak MiB':>10}")
    median = {}
    for on, name in ((False, "without search"), (True, "with search")):
        wall, cpu, memory = zip(*figures[on])
        median[on] = (statistics.median(wall), min(wall), statistics.median(cpu), statistics.median(memory))
        print("{:16}{:8.3f}{:8.3f}{:8.3f}{:10.1f}".format(name, *median[on]))
    print("{:16}{:8.3f}{:8.3f}{:8.3f}{:10.1f}".format("search adds", *(a - b for a, b in zip(median[True], median[False]))))
    files = [path for path in (trees[True] / "search").rglob("*.js")]
    print(f"files of the index: {len(files)}, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    sys.stdout.flush()
    subprocess.run(["node", HERE / "search_queries.mjs", trees[True], site / "content", str(options.queries)], check=True)
    for tree in trees.values():
        shutil.rmtree(tree.parent, ignore_errors=True)


if __name__ == "__main__":
    main()
