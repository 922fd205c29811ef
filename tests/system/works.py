"""A small exhibition of given media files: one work for each video or sound, one article for all pictures."""

import json

from kepu_testing import golden_layers

PICTURES = {".png", ".jpg", ".webp", ".gif", ".avif"}
SOUNDS = {".mp3", ".m4a", ".wav", ".flac", ".ogg"}


def make_exhibition(folder, files, settings=None):
    """`files`: names and bytes, or paths to be linked. They lie below assets/m/."""
    site = golden_layers(folder, "_theme", "_contest")
    entries = site / "content/exhibition/show/entries"
    template = json.loads((entries / "song1.json").read_text(encoding="utf-8"))
    media = site / "assets/m"
    media.mkdir(parents=True)
    pictures = []
    for number, (name, content) in enumerate(sorted(files.items())):
        if isinstance(content, bytes):
            (media / name).write_bytes(content)
        else:
            (media / name).hardlink_to(content)
        ending = name[name.rindex("."):]
        if ending in PICTURES:
            pictures.append(name)
            continue
        entry = dict(template, id=f"w{number:05}", title=f"作品{number}", media=f"/assets/m/{name}",
                     category="song" if ending in SOUNDS else "film")
        (entries / f"w{number:05}.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
    if pictures:
        body = "\n\n".join(f"![第{i}张图](/assets/m/{name})" for i, name in enumerate(pictures))
        (site / "content/news").mkdir(exist_ok=True)
        (site / "content/news/pictures.md").write_text(f"---\ntitle: 图片\ndate: 2024-05-01\n---\n{body}\n", encoding="utf-8")
    if settings:
        path = site / "content/site.json"
        record = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(dict(record, media=settings), ensure_ascii=False), encoding="utf-8")
    return site
