#!/usr/bin/env python3
"""Starts a web server for the published site and runs the tests in a browser against it: see browser.mjs.

    browser_test.py --tree public [--screenshots FOLDER] [--only PART-OF-AN-ADDRESS]
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from web_server import web_server  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", required=True)
    parser.add_argument("--screenshots", default="")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    if not (HERE / "node_modules").exists():
        print(f"the browser tests' packages are missing: npm ci --prefix {HERE}")
        return 1
    with web_server(options.tree, "/a/b/") as base:
        return subprocess.run(
            ["node", str(HERE / "browser.mjs"), str(Path(options.tree).resolve()), base, options.screenshots, options.only]).returncode


if __name__ == "__main__":
    sys.exit(main())
