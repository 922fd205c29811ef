#!/usr/bin/env python3
"""Starts a web server for the published site and runs the tests in a browser against it: see browser.mjs.

    browser_test.py --tree public [--screenshots FOLDER] [--only PART-OF-AN-ADDRESS] [--from-disk]
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
    parser.add_argument("--from-disk", action="store_true", help="without a server, one page of each kind")
    options = parser.parse_args()
    if not (HERE / "node_modules").exists():
        print(f"the browser tests' packages are missing: npm ci --prefix {HERE}")
        return 1
    tree = Path(options.tree).resolve()

    def run(base):
        return subprocess.run(["node", str(HERE / "browser.mjs"), str(tree), base, options.screenshots, options.only]).returncode

    if options.from_disk:
        return run(tree.as_uri() + "/")
    with web_server(options.tree, "/a/b/") as base:
        return run(base)


if __name__ == "__main__":
    sys.exit(main())
