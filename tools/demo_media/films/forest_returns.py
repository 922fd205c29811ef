"""把山种绿: nine national forest inventories, 1973-2018, as trees on a slope.

Values: National Forestry and Grassland Administration.
"""

import math
import random

from kit import (AMBER, GREEN, INK, LEAF, PALE, PAPER, SERIF, SKY, TEAL, WHITE, YELLOW, clamp, cloud, land, mix, pulse,
                 ramp, ridge, sun, tree)

SIZE = (1280, 720)
SECONDS = 20
MUSIC = dict(seed=149, root=196.0, chords=((0, 2, 4), (1, 3, 5), (0, 3, 5), (2, 4, 6)), bar=4.0, lead="flute", density=0.5,
             beat=0.5, texture=(2500, 7000, 0.06))
# end of the inventory, forest cover in per cent
COVER = ((1976, 12.70), (1981, 12.00), (1988, 12.98), (1993, 13.92), (1998, 16.55), (2003, 18.21), (2008, 20.36),
         (2013, 21.63), (2018, 22.96))


def cover_at(year):
    for (y0, v0), (y1, v1) in zip(COVER, COVER[1:]):
        if year <= y1:
            return v0 + (v1 - v0) * clamp((year - y0) / (y1 - y0))
    return COVER[-1][1]


def plants():
    """Places for trees from back to front: ridge number, x, height, cover at which the tree appears."""
    dice = random.Random(77)
    result = []
    for depth, (count, size) in enumerate(((70, 30), (58, 46), (40, 72))):
        for i in range(count):
            x = (i + dice.uniform(0.1, 0.9)) * 1280 / count
            result.append((depth, x, size * dice.uniform(0.8, 1.25), 11.4 + 11.2 * dice.random() ** 0.8, dice.random()))
    return result


PLANTS = plants()
RIDGES = (ridge(1280, 440, 150, 61), ridge(1280, 530, 120, 18), ridge(1280, 630, 90, 45))


def draw(c, t):
    year = 1976 + 42 * clamp((t - 3.4) / 12.0)
    cover = cover_at(year)
    green = clamp((cover - 12) / 10.5)
    c.backdrop(mix("#d9c7a3", SKY, green), mix("#efe2c4", PALE, green), PAPER)
    sun(c, 1130, 110, 38, t)
    for x, y, size, speed in ((260, 130, 48, 9), (720, 90, 60, 7), (980, 210, 38, 11)):
        cloud(c, (x + t * speed) % 1460 - 90, y, size, alpha=0.7)
    bare, lush = ("#cdb487", "#b99762", "#a5804c"), ("#93c4a4", "#5ba57c", "#2f7f57")
    for depth, line in enumerate(RIDGES):
        land(c, line, mix(bare[depth], lush[depth], green))
        for k in range(26):
            x = k * 52 + depth * 17
            y = line[min(len(line) - 1, x // 8)][1] + 22 + (k * 13) % 30
            c.line([(x, y), (x + 22, y + 3)], 2, INK, 0.08)
        for where, x, h, needed, kind in PLANTS:
            if where == depth and cover > needed:
                size = h * ramp(cover, needed, needed + 0.5)
                y = line[min(len(line) - 1, int(x // 8))][1] + 5 + kind * 26
                colour = mix(mix(LEAF, SKY, 0.32 - 0.16 * depth), GREEN, kind * 0.6)
                tree(c, x, y, max(1.0, size), colour, "pine" if kind > 0.45 else "round", math.sin(t * 1.3 + x))
    planter(c, 150 + 900 * clamp((t - 1.0) / 18), t)
    panel(c, t, year)
    c.title(t, "把山种绿", "一代人种，几代人守", INK, x=90, y=170, size=72, until=4.6, accent=GREEN)
    c.caption("他们扛着树苗上山，一个坑一个坑地种", pulse(t, 4.8, 9.0), 29, 690)
    c.caption("从每百亩不到十三亩，到接近二十三亩", pulse(t, 9.3, 14.6), 29, 690)
    c.caption("种树的人走远了，山绿了", pulse(t, 15.2, 19.7), 29, 690)


def planter(c, x, t):
    y = RIDGES[2][min(len(RIDGES[2]) - 1, int(x // 8))][1] + 24
    step = math.sin(t * 6) * 8
    c.line([(x, y - 22), (x - step, y)], 6, INK)
    c.line([(x, y - 22), (x + step, y)], 6, INK)
    c.line([(x, y - 22), (x + 3, y - 48)], 13, TEAL)
    c.circle(x + 5, y - 60, 10, "#e8bd92")
    c.polygon([(x - 12, y - 63), (x + 22, y - 63), (x + 12, y - 74), (x - 2, y - 74)], YELLOW)
    c.line([(x - 22, y - 40), (x + 26, y - 58)], 4, "#7a5a35")
    for k in range(3):
        tree(c, x - 24 + k * 6, y - 40, 24 + k * 4, LEAF, "pine")


def panel(c, t, year):
    """The latest inventory in figures; nothing between two inventories is made up."""
    counted, cover = max((end, value) for end, value in COVER if end <= year)
    alpha = ramp(t, 4.4, 5.2)
    if alpha <= 0:
        return
    c.rect(60, 50, 560, 250, WHITE, 0.9 * alpha, 22)
    c.text(90, 98, "全国森林覆盖率", 25, INK, alpha, bold=True)
    c.text(90, 172, f"{cover:.2f}%", 54, GREEN, alpha, bold=True)
    c.text(92, 212, f"{counted}年", 27, AMBER, alpha, bold=True, face=SERIF)
    for i, (end, value) in enumerate(COVER):
        shown = ramp(year, end - 1.2, end)
        h = 118 * value / 22.96 * shown
        x = 332 + i * 30
        c.rect(x, 232 - h, 23, h, mix(YELLOW, GREEN, i / 8), alpha, 4)
        if i % 2 == 0:
            c.text(x + 11, 256, str(end), 14, INK, alpha * 0.8, "center")
    c.text(90, 284, "来源：国家林业和草原局，第一次至第九次全国森林资源清查", 16, mix(INK, WHITE, 0.3), alpha)
