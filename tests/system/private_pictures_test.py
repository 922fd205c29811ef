#!/usr/bin/env python3
"""Photographs give nothing away: whatever name they have and however they are used, no published file holds their metadata."""

import json
import subprocess
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ProgramTest, contents, golden_layers  # noqa: E402

SECRET = b"GPS-29.5630N-106.5516E"


def photograph(path):
    """A JPEG with the secret in EXIF, XMP, a comment and behind its end."""
    subprocess.run(["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=320x240:d=1",
                    "-frames:v", "1", "-update", "1", str(path)], check=True)
    picture = path.read_bytes()
    segments = b""
    for marker, payload in ((0xE1, b"Exif\0\0" + SECRET), (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET), (0xFE, SECRET)):
        segments += struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload
    path.write_bytes(picture[:2] + segments + picture[2:] + SECRET)


class PrivatePicturesTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = golden_layers(self.scratch / "site")
        (self.site / "assets").mkdir(exist_ok=True)
        photograph(self.scratch / "photo.jpg")

    def put(self, name):
        (self.site / "assets" / name).write_bytes((self.scratch / "photo.jpg").read_bytes())

    def assert_nothing_given_away(self):
        self.build(self.site, "--cache", self.scratch / "cache")
        published = contents(self.site / "public")
        self.assertGreater(len(published), 5)
        self.assertEqual([name for name, data in published.items() if SECRET in data], [])
        return published

    def test_shown_linked_and_as_cover(self):
        for name in ("shown.jpg", "linked.jpg", "cover.jpg", "both.jpg"):
            self.put(name)
        (self.site / "content/news/a.md").write_text(
            "---\ntitle: 照片\ndate: 2024-05-10\ncover: /assets/cover.jpg\n---\n\n![说明](/assets/shown.jpg)\n\n"
            "[下载](/assets/linked.jpg)\n\n![说明](/assets/both.jpg)和[下载](/assets/both.jpg)\n", encoding="utf-8")
        published = self.assert_nothing_given_away()
        self.assertTrue(any(name.startswith("assets/linked.") for name in published))
        self.assertFalse(any(name.startswith("assets/shown.") for name in published), "the original is not needed")

    def test_under_other_names(self):
        names = ["photo.jfif", "photo.dat", "photo.pdf", "photo.txt", "photo"]
        for name in names:
            self.put(name)
        links = "\n\n".join(f"[下载](/assets/{name})" for name in names)
        (self.site / "content/news/a.md").write_text(
            f"---\ntitle: 照片\ndate: 2024-05-10\n---\n\n![说明](/assets/photo.jfif)\n\n{links}\n", encoding="utf-8")
        published = self.assert_nothing_given_away()
        self.assertTrue(any(name.endswith(".jfif") for name in published))

    def test_in_a_player_it_is_refused(self):
        self.put("photo.mp4")
        (self.site / "content/news/a.md").write_text(
            "---\ntitle: 照片\ndate: 2024-05-10\n---\n\n![说明](/assets/photo.mp4)\n", encoding="utf-8")
        result = self.build(self.site, "--format", "json", status=1)
        self.assertEqual([d["code"] for d in json.loads(result.stdout)["diagnostics"]], ["media.kind-mismatch"])

    def test_on_a_wall_chart_and_a_book(self):
        for name in ("chart.jpg", "book.jpg"):
            self.put(name)
        record = self.site / "content/site.json"
        site = json.loads(record.read_text(encoding="utf-8"))
        site["sections"] += [{"id": "posters", "kind": "posters", "title": "挂图"}, {"id": "book", "kind": "book", "title": "读本"}]
        record.write_text(json.dumps(site), encoding="utf-8")
        (self.site / "content/posters").mkdir()
        (self.site / "content/posters/chart.json").write_text(json.dumps(
            {"id": "chart", "title": "挂图", "date": "2024-05-10", "picture": "/assets/chart.jpg", "text": "文字版。"}), encoding="utf-8")
        (self.site / "content/book").mkdir()
        (self.site / "content/book/01.md").write_text("---\ntitle: 第一章\n---\n\n正文。\n", encoding="utf-8")
        (self.site / "content/book/book.json").write_text(json.dumps(
            {"title": "书", "date": "2024-05-10", "cover": "/assets/book.jpg", "chapters": ["01.md"]}), encoding="utf-8")
        self.assert_nothing_given_away()


if __name__ == "__main__":
    kepu_testing.main()
