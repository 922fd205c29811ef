#!/usr/bin/env python3
"""Run several site generators in turn and print a table of time, memory and output; called by run.sh.

    measure.py --out DIR --rounds R NAME=COMMAND …

COMMAND is one shell word list in which {out} stands for the output folder of the program. NAME may end in
"+again": the command then runs on the output of the program before it, without clearing anything. Wall time
is taken here, CPU time from the kernel's account of the finished processes, peak memory by GNU time (the
account of a process started from Python would begin with the memory of Python itself).
"""

import argparse
import os
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import time

GNU_TIME = "/usr/bin/time"
AGAIN = "+again"


class Program:
    """One row of the table: a command and what was measured of it."""

    def __init__(self, text, out_root):
        self.name, _, command = text.partition("=")
        self.again = self.name.endswith(AGAIN)
        base = self.name.removesuffix(AGAIN)
        # A folder of its own, since a program may keep more beside its output (staging, an older tree).
        self.folder = os.path.join(out_root, base)
        self.out = os.path.join(self.folder, "site")
        self.command = [word.replace("{out}", self.out) for word in shlex.split(command)]
        self.label = f"{base}, nothing changed" if self.again else base
        self.wall, self.cpu, self.memory = [], [], []
        self.failure = None

    def median(self, what):
        return statistics.median(getattr(self, what))


def run_once(program, clear):
    """Returns (wall s, CPU s, peak memory MiB) or sets program.failure and returns None."""
    if not program.again:
        for path in (program.folder, *clear.get(program.name, ())):
            shutil.rmtree(path, ignore_errors=True)
        os.makedirs(program.folder)
    memory_file = os.path.join(program.folder, "memory")
    command = [GNU_TIME, "-q", "-f", "%M", "-o", memory_file, *program.command]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])
        program.failure = f"exit status {done.returncode}\n{tail}"
        return None
    with open(memory_file, encoding="ascii") as file:
        memory = int(file.read()) / 1024
    os.remove(memory_file)
    cpu = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return wall, cpu, memory


def count_output(folder):
    """Returns {kind: (files, bytes)}; hard links and sizes as a copy would have them."""
    counts = {"html": [0, 0], "xml": [0, 0], "other": [0, 0]}
    for root, _, files in os.walk(folder):
        for name in files:
            extension = name.rpartition(".")[2]
            entry = counts[extension if extension in counts else "other"]
            entry[0] += 1
            entry[1] += os.lstat(os.path.join(root, name)).st_size
    return counts


def print_table(header, rows):
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    for row in [header, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def report(programs):
    print()
    print_table(
        ["program", "wall s", "(min)", "CPU s", "peak MiB"],
        [
            [p.label, f"{p.median('wall'):.3f}", f"{min(p.wall):.3f}", f"{p.median('cpu'):.3f}", f"{p.median('memory'):.1f}"]
            for p in programs
        ],
    )
    print()
    rows = []
    for program in programs:
        if program.again:
            continue
        counts = count_output(program.out)
        row = [program.label]
        for kind in ("html", "xml", "other"):
            files, size = counts[kind]
            row += [str(files), f"{size / 1e6:.1f}"]
        rows.append(row)
    print_table(["output", "HTML files", "MB", "XML files", "MB", "other files", "MB"], rows)

    named = {p.name: p for p in programs}
    pairs = [("kepu", "hugo"), ("kepu", "floor"), ("hugo", "floor"), ("kepu" + AGAIN, "kepu")]
    rows = []
    for first, second in pairs:
        if first not in named or second not in named:
            continue
        row = [f"{named[first].label} / {named[second].label}"]
        for what in ("wall", "cpu", "memory"):
            ratio = named[first].median(what) / max(named[second].median(what), 1e-9)
            row.append(f"{ratio:.3f}" if ratio >= 1 else f"{ratio:.3f} (1/{1 / max(ratio, 1e-9):.1f})")
        rows.append(row)
    if rows:
        print()
        print_table(["ratio of medians", "wall", "CPU", "memory"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clear", action="append", default=[], metavar="NAME=DIR", help="also removed before NAME runs")
    parser.add_argument("programs", nargs="+", metavar="NAME=COMMAND")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    if not os.access(GNU_TIME, os.X_OK):
        sys.exit(f"{GNU_TIME} is missing: apt-get install time")

    os.makedirs(options.out, exist_ok=True)
    clear = {}
    for text in options.clear:
        name, _, folder = text.partition("=")
        clear.setdefault(name, []).append(folder)
    programs = [Program(text, options.out) for text in options.programs]

    # In turn, not one after the other: what else the machine does then meets all of them alike.
    for round_number in range(options.rounds + 1):
        label = "warm-up" if round_number == 0 else f"round {round_number} of {options.rounds}"
        for program in programs:
            if program.failure:
                continue
            if program.again and any(p.failure for p in programs if p.out == program.out):
                program.failure = "the build before it failed"
                continue
            print(f"{label}: {program.label}", file=sys.stderr)
            measured = run_once(program, clear)
            if measured and round_number > 0:
                for values, value in zip((program.wall, program.cpu, program.memory), measured):
                    values.append(value)

    for program in programs:
        if program.failure:
            print(f"{program.label}: not measured: {program.failure}", file=sys.stderr)
    measured = [p for p in programs if not p.failure]
    if not measured:
        sys.exit(1)
    report(measured)


if __name__ == "__main__":
    main()
