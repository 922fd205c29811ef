"""守塔人: a measuring tower through four seasons; the rising and breathing line is a drawing."""

import math
import random

from kit import (AMBER, CORAL, GREEN, INK, NIGHT, PALE, SERIF, SKY, TEAL, WHITE, YELLOW, clamp, cloud, land, mix, pulse,
                 ramp, ridge, tree)

SIZE = (1280, 720)
SECONDS = 22
QUALITY = 30
MUSIC = dict(seed=113, root=220.0, chords=((0, 2, 4), (-2, 1, 3), (-1, 2, 4), (1, 3, 5)), bar=4.4, lead="flute", density=0.45,
             beat=0.6, texture=(120, 600, 0.28))
SEASONS = (("春", "#9fd08a", SKY), ("夏", "#3f9d6b", "#6fbfe6"), ("秋", "#d9922b", "#c4d8e0"), ("冬", "#e6eef0", "#b4c7d6"))
YEARS = 10


def draw(c, t):
    year = clamp((t - 3.0) / 14.5) * YEARS
    season = (year * 4 * 0.4) % 4
    here, part = int(season), ramp(season % 1, 0.55, 1.0)
    after = (here + 1) % 4
    leaf = mix(SEASONS[here][1], SEASONS[after][1], part)
    sky = mix(SEASONS[here][2], SEASONS[after][2], part)
    snow = part if after == 3 else 1 - part if here == 3 else 0.0
    night = 0.5 - 0.5 * math.cos(t * 1.5)
    night = 0.72 * night * night
    c.backdrop(mix(sky, NIGHT, night), mix(PALE, "#24506a", night))
    dice = random.Random(9)
    for i in range(80):
        c.circle(dice.uniform(0, 1280), dice.uniform(0, 400), dice.uniform(0.6, 1.8), WHITE, max(0, night * 1.3 - 0.25))
    angle = t * 1.5 - math.pi / 2
    c.circle(900 + 560 * math.sin(angle + math.pi / 2), 330 - 250 * math.cos(angle + math.pi / 2), 34,
             mix(YELLOW, WHITE, 0.15), 1 - night)
    for x, y, size, speed in ((180, 120, 50, 22), (620, 80, 66, 16), (1050, 170, 46, 26)):
        cloud(c, (x + t * speed) % 1500 - 110, y, size, mix(WHITE, NIGHT, night * 0.7), 0.6)
    far = ridge(1280, 520, 190, 40)
    land(c, far, mix(mix(leaf, SKY, 0.55), NIGHT, night * 0.8))
    near = ridge(1280, 640, 110, 27)
    peak = 330
    tower(c, peak, near[peak // 8][1] + 10, 430, t, year, night)
    land(c, near, mix(mix(leaf, GREEN, 0.25 * (1 - snow)), NIGHT, night * 0.75))
    for i in range(26):
        x = 18 + i * 49 + (i * 29) % 21
        y = near[x // 8][1]
        if abs(x - peak) > 36:
            tree(c, x, y + 26 + (i % 3) * 12, 66 + (i * 31) % 34, mix(leaf, NIGHT, night * 0.7), "pine" if i % 2 else "round",
                 math.sin(t * 1.6 + i))
    for i in range(int(90 * snow)):
        x = (i * 97 + t * (18 + i % 7 * 4)) % 1300
        y = (i * 61 + t * (60 + i % 5 * 14)) % 720
        c.circle(x, y, 2 + i % 3, WHITE, 0.85)
    record(c, t, year)
    c.title(t, "守塔人", "把同一件事，做三千六百五十遍", WHITE if night > 0.3 else INK, x=600, y=170, size=70, until=4.4)
    c.caption("每天同一个时刻，上塔，换气瓶，记下读数", pulse(t, 4.6, 8.8), 29, 684)
    c.caption("春夏降，秋冬升：大地一年呼吸一次", pulse(t, 9.1, 13.4), 29, 684)
    c.caption("十年的点连起来，才看得见方向", pulse(t, 13.7, 17.6), 29, 684)
    c.caption("一个人的坚持，是一条曲线的底气", pulse(t, 17.9, 21.7), 29, 684)


def tower(c, x, base, h, t, year, night):
    steel = mix("#c9504a", NIGHT, night * 0.4)
    for k in range(10):
        y0, y1 = base - h * k / 10, base - h * (k + 1) / 10
        w0, w1 = 34 - 2.6 * k, 34 - 2.6 * (k + 1)
        colour = steel if k % 2 else mix(WHITE, NIGHT, night * 0.4)
        c.line([(x - w0, y0), (x - w1, y1)], 5, colour)
        c.line([(x + w0, y0), (x + w1, y1)], 5, colour)
        c.line([(x - w0, y0), (x + w1, y1)], 2, colour)
        c.line([(x + w0, y0), (x - w1, y1)], 2, colour)
    for level in (0.5, 0.75, 0.97):
        y = base - h * level
        c.line([(x - 30, y), (x + 54, y)], 4, mix(INK, WHITE, 0.25))
        c.rect(x + 44, y - 16, 14, 16, mix(WHITE, TEAL, 0.2), radius=3)
    spin = t * 5
    top = base - h
    c.line([(x, top), (x, top - 34)], 4, mix(INK, WHITE, 0.25))
    for k in range(3):
        a = spin + k * 2.094
        c.line([(x, top - 32), (x + 18 * math.cos(a), top - 32 + 4 * math.sin(a))], 3, INK)
        c.circle(x + 18 * math.cos(a), top - 32 + 4 * math.sin(a), 5, YELLOW)
    c.glow(x, top - 40, 30, CORAL, 0.8 * night * (0.5 + 0.5 * math.sin(t * 6)))
    climb = 0.5 - 0.5 * math.cos(t * 1.5 * 2)
    y = base - 20 - (h * 0.72) * climb
    c.rect(x - 7, y - 26, 14, 20, AMBER, radius=4)
    c.circle(x, y - 33, 7, "#f0c9a2")
    c.polygon([(x - 9, y - 35), (x + 9, y - 35), (x + 6, y - 43), (x - 6, y - 43)], YELLOW)
    step = math.sin(t * 12) * 4
    c.line([(x - 4, y - 7), (x - 5, y + 6 + step)], 4, INK)
    c.line([(x + 4, y - 7), (x + 5, y + 6 - step)], 4, INK)


def record(c, t, year):
    """The log: days counted, and a line that breathes and rises."""
    alpha = ramp(t, 4.4, 5.2)
    if alpha <= 0:
        return
    left, right, top, bottom = 640, 1200, 130, 330
    c.rect(600, 52, 640, 322, NIGHT, 0.62 * alpha, 20)
    c.text(632, 100, f"第 {int(year * 365):,} 天", 36, WHITE, alpha, bold=True, face=SERIF)
    c.text(right, 98, "CO₂ 浓度的变化（示意）", 21, WHITE, 0.8 * alpha, "right")
    points = []
    for i in range(int(year * 30) + 1):
        y = i / 30
        level = 0.1 + 0.072 * y + 0.09 * math.sin(2 * math.pi * (y + 0.05)) + 0.025 * math.sin(4 * math.pi * y)
        points.append((left + (right - left) * y / YEARS, bottom - (bottom - top) * level))
    c.line([(left, bottom), (right, bottom)], 2, WHITE, 0.5 * alpha)
    if len(points) > 1:
        c.line(points, 4, YELLOW, alpha)
    c.circle(*points[-1], 7, WHITE, alpha)
    for y in range(0, YEARS + 1, 2):
        c.text(left + (right - left) * y / YEARS, bottom + 28, f"第{y}年" if y else "开始", 17, WHITE, 0.75 * alpha, "center")
