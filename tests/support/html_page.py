"""One HTML page as the crawler needs it: its references, ids, headings, and what breaks the rules of every page.

Parsing is html.parser's; nesting is checked here, because browsers repair silently what editors of themes break.
"""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
# End tags that HTML lets authors leave out.
IMPLIED_END = {"li", "dt", "dd", "p", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp"}
ID_LISTS = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"}
URL_ATTRIBUTES = {
    ("a", "href"), ("area", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"),
    ("video", "src"), ("video", "poster"), ("audio", "src"), ("track", "src"), ("iframe", "src"), ("embed", "src"),
    ("object", "data"), ("form", "action"), ("input", "src"), ("image", "href"), ("use", "href"),
    ("image", "xlink:href"), ("use", "xlink:href"), ("blockquote", "cite"), ("q", "cite"),
}
# Relations of <link> that only name something; a browser does not load them.
NAMING_LINKS = {"canonical", "alternate", "license", "author", "prev", "next", "search"}


@dataclass
class Reference:
    url: str
    line: int
    tag: str
    attribute: str
    # What the browser does with it: "load" (fetches it to show the page), "visit" (when a visitor clicks), "name".
    use: str
    # Its hreflang: a link that has one may lead to another edition.
    language: str = ""


@dataclass
class Problem:
    line: int
    kind: str
    text: str


@dataclass
class Page:
    references: list = field(default_factory=list)
    ids: set = field(default_factory=set)
    problems: list = field(default_factory=list)
    json_ld: list = field(default_factory=list)
    metas: dict = field(default_factory=dict)
    canonical: str = ""
    # The same page in the editions of the site: hreflang and absolute address.
    alternates: dict = field(default_factory=dict)
    title: str = ""
    has_media: bool = False


def parse_page(text):
    """Reads a page and judges it by itself; references are for the crawler to follow."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.finish(text)


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.stack = []
        self.has_controls = False
        self.counts = {}
        self.first_line_of_id = {}
        self.wanted_ids = []
        self.heading_level = 0
        self.text_target = None
        self.text = []
        self.doctype = ""
        self.html_attributes = {}
        self.loaded_something = False

    def complain(self, kind, text):
        self.page.problems.append(Problem(self.getpos()[0], kind, text))

    def refer(self, url, tag, attribute, use, language=""):
        self.page.references.append(Reference(url, self.getpos()[0], tag, attribute, use, language))

    def handle_decl(self, decl):
        self.doctype = decl.lower()

    def handle_startendtag(self, tag, attrs):
        # `<br/>`; in SVG any element can end this way.
        self.open_tag(tag, attrs)
        if self.stack and self.stack[-1][0] == tag and tag not in VOID:
            self.stack.pop()

    def handle_starttag(self, tag, attrs):
        self.open_tag(tag, attrs)

    def open_tag(self, tag, attrs):
        attributes = {}
        for name, value in attrs:
            if name in attributes:
                self.complain("html.attribute-twice", f"<{tag}> has {name} twice")
            attributes[name] = value if value is not None else ""
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in VOID:
            self.close_implied(tag)
            self.stack.append((tag, self.getpos()[0]))
        self.check_attributes(tag, attributes)
        self.collect_references(tag, attributes)
        handler = getattr(self, "on_" + tag, None)
        if handler:
            handler(attributes)
        if re.fullmatch("h[1-6]", tag):
            self.on_heading(int(tag[1]))

    def close_implied(self, tag):
        closes = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"}, "tr": {"tr", "td", "th"},
                  "td": {"td", "th"}, "th": {"td", "th"}, "tbody": {"thead", "tbody", "tr", "td", "th"}}.get(tag, set())
        while self.stack and self.stack[-1][0] in closes:
            self.stack.pop()

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.text_target == tag:
            self.take_text(tag)
        while self.stack and self.stack[-1][0] != tag and self.stack[-1][0] in IMPLIED_END:
            self.stack.pop()
        if self.stack and self.stack[-1][0] == tag:
            self.stack.pop()
        elif any(name == tag for name, _ in self.stack):
            inner, line = self.stack[-1]
            self.complain("html.nesting", f"</{tag}> while <{inner}> of line {line} is open")
            while self.stack.pop()[0] != tag:
                pass
        else:
            self.complain("html.nesting", f"</{tag}> closes nothing")

    def handle_data(self, data):
        if self.text_target:
            self.text.append(data)

    def take_text(self, tag):
        text = "".join(self.text)
        self.text_target, self.text = None, []
        if tag == "title":
            self.page.title = " ".join(text.split())
        else:
            self.page.json_ld.append((self.getpos()[0], text))

    # What single elements must have.

    def on_html(self, attributes):
        self.html_attributes = attributes

    def on_title(self, _):
        if "svg" not in [name for name, _ in self.stack]:
            self.text_target = "title"
        else:
            self.counts["title"] -= 1

    def on_script(self, attributes):
        kind = attributes.get("type", "")
        if kind == "application/ld+json":
            self.text_target = "script"
        elif kind == "module":
            self.complain("html.module", "scripts of type module do not load from file://")
        elif "src" not in attributes:
            self.complain("html.inline-script", "inline <script>")
        if "integrity" in attributes:
            self.complain("html.integrity", "integrity attributes do not work from file://")
        self.loaded_something = True

    def on_style(self, _):
        self.complain("html.inline-style", "<style> element")

    def on_base(self, _):
        self.complain("html.base", "<base> makes the page depend on its place")

    def on_img(self, attributes):
        if "alt" not in attributes:
            self.complain("html.alt", f"<img src={attributes.get('src', '')}> has no alt")
        if not (attributes.get("width", "").isdigit() and attributes.get("height", "").isdigit()):
            self.complain("html.image-size", f"<img src={attributes.get('src', '')}> has no width and height")

    def on_video(self, attributes):
        self.page.has_media = True
        self.has_controls = "controls" in attributes
        if "src" in attributes:
            self.on_source(attributes)
        if "autoplay" in attributes:
            self.complain("html.autoplay", "media must not start by itself")

    on_audio = on_video

    def on_source(self, _attributes):
        # A player without a file waits for a script and shows nothing before.
        if not self.has_controls and any(name in {"video", "audio"} for name, _ in self.stack):
            self.complain("html.controls", "a player without controls cannot be used without scripts")

    def on_iframe(self, attributes):
        if not attributes.get("title"):
            self.complain("html.iframe-title", "<iframe> without title")

    def on_meta(self, attributes):
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv", "").lower()
        if name:
            self.page.metas.setdefault(name, []).append(attributes.get("content", ""))
        if attributes.get("http-equiv", "").lower() == "content-security-policy" and self.loaded_something:
            self.complain("csp.late", "the Content-Security-Policy comes after something it should govern")
        if attributes.get("property") in {"og:image", "og:url", "og:video", "og:audio"}:
            self.refer(attributes.get("content", ""), "meta", attributes["property"], "name")

    def on_link(self, attributes):
        relations = attributes.get("rel", "").lower().split()
        if "canonical" in relations:
            self.page.canonical = attributes.get("href", "")
        if "alternate" in relations and attributes.get("hreflang"):
            self.page.alternates[attributes["hreflang"]] = attributes.get("href", "")
        if "stylesheet" in relations:
            self.loaded_something = True

    def on_a(self, attributes):
        if attributes.get("target") == "_blank" and "noopener" not in attributes.get("rel", ""):
            self.complain("html.noopener", f"target=_blank without rel=noopener: {attributes.get('href')}")
        if any(name == "a" for name, _ in self.stack[:-1]):
            self.complain("html.nesting", "a link inside a link")

    def on_heading(self, level):
        if level > self.heading_level + 1:
            self.complain("html.heading-order", f"h{level} follows {'h%d' % self.heading_level if self.heading_level else 'nothing'}")
        self.heading_level = level

    def check_attributes(self, tag, attributes):
        if "id" in attributes:
            name = attributes["id"]
            if not name or re.search(r"\s", name):
                self.complain("html.id", f"unusable id “{name}”")
            elif name in self.first_line_of_id:
                self.complain("html.id-twice", f"id “{name}” is used on line {self.first_line_of_id[name]}, too")
            else:
                self.first_line_of_id[name] = self.getpos()[0]
        for name, value in attributes.items():
            if name == "style":
                self.complain("html.inline-style", f"style attribute on <{tag}>")
            if re.fullmatch(r"on[a-z]+", name):
                self.complain("html.inline-script", f"{name} attribute on <{tag}>")
            if name in ID_LISTS:
                self.wanted_ids += [(self.getpos()[0], name, wanted) for wanted in value.split()]
            if name == "for" and tag in {"label", "output"}:
                self.wanted_ids.append((self.getpos()[0], name, value))

    def collect_references(self, tag, attributes):
        for name, value in attributes.items():
            if (tag, name) in URL_ATTRIBUTES:
                self.refer(value, tag, name, self.use_of(tag, name, attributes), attributes.get("hreflang", ""))
        for name in ("srcset", "imagesrcset"):
            for candidate in attributes.get(name, "").split(","):
                if candidate.strip():
                    self.refer(candidate.split()[0], tag, name, "load")

    @staticmethod
    def use_of(tag, name, attributes):
        if tag in {"a", "area"}:
            return "visit"
        if tag == "link":
            relations = set(attributes.get("rel", "").lower().split())
            return "name" if relations and relations <= NAMING_LINKS else "load"
        return "name" if name == "cite" else "load"

    # What holds for the page as a whole.

    def finish(self, text):
        page = self.page
        page.ids = set(self.first_line_of_id)
        page.has_media = page.has_media or bool(self.counts.get("audio"))
        for tag, line in self.stack:
            if tag not in IMPLIED_END | {"html", "head", "body"}:
                page.problems.append(Problem(line, "html.nesting", f"<{tag}> is never closed"))
        for line, name, wanted in self.wanted_ids:
            if wanted not in page.ids:
                page.problems.append(Problem(line, "html.id-missing", f"{name} names “{wanted}”, which no element has as id"))
        self.check_document(text)
        self.check_policy()
        self.check_json_ld()
        return page

    def check_document(self, text):
        def must(condition, kind, words):
            if not condition:
                self.page.problems.append(Problem(1, kind, words))

        must(self.doctype == "doctype html", "html.doctype", "no <!doctype html>")
        must(self.html_attributes.get("lang"), "html.lang", "<html> has no lang")
        must(re.search(r'<meta charset="?utf-8', text[:1024], re.I), "html.charset", "no <meta charset> in the first 1,024 characters")
        must(self.page.metas.get("viewport"), "html.viewport", "no viewport")
        must("user-scalable=no" not in "".join(self.page.metas.get("viewport", [])), "html.viewport", "zooming is forbidden")
        must(self.page.title and self.counts.get("title") == 1, "html.title", "needs exactly one title with words in it")
        description = self.page.metas.get("description", [])
        must(len(description) == 1 and description[0].strip(), "html.description", "needs exactly one description with words in it")
        must(self.counts.get("h1") == 1, "html.h1", f"has {self.counts.get('h1', 0)} h1, not one")
        must(self.counts.get("main") == 1, "html.main", f"has {self.counts.get('main', 0)} main, not one")
        visits = [r for r in self.page.references if r.use == "visit"]
        must(visits and visits[0].url.startswith("#"), "html.skip-link", "the first link does not skip to the content")

    def check_policy(self):
        policies = self.page.metas.get("content-security-policy", [])
        if len(policies) != 1:
            self.page.problems.append(Problem(1, "csp.missing", f"has {len(policies)} Content-Security-Policies, not one"))
            return
        directives = {words[0].lower(): words[1:] for words in (part.split() for part in policies[0].split(";")) if words}
        if "default-src" not in directives:
            self.page.problems.append(Problem(1, "csp.weak", "no default-src"))
        for name, sources in directives.items():
            for source in sources:
                if source in {"'unsafe-inline'", "'unsafe-eval'", "*"} or re.search(r"https?:|//|\.\w", source):
                    self.page.problems.append(Problem(1, "csp.weak", f"{name} allows {source}"))

    def check_json_ld(self):
        parsed = []
        for line, text in self.page.json_ld:
            try:
                value = json.loads(text)
            except ValueError as error:
                self.page.problems.append(Problem(line, "json-ld.syntax", str(error)))
                continue
            parsed.append((line, value))
            for node in value if isinstance(value, list) else [value]:
                if not isinstance(node, dict) or not str(node.get("@context", "")).startswith("https://schema.org"):
                    self.page.problems.append(Problem(line, "json-ld.context", "@context is not https://schema.org"))
                elif not node.get("@type") and not node.get("@graph"):
                    self.page.problems.append(Problem(line, "json-ld.type", "no @type"))
        self.page.json_ld = parsed
