"""Checks of published files that are not pages: feeds, site maps, style sheets, JSON, SVG, subtitles.

Each check takes the text and yields (kind, message) for problems; references are returned apart, for the crawler to follow.
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parse_xml(text):
    """The root element, or the text of the error."""
    try:
        return ElementTree.fromstring(text), None
    except ElementTree.ParseError as error:
        return None, str(error)


def is_time(text):
    try:
        return datetime.fromisoformat(text or "").tzinfo is not None
    except ValueError:
        return False


def check_atom(root):
    """Returns (problems, references)."""
    problems, references = [], []
    for name in ("id", "title", "updated"):
        if not (root.findtext(ATOM + name) or "").strip():
            problems.append(("feed.incomplete", f"the feed has no {name}"))
    entries = root.findall(ATOM + "entry")
    if not entries and not (root.findtext(f"{ATOM}author/{ATOM}name") or "").strip():
        problems.append(("feed.incomplete", "the feed has no author"))
    seen = set()
    for entry in entries:
        label = entry.findtext(ATOM + "title") or "?"
        for name in ("id", "title", "updated"):
            if not (entry.findtext(ATOM + name) or "").strip():
                problems.append(("feed.incomplete", f"entry “{label}” has no {name}"))
        identity = entry.findtext(ATOM + "id")
        if identity in seen:
            problems.append(("feed.id-twice", f"two entries have the id {identity}"))
        seen.add(identity)
        if root.find(ATOM + "author") is None and entry.find(ATOM + "author") is None:
            problems.append(("feed.incomplete", f"entry “{label}” has no author"))
        if entry.find(ATOM + "link") is None and entry.find(ATOM + "content") is None:
            problems.append(("feed.incomplete", f"entry “{label}” has neither link nor content"))
    for time in root.iter(ATOM + "updated"):
        if not is_time(time.text):
            problems.append(("feed.time", f"“{time.text}” is no RFC 3339 time"))
    for time in root.iter(ATOM + "published"):
        if not is_time(time.text):
            problems.append(("feed.time", f"“{time.text}” is no RFC 3339 time"))
    for link in root.iter(ATOM + "link"):
        references.append(link.get("href", ""))
    for content in list(root.iter(ATOM + "content")) + list(root.iter(ATOM + "summary")):
        if content.get("type") == "html":
            references += re.findall(r'(?:src|href|poster)="([^"]*)"', content.text or "")
            if re.search(r"<script|\son\w+=", content.text or "", re.I):
                problems.append(("feed.script", "HTML of an entry holds a script"))
    return problems, references


def check_json_feed(text):
    problems = []
    try:
        feed = json.loads(text)
    except ValueError as error:
        return [("json.syntax", str(error))], []
    if not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/"):
        problems.append(("feed.incomplete", "no JSON Feed version"))
    if not feed.get("title"):
        problems.append(("feed.incomplete", "no title"))
    references = [feed[name] for name in ("home_page_url", "feed_url") if feed.get(name)]
    for item in feed.get("items", []):
        if not item.get("id") or not (item.get("content_html") or item.get("content_text") or item.get("summary")):
            problems.append(("feed.incomplete", f"item {item.get('id')} lacks an id or content"))
        for name in ("date_published", "date_modified"):
            if name in item and not is_time(item[name]):
                problems.append(("feed.time", f"“{item[name]}” is no RFC 3339 time"))
        references += [item[name] for name in ("url", "image") if item.get(name)]
    return problems, references


def check_sitemap(root):
    """Returns (problems, addresses)."""
    problems = []
    addresses = [(node.text or "").strip() for node in root.iter(SITEMAP + "loc")]
    if root.tag not in {SITEMAP + "urlset", SITEMAP + "sitemapindex"}:
        problems.append(("sitemap.root", f"the root element is {root.tag}"))
    for address in sorted({a for a in addresses if addresses.count(a) > 1}):
        problems.append(("sitemap.twice", address))
    for node in root.iter(SITEMAP + "lastmod"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", node.text or "") and not is_time(node.text):
            problems.append(("sitemap.time", f"“{node.text}” is no W3C date"))
    return problems, addresses


def css_references(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = re.findall(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*?))\s*\)""", text)
    found += re.findall(r"""@import\s+(?:"([^"]*)"|'([^']*)'()())""", text)
    return ["".join(parts[:3]) for parts in found]


def check_svg(root):
    """Returns (problems, references)."""
    problems, references = [], []
    for node in root.iter():
        name = str(node.tag).rsplit("}", 1)[-1]
        if name in {"script", "foreignObject"}:
            problems.append(("svg.script", f"<{name}> in a picture"))
        for attribute, value in node.attrib.items():
            short = attribute.rsplit("}", 1)[-1]
            if re.fullmatch(r"on[a-z]+", short):
                problems.append(("svg.script", f"{short} in a picture"))
            if short == "href" and name != "a" and not value.startswith("#"):
                references.append(value)
    return problems, references


def check_webvtt(text):
    if not text.startswith("WEBVTT"):
        return [("vtt.header", "does not begin with WEBVTT")]
    problems, previous = [], -1.0
    for start, end in re.findall(r"^((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3})", text, re.M):
        def seconds(value):
            return sum(float(part) * 60**i for i, part in enumerate(reversed(value.split(":"))))
        if seconds(end) <= seconds(start) or seconds(start) < previous:
            problems.append(("vtt.order", f"{start} --> {end} is out of order"))
        previous = seconds(start)
    return problems
