#!/usr/bin/env python3
"""Lighthouse on four pages of the published site, served as by a real server: see lighthouse.mjs.

    lighthouse_test.py --tree public [--categories performance,accessibility,best-practices,seo] [PAGE …]

Without --categories only what does not depend on the machine's speed, which bench/lighthouse.sh looks at.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from web_server import web_server  # noqa: E402


def is_film(html):
    return '<body class="page-entry' in html and "<video" in html


def pages_of(tree):
    """Home, an article, the gallery and the first entry with a film."""
    article = next(p for p in sorted(tree.glob("knowledge/*.html")) if p.name != "index.html")
    entry = next(p for p in sorted(tree.glob("exhibition/*/*.html")) if is_film(p.read_text(encoding="utf-8")))
    return ["index.html", str(article.relative_to(tree)), "exhibition/index.html", str(entry.relative_to(tree))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", required=True, type=Path)
    parser.add_argument("--categories", default="accessibility,best-practices,seo")
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    # At the root, where search engines look for robots.txt.
    with web_server(options.tree, "/") as base:
        return subprocess.run(["node", str(HERE / "lighthouse.mjs"), base, options.categories,
                               *(options.pages or pages_of(options.tree))]).returncode


if __name__ == "__main__":
    sys.exit(main())
