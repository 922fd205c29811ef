#!/usr/bin/env python3
"""Crawls a published site, as a folder or through a web server, and reports whatever a visitor could stumble over.

    crawl.py TREE                         the folder as plain files, as from a USB stick
    crawl.py TREE --server URL            the same files, each fetched below URL and links resolved as a browser does
    options: --base-url URL   absolute addresses below it must lead to files of the tree
             --page-tags      pages must carry the page tags of Chinese public-sector sites
             --quiet          problems and summary only

Every file of the tree is read: pages, style sheets, feeds, site maps, JSON, SVG, subtitles. Standard library only.
Exit status: 0 nothing found, 1 problems.
"""

import argparse
import http.client
import json
import posixpath
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
import published_documents as documents  # noqa: E402
from html_page import parse_page  # noqa: E402

# A server shows 404.html under any address, where no relative style sheet would load: it alone may hold its style, but
# never a script.
STYLE_IN_THE_PAGE = {("html.inline-style", "<style> element"), ("csp.weak", "style-src allows 'unsafe-inline'")}

CONTENT_TYPES = {
    ".html": {"text/html"}, ".css": {"text/css"}, ".js": {"application/javascript", "text/javascript"},
    ".svg": {"image/svg+xml"}, ".xml": {"text/xml", "application/xml", "application/atom+xml"},
    ".json": {"application/json"}, ".mp4": {"video/mp4"}, ".webp": {"image/webp"}, ".jpg": {"image/jpeg"},
    ".png": {"image/png"}, ".mp3": {"audio/mpeg"}, ".wav": {"audio/x-wav", "audio/wav"}, ".vtt": {"text/vtt"},
}
MEDIA = {".mp4", ".webm", ".mp3", ".wav", ".m4a", ".ogg"}
NOT_FOLLOWED = {"mailto", "tel", "data"}


class Files:
    """The tree on disk. Its base lies two folders deep, so that links that leave the tree show."""

    base = "http://tree.invalid/deep/folder/"

    def __init__(self, root):
        self.root = Path(root)
        self.addresses = sorted(
            str(path.relative_to(root)) for path in self.root.rglob("*") if path.is_file())

    def read(self, address):
        return (self.root / address).read_bytes()

    def complaints(self, _address):
        return []

    def close(self):
        pass


class Server(Files):
    """The same tree behind a web server."""

    def __init__(self, root, base):
        super().__init__(root)
        self.base = base if base.endswith("/") else base + "/"
        parts = urlsplit(self.base)
        self.path = parts.path
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)

    def close(self):
        self.connection.close()

    def request(self, address, headers=None):
        self.connection.request("GET", self.path + address, headers=headers or {})
        response = self.connection.getresponse()
        return response, response.read()

    def read(self, address):
        return self.request(address)[1]

    def complaints(self, address):
        response, body = self.request(address)
        if response.status != 200:
            return [("http.status", f"answered with {response.status}")]
        found = []
        if body != super().read(address):
            found.append(("http.body", "the server delivers other bytes than the file has"))
        kind = (response.getheader("Content-Type") or "").split(";")[0]
        suffix = posixpath.splitext(address)[1]
        if suffix in CONTENT_TYPES and kind not in CONTENT_TYPES[suffix]:
            found.append(("http.type", f"delivered as {kind}"))
        if suffix in MEDIA and len(body) > 20:
            part, partial = self.request(address, {"Range": "bytes=5-14"})
            if part.status != 206 or partial != body[5:15]:
                found.append(("http.range", f"a request for ten bytes answered with {part.status} and {len(partial)} bytes"))
        return found


class Crawl:
    def __init__(self, source, base_url, page_tags):
        self.source = source
        self.base_url = base_url
        self.page_tags = page_tags
        self.known = set(source.addresses)
        self.problems = []
        self.counts = Counter()
        self.pages = {}
        self.fragments = []
        self.linked = set()
        # Further editions of the site lie in folders with a page of their own for lost visitors.
        self.editions = {a.partition("/")[0] for a in self.known if re.fullmatch(r"[^/]+/404\.html", a)}
        self.sitemaps = []

    def complain(self, address, line, kind, text):
        self.problems.append((address, line, kind, text))

    def run(self):
        self.check_names()
        for address in self.source.addresses:
            for kind, text in self.source.complaints(address):
                self.complain(address, 0, kind, text)
            self.check_file(address)
        for address, root, references in self.sitemaps:
            self.check_sitemap_is_whole(address, references)
            self.check_sitemap_editions(address, root)
        self.check_editions()
        self.check_fragments()
        self.check_reachable()
        self.check_needed()
        self.problems.sort(key=lambda p: (p[0], p[1], p[2], p[3]))

    def check_names(self):
        folded = Counter(unicodedata.normalize("NFC", a).casefold() for a in self.known)
        for address in self.source.addresses:
            if folded[unicodedata.normalize("NFC", address).casefold()] > 1:
                self.complain(address, 0, "name.case", "differs from another file only in case")
            if re.search(r"[\s\\:*?\"<>|\x00-\x1f]", address):
                self.complain(address, 0, "name.unsafe", "holds a character that some systems refuse")

    def check_file(self, address):
        suffix = posixpath.splitext(address)[1]
        check = {".html": self.check_page, ".css": self.check_css, ".xml": self.check_xml, ".svg": self.check_svg,
                 ".json": self.check_json, ".js": self.check_script, ".vtt": self.check_subtitles,
                 ".txt": self.check_text}.get(suffix)
        data = self.source.read(address)
        self.counts["files"] += 1
        if not data:
            self.complain(address, 0, "file.empty", "has no bytes")
        if not check:
            return
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.complain(address, 0, "file.encoding", str(error))
            return
        if "\ufffd" in text:
            self.complain(address, text[:text.index("\ufffd")].count("\n") + 1, "file.encoding", "holds a replacement character")
        check(address, text)

    # References.

    def follow(self, address, line, url, use):
        """Checks one reference; returns the address it leads to inside the site."""
        self.counts["links"] += 1
        url = url.strip()
        if not url and use == "load":
            self.complain(address, line, "link.broken", "empty address")
            return None
        scheme = urlsplit(url).scheme.lower()
        if scheme in NOT_FOLLOWED:
            if scheme == "data" and use == "visit":
                self.complain(address, line, "link.scheme", url[:40])
            return None
        if scheme == "javascript":
            self.complain(address, line, "link.scheme", url[:40])
            return None
        if self.base_url and url.startswith(self.base_url) and use != "load":
            rest = url[len(self.base_url):]
            # Servers answer for a folder with its index; absolute addresses always go through one.
            return self.arrive(address, line, url, rest + "index.html" if rest == "" or rest.endswith("/") else rest)
        if scheme or url.startswith("//"):
            if use == "load":
                self.complain(address, line, "host.foreign", url)
            elif scheme not in {"http", "https"}:
                self.complain(address, line, "link.scheme", url)
            return None
        joined = urljoin(self.source.base + address, url)
        if not joined.startswith(self.source.base):
            self.complain(address, line, "link.leaves", f"{url} leads out of the site's folder")
            return None
        return self.arrive(address, line, url, joined[len(self.source.base):])

    def arrive(self, address, line, url, rest):
        path, _, fragment = rest.partition("#")
        target = unquote(path.partition("?")[0])
        if target == "" and path == "" and url.startswith("#"):
            target = address
        if target not in self.known:
            self.complain(address, line, "link.broken", f"{url} leads to no file")
            return None
        if fragment:
            self.fragments.append((address, line, target, unquote(fragment)))
        return target

    def check_fragments(self):
        for address, line, target, fragment in self.fragments:
            page = self.pages.get(target)
            if page is None:
                # In a picture its parts have names; in sound and film a place is a time: #t=12.5
                is_time = posixpath.splitext(target)[1] in MEDIA and re.fullmatch(r"t=\d+(\.\d+)?", fragment)
                if not target.endswith(".svg") and not is_time:
                    self.complain(address, line, "fragment.broken", f"{target} is no page, so it has no #{fragment}")
            elif fragment not in page.ids and fragment != "top":
                self.complain(address, line, "fragment.broken", f"{target} has no #{fragment}")

    # Kinds of files.

    def check_page(self, address, text):
        page = parse_page(text)
        self.pages[address] = page
        self.counts["pages"] += 1
        if "refresh" in page.metas:
            self.check_moved(address, page)
            return
        for problem in page.problems:
            if self.is_for_the_lost(address) and (problem.kind, problem.text) in STYLE_IN_THE_PAGE:
                continue
            self.complain(address, problem.line, problem.kind, problem.text)
        for reference in page.references:
            if self.is_for_the_lost(address) and reference.use == "load":
                self.complain(address, reference.line, "page.stands-alone", f"shown under any address, it cannot load {reference.url}")
            target = self.follow(address, reference.line, reference.url, reference.use)
            if target and reference.use == "visit" and target != address:
                self.linked.add(target)
                self.check_edition_link(address, reference, target)
        if self.base_url and not self.is_for_the_lost(address):
            expected = self.base_url + address
            if page.canonical not in {expected, re.sub(r"(^|/)index\.html$", r"\1", expected)}:
                self.complain(address, 1, "page.canonical", f"canonical is {page.canonical or 'missing'}")
        for line, value in page.json_ld:
            self.counts["json-ld"] += 1
            for url in _addresses_in(value, self.base_url):
                self.follow(address, line, url, "name")
        if self.page_tags:
            self.check_page_tags(address, page)

    # Editions.

    def edition_of(self, address):
        folder = address.partition("/")[0]
        return folder if folder in self.editions else ""

    def is_for_the_lost(self, address):
        return address == "404.html" or address == f"{self.edition_of(address)}/404.html"

    def check_edition_link(self, address, reference, target):
        if target.endswith(".html") and not reference.language and self.edition_of(address) != self.edition_of(target):
            self.complain(address, reference.line, "edition.left", f"{reference.url} leads to another edition without saying so (hreflang)")

    def inside(self, url):
        """The address inside the tree of an absolute one; None for others."""
        if not self.base_url or not url.startswith(self.base_url):
            return None
        rest = unquote(url[len(self.base_url):].partition("#")[0])
        return rest + "index.html" if rest == "" or rest.endswith("/") else rest

    def check_editions(self):
        """Each page names itself and its counterparts, all of them name each other, and x-default is one of them."""
        for address, page in sorted(self.pages.items()):
            if "refresh" in page.metas or self.is_for_the_lost(address) or not self.base_url:
                continue
            if not page.alternates:
                if self.editions:
                    self.complain(address, 1, "hreflang.missing", "does not name its other editions")
                continue
            targets = {code: self.inside(url) for code, url in page.alternates.items()}
            if address not in targets.values() or "x-default" not in targets:
                self.complain(address, 1, "hreflang.incomplete", "does not name itself, or has no x-default")
            if self.editions - {self.edition_of(target or "") for target in targets.values()}:
                self.complain(address, 1, "hreflang.incomplete", "leaves out an edition")
            for code, target in sorted(targets.items()):
                other = self.pages.get(target)
                if other is None or other.alternates != page.alternates:
                    self.complain(address, 1, "hreflang.one-sided", f"{code}: {page.alternates[code]} does not name the same pages")

    def check_sitemap_editions(self, address, root):
        link = "{http://www.w3.org/1999/xhtml}link"
        for url in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}url"):
            place = url.findtext("{http://www.sitemaps.org/schemas/sitemap/0.9}loc") or ""
            page = self.pages.get(self.inside(place))
            listed = {e.get("hreflang"): e.get("href") for e in url.findall(link)}
            if page and listed != page.alternates:
                self.complain(address, 0, "hreflang.sitemap", f"{place} names other editions than the page itself")

    @staticmethod
    def is_style_of_its_own(problem):
        """The page for lost visitors carries its style in itself; that, and no more, is allowed to it."""
        return (problem.kind, problem.text) in {("html.inline-style", "<style> element"), ("csp.weak", "style-src allows 'unsafe-inline'")}

    def check_moved(self, address, page):
        """A page that only leads on to another one is not held to the rules of pages."""
        target = page.metas["refresh"][0].partition("url=")[2]
        if urlsplit(target).scheme:
            self.complain(address, 1, "link.relative", f"leads on to the absolute address {target}")
        arrived = self.follow(address, 1, target, "load")
        if arrived and arrived not in {self.follow(address, r.line, r.url, r.use) for r in page.references if r.use == "visit"}:
            self.complain(address, 1, "page.moved", "has no link for those whom nothing leads on by itself")
        if "noindex" not in "".join(page.metas.get("robots", [])):
            self.complain(address, 1, "page.moved", "is not kept out of search engines")

    def check_page_tags(self, address, page):
        """Page tags as in 《政府网站发展指引》, annex on page design."""
        wanted = [] if self.is_for_the_lost(address) else ["SiteName", "SiteDomain", "SiteIDCode"]
        # Which pages belong to a column, and which show content, only the site's records know; here each set must be whole.
        for group in (["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"], ["ArticleTitle", "PubDate", "ContentSource"]):
            if any(name in page.metas for name in group):
                wanted += group
        for name in wanted:
            if not page.metas.get(name, [""])[0].strip():
                self.complain(address, 1, "page.tags", f"no {name}")
        for date in page.metas.get("PubDate", []):
            if not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", date):
                self.complain(address, 1, "page.tags", f"PubDate “{date}” is not YYYY-MM-DD HH:MM")

    def check_css(self, address, text):
        for url in documents.css_references(text):
            if not url.startswith("#"):
                self.follow(address, 0, url, "load")

    def check_xml(self, address, text):
        self.counts["xml"] += 1
        root, error = documents.parse_xml(text)
        if error:
            self.complain(address, 0, "xml.syntax", error)
            return
        if root.tag == documents.ATOM + "feed":
            problems, references = documents.check_atom(root)
        elif "sitemap" in root.tag:
            problems, references = documents.check_sitemap(root)
            self.sitemaps.append((address, root, references))
        else:
            problems, references = [], []
        for kind, words in problems:
            self.complain(address, 0, kind, words)
        for url in references:
            self.follow_absolute(address, url)

    def follow_absolute(self, address, url):
        if self.base_url and not urlsplit(url).scheme:
            self.complain(address, 0, "link.relative", f"{url} must be absolute in a file that travels alone")
        else:
            self.follow(address, 0, url, "name")

    def check_sitemap_is_whole(self, address, addresses):
        if not self.base_url:
            return
        listed = {unquote(a[len(self.base_url):]) for a in addresses if a.startswith(self.base_url)}
        listed = {a + "index.html" if a == "" or a.endswith("/") else a for a in listed}
        for page in sorted(a for a in self.known if a.endswith(".html") and not self.is_for_the_lost(a)):
            if page not in listed and "refresh" not in self.pages[page].metas and not re.search(r"/page-\d+\.html$", page) and not page.removeprefix(self.edition_of(page) + "/").startswith("search/"):
                self.complain(address, 0, "sitemap.incomplete", f"does not list {page}")

    def check_svg(self, address, text):
        root, error = documents.parse_xml(text)
        if error:
            self.complain(address, 0, "xml.syntax", error)
            return
        problems, references = documents.check_svg(root)
        for kind, words in problems:
            self.complain(address, 0, kind, words)
        for url in references:
            self.follow(address, 0, url, "load")

    def check_json(self, address, text):
        if posixpath.basename(address) == "feed.json":
            problems, references = documents.check_json_feed(text)
            for kind, words in problems:
                self.complain(address, 0, kind, words)
            for url in references:
                self.follow_absolute(address, url)
            return
        try:
            json.loads(text)
        except ValueError as error:
            self.complain(address, 0, "json.syntax", str(error))

    def check_script(self, address, text):
        for url in re.findall(r"""["'`]((?:https?:)?//[\w.-]+\.[a-z]{2,}[^"'`]*)""", text):
            if not url.startswith("http://www.w3.org/"):
                self.complain(address, 0, "host.foreign", url)

    def check_subtitles(self, address, text):
        for kind, words in documents.check_webvtt(text):
            self.complain(address, 0, kind, words)

    def check_text(self, address, text):
        if address == "robots.txt":
            for url in re.findall(r"(?mi)^sitemap:\s*(\S+)", text):
                self.follow_absolute(address, url)

    # The site as a whole.

    def check_reachable(self):
        for address, page in sorted(self.pages.items()):
            if address not in self.linked and address != "index.html" and not self.is_for_the_lost(address) and "refresh" not in page.metas:
                self.complain(address, 0, "page.orphan", "no other page links here")

    def check_needed(self):
        for name in ("index.html", "404.html", "build.json", "robots.txt"):
            if name not in self.known:
                self.complain(name, 0, "file.missing", "every site needs it")
        pages = {address: page for address, page in sorted(self.pages.items()) if "refresh" not in page.metas}
        # Where nothing differs in writing, a page and its counterpart have one title.
        titles = Counter((self.edition_of(address), page.title) for address, page in pages.items())
        for address, page in pages.items():
            if page.title and titles[self.edition_of(address), page.title] > 1:
                self.complain(address, 1, "html.title", f"another page has the title “{page.title}”, too")

    def summary(self):
        def number(*prefixes):
            return sum(1 for p in self.problems if p[2].startswith(prefixes))

        return (f"{self.counts['files']} files, {self.counts['pages']} pages, {self.counts['links']} links: "
                f"{number('link.')} broken links, {number('fragment.')} broken fragments, {number('host.')} foreign hosts, "
                f"{number('json-ld.')} faulty of {self.counts['json-ld']} JSON-LD, "
                f"{number('xml.', 'feed.', 'sitemap.')} faulty XML, {len(self.problems)} problems")


def _addresses_in(value, base_url):
    if isinstance(value, dict):
        for name, inner in value.items():
            # An @id only names a thing; it need not be a page.
            if name != "@id":
                yield from _addresses_in(inner, base_url)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses_in(inner, base_url)
    elif isinstance(value, str) and base_url and value.startswith(base_url) and "{" not in value:
        yield value


def crawl(root, server=None, base_url="", page_tags=False):
    source = Server(root, server) if server else Files(root)
    result = Crawl(source, base_url, page_tags)
    result.run()
    source.close()
    return result


def main():
    parser = argparse.ArgumentParser(description="Crawls a published site.")
    parser.add_argument("tree")
    parser.add_argument("--server")
    parser.add_argument("--base-url", default="")
    parser.add_argument("--page-tags", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    if not Path(options.tree).is_dir():
        print(f"{options.tree}: no such folder", file=sys.stderr)
        return 1
    result = crawl(options.tree, options.server, options.base_url, options.page_tags)
    for address, line, kind, text in result.problems:
        print(f"{address}:{line}: [{kind}] {text}" if line else f"{address}: [{kind}] {text}")
    print(result.summary())
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
