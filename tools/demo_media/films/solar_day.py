"""太阳的一天: three black seconds, then the sun crosses the roofs and the curve of power follows it."""

import math

from kit import (AMBER, GREEN, INK, LEAF, PALE, SKY, TEAL, WHITE, YELLOW, clamp, cloud, land, mix, pulse, ramp, ridge,
                 sun, tree)

SIZE = (1920, 1080)
SECONDS = 24
MUSIC = dict(seed=61, root=261.6, chords=((0, 2, 4), (1, 3, 5), (0, 3, 5), (-1, 2, 4)), bar=4.5, lead="bell", density=0.75,
             beat=0.5)
DARK = 3.0
# National Energy Administration, grid-connected solar power at the end of the year, 100 GW
SOLAR = ((2015, 0.43), (2016, 0.77), (2017, 1.30), (2018, 1.74), (2019, 2.04), (2020, 2.53))


def draw(c, t):
    if t < DARK:
        c.rect(0, 0, 1920, 1080, "#000000")
        return
    day = clamp((t - DARK) / (SECONDS - DARK))
    height = math.sin(math.pi * clamp(0.06 + day * 0.9))
    c.backdrop(mix("#23466b", SKY, height), mix("#e39a5f", PALE, height), mix("#f5c983", WHITE, height))
    x, y = 180 + 1560 * day, 720 - 560 * height
    for i in range(25):
        d = i / 24
        c.circle(180 + 1560 * d, 720 - 560 * math.sin(math.pi * (0.06 + d * 0.9)), 3, WHITE, 0.5)
    sun(c, x, y, 70, t, mix("#ff9a4d", YELLOW, height))
    for cx, cy, size, speed in ((420, 210, 80, 10), (1180, 150, 100, 7), (1640, 300, 60, 12)):
        cloud(c, (cx + t * speed) % 2200 - 120, cy, size, mix("#f6d3ae", WHITE, height), 0.6)
    land(c, ridge(1920, 700, 170, 33), mix("#5c6b86", "#a9d0bf", height))
    land(c, ridge(1920, 760, 120, 12), mix("#3e5866", "#6fb28e", height))
    c.rect(0, 800, 1920, 280, mix("#28463f", LEAF, height * 0.8))
    for i in range(9):
        tree(c, 60 + i * 225, 812 + (i % 3) * 14, 120 + (i * 37) % 50, mix(GREEN, LEAF, 0.4 * height), "round",
             math.sin(t + i))
    house(c, 150, 965, 500, 220, x, y, height, t)
    house(c, 760, 985, 560, 250, x, y, height, t)
    power(c, t, day, height)
    capacity(c, t)
    c.title(t - DARK, "太阳的一天", "屋顶上的一天收成", WHITE, x=140, y=220, size=100, until=4.2)
    c.caption("日出：第一缕光照上屋顶，电流开始流动", pulse(t, 7.8, 11.4), 40, 1040)
    c.caption("正午：光照最强，一天的收成多半在这几个小时", pulse(t, 11.8, 15.6), 40, 1040)
    c.caption("日落：屋顶休息，白天存下的电接着用", pulse(t, 20.0, 23.8), 40, 1040)
    c.rect(0, 0, 1920, 1080, "#000000", 1 - ramp(t, DARK, DARK + 0.9))


def house(c, x, base, wide, high, sun_x, sun_y, height, t):
    wall = mix("#8b7a6b", "#fbf3e2", height)
    c.rect(x, base - high * 0.62, wide, high * 0.62, wall)
    c.rect(x + wide * 0.6, base - high * 0.62, wide * 0.4, high * 0.62, INK, 0.06)
    for i in range(3):
        glow = mix(YELLOW, "#9cc9d9", clamp(height * 1.6))
        c.rect(x + wide * (0.1 + i * 0.2), base - high * 0.46, wide * 0.12, high * 0.24, glow, radius=5)
    c.rect(x + wide * 0.76, base - high * 0.42, wide * 0.13, high * 0.42, mix(AMBER, INK, 0.35), radius=5)
    eave, top, lean = base - high * 0.6, base - high * 1.24, wide * 0.1
    c.polygon([(x - 26, eave), (x + wide + 26, eave), (x + wide - lean, top), (x + lean, top)], "#3c4f55")
    for row in range(3):
        for column in range(7):
            corners = []
            for u, v in ((0.05, 0.1), (0.95, 0.1), (0.95, 0.9), (0.05, 0.9)):
                r, k = (row + v) / 3, (column + u) / 7
                left, right = x - 10 + (lean + 6) * r, x + wide + 10 - (lean + 6) * r
                corners.append((left + (right - left) * k, eave - 8 - (eave - top - 14) * r))
            middle = sum(p[0] for p in corners) / 4
            shine = math.exp(-(((middle - sun_x) / 260) ** 2)) * height
            c.polygon(corners, mix(mix("#12304f", "#20558a", height), WHITE, 0.65 * shine))
            c.line([corners[0], corners[2]], 1.2, SKY, 0.35)
    for i in range(4):
        u = (t * 0.5 + i / 4) % 1
        c.circle(x + wide - 6, eave + (base - eave) * u, 6, YELLOW, height * min(1, 4 * u, 4 * (1 - u)))


def power(c, t, day, height):
    """The curve of a clear day, drawn as the sun goes."""
    alpha = ramp(t, 7.2, 8.0)
    left, right, bottom, top = 1430, 1830, 880, 700
    c.rect(1372, 612, 506, 318, WHITE, 0.92 * alpha, 22)
    c.text(1400, 660, "屋顶的发电功率（晴天，示意）", 27, INK, alpha, bold=True)
    points = []
    for i in range(int(100 * day) + 1):
        d = i / 100
        points.append((left + (right - left) * d, bottom - (bottom - top) * max(0, math.sin(math.pi * (0.06 + d * 0.9))) ** 1.4))
    c.vertical(top, bottom, (YELLOW, 0.55 * alpha), (YELLOW, 0.05 * alpha))
    c.polygon([(left, bottom), *points, (points[-1][0], bottom)])
    if len(points) > 1:
        c.line(points, 6, AMBER, alpha)
    c.circle(*points[-1], 11, AMBER, alpha)
    c.line([(left, bottom), (right, bottom)], 3, INK, 0.5 * alpha)
    for d, name in ((0, "日出"), (0.5, "正午"), (1, "日落")):
        c.text(left + (right - left) * d, bottom + 30, name, 22, INK, alpha, "center")


def capacity(c, t):
    alpha = pulse(t, 15.8, 23.9, 0.7)
    if alpha <= 0:
        return
    c.rect(120, 110, 760, 420, WHITE, 0.93 * alpha, 26)
    c.text(164, 178, "全国光伏发电并网装机（亿千瓦）", 36, INK, alpha, bold=True)
    for i, (year, value) in enumerate(SOLAR):
        grown = ramp(t, 16.4 + i * 0.35, 17.3 + i * 0.35)
        h = 220 * value / 2.53 * grown
        x = 176 + i * 114
        c.rect(x, 450 - h, 72, h, YELLOW if year == 2020 else TEAL, alpha, 8)
        c.text(x + 36, 438 - h, f"{value:.2f}", 27, INK, alpha * clamp(grown * 2 - 1), "center", True)
        c.text(x + 36, 484, str(year), 25, INK, alpha, "center")
    c.text(164, 516, "来源：国家能源局历年统计，年底数", 21, mix(INK, WHITE, 0.35), alpha)
