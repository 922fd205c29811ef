#!/usr/bin/env python3
"""Times media work and prints tables; called by media.sh.

    media.py posters|storyboards|growth --build DIR --clips DIR --out DIR --rounds R …

Of kepu the worker that is running is measured, question by question: its start is paid once in a build. The other
programs are started for every file, as a build would have to start them. In every round each program has its turn.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import struct
import subprocess
import sys
import time

CLIPS = ("ordinary", "noisy", "drawn")


class Row:
    """One program: what was measured of it, in seconds."""

    def __init__(self, name, measure):
        self.name, self.measure = name, measure
        self.wall, self.cpu = [], []
        self.failure = None


def run(command):
    """Wall and CPU seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: exit status {done.returncode}\n{done.stderr.strip()[-800:]}")
    return wall, (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def ask(options, clip, task):
    """Output lines of one question to a running worker, after one that warms it."""
    done = subprocess.run(
        [os.path.join(options.build, "kepu_bench_media_asker"), os.path.join(options.build, "kepu-media"), clip, task, "1"],
        capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip())
    return done.stdout.splitlines()


def asked(options, clip, task):
    return lambda: tuple(float(word) for word in ask(options, clip, task)[0].split())


def measure(rows, rounds):
    for round_number in range(rounds + 1):
        for row in rows:
            if row.failure:
                continue
            try:
                wall, cpu = row.measure()
            except (RuntimeError, OSError) as error:
                row.failure = str(error)
                continue
            if round_number > 0:
                row.wall.append(wall)
                row.cpu.append(cpu)
    for row in rows:
        if row.failure:
            print(f"{row.name}: not measured: {row.failure}", file=sys.stderr)


def print_table(header, rows):
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    print()
    for row in [header, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def report(title, clip, rows):
    """The first row is compared with each of the others."""
    measured = [row for row in rows if row.cpu]
    if not measured or measured[0] is not rows[0]:
        return
    ours = rows[0]
    lines = []
    for row in measured:
        wall, cpu = statistics.median(row.wall), statistics.median(row.cpu)
        ratios = ["", ""] if row is ours else [
            f"{statistics.median(ours.wall) / wall:.2f}", f"{statistics.median(ours.cpu) / cpu:.2f}"]
        lines.append([f"{clip}: {row.name}", f"{wall * 1000:.0f}", f"{cpu * 1000:.0f}", *ratios])
    print_table([title, "wall ms", "CPU ms", "kepu/it wall", "CPU"], lines)


def posters(options):
    for name in CLIPS:
        clip = os.path.join(options.clips, name + ".mp4")
        picture = os.path.join(options.out, "poster.jpg")
        seek = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-threads", "1", "-ss", "18", "-i", clip]
        scaled = ["-frames:v", "1", "-q:v", "4", picture]
        rows = [Row("kepu, candidates, 3 widths in 2 formats", asked(options, clip, "poster"))]
        if shutil.which("ffmpegthumbnailer"):
            command = ["ffmpegthumbnailer", "-i", clip, "-o", picture]
            rows.append(Row("ffmpegthumbnailer, 128 wide", lambda command=command: run(command)))
            wide = [*command, "-s", "1280"]
            rows.append(Row("ffmpegthumbnailer, 1280 wide", lambda command=wide: run(command)))
        single = [*seek, "-vf", "scale=1280:-2", *scaled]
        rows.append(Row("ffmpeg -ss 18, that frame, 1280 wide", lambda command=single: run(command)))
        best = [*seek, "-vf", "thumbnail=100,scale=1280:-2", *scaled]
        rows.append(Row("ffmpeg -ss 18, thumbnail=100, 1280 wide", lambda command=best: run(command)))
        measure(rows, options.rounds)
        report("poster", name, rows)


def storyboards(options):
    for name in CLIPS:
        clip = os.path.join(options.clips, name + ".mp4")
        try:
            words = next(line for line in ask(options, clip, "storyboard") if line.startswith("tiles ")).split()
        except (RuntimeError, StopIteration) as error:
            print(f"left out: storyboards: {error or 'the worker makes none'}", file=sys.stderr)
            return
        count, width, height, columns, rows_of_sheet, duration_ms = map(int, words[1:7])
        sheet = os.path.join(options.out, "sheet%d.jpg")
        rate = f"{count * 1000}/{duration_ms}"
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-threads", "1", "-i", clip, "-vf",
                   f"fps={rate},scale={width}:{height},tile={columns}x{rows_of_sheet}", "-q:v", "5", sheet]
        before = command.index("-i")
        keys = [*command[:before], "-skip_frame", "nokey", *command[before:]]
        rows = [Row(f"kepu, {count} tiles of {width}x{height}", asked(options, clip, "storyboard")),
                Row("ffmpeg fps,scale,tile", lambda command=command: run(command)),
                Row("ffmpeg the same, key frames only", lambda command=keys: run(command))]
        measure(rows, options.rounds)
        report("storyboard", name, rows)


def write_json(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)


def make_site(folder, themes, works, clip):
    """A contest with `works` works, each with a clip of its own: equal but for a box that players skip."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(themes, os.path.join(folder, "themes"))
    content = os.path.join(folder, "content")
    section = {"kind": "exhibition", "title": "展播", "description": "全部作品。", "keywords": ["作品"],
               "column_type": "展播"}
    write_json(os.path.join(content, "site.json"), {
        "title": "基准测试站", "description": "用于测量媒体处理速度。", "language": "zh-CN",
        "base_url": "https://bench.example.org/", "theme": "default", "organisation": {"name": "示例单位"},
        "sections": [{"id": "exhibition", **section}]})
    show = os.path.join(content, "exhibition", "show")
    write_json(os.path.join(show, "contest.json"), {
        "id": "show", "title": "展播", "year": 2024, "introduction": "用于测量。",
        "topics": [{"id": "concepts", "title": "科学认识"}],
        "categories": [{"id": "film", "title": "视频", "form": "video"}],
        "awards": [{"id": "first", "title": "一等奖", "target": "entry"}]})
    write_json(os.path.join(show, "awards.json"), {
        "contest": "show", "announced_on": "2024-06-05", "method": "评审组打分。",
        "results": [{"award": "first", "entry": "w1", "rank": 1, "certificate": "S-1", "citation": "好。"}]})
    with open(clip, "rb") as file:
        data = file.read()
    os.makedirs(os.path.join(folder, "assets"))
    for number in range(1, works + 1):
        with open(os.path.join(folder, "assets", f"w{number}.mp4"), "wb") as file:
            file.write(data + struct.pack(">I4sQ", 16, b"free", number))
        write_json(os.path.join(show, "entries", f"w{number}.json"), {
            "id": f"w{number}", "title": f"作品{number}", "contest": "show", "category": "film", "topic": "concepts",
            "media": f"/assets/w{number}.mp4", "creators": [{"name": "示例作者", "role": "导演"}],
            "units": ["示例单位"], "made_on": "2024-05-01", "description": f"第{number}部作品。",
            "script": "一段文字稿。", "review": {"by": "示例审核组", "on": "2024-05-10", "status": "passed"},
            "consent": {"publish": True, "on": "2024-05-02"}})


def growth(options):
    clip = os.path.join(options.out, "clip.mp4")
    run(["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i",
         "mandelbrot=s=640x360:r=25:end_pts=1000:start_scale=1", "-f", "lavfi", "-i", "sine=440", "-t", "6",
         "-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-pix_fmt", "yuv420p", "-g", "50", "-c:a", "aac",
         "-movflags", "+faststart", clip])
    lines = []
    for works in options.works:
        site = os.path.join(options.out, "site")
        make_site(site, options.themes, works, clip)
        out = os.path.join(options.out, "public")
        build = [os.path.join(options.build, "kepu"), "build", "--quiet", "--site", site, "--out", out]

        def first(site=site, out=out, build=build):
            for folder in (out, os.path.join(site, ".kepu")):
                shutil.rmtree(folder, ignore_errors=True)
            return run(build)

        rows = [Row("first build", first), Row("second build", lambda build=build: run(build))]
        measure(rows, min(3, options.rounds))
        for row in rows:
            if row.cpu:
                wall, cpu = statistics.median(row.wall), statistics.median(row.cpu)
                lines.append([f"{works} works: {row.name}", f"{wall:.2f}", f"{cpu:.2f}", f"{wall * 1000 / works:.2f}",
                              f"{cpu * 1000 / works:.2f}"])
    print_table(["growth", "wall s", "CPU s", "wall ms each", "CPU ms each"], lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["posters", "storyboards", "growth"])
    parser.add_argument("--build", required=True)
    parser.add_argument("--clips", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--themes", help="for growth")
    parser.add_argument("--works", type=int, nargs="+", default=[10, 100, 1000], help="for growth")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    {"posters": posters, "storyboards": storyboards, "growth": growth}[options.what](options)


if __name__ == "__main__":
    main()
