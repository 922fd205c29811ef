#!/usr/bin/env python3
"""The crawler finds what it claims to find: a sound small site passes, and each way of breaking it is reported."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from crawl import crawl  # noqa: E402

BASE = "https://example.org/site/"
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width"><title>TITLE</title>
<meta name="description" content="一句话"><link rel="canonical" href="https://example.org/site/ADDRESS">
<link rel="stylesheet" href="UPassets/site.css">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebPage", "url": "https://example.org/site/ADDRESS"}</script>
</head><body><a href="#main">跳到正文</a>
<main id="main"><h1>题</h1><h2 id="part">节</h2><p><img src="UPassets/a.svg" alt="" width="1" height="1">
<a href="UPindex.html">首页</a> <a href="UPnews/a.html#part">甲</a> <a href="https://elsewhere.example/">外</a></p></main></body></html>
"""
# The page for lost visitors loads nothing; its style stands in it.
ALONE = PAGE.replace("ADDRESS", "404.html").replace("TITLE", "没有此页").replace("UP", "").replace(
    '<link rel="stylesheet" href="assets/site.css">', "<style>p{}</style>").replace(
    '<img src="assets/a.svg" alt="" width="1" height="1">', "").replace("default-src 'self'", "default-src 'self'; style-src 'unsafe-inline'")
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>t</title><updated>2024-05-14T00:00:00+08:00</updated>
<author><name>n</name></author><entry><id>urn:b</id><title>t</title><updated>2024-05-14T00:00:00+08:00</updated>
<link href="https://example.org/site/news/a.html"/></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/site/index.html</loc></url>
<url><loc>https://example.org/site/news/a.html</loc><lastmod>2024-05-14</lastmod></url></urlset>"""


def page(address, title):
    return PAGE.replace("ADDRESS", address).replace("TITLE", title).replace("UP", "../" * address.count("/"))


SITE = {
    "index.html": page("index.html", "首页"), "404.html": ALONE,
    "news/a.html": page("news/a.html", "甲"), "assets/site.css": "body{background:url(a.svg)}", "assets/a.svg": SVG,
    "feed.xml": FEED, "sitemap.xml": SITEMAP, "robots.txt": f"Sitemap: {BASE}sitemap.xml\n", "build.json": "{}",
    "assets/x.js": "var a = 'b';", "assets/a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n字\n",
}



def alternates(address):
    places = [("zh-CN", ""), ("zh-TW", "zh-TW/"), ("x-default", "")]
    return [(code, BASE + folder + address) for code, folder in places]


def edition_page(folder, address, title):
    links = "".join(f'<link rel="alternate" hreflang="{code}" href="{url}">' for code, url in alternates(address))
    other = "../" * address.count("/") + ("../" if folder else "zh-TW/") + address
    text = page(address, title).replace(BASE + address, BASE + folder + address).replace("</head>", links + "</head>")
    text = text.replace("</main>", f'<a href="{other}" hreflang="{"zh-CN" if folder else "zh-TW"}">另一版</a></main>')
    # Files are shared.
    return text.replace('assets/', '../assets/') if folder else text


def two_editions():
    site = dict(SITE)
    entries = ""
    for folder in ("", "zh-TW/"):
        for address, title in (("index.html", "首页"), ("news/a.html", "甲")):
            site[folder + address] = edition_page(folder, address, title)
            links = "".join(f'<x:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in alternates(address))
            entries += f"<url><loc>{BASE}{folder}{address}</loc>{links}</url>"
        site[folder + "404.html"] = ALONE
    site["sitemap.xml"] = ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">'
                           + entries + "</urlset>")
    return site


# The same for a site of two editions.
EDITION_BREAKS = [
    ("zh-TW/news/a.html", 'href="../index.html"', 'href="../../index.html"', "edition.left"),
    ("news/a.html", 'href="../index.html"', 'href="../zh-TW/index.html"', "edition.left"),
    ("zh-TW/news/a.html", f'<link rel="alternate" hreflang="zh-CN" href="{BASE}news/a.html">', "", "hreflang.one-sided"),
    ("zh-TW/news/a.html", f'hreflang="x-default" href="{BASE}news/a.html"', f'hreflang="en" href="{BASE}news/a.html"', "hreflang.incomplete"),
    ("news/a.html", f'<link rel="alternate" hreflang="zh-TW" href="{BASE}zh-TW/news/a.html">', "", "hreflang.incomplete"),
    ("news/a.html", 'rel="alternate" hreflang', 'rel="author" data-code', "hreflang.missing"),
    ("zh-TW/news/a.html", 'href="https://example.org/site/zh-TW/news/a.html">', 'href="https://example.org/site/news/a.html">', "page.canonical"),
    ("sitemap.xml", f'<x:link rel="alternate" hreflang="zh-TW" href="{BASE}zh-TW/news/a.html"/>', "", "hreflang.sitemap"),
]

# (file, old text, new text, what must be reported)
BREAKS = [
    ("index.html", "news/a.html#part", "news/b.html", "link.broken"),
    ("index.html", "news/a.html#part", "/news/a.html", "link.leaves"),
    ("news/a.html", 'href="../index.html"', 'href="../../index.html"', "link.leaves"),
    ("index.html", "news/a.html#part", "news/", "link.broken"),
    ("index.html", "#part", "#teil", "fragment.broken"),
    ("index.html", "https://elsewhere.example/", "javascript:void(0)", "link.scheme"),
    ("index.html", 'src="assets/a.svg"', 'src="https://elsewhere.example/a.svg"', "host.foreign"),
    ("index.html", 'src="assets/a.svg"', 'src="assets/a.svg" srcset="assets/b.svg 2x"', "link.broken"),
    ("index.html", 'href="assets/site.css"', 'href="//elsewhere.example/site.css"', "host.foreign"),
    # What a page needs to show itself must come from beside it, wherever it stands.
    ("index.html", 'src="assets/a.svg"', 'src="https://example.org/site/assets/a.svg"', "host.foreign"),
    ("index.html", "</main>", '<form action="https://elsewhere.example/"></form></main>', "host.foreign"),
    ("index.html", "</main>", '<video src="a.mp4" controls></video></main>', "link.broken"),
    ("index.html", "</main>", '<video controls poster="a.jpg"></video></main>', "link.broken"),
    ("index.html", "</main>", "<video><source src='a.mp4'></video></main>", "html.controls"),
    ("index.html", "</main>", "<script>1</script></main>", "html.inline-script"),
    ("index.html", "<p>", '<p onclick="x()">', "html.inline-script"),
    ("index.html", "<p>", '<p style="color:red">', "html.inline-style"),
    ("index.html", "<p>", '<p id="part">', "html.id-twice"),
    ("index.html", "<p>", '<p aria-labelledby="nobody">', "html.id-missing"),
    ("index.html", "<p>", "<p><b><i></b></i>", "html.nesting"),
    ("index.html", "</main>", "</main></div>", "html.nesting"),
    ("index.html", 'alt=""', "", "html.alt"),
    ("index.html", 'width="1"', "", "html.image-size"),
    ("index.html", "h2", "h3", "html.heading-order"),
    ("index.html", "<h1>题</h1>", "", "html.h1"),
    ("index.html", "</main>", "<h1>题</h1></main>", "html.h1"),
    ("index.html", ' lang="zh-CN"', "", "html.lang"),
    ("index.html", "<title>首页</title>", "", "html.title"),
    ("index.html", "<title>首页", "<title>甲", "html.title"),
    ("index.html", 'content="一句话"', 'content=""', "html.description"),
    ("index.html", "<!doctype html>", "", "html.doctype"),
    ("index.html", '<meta charset="utf-8">', "", "html.charset"),
    ("index.html", 'href="#main"', 'href="index.html"', "html.skip-link"),
    ("index.html", "default-src 'self'", "default-src 'self' 'unsafe-inline'", "csp.weak"),
    ("index.html", "default-src 'self'", "default-src 'self' cdn.example.com", "csp.weak"),
    ("index.html", "Content-Security-Policy", "X-Policy", "csp.missing"),
    ("index.html", '"@type"', '@type', "json-ld.syntax"),
    ("index.html", "https://schema.org", "https://example.com", "json-ld.context"),
    ("index.html", '"@type": "WebPage", ', "", "json-ld.type"),
    ("index.html", '"url": "https://example.org/site/index.html"', '"url": "https://example.org/site/x.html"', "link.broken"),
    ("index.html", 'canonical" href="https://example.org/site/index.html"', 'canonical" href=""', "page.canonical"),
    ("index.html", "首页</a>", "\ufffd</a>", "file.encoding"),
    ("index.html", "<p>", "<style>p{}</style><p>", "html.inline-style"),
    ("404.html", "<p>", '<p><img src="assets/a.svg" alt="" width="1" height="1">', "page.stands-alone"),
    ("404.html", "<p>", "<script>1</script><p>", "html.inline-script"),
    ("404.html", "style-src", "script-src", "csp.weak"),
    ("assets/site.css", "url(a.svg)", "url('b.svg')", "link.broken"),
    ("assets/site.css", "body", '@import "https://elsewhere.example/a.css";body', "host.foreign"),
    ("assets/a.svg", "<path", "<script/><path", "svg.script"),
    ("assets/a.svg", "</svg>", "", "xml.syntax"),
    ("assets/x.js", "'b'", "'https://elsewhere.example/a.js'", "host.foreign"),
    ("assets/a.vtt", "WEBVTT", "1", "vtt.header"),
    ("assets/a.vtt", "00:02.000", "00:00.500", "vtt.order"),
    ("feed.xml", "</feed>", "", "xml.syntax"),
    ("feed.xml", "<title>t</title>", "", "feed.incomplete"),
    ("feed.xml", "2024-05-14T00:00:00+08:00", "2024-05-14", "feed.time"),
    ("feed.xml", "news/a.html", "news/b.html", "link.broken"),
    ("feed.xml", "https://example.org/site/news", "news", "link.relative"),
    ("sitemap.xml", "news/a.html", "news/b.html", "link.broken"),
    ("sitemap.xml", "index.html", "news/a.html", "sitemap.twice"),
    ("sitemap.xml", "https://example.org/site/index.html", "https://example.org/site/404.html", "sitemap.incomplete"),
    ("robots.txt", "sitemap.xml", "map.xml", "link.broken"),
    ("build.json", "{}", "{", "json.syntax"),
    ("build.json", "{}", "", "file.empty"),
]


class CrawlTest(unittest.TestCase):
    def kinds(self, files, **options):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return {kind for _, _, kind, _ in crawl(folder, base_url=BASE, **options).problems}

    def test_a_sound_site_passes(self):
        self.assertEqual(self.kinds(SITE), set())

    def test_each_break_is_reported(self):
        for name, old, new, kind in BREAKS:
            with self.subTest(f"{name}: {old} -> {new}"):
                self.assertIn(old, SITE[name])
                self.assertIn(kind, self.kinds(SITE | {name: SITE[name].replace(old, new)}))

    def test_a_sound_site_of_two_editions_passes(self):
        self.assertEqual(self.kinds(two_editions()), set())

    def test_each_break_between_editions_is_reported(self):
        site = two_editions()
        for name, old, new, kind in EDITION_BREAKS:
            with self.subTest(f"{name}: {old} -> {new}"):
                self.assertIn(old, site[name])
                self.assertIn(kind, self.kinds(site | {name: site[name].replace(old, new)}))

    def test_a_page_that_nothing_links_to_is_reported(self):
        lonely = page("b.html", "乙")
        self.assertIn("page.orphan", self.kinds(SITE | {"b.html": lonely}))

    def test_a_page_that_leads_on_is_held_to_its_own_rules(self):
        moved = '''<!doctype html><html lang="zh"><meta charset="utf-8"><title>甲</title><meta http-equiv="refresh" content="0; url=news/a.html">
            <meta name="robots" content="noindex"><a href="news/a.html">甲</a></html>'''
        self.assertEqual(self.kinds(SITE | {"old.html": moved}), set())
        self.assertIn("link.broken", self.kinds(SITE | {"old.html": moved.replace("news/a", "news/b")}))
        self.assertIn("page.moved", self.kinds(SITE | {"old.html": moved.replace('<a href="news/a.html">', "<a>")}))
        self.assertIn("page.moved", self.kinds(SITE | {"old.html": moved.replace("noindex", "all")}))

    def test_names_that_differ_in_case_are_reported(self):
        self.assertIn("name.case", self.kinds(SITE | {"assets/A.svg": SVG}))

    def test_missing_files_are_reported(self):
        self.assertIn("file.missing", self.kinds({k: v for k, v in SITE.items() if k != "robots.txt"}))

    def test_missing_page_tags_are_reported_when_asked_for(self):
        self.assertIn("page.tags", self.kinds(SITE, page_tags=True))


if __name__ == "__main__":
    unittest.main()
