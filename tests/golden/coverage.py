#!/usr/bin/env python3
"""Every diagnostic code that the program knows is shown by a golden case or named by a unit or system test.

    coverage.py --program KEPU     lists the codes without either; exit status 1 when there are any
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent
UNIT = GOLDEN.parent / "unit"
SYSTEM = GOLDEN.parent / "system"
GENERATOR = GOLDEN.parents[1] / "generator"


def known_codes(program):
    result = subprocess.run([program, "explain", "--list", "--lang", "en"], capture_output=True, text=True, check=True)
    return sorted({line.split()[0] for line in result.stdout.splitlines() if re.match(r"[a-z][\w-]*\.[\w-]+", line)})


def codes_shown():
    shown = set()
    for report in list(GOLDEN.glob("*/stderr.txt")) + list(GOLDEN.glob("*/stdout.txt")):
        shown |= set(re.findall(r"\[([a-z][\w-]*\.[\w-]+)\]", report.read_text(encoding="utf-8")))
    # Failures of the machine end with a plain sentence; the case's name tells which one it shows.
    for status in GOLDEN.glob("*/status"):
        if status.read_text().strip() == "3":
            shown.add(status.parent.name.replace("-", ".", 1))
    for test in SYSTEM.glob("*_test.py"):
        shown |= set(re.findall(r'"([a-z][\w-]*\.[\w-]+)"', test.read_text(encoding="utf-8")))
    constants = {}
    for header in GENERATOR.rglob("*codes.h"):
        constants |= dict(re.findall(r'DiagnosticCode (k\w+)\{\s*"([^"]+)"', header.read_text(encoding="utf-8")))
    for test in UNIT.rglob("*_test.cpp"):
        text = test.read_text(encoding="utf-8")
        shown |= set(re.findall(r'["\[]([a-z][\w-]*\.[\w-]+)["\]]', text))
        shown |= {constants[name] for name in re.findall(r"codes::(k\w+)", text) if name in constants}
    return shown


def main():
    parser = argparse.ArgumentParser(description="Finds diagnostic codes that no test shows.")
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    known = known_codes(options.program)
    if not known:
        print("`kepu explain --list` names no code at all")
        return 1
    missing = [code for code in known if code not in codes_shown()]
    for code in missing:
        print(f"{code}: no golden case shows it and no test names it")
    print(f"{len(known)} codes, {len(missing)} without a test")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
