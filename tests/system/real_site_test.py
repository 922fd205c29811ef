#!/usr/bin/env python3
"""This repository's own site, as it is published: whole, well-formed, with posters worth looking at."""

import csv
import io
import json
import re
import subprocess
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from crawl import crawl  # noqa: E402
from html_page import parse_page  # noqa: E402
from kepu_testing import ROOT, settings  # noqa: E402

DARKEST_LUMA = 20
ASPECT_TOLERANCE = 0.02


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def video_facts(path):
    """Width and height as seen: after sample aspect ratio and rotation."""
    facts = json.loads(output_of("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_streams", "-of", "json", str(path)))
    stream = facts["streams"][0]
    width, height = stream["width"], stream["height"]
    ratio = stream.get("sample_aspect_ratio", "1:1")
    if ratio not in {"0:1", "1:1"}:
        above, below = map(int, ratio.split(":"))
        width = width * above / below
    turn = next((abs(int(d["rotation"])) for d in stream.get("side_data_list", []) if "rotation" in d), 0)
    return (height, width) if turn % 180 == 90 else (width, height)


def mean_lumas(path, *filters):
    """Mean luma of each frame that passes the filters, 0 … 255."""
    chain = ",".join([*filters, "scale=64:36:flags=area:out_range=full", "format=gray"])
    pixels = output_of("ffmpeg", "-v", "error", "-i", str(path), "-vf", chain, "-f", "rawvideo", "-")
    size = 64 * 36
    return [sum(pixels[i:i + size]) / size for i in range(0, len(pixels), size)]


class Players(HTMLParser):
    """The players of a page: form, poster, and what they play; pictures with all their sizes."""

    def __init__(self, text):
        super().__init__()
        self.videos, self.audios, self.pictures = [], [], []
        self.inside = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in {"video", "audio"}:
            self.inside = {"poster": attributes.get("poster"), "src": attributes.get("src"), "width": attributes.get("width"),
                           "height": attributes.get("height")}
            (self.videos if tag == "video" else self.audios).append(self.inside)
        if tag == "source" and self.inside and not self.inside["src"]:
            self.inside["src"] = attributes.get("src")
        if tag in {"img", "source"}:
            for part in [attributes.get("src") if tag == "img" else None, *attributes.get("srcset", "").split(",")]:
                if part and part.strip():
                    self.pictures.append(part.split()[0])

    def handle_endtag(self, tag):
        if tag in {"video", "audio"}:
            self.inside = None


class RealSiteTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree = Path(settings.tree)
        cls.site = json.loads((ROOT / "content/site.json").read_text(encoding="utf-8"))
        cls.entries = []
        for contest_file in sorted(ROOT.glob("content/exhibition/*/contest.json")):
            contest = json.loads(contest_file.read_text(encoding="utf-8"))
            forms = {c["id"]: c["form"] for c in contest["categories"]}
            for path in sorted(contest_file.parent.glob("entries/*.json")):
                entry = json.loads(path.read_text(encoding="utf-8"))
                cls.entries.append((entry, forms[entry["category"]], cls.tree / f"exhibition/{contest['id']}/{entry['id']}.html"))

    def test_a_crawl_of_the_files_finds_nothing(self):
        result = crawl(self.tree, base_url=self.site["base_url"], page_tags=True)
        shown = "\n".join(f"{a}:{line}: [{kind}] {text}" for a, line, kind, text in result.problems[:40])
        print(result.summary())
        self.assertEqual(len(result.problems), 0, f"{result.summary()}\n{shown}")

    def test_sections_and_articles_carry_the_page_tags_of_the_public_sector(self):
        """《政府网站发展指引》: what list pages and content pages must say of themselves."""
        column = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
        content = ["ArticleTitle", "PubDate", "ContentSource"]
        wanted = {"index.html": column}
        for section in self.site["sections"]:
            wanted[f"{section['id']}/index.html"] = column
            for path in (ROOT / "content" / section["id"]).glob("[!_]*.md"):
                wanted[f"{section['id']}/{path.stem}.html"] = column + content
        for _, _, path in self.entries:
            wanted[str(path.relative_to(self.tree))] = column + content
        for address, names in wanted.items():
            metas = parse_page((self.tree / address).read_text(encoding="utf-8")).metas
            for name in ["SiteName", "SiteDomain", "SiteIDCode", *names]:
                with self.subTest(address, tag=name):
                    self.assertTrue(metas.get(name, [""])[0].strip())

    def test_every_kind_of_page_carries_its_page_tags(self):
        """The mapping of the annex: what each kind of page must say, whatever its section."""
        column = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
        content = {"ArticleTitle", "PubDate", "ContentSource"}
        first = {kind: sorted((self.tree / folder).glob(pattern))[0] for kind, folder, pattern in [
            ("event", "events", "[!i]*.html"), ("topic", "topics", "[!i]*.html"), ("poster", "posters", "[!i]*.html"),
            ("quiz", "quiz", "[!i]*.html"), ("chapter", "book", "[!i]*.html"), ("entry", "exhibition", "*/v*.html"),
            ("awards", "exhibition", "*/awards.html"), ("contest", "exhibition", "*/index.html"), ("expert", "experts", "[!i]*.html"),
            ("organisation", "organisations", "[!i]*.html"), ("resources", "resources", "index.html"),
            ("statistics", "statistics", "index.html"), ("page", "about", "index.html")]}
        for kind, path in first.items():
            metas = parse_page(path.read_text(encoding="utf-8")).metas
            is_content = kind in {"event", "topic", "poster", "quiz", "chapter", "entry", "awards"}
            for name in {"SiteName", "SiteDomain", "SiteIDCode"} | column | (content if is_content else set()):
                with self.subTest(kind, tag=name):
                    self.assertTrue(metas.get(name, [""])[0].strip(), path)
            if not is_content:
                with self.subTest(kind, tag="ArticleTitle"):
                    self.assertNotIn("ArticleTitle", metas)

    # What schema.org types need to be of use; the keys of one set are alternatives.
    NEEDED = {
        "Article": [{"headline"}, {"datePublished"}, {"author"}, {"publisher"}, {"url"}],
        "NewsArticle": [{"headline"}, {"datePublished"}, {"author"}, {"publisher"}, {"url"}],
        "ScholarlyArticle": [{"headline"}, {"datePublished"}, {"author"}, {"publisher"}, {"url"}],
        "ClaimReview": [{"claimReviewed"}, {"reviewRating"}, {"url"}, {"author"}, {"itemReviewed"}],
        "Legislation": [{"name"}, {"legislationDate", "legislationIdentifier"}, {"legislationPassedBy"}, {"inLanguage"}],
        "VideoObject": [{"name"}, {"thumbnailUrl"}, {"uploadDate"}, {"contentUrl"}, {"duration"}, {"width"}, {"height"}],
        "AudioObject": [{"name"}, {"contentUrl"}, {"duration"}, {"encodingFormat"}],
        "Event": [{"name"}, {"startDate"}, {"endDate"}, {"location"}, {"eventStatus"}, {"eventAttendanceMode"}, {"organizer"}],
        "Quiz": [{"name"}, {"hasPart"}],
        "Book": [{"name"}, {"hasPart"}, {"inLanguage"}],
        "CreativeWork": [{"name"}, {"creator"}, {"image", "contentUrl"}, {"license"}],
        "CollectionPage": [{"name"}, {"mainEntity"}, {"url"}],
        "ItemList": [{"itemListElement"}, {"numberOfItems"}],
        "BreadcrumbList": [{"itemListElement"}],
        "WebSite": [{"name"}, {"url"}, {"publisher"}],
        "Person": [{"name"}, {"affiliation", "jobTitle"}],
        "Dataset": [{"name"}, {"description"}, {"url"}, {"publisher"}, {"distribution"}, {"variableMeasured"}],
        "DefinedTermSet": [{"name"}, {"url"}, {"publisher"}, {"hasDefinedTerm"}],
    }
    ORGANISATIONS = {"Organization", "CollegeOrUniversity", "Corporation", "NewsMediaOrganization"}

    def blocks(self):
        # Of an edition, a few: structured data are converted like everything else.
        edition = sorted(self.tree.glob("zh-TW/*/*.html"))[::20]
        main = [path for path in sorted(self.tree.rglob("*.html")) if "zh-TW" not in path.relative_to(self.tree).parts]
        for path in main + edition:
            for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.S):
                yield str(path.relative_to(self.tree)), json.loads(text)

    def test_structured_data_have_what_their_types_need(self):
        seen = set()
        for address, block in self.blocks():
            kind = block["@type"]
            seen.add(kind)
            self.assertEqual(block["@context"], "https://schema.org", address)
            for keys in self.NEEDED.get(kind, [{"name"}]):
                with self.subTest(address, type=kind, needed=sorted(keys)):
                    self.assertTrue(any(block.get(key) for key in keys))
            if kind not in self.NEEDED:
                self.assertIn(kind, self.ORGANISATIONS, address)
            if kind == "Event":
                for place in block["location"]:
                    self.assertIn(place["@type"], {"Place", "VirtualLocation"}, address)
                    self.assertTrue(place.get("name") or place.get("url"), address)
                self.assertLess(block["startDate"], block["endDate"], address)
            if kind == "ClaimReview":
                rating = block["reviewRating"]
                self.assertTrue(rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"], address)
            if kind == "Quiz":
                self.assertTrue(all(part["text"] and part["acceptedAnswer"]["text"] for part in block["hasPart"]), address)
        self.assertEqual(set(self.NEEDED) - seen, set(), "kinds that no page has any more")

    def test_the_catalogue_lists_what_is_published_and_nothing_else(self):
        catalogue = json.loads((self.tree / "catalog.json").read_text(encoding="utf-8"))
        self.assertEqual((catalogue["format"], catalogue["version"]), ("kepu-catalog", 1))
        ids = [item["id"] for item in catalogue["items"]]
        self.assertEqual(ids, sorted(set(ids)), "every id once, in order")
        sections = {section["id"] for section in catalogue["sections"]}
        for item in catalogue["items"]:
            with self.subTest(item["id"]):
                self.assertTrue((self.tree / item["url"].removeprefix(catalogue["url"])).is_file())
                self.assertTrue(item["title"] and item["form"])
                # Tables belong to the site as a whole and have no day.
                if item["kind"] != "data":
                    self.assertIn(item["section"], sections)
                    self.assertTrue(item["date"])
                for file in item.get("files", []):
                    path = self.tree / file["url"].removeprefix(catalogue["url"])
                    self.assertEqual(path.stat().st_size, file["bytes"])
                    self.assertRegex(file["hash"], "^[0-9a-f]{32}$")
                    digits = re.fullmatch(r".*\.([0-9a-f]{10})\.\w+", path.name)
                    if digits:
                        self.assertTrue(file["hash"].startswith(digits.group(1)))
        works = {item["id"] for item in catalogue["items"] if item["kind"] == "entry"}
        self.assertEqual(works, {str(path.relative_to(self.tree).with_suffix("")) for _, _, path in self.entries if path.is_file()})
        self.assertTrue(all(item["files"] for item in catalogue["items"] if item["kind"] in {"entry", "poster", "quiz"}))

    def test_a_teacher_can_open_the_question_banks_as_tables(self):
        for path in sorted(ROOT.glob("content/quiz/*.json")):
            bank = json.loads(path.read_text(encoding="utf-8"))
            table = (self.tree / f"quiz/{path.stem}.csv").read_bytes()
            self.assertTrue(table.startswith(b"\xef\xbb\xbf"))
            rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
            self.assertEqual([row["题目"] for row in rows], [question["text"] for question in bank["questions"]])
            self.assertTrue(all(row["答案"] and row["解析"] for row in rows))

    def test_pages_that_are_printed_have_a_qr_code(self):
        with_code = {str(p.relative_to(self.tree)) for p in self.tree.rglob("*.html") if 'class="qr"' in p.read_text(encoding="utf-8")}
        folders = {address.split("/")[0] for address in with_code}
        self.assertLessEqual({"exhibition", "events", "topics", "posters", "quiz", "book"}, folders)
        self.assertNotIn("knowledge", folders)

    def test_every_work_has_its_page_with_a_player(self):
        self.assertGreater(len(self.entries), 0)
        for entry, form, path in self.entries:
            with self.subTest(entry["id"]):
                players = Players(path.read_text(encoding="utf-8"))
                found = players.videos if form == "video" else players.audios
                self.assertEqual(len(found), 1)
                self.assertTrue((path.parent / found[0]["src"]).resolve().is_file())

    def test_every_video_has_posters_that_decode_at_the_right_aspect_and_are_not_dark(self):
        checked = 0
        for entry, form, path in self.entries:
            if form != "video":
                continue
            video = Players(path.read_text(encoding="utf-8")).videos[0]
            width, height = video_facts(ROOT / entry["media"].lstrip("/"))
            with self.subTest(entry["id"], player=True):
                self.assertAlmostEqual(int(video["width"]) / int(video["height"]), width / height, delta=ASPECT_TOLERANCE * width / height)
                self.assertTrue(video["poster"], "no poster")
            lumas = None
            for poster in self.posters_of(path, video):
                with self.subTest(entry["id"], poster=poster.name):
                    poster_width, poster_height = video_facts(poster)
                    # A small poster's height is a rounded number of pixels.
                    tolerance = max(ASPECT_TOLERANCE, 1.0 / poster_height)
                    self.assertAlmostEqual(poster_width / poster_height, width / height, delta=tolerance * width / height)
                    luma = mean_lumas(poster)[0]
                    if luma < DARKEST_LUMA:
                        lumas = lumas or mean_lumas(ROOT / entry["media"].lstrip("/"), "fps=2")
                        self.assertLess(max(lumas), DARKEST_LUMA, f"poster of mean luma {luma:.0f}, though the clip has brighter pictures")
                    checked += 1
        self.assertGreaterEqual(checked, 3)

    def no_posters(self):
        """Names of sheets of small frames and of moving previews, which are named like posters."""
        sheets = [line.split("#")[0] for track in (self.tree / "media").glob("*.vtt")
                  for line in track.read_text(encoding="utf-8").splitlines() if "#xywh=" in line]
        gallery = [page.read_text(encoding="utf-8") for page in (self.tree / "exhibition").glob("*.html")]
        previews = re.findall(r'data-preview="([^"]+)"', "".join(gallery))
        return {name.rsplit("/", 1)[-1] for name in sheets + previews}

    def posters_of(self, page, video):
        """The player's poster and all its other sizes and formats: files of the same name before the first dot."""
        poster = (page.parent / video["poster"]).resolve()
        self.assertTrue(poster.is_file(), f"{video['poster']} is no file")
        name = re.escape(poster.name.split(".")[0])
        family = [p for p in sorted(poster.parent.iterdir())
                  if re.fullmatch(rf"{name}\.\w+\.\d+\.(webp|jpg)", p.name) and p.name not in self.no_posters()]
        self.assertIn(poster, family)
        self.assertEqual({p.suffix for p in family}, {".webp", ".jpg"}, "posters come as WebP and JPEG")
        return family

    def test_awards_shown_are_those_of_the_records(self):
        for path in sorted(ROOT.glob("content/exhibition/*/awards.json")):
            awards = json.loads(path.read_text(encoding="utf-8"))
            contest = awards["contest"]
            page = (self.tree / f"exhibition/{contest}/awards.html").read_text(encoding="utf-8")
            for result in awards["results"]:
                with self.subTest(contest=contest, result=result.get("certificate")):
                    self.assertIn(result["certificate"], page)
                    if "entry" in result:
                        self.assertIn(f'href="{result["entry"]}.html"', page.replace(f"../../exhibition/{contest}/", ""))
                    else:
                        self.assertIn(result["organisation"], page)

    def test_nothing_outside_the_site_is_loaded(self):
        for path in sorted(self.tree.rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            self.assertNotRegex(text, r'<(?:script|img|link rel="(?:stylesheet|icon)|video|audio|iframe)[^>]*(?:src|href)="(?:https?:)?//', path)


if __name__ == "__main__":
    kepu_testing.main()
