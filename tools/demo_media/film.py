#!/usr/bin/python3
"""Draws one demonstration film: `film.py facts|frames|sound|captions NAME`.

A film is a module of the folder films/ with SIZE, SECONDS, MUSIC and draw(c, t); optional are
background(c), drawn once, CAPTIONS for a WebVTT file, and for films that are stored otherwise than they are shown
PIXEL_ASPECT (width:height of a stored pixel) and ROTATION (clockwise degrees that a player turns the picture by).
QUALITY is the rate factor of x264 (smaller is finer) where the usual one costs too many bytes.
"""

import importlib
import sys

import cairo

import kit
import sound

RATE = 25


def load(name):
    return importlib.import_module("films." + name.replace("-", "_"))


def print_facts(film):
    """One line that the shell reads: width, height, rate, seconds, pixel aspect, rotation, quality."""
    width, height = film.SIZE
    print(width, height, RATE, film.SECONDS, getattr(film, "PIXEL_ASPECT", "1/1"), getattr(film, "ROTATION", 0),
          getattr(film, "QUALITY", 28))


def make_canvas(film):
    """A canvas of the stored size that is drawn on in the coordinates of the shown picture."""
    width, height = film.SIZE
    canvas = kit.Canvas(width, height)
    if getattr(film, "ROTATION", 0) == 90:
        canvas.width, canvas.height = height, width
        canvas.cr.transform(cairo.Matrix(xx=0, yx=-1, xy=1, yy=0, x0=0, y0=height))
    across, down = map(int, getattr(film, "PIXEL_ASPECT", "1/1").split("/"))
    if across != down:
        canvas.width = round(width * across / down)
        canvas.cr.scale(down / across, 1)
    return canvas


def write_frames(film):
    """Sends raw frames (32 bits a pixel, blue first) to standard output."""
    back = None
    if hasattr(film, "background"):
        back = make_canvas(film)
        film.background(back)
    canvas = make_canvas(film)
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
