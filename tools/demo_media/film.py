#!/usr/bin/python3
"""Draws one demonstration film: `film.py facts|frames|sound|captions NAME`.

A film is a module of the folder films/ with SIZE, SECONDS, MUSIC and draw(c, t); optional are
background(c), drawn once, CAPTIONS for a WebVTT file, PIXEL_ASPECT and ROTATION.
"""

import importlib
import sys

import kit
import sound

RATE = 25


def load(name):
    return importlib.import_module("films." + name.replace("-", "_"))


def print_facts(film):
    """One line that the shell reads: width, height, rate, seconds, pixel aspect, rotation."""
    width, height = film.SIZE
    print(width, height, RATE, film.SECONDS, getattr(film, "PIXEL_ASPECT", "1/1"), getattr(film, "ROTATION", 0))


def write_frames(film):
    """Sends raw frames (32 bits a pixel, blue first) to standard output."""
    width, height = film.SIZE
    back = None
    if hasattr(film, "background"):
        back = kit.Canvas(width, height)
        film.background(back)
    canvas = kit.Canvas(width, height)
    for index in range(round(film.SECONDS * RATE)):
        if back:
            canvas.paint(back)
        film.draw(canvas, index / RATE)
        canvas.surface.flush()
        sys.stdout.buffer.write(canvas.surface.get_data())


def write_captions(film):
    lines = ["WEBVTT", ""]
    for number, (start, end, words) in enumerate(getattr(film, "CAPTIONS", ()), 1):
        stamps = " --> ".join(f"00:{int(t // 60):02d}:{t % 60:06.3f}" for t in (start, end))
        lines += [str(number), stamps, words, ""]
    print("\n".join(lines), end="")


def main():
    order, name = sys.argv[1:]
    film = load(name)
    if order == "facts":
        print_facts(film)
    elif order == "frames":
        write_frames(film)
    elif order == "captions":
        write_captions(film)
    elif order == "sound":
        sound.write_wave(sys.stdout.buffer, sound.compose(film.SECONDS, **film.MUSIC))
    else:
        sys.exit(f"unknown order {order}")


if __name__ == "__main__":
    main()
