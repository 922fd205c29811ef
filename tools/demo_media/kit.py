"""Drawing kit of the demonstration films: a canvas over cairo, easing, and the props that several films share."""

import math
import random

import cairo

GREEN = "#0f6b4f"
LEAF = "#3f9d6b"
MINT = "#bfe3cf"
TEAL = "#1b8a8f"
YELLOW = "#f2b33d"
AMBER = "#d9822b"
CORAL = "#d95b43"
SKY = "#8cc8e6"
PALE = "#e4f2f7"
PAPER = "#f7f4ea"
INK = "#12302a"
NIGHT = "#0b1d2a"
WHITE = "#ffffff"
GREY = "#8a9a94"

SANS = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"
SUBSCRIPTS = {"₂": "2", "₄": "4"}


def rgb(colour):
    """'#rrggbb' as three numbers from 0 to 1."""
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def mix(a, b, part):
    """The colour `part` of the way from a to b."""
    channels = (x + (y - x) * part for x, y in zip(rgb(a), rgb(b)))
    return "#" + "".join(f"{round(255 * min(1, max(0, value))):02x}" for value in channels)


def clamp(value, low=0.0, high=1.0):
    return max(low, min(high, value))


def ramp(t, start, end):
    """0 before start, 1 after end, a smooth step between."""
    x = clamp((t - start) / (end - start))
    return x * x * (3 - 2 * x)


def pulse(t, start, end, fade=0.6):
    """Fades in at start and out at end."""
    return min(ramp(t, start, start + fade), 1 - ramp(t, end - fade, end))


def spring(t, start, length=0.7):
    """Like ramp, but overshoots once, for things that pop up."""
    x = clamp((t - start) / length)
    return 0.0 if x == 0 else 1 - math.exp(-6 * x) * math.cos(9 * x) * (1 - x)


def bezier(points, u):
    """The point at u on a cubic curve."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    v = 1 - u
    k = (v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u)
    return (k[0] * ax + k[1] * bx + k[2] * cx + k[3] * dx, k[0] * ay + k[1] * by + k[2] * cy + k[3] * dy)


class Canvas:
    """A picture of width × height in logical pixels; every colour is '#rrggbb'."""

    def __init__(self, width, height, surface=None):
        self.width = width
        self.height = height
        self.surface = surface or cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
        self.cr = cairo.Context(self.surface)
        self.cr.set_line_cap(cairo.LINE_CAP_ROUND)
        self.cr.set_line_join(cairo.LINE_JOIN_ROUND)

    def paint(self, picture):
        """Covers the canvas with another one of the same size, pixel on pixel."""
        self.cr.save()
        self.cr.identity_matrix()
        self.cr.set_source_surface(picture.surface, 0, 0)
        self.cr.paint()
        self.cr.restore()

    def ink(self, colour, alpha=1.0):
        self.cr.set_source_rgba(*rgb(colour), alpha)

    def vertical(self, y0, y1, *stops):
        """Uses a vertical gradient as ink; stops are colours at even distances, or (colour, alpha) pairs."""
        gradient = cairo.LinearGradient(0, y0, 0, y1)
        for index, stop in enumerate(stops):
            colour, alpha = stop if isinstance(stop, tuple) else (stop, 1.0)
            gradient.add_color_stop_rgba(index / max(1, len(stops) - 1), *rgb(colour), alpha)
        self.cr.set_source(gradient)

    def backdrop(self, *stops):
        self.vertical(0, self.height, *stops)
        self.cr.paint()

    def rect(self, x, y, w, h, colour=None, alpha=1.0, radius=0.0):
        cr = self.cr
        cr.new_path()
        radius = min(radius, abs(w) / 2, abs(h) / 2)
        if radius > 0:
            for cx, cy, a in ((x + w - radius, y + radius, -90), (x + w - radius, y + h - radius, 0),
                              (x + radius, y + h - radius, 90), (x + radius, y + radius, 180)):
                cr.arc(cx, cy, radius, math.radians(a), math.radians(a + 90))
            cr.close_path()
        else:
            cr.rectangle(x, y, w, h)
        self._fill(colour, alpha)

    def circle(self, x, y, r, colour=None, alpha=1.0):
        self.cr.new_path()
        self.cr.arc(x, y, max(0.0, r), 0, 2 * math.pi)
        self._fill(colour, alpha)

    def ring(self, x, y, r, width, colour, alpha=1.0, start=0.0, end=2 * math.pi):
        self.cr.new_path()
        self.cr.arc(x, y, r, start, end)
        self.stroke(width, colour, alpha)

    def glow(self, x, y, r, colour, alpha):
        gradient = cairo.RadialGradient(x, y, 0, x, y, r)
        gradient.add_color_stop_rgba(0, *rgb(colour), alpha)
        gradient.add_color_stop_rgba(1, *rgb(colour), 0)
        self.cr.set_source(gradient)
        self.cr.new_path()
        self.cr.arc(x, y, r, 0, 2 * math.pi)
        self.cr.fill()

    def polygon(self, points, colour=None, alpha=1.0):
        self._trace(points)
        self.cr.close_path()
        self._fill(colour, alpha)

    def line(self, points, width, colour, alpha=1.0, dash=None):
        self._trace(points)
        self.stroke(width, colour, alpha, dash)

    def curve(self, points, width, colour, alpha=1.0, dash=None):
        (ax, ay), b, c, d = points
        self.cr.new_path()
        self.cr.move_to(ax, ay)
        self.cr.curve_to(*b, *c, *d)
        self.stroke(width, colour, alpha, dash)

    def stroke(self, width, colour, alpha=1.0, dash=None):
        self.ink(colour, alpha)
        self.cr.set_line_width(width)
        self.cr.set_dash(dash or [])
        self.cr.stroke()
        self.cr.set_dash([])

    def arrow(self, x, y, angle, size, colour, alpha=1.0):
        """A filled arrow head whose tip is at x, y."""
        points = [(x, y)]
        for turn in (2.6, -2.6):
            points.append((x + size * math.cos(angle + turn), y + size * math.sin(angle + turn)))
        self.polygon(points, colour, alpha)

    def text(self, x, y, words, size, colour=INK, alpha=1.0, align="left", bold=False, face=SANS):
        """One line of text with its baseline at y; the font has no subscript digits, so they are set here."""
        if alpha <= 0:
            return
        runs = self._runs(words, size, bold, face)
        start = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * sum(run[3] for run in runs)
        self.ink(colour, alpha)
        for part, points, drop, advance in runs:
            self.cr.set_font_size(points)
            self.cr.move_to(start, y + drop)
            self.cr.show_text(part)
            start += advance

    def text_width(self, words, size, bold=False, face=SANS):
        return sum(run[3] for run in self._runs(words, size, bold, face))

    def caption(self, words, alpha, size=None, y=None):
        """A subtitle line on a dark band near the lower edge."""
        if alpha <= 0:
            return
        size = size or self.height * 0.042
        y = y or self.height * 0.935
        width = self.text_width(words, size)
        self.rect((self.width - width) / 2 - size, y - size * 1.3, width + 2 * size, size * 1.95, INK, 0.78 * alpha,
                  size * 0.5)
        self.text(self.width / 2, y, words, size, WHITE, alpha, "center")

    def captions(self, lines, t, **place):
        for start, end, words in lines:
            if start <= t < end:
                self.caption(words, pulse(t, start, end, 0.35), **place)

    def title(self, t, words, note, colour=INK, x=None, y=None, size=None, until=5.0, accent=YELLOW):
        """The name of the work, written over the running picture and withdrawn again."""
        alpha = pulse(t, 0.5, until, 0.7)
        if alpha <= 0:
            return
        size = size or self.height * 0.085
        x = self.width * 0.07 if x is None else x
        y = self.height * 0.2 if y is None else y
        slide = (1 - ramp(t, 0.5, 1.4)) * size * 0.5
        self.rect(x, y - size * 1.25, size * 1.1 * ramp(t, 0.6, 1.6), size * 0.1, accent, alpha)
        self.text(x, y + slide * 0.3, words, size, colour, alpha, bold=True, face=SERIF)
        self.text(x + size * 0.05, y + size * 0.72 + slide, note, size * 0.36, colour, alpha * 0.85)

    def _runs(self, words, size, bold, face):
        self.cr.select_font_face(face, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        runs, part = [], ""
        for sign in words + "\0":
            if sign != "\0" and sign not in SUBSCRIPTS:
                part += sign
                continue
            if part:
                runs.append(self._run(part, size, 0.0))
                part = ""
            if sign in SUBSCRIPTS:
                runs.append(self._run(SUBSCRIPTS[sign], size * 0.62, size * 0.16))
        return runs

    def _run(self, part, size, drop):
        self.cr.set_font_size(size)
        return part, size, drop, self.cr.text_extents(part).x_advance

    def _trace(self, points):
        self.cr.new_path()
        for x, y in points:
            self.cr.line_to(x, y)

    def _fill(self, colour, alpha):
        if colour:
            self.ink(colour, alpha)
        self.cr.fill()


def ridge(width, base, height, seed, step=8, waves=4):
    """The points of a soft mountain line from the left edge to the right one."""
    dice = random.Random(seed)
    parts = [(dice.uniform(0.6, 1.6) * (i + 1), dice.uniform(0, 6.28), 1 / (i + 1) ** 0.9) for i in range(waves)]
    total = sum(part[2] for part in parts)
    points = []
    for x in range(0, width + step, step):
        rise = sum(k * math.sin(f * 6.28 * x / width + p) for f, p, k in parts) / total
        points.append((x, base - height * (0.5 + 0.5 * rise)))
    return points


def land(c, points, colour, alpha=1.0, bottom=None):
    """Fills everything below a ridge."""
    bottom = c.height if bottom is None else bottom
    c.polygon([(points[0][0], bottom), *points, (points[-1][0], bottom)], colour, alpha)


def tree(c, x, y, h, colour=LEAF, kind="round", sway=0.0):
    """A tree of height h standing at x, y."""
    c.line([(x, y), (x + sway * h * 0.1, y - h * 0.5)], h * 0.07, mix(colour, "#4a3420", 0.7))
    top = x + sway * h * 0.16
    dark = mix(colour, INK, 0.18)
    if kind == "round":
        c.circle(top, y - h * 0.64, h * 0.33, dark)
        c.circle(top - h * 0.06, y - h * 0.7, h * 0.26, colour)
    else:
        for part, wide in ((0.25, 0.3), (0.48, 0.24), (0.7, 0.17)):
            tip = y - h * min(1.0, part + 0.42)
            c.polygon([(x - h * wide, y - h * part), (x + h * wide, y - h * part), (x + sway * h * 0.12, tip)], colour)
            c.polygon([(x, y - h * part), (x + h * wide, y - h * part), (x + sway * h * 0.12, tip)], dark, 0.55)


def cloud(c, x, y, size, colour=WHITE, alpha=0.9):
    cr = c.cr
    cr.new_path()
    for dx, dy, r in ((-0.55, 0.05, 0.3), (-0.2, -0.16, 0.42), (0.25, -0.08, 0.36), (0.6, 0.08, 0.26)):
        cr.new_sub_path()
        cr.arc(x + dx * size, y + dy * size, r * size, 0, 2 * math.pi)
    cr.rectangle(x - 0.55 * size, y, 1.15 * size, 0.34 * size)
    c.ink(colour, alpha)
    cr.fill()


def sun(c, x, y, r, t, colour=YELLOW, rays=14):
    c.glow(x, y, r * 3.4, colour, 0.4)
    for i in range(rays):
        a = i * 2 * math.pi / rays + t * 0.12
        long = 1.62 + 0.1 * math.sin(t * 2 + i * 1.7)
        c.line([(x + math.cos(a) * r * 1.26, y + math.sin(a) * r * 1.26),
                (x + math.cos(a) * r * long, y + math.sin(a) * r * long)], r * 0.1, colour, 0.85)
    c.circle(x, y, r, colour)
    c.circle(x - r * 0.15, y - r * 0.15, r * 0.8, mix(colour, WHITE, 0.25))


def turbine(c, x, y, h, angle, colour=WHITE, shade="#c9d6d6"):
    """A wind turbine of hub height h standing at x, y."""
    hub = (x, y - h)
    c.polygon([(x - h * 0.028, y), (x + h * 0.028, y), (x + h * 0.012, y - h), (x - h * 0.012, y - h)], colour)
    c.polygon([(x, y), (x + h * 0.028, y), (x + h * 0.012, y - h), (x, y - h)], shade)
    for blade in range(3):
        a = angle + blade * 2 * math.pi / 3
        ca, sa = math.cos(a), math.sin(a)
        shape = ((0.0, -0.022), (0.12, -0.05), (0.62, -0.008), (0.64, 0.0), (0.1, 0.018))
        c.polygon([(hub[0] + h * (u * ca - v * sa), hub[1] + h * (u * sa + v * ca)) for u, v in shape], colour)
        c.line([(hub[0], hub[1]), (hub[0] + h * 0.6 * ca, hub[1] + h * 0.6 * sa)], h * 0.006, shade)
    c.circle(*hub, h * 0.04, shade)
    c.circle(*hub, h * 0.024, colour)
