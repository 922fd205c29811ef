"""碳的旅行: carbon moves between air, forest, sea and rock. Shares: Global Carbon Budget 2020, mean of 2010-2019."""

import math

from kit import (AMBER, CORAL, GREEN, INK, LEAF, MINT, PALE, PAPER, SKY, TEAL, WHITE, YELLOW, bezier, cloud, land, mix,
                 pulse, ramp, ridge, sun, tree)

SIZE = (1920, 1080)
SECONDS = 32
MUSIC = dict(seed=11, root=220.0, chords=((0, 2, 4), (-1, 2, 3), (1, 3, 5), (0, 2, 5)), bar=4.0, lead="bell", density=0.5)
CAPTIONS = (
    (0.6, 5.0, "一个碳原子，从来不会只待在一个地方。"),
    (5.3, 10.6, "在阳光下，树叶把空气里的二氧化碳变成枝干和根。"),
    (10.9, 15.8, "呼吸与分解，又把一部分碳还给天空。"),
    (16.1, 20.4, "海面也在呼吸：溶进来，也放出去。"),
    (20.7, 25.6, "人类点燃煤、油、气，把地下的碳额外送进大气。"),
    (25.9, 31.6, "其中近一半留在空气里，这就是变暖的根源。"),
)

HORIZON = 660
UP_LEAF = ((690, 330), (600, 420), (420, 400), (390, 560))
DOWN_LEAF = ((250, 560), (170, 470), (230, 380), (400, 330))
SEA_IN = ((1330, 300), (1440, 380), (1500, 520), (1530, 700))
SEA_OUT = ((1710, 700), (1760, 560), (1690, 380), (1540, 280))
FOSSIL = ((940, 930), (950, 860), (955, 760), (960, 640))
SMOKE = ((985, 520), (1010, 430), (960, 330), (990, 220))


def background(c):
    c.backdrop(mix(SKY, WHITE, 0.25), PALE, PAPER)
    land(c, ridge(1920, 690, 190, 4), mix(MINT, SKY, 0.35), bottom=HORIZON + 60)
    land(c, ridge(1920, 735, 170, 9), MINT, bottom=HORIZON + 60)
    c.vertical(HORIZON, 1080, mix(TEAL, WHITE, 0.15), mix(TEAL, INK, 0.55))
    c.polygon([(1040, HORIZON), (1920, HORIZON), (1920, 1080), (1040, 1080)])
    c.vertical(HORIZON, 1080, "#8a6b45", "#5b4630", "#33291f")
    c.polygon([(0, HORIZON), (1240, HORIZON), (1180, 820), (1120, 1080), (0, 1080)])
    c.rect(0, HORIZON - 14, 1246, 30, LEAF, radius=12)
    for y, thick in ((905, 26), (955, 34), (1014, 22)):
        points = [(x, y + 9 * math.sin(x / 130 + y)) for x in range(-10, 1150, 20)]
        c.line(points, thick, "#1d1a18", 0.9)
    for i in range(11):
        x = 90 + i * 62 + (i % 3) * 9
        c.line([(x, HORIZON + 10), (x + 8, HORIZON + 50), (x - 6, HORIZON + 86)], 5, "#c9a777", 0.45)
        c.line([(x + 4, HORIZON + 34), (x + 24, HORIZON + 62)], 4, "#c9a777", 0.4)
    c.rect(850, 560, 230, 104, "#54665f")
    for i in range(3):
        c.polygon([(850 + i * 77, 560), (850 + i * 77, 520), (927 + i * 77, 560)], "#6b7d75")
        c.rect(872 + i * 72, 590, 38, 30, YELLOW, 0.85, 3)
    c.polygon([(962, 560), (970, 470), (1000, 470), (1008, 560)], "#43544d")
    c.rect(964, 486, 42, 12, CORAL)


def draw(c, t):
    sun(c, 1650, 170, 62, t)
    for x, y, size, speed in ((300, 190, 90, 7), (1180, 130, 70, 5), (1500, 330, 60, 9), (760, 110, 50, 6)):
        cloud(c, (x + t * speed) % 2100 - 90, y, size, alpha=0.75)
    for i in range(15):
        x = 60 + i * 50 + (i * 37) % 23
        tree(c, x, HORIZON - 2 + (i % 2) * 8, 120 + (i * 53) % 70, LEAF if i % 3 else GREEN,
             "round" if i % 2 else "pine", math.sin(t * 1.2 + i))
    for row in range(7):
        y = HORIZON + 14 + row * row * 7 + row * 16
        points = [(x, y + (3 + row) * math.sin(x / (50 + row * 9) + t * (1.6 - row * 0.12) + row)) for x in
                  range(1250 - row * 14, 1930, 18)]
        c.line(points, 3, WHITE, 0.34 - row * 0.035)
    wide = pulse(t, 0.2, 5.2)
    flow(c, t, UP_LEAF, GREEN, max(pulse(t, 5.2, 25.8), 0.55 * wide), 9)
    flow(c, t, DOWN_LEAF, LEAF, max(pulse(t, 10.8, 25.8), 0.55 * wide), 7)
    flow(c, t, SEA_IN, TEAL, max(pulse(t, 16, 25.8), 0.55 * wide), 8)
    flow(c, t, SEA_OUT, mix(TEAL, WHITE, 0.3), max(pulse(t, 17, 25.8), 0.55 * wide), 7)
    burning = ramp(t, 20.6, 21.4)
    flow(c, t, FOSSIL, "#e8dcc4", burning, 7, 9)
    flow(c, t, SMOKE, CORAL, burning, 8, 13)
    label(c, 690, 480, "光合作用", GREEN, pulse(t, 5.6, 25.6))
    label(c, 205, 318, "呼吸与分解", LEAF, pulse(t, 11.1, 25.6))
    label(c, 1352, 520, "溶入海水", TEAL, pulse(t, 16.3, 25.6))
    label(c, 1800, 420, "放回大气", mix(TEAL, INK, 0.2), pulse(t, 17.3, 25.6))
    label(c, 1150, 400, "燃烧化石燃料", CORAL, pulse(t, 20.9, 25.6))
    label(c, 640, 950, "煤 · 石油 · 天然气", AMBER, pulse(t, 20.9, 25.6))
    shares(c, t)
    c.title(t, "碳的旅行", "一个碳原子的四个家", x=130, y=190, size=96)


def flow(c, t, path, colour, alpha, count, radius=11):
    """Beads that wander along a curve."""
    if alpha <= 0:
        return
    c.curve(path, 3, colour, 0.35 * alpha, [4, 16])
    for i in range(count):
        u = (i / count + t * 0.16) % 1
        x, y = bezier(path, u)
        edge = min(1, u * 8, (1 - u) * 8)
        c.circle(x, y, radius * 1.5 * edge, WHITE, 0.55 * alpha)
        c.circle(x, y, radius * edge, colour, alpha)


def label(c, x, y, words, colour, alpha):
    if alpha <= 0:
        return
    width = c.text_width(words, 34, True)
    c.rect(x - width / 2 - 22, y - 44, width + 44, 62, WHITE, 0.88 * alpha, 31)
    c.text(x, y, words, 34, colour, alpha, "center", True)


def shares(c, t):
    """Where the carbon that people emitted in 2010-2019 went."""
    alpha = ramp(t, 26.0, 26.8)
    if alpha <= 0:
        return
    c.rect(230, 150, 1460, 330, WHITE, 0.93 * alpha, 28)
    c.text(280, 218, "人类活动排放的碳，去了哪里", 44, INK, alpha, bold=True)
    x = 280
    for part, colour, name, start in ((46, CORAL, "留在大气", 26.6), (31, GREEN, "陆地吸收", 27.3), (23, TEAL, "海洋吸收", 28.0)):
        width = 1360 * part / 100 * ramp(t, start, start + 1.0)
        c.rect(x, 256, max(0, width - 6), 92, colour, alpha, 10)
        shown = ramp(t, start + 0.6, start + 1.2)
        c.text(x + 24, 322, f"{part}%", 56, WHITE, shown, bold=True)
        c.text(x + 24, 398, name, 34, colour, shown, bold=True)
        x += 1360 * part / 100
    c.text(280, 450, "2010—2019 年平均，约数 · 来源：全球碳收支 2020（Global Carbon Project）", 25, mix(INK, WHITE, 0.3), alpha)
