"""A small site in English with every kind of page, for the default theme: nothing in its content is Chinese."""

import json
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECTIONS = ["policy", "knowledge", "news", "myths", "cases", "research", "exhibition", "topics", "posters", "quiz", "events",
            "experts", "organisations", "book", "resources", "statistics"]
TREE = ('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"><path d="M0 300 200 0l200 300z"/></svg>')
REVIEW = {"by": "Sample reviewers", "on": "2024-05-01", "status": "passed"}

ARTICLES = {
    "policy/plan.md": """title: A plan
date: 2024-05-01
document: {number: "No. 7", issued_on: 2024-04-01, issuers: [Sample office], relations: [{kind: implements, title: The law, url: "https://example.org/law"}]}
tags: [trees]
sources: [{title: The law, publisher: Sample office, url: "https://example.org/law", date: 2024-04-01}]
""",
    "knowledge/tree.md": """title: How a tree grows
subtitle: From air and water
date: 2024-05-02
updated: 2024-05-09
author: Sample author
tags: [trees]
audiences: [pupils]
districts: [North]
review: {by: Sample reviewers, on: 2024-05-01, status: passed}
""",
    "news/day.md": "title: A day in the woods\ndate: 2024-05-03\ntags: [trees]\n",
    "myths/winter.md": """title: Do trees sleep?
date: 2024-05-04
claim: {text: Trees are dead in winter, verdict: "false", checked_by: Sample reviewers, checked_on: 2024-05-04}
""",
    "cases/park.md": "title: A park\ndate: 2024-05-05\ndistricts: [North]\n",
    "research/rings.md": "title: Rings\ndate: 2024-05-06\nauthor: Sample author\n",
    "topics/trees.md": """title: All about trees
date: 2024-05-07
parts:
  - {title: Read, text: First this., items: [../knowledge/tree.md]}
  - {title: Do, items: [/content/posters/chart.json, /content/quiz/bank.json]}
""",
    "events/walk.md": """title: A walk
date: 2024-05-08
event: {level: joint-action, kind: base, from: "2024-06-05 09:00", to: "2024-06-05 11:30", place: A park, district: North, state: finished, demonstration: true}
""",
    "events/fair.md": """title: A fair
date: 2024-05-08
event: {level: city-main, from: "2024-06-05 09:00", to: "2024-06-05 11:30", place: A hall, district: North, state: finished, demonstration: true}
""",
    "book/01.md": "title: Roots\n",
    "book/02.md": "title: Leaves\n",
}
BODY = """## First part

A tree[^1] takes **carbon** from the air[^1]; see [the day](../news/day.md).

| year | height |
|---|---|
| 1 | 0.5 |

- [x] watered
- [ ] measured

- [x]

      code

```console
$ ls
```

```json
{"a": 1}
```

### More

```tip
Water it.
```

![A tree](/assets/tree.svg)

## Second part

It stands in the light.

## Third part

It stays there.

[^1]: A note.
"""
PLAIN = "## One\n\nA tree stands in the light.\n\n## Two\n\nIt grows.\n"


def _write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")


def make_english_site(folder):
    folder = Path(folder)
    content = folder / "content"
    shutil.copytree(ROOT / "themes", folder / "themes")
    sections = [{"id": s, "kind": s, "title": s.capitalize(), "description": f"All of {s}.", "keywords": [s]} for s in SECTIONS]
    sections.append({"id": "about", "kind": "page", "title": "About", "description": "About this site."})
    _write(content / "site.json", {
        "title": "Trees", "subtitle": "a small site", "description": "What trees do.", "language": "en",
        "base_url": "https://example.org/trees/", "organisation": {"name": "Sample club", "url": "https://example.org/"},
        "footer": {"host": "Sample club", "contact": "write to us", "error_report_url": "https://example.org/errors"},
        "sections": sections, "share_pictures": "none",
        "taxonomies": [{"id": i, "title": i.capitalize(), "description": f"All {i}."} for i in ("tags", "audiences", "actors", "scenes", "districts")]})
    for name, head in ARTICLES.items():
        _write(content / name, f"---\n{head}---\n\n{BODY if name == 'knowledge/tree.md' else PLAIN}")
    _write(content / "about/_index.md", "---\ntitle: About\n---\n\nA small site.\n")
    _write(folder / "assets/tree.svg", TREE)
    shutil.copy(ROOT / "tests/golden/_contest/assets/tone.wav", folder / "assets/tone.wav")
    _write(folder / "assets/tone.srt", "1\n00:00:00,000 --> 00:00:00,400\nA tone.\n")
    _write(content / "posters/chart.json", {
        "id": "chart", "title": "A chart", "description": "A tree on it.", "date": "2024-05-10", "series": "Charts", "number": 1,
        "picture": "/assets/tree.svg", "text": "## Tree\n\nA tree.", "paper": "A3", "orientation": "landscape", "review": REVIEW})
    choices = [{"id": "a", "text": "carbon dioxide"}, {"id": "b", "text": "stones"}]
    question = {"text": "What does a tree take up?", "options": choices, "explanation": "By its leaves."}
    _write(content / "quiz/bank.json", {
        "id": "bank", "title": "A quiz", "description": "Three questions.", "date": "2024-05-10",
        "questions": [dict(question, id="q1", kind="single", answer=["a"]), dict(question, id="q2", kind="multiple", answer=["a", "b"]),
                      {"id": "q3", "kind": "true-false", "text": "Trees breathe.", "answer": ["true"], "explanation": "They do."}],
        "papers": [{"id": "two", "title": "Two questions", "count": 2}]})
    person = {"fields": ["forestry"], "introduction": "Planted trees.", "demonstration": True}
    _write(content / "experts/ada.json", dict(person, id="ada", name="Sample expert", title="Researcher", unit="Sample institute",
                                              consent={"publish": True, "on": "2024-05-01"}))
    _write(content / "organisations/base.json", {
        "id": "base", "name": "Sample base", "kind": "base", "district": "North", "url": "https://example.org/",
        "introduction": "Open to visitors.", "consent": {"publish": True}, "demonstration": True})
    _write(content / "book/book.json", {"title": "The book of trees", "description": "Two chapters.", "date": "2024-05-01",
                                        "editors": [{"role": "Editor", "name": "Sample group"}], "chapters": ["01.md", "02.md"]})
    contest = content / "exhibition/show"
    _write(contest / "contest.json", {
        "id": "show", "title": "A small show", "year": 2024, "introduction": "Songs of trees.",
        "topics": [{"id": "ideas", "title": "Ideas"}], "categories": [{"id": "song", "title": "Songs", "form": "audio"}],
        "awards": [{"id": "first", "title": "First prize", "target": "entry"}, {"id": "host", "title": "Best host", "target": "organisation"}]})
    for number in (1, 2):
        _write(contest / f"entries/song{number}.json", {
            "id": f"song{number}", "title": f"Song {number}", "contest": "show", "category": "song", "topic": "ideas",
            "media": "/assets/tone.wav", "subtitles": [{"file": "/assets/tone.srt", "language": "en"}], "creators": [{"name": "Sample author", "role": "music"}],
            "units": ["Sample club", "Sample base"], "made_on": "2024-05-01", "description": "A song.", "script": "La la.",
            "district": "North", "review": REVIEW, "consent": {"publish": True, "on": "2024-05-02"}})
    _write(contest / "awards.json", {
        "contest": "show", "announced_on": "2024-06-05", "method": "By a jury.",
        "results": [{"award": "first", "entry": "song1", "rank": 1, "certificate": "S-1", "citation": "Good."},
                    {"award": "host", "organisation": "Sample club", "rank": 1, "certificate": "S-2"}]})
    return folder
