#!/usr/bin/env python3
"""Write the benchmark corpus: a site of N Chinese articles, for kepu or for Hugo.

    make-corpus.py --for kepu --pages 10000 FOLDER
    make-corpus.py --for hugo --pages 10000 FOLDER

Both folders hold the same articles: same front matter values, same Markdown, same links (kepu links
source files, Hugo the finished addresses). Every article has its own random stream, derived from the
seed and its number, so the result depends neither on the number of processes nor on the platform.
Only the Python standard library is needed.
"""

import argparse
import datetime
import hashlib
import json
import multiprocessing
import os
import random
import re
import shutil
import sys

import corpus_words as words

FIRST_DAY = datetime.date(2012, 1, 1)
DAYS = (datetime.date(2024, 12, 31) - FIRST_DAY).days + 1
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Phrases:
    """Sentences from patterns, drawn from one random stream.

    Only random() is used: of all methods it alone is promised to give equal values in every Python.
    """

    parsed = {}

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, limit):
        return int(self.random() * limit)

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def sample(self, items, count):
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(count)]

    def fill(self, pattern):
        parts = Phrases.parsed.get(pattern)
        if parts is None:
            # re.split with one group alternates literal text and name.
            parts = Phrases.parsed[pattern] = PLACEHOLDER.split(pattern)
        out = []
        for index, part in enumerate(parts):
            if index % 2 == 0:
                out.append(part)
            elif part == "n":
                out.append(str(2 + self.below(97)))
            elif part == "p":
                out.append(f"{self.below(600) / 10:.1f}%")
            elif part == "name":
                # The product of two draws prefers the first, most frequent characters.
                length = 2 + self.below(3)
                alphabet = words.CHARACTERS
                out.extend(alphabet[int(self.random() * self.random() * len(alphabet))] for _ in range(length))
            elif part == "y":
                out.append(str(2005 + self.below(19)))
            else:
                out.append(self.pick(words.WORDS[part]))
        return "".join(out)

    def one_of(self, patterns):
        return self.fill(self.pick(patterns))


class Corpus:
    """What every article must know of the others: which section and which file each number has."""

    def __init__(self, seed, pages):
        self.seed = seed
        self.pages = pages
        placing = Phrases(f"{seed}:places")
        wheel = [section[0] for section in words.SECTIONS for _ in range(section[4])]
        self.sections = [placing.pick(wheel) for _ in range(pages)]
        self.names = [
            "-".join(placing.pick(words.SYLLABLES) for _ in range(3)) + f"-{number}"
            for number in range(1, pages + 1)
        ]

    def title(self, number):
        return Phrases(f"{self.seed}:{number}:title").one_of(words.TITLES)


def link(corpus, number, suffix):
    return f"[{corpus.title(number)}](../{corpus.sections[number]}/{corpus.names[number]}{suffix})"


def paragraph(phrases):
    sentences = []
    for _ in range(3 + phrases.below(4)):
        sentence = phrases.one_of(words.SENTENCES)
        draw = phrases.random()
        if draw < 0.10:
            # Emphasis inside the sentence, between Han characters, where every dialect agrees.
            word = phrases.pick(words.WORDS["concept"])
            sentence = f"这里说的**{word}**很重要。" + sentence
        elif draw < 0.14:
            sentence += f"这也就是*{phrases.pick(words.WORDS['adjective'])}*的含义。"
        elif draw < 0.17:
            sentence += f"参数写作 `{phrases.pick(words.IDENTIFIERS)}` 即可。"
        sentences.append(sentence)
    return "".join(sentences)


def table(phrases):
    rows = ["| 地点 | 措施 | 变化 | 天数 |", "| --- | --- | ---: | ---: |"]
    for _ in range(4 + phrases.below(6)):
        place, thing = phrases.pick(words.WORDS["place"]), phrases.pick(words.WORDS["thing"])
        rows.append(phrases.fill(f"| {place} | {thing} | {{p}} | {{n}} |"))
    return "\n".join(rows)


def bullet_list(phrases):
    marker = phrases.pick(["-", "-", "1."])
    return "\n".join(
        f"{marker if marker == '-' else f'{index + 1}.'} {phrases.one_of(words.SHORT)}。"
        for index in range(3 + phrases.below(4))
    )


def code_block(phrases):
    language, text = phrases.pick(words.CODE)
    identifier = phrases.pick(words.IDENTIFIERS)
    text = text.replace("{id}", identifier).replace("{{", "{").replace("}}", "}")
    while "{f}" in text:
        text = text.replace("{f}", f"{phrases.below(90000) / 100:.2f}", 1)
    return f"```{language}\n{text}\n```"


def body(corpus, number, suffix):
    phrases = Phrases(f"{corpus.seed}:{number}:body")
    # A skewed size, from 2 to 18 KB; the offsets were chosen so that the mean is 6 KB.
    target = 1050 + int(phrases.random() * phrases.random() * 16000)
    # The size of the text is taken without the links, which differ between the two sites.
    blocks, size = [paragraph(phrases)], 0
    has_table, has_extras = number % 3 == 0, number % 10 == 0
    notes = []
    sub_heading = False
    while size < target:
        level = "###" if sub_heading and phrases.random() < 0.4 else "##"
        sub_heading = True
        blocks.append(f"{level} {phrases.one_of(words.HEADINGS)}")
        for _ in range(1 + phrases.below(3)):
            blocks.append(paragraph(phrases))
        draw = phrases.random()
        if draw < 0.35:
            blocks.append(bullet_list(phrases))
        elif draw < 0.45:
            blocks.append("> " + phrases.one_of(words.SENTENCES))
        if has_table:
            blocks.append(table(phrases))
            has_table = False
        if has_extras and len(notes) < 3:
            notes.append(phrases.one_of(words.SENTENCES))
            blocks[-1] += f"\n\n{phrases.one_of(words.SENTENCES)[:-1]}[^{len(notes)}]。"
            blocks.append(code_block(phrases))
        size = sum(len(block.encode()) for block in blocks)
    related = phrases.sample(range(corpus.pages), min(2 + phrases.below(3), corpus.pages))
    for other in related:
        # Into the middle of the text, as a sentence of its own, never inside a list, table or code.
        place = phrases.below(len(blocks))
        while blocks[place][0] in "#|>`-1":
            place = (place + 1) % len(blocks)
        blocks[place] += f"另见{link(corpus, other, suffix)}。"
    blocks.extend(f"[^{index}]: {note}" for index, note in enumerate(notes, 1))
    return "\n\n".join(blocks) + "\n"


def front_matter(corpus, number, dialect):
    phrases = Phrases(f"{corpus.seed}:{number}:front")
    day = FIRST_DAY + datetime.timedelta(days=phrases.below(DAYS))
    lines = [
        "---",
        f"title: {corpus.title(number)}",
        f"description: {phrases.one_of(words.DESCRIPTIONS)}",
        f"date: {day}",
    ]
    if number % 4 == 0:
        updated = day + datetime.timedelta(days=1 + phrases.below(200))
        lines.append(f"{'updated' if dialect == 'kepu' else 'lastmod'}: {updated}")
    lines.append(f"author: {phrases.pick(words.AUTHORS)}")
    lines.append(f"tags: [{', '.join(phrases.sample(words.TAGS, 3))}]")
    lines.append("---")
    return "\n".join(lines) + "\n"


def write_text(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def write_articles(corpus, dialect, folder, numbers):
    suffix = ".md" if dialect == "kepu" else ".html"
    size = 0
    for number in numbers:
        text = body(corpus, number, suffix)
        size += len(text.encode())
        path = os.path.join(folder, "content", corpus.sections[number], corpus.names[number] + ".md")
        write_text(path, front_matter(corpus, number, dialect) + text)
    return size


def write_sections(folder):
    for name, _, title, description, _ in words.SECTIONS:
        os.makedirs(os.path.join(folder, "content", name))
        write_text(
            os.path.join(folder, "content", name, "_index.md"),
            f"---\ntitle: {title}\ndescription: {description}\n---\n{description}内容按日期排列，最新的在前。\n",
        )


def write_kepu_site(folder):
    """content/site.json; the look is kepu's default theme."""
    site = {
        "title": "基准测试站",
        "subtitle": "碳达峰 碳中和",
        "description": "用于测量生成速度的示例网站，文章由程序按词表生成，不含任何事实。",
        "keywords": ["科普", "基准测试"],
        "language": "zh-CN",
        "base_url": "https://bench.example.org/",
        "theme": "default",
        "organisation": {"name": "示例科学技术协会", "url": "https://www.example.org/"},
        "public_sector": {
            "site_name": "基准测试站",
            "site_domain": "bench.example.org",
            "site_id_code": "bm00000000",
        },
        "footer": {"host": "示例科学技术协会", "contact": "示例联系方式"},
        "sections": [
            {
                "id": name,
                "kind": kind,
                "title": title,
                "description": description,
                "keywords": [title, "科普"],
                "column_type": title,
                "menu": True,
            }
            for name, kind, title, description, _ in words.SECTIONS
        ],
        "taxonomies": [{"id": "tags", "title": "话题", "description": "按话题浏览全部文章。"}],
        "build": {"page_size": 20, "feed_items": 20},
    }
    write_text(os.path.join(folder, "content", "site.json"), json.dumps(site, ensure_ascii=False, indent=2) + "\n")


def sources_hash():
    """Of this program and its words: a corpus made by another version is not the same corpus."""
    digest = hashlib.sha256()
    for path in (__file__, words.__file__):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:16]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--for", dest="dialect", choices=["kepu", "hugo"], required=True)
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--seed", default="kepu-bench")
    parser.add_argument("--keep", action="store_true", help="do nothing if FOLDER already holds this very corpus")
    parser.add_argument("folder", help="is replaced if make-corpus.py made it, else must be new or empty")
    options = parser.parse_args()
    if options.pages < 1:
        parser.error("--pages must be at least 1")

    # Marks a folder as ours, nothing else is ever deleted; written last, it says that the corpus is complete.
    mark = os.path.join(options.folder, ".bench-corpus")
    identity = f"{options.dialect} {options.pages} {options.seed} {sources_hash()}\n"
    if os.path.exists(options.folder):
        if options.keep and os.path.exists(mark) and open(mark, encoding="utf-8").read() == identity:
            return
        if not os.path.exists(mark) and os.listdir(options.folder):
            sys.exit(f"{options.folder} exists and was not made by make-corpus.py")
        shutil.rmtree(options.folder)
    os.makedirs(options.folder)
    write_text(mark, "incomplete\n")

    corpus = Corpus(options.seed, options.pages)
    write_sections(options.folder)
    if options.dialect == "kepu":
        write_kepu_site(options.folder)
    processes = os.cpu_count() or 1
    shares = [
        (corpus, options.dialect, options.folder, range(start, options.pages, processes))
        for start in range(processes)
    ]
    with multiprocessing.Pool(processes) as pool:
        size = sum(pool.starmap(write_articles, shares))
    write_text(mark, identity)
    print(f"{options.folder}: {options.pages} articles, mean body {size / options.pages:.0f} bytes")


if __name__ == "__main__":
    main()
