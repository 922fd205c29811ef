"""两座山的约定: peak and neutrality as a walk over a mountain of emissions. Stored as 720x576 with wide pixels."""

import math

from kit import (AMBER, CORAL, GREEN, INK, LEAF, MINT, PAPER, SKY, TEAL, WHITE, YELLOW, clamp, cloud, land, mix, pulse,
                 ramp, ridge, tree)

SIZE = (720, 576)
PIXEL_ASPECT = "64/45"
SECONDS = 20
MUSIC = dict(seed=71, root=196.0, chords=((0, 2, 4), (1, 3, 5), (2, 4, 6), (0, 2, 4)), bar=4.0, lead="pluck", density=0.7,
             beat=0.5)
LEFT, RIGHT, GROUND = 90, 940, 470


def year_x(year):
    return LEFT + (RIGHT - LEFT) * (year - 2000) / 62


def emission(year):
    """Height of the emission curve, a drawing and not a forecast."""
    if year <= 2029:
        return 300 * (0.36 + 0.64 * math.sin(math.pi / 2 * (year - 2000) / 29) ** 1.2)
    end = sink(2060)
    return end + (300 - end) * (1 + math.cos(math.pi * (year - 2029) / 31)) / 2


def sink(year):
    return 22 + 27 / (1 + math.exp(-(year - 2035) / 9))


def background(c):
    c.backdrop(SKY, "#dff0f2", PAPER)
    land(c, ridge(1024, 400, 120, 17), mix(MINT, SKY, 0.4))
    land(c, ridge(1024, 440, 80, 3), MINT)
    c.rect(0, GROUND, 1024, 110, mix(GREEN, PAPER, 0.1))
    for year in range(2000, 2061, 10):
        c.line([(year_x(year), GROUND), (year_x(year), GROUND + 8)], 2, WHITE, 0.8)
        c.text(year_x(year), GROUND + 30, str(year), 18, WHITE, 0.95, "center")


def draw(c, t):
    for x, y, size, speed in ((120, 90, 40, 6), (560, 60, 52, 4), (880, 130, 36, 7)):
        cloud(c, (x + t * speed) % 1180 - 70, y, size, alpha=0.8)
    reach = 2000 + 60 * clamp((t - 2.6) / 13.4)
    years = [2000 + i * 0.5 for i in range(int((reach - 2000) * 2) + 1)]
    top = [(year_x(y), GROUND - emission(y)) for y in years]
    c.vertical(150, GROUND, CORAL, AMBER, YELLOW)
    c.polygon([(LEFT, GROUND), *top, (top[-1][0], GROUND)])
    low = [(year_x(y), GROUND - sink(y)) for y in years]
    c.vertical(GROUND - 60, GROUND, LEAF, GREEN)
    c.polygon([(LEFT, GROUND), *low, (low[-1][0], GROUND)])
    for i, year in enumerate(range(2003, 2062, 4)):
        if year < reach:
            size = 40 * ramp(reach, year, year + 3) * (0.7 + 0.3 * math.sin(i * 2.1) ** 2)
            tree(c, year_x(year), GROUND + 2, max(1, size), mix(LEAF, MINT, 0.45), "pine", math.sin(t + i))
    c.text(year_x(2017), GROUND - 122, "人类活动的排放", 25, WHITE, ramp(reach, 2020, 2024), "center", True)
    walker(c, year_x(reach), GROUND - emission(reach), t, reach < 2060)
    flag(c, year_x(2029), GROUND - emission(2029), "2030年前", "碳达峰", CORAL, ramp(reach, 2029, 2031.5))
    flag(c, year_x(2058.5), GROUND - emission(2058.5), "2060年前", "碳中和", GREEN, ramp(reach, 2058, 2060))
    c.text(1000, 34, "示意图：表示先达峰、后中和的过程，不表示数值", 16, INK, 0.6, "right")
    c.title(t, "两座山的约定", "一座要翻过去，一座要种起来", INK, x=84, y=140, size=56, until=4.8)
    c.caption("第一个约定：让排放不再往上走", pulse(t, 5.0, 9.6), 25, 545)
    c.caption("第二个约定：排出去多少，就收回来多少", pulse(t, 10.0, 15.6), 25, 545)
    c.caption("翻过一座山，种起一座山", pulse(t, 16.2, 19.8), 25, 545)


def walker(c, x, y, t, walking):
    step = math.sin(t * 9) * 6 * walking
    c.line([(x, y - 14), (x - step, y)], 4, INK)
    c.line([(x, y - 14), (x + step, y)], 4, INK)
    c.line([(x, y - 14), (x + 1, y - 30)], 8, TEAL)
    c.line([(x, y - 27), (x + 9, y - 18 + step * 0.5)], 4, TEAL)
    c.line([(x - 4, y - 29), (x - 8, y - 17)], 7, YELLOW)
    c.circle(x + 2, y - 38, 7, "#f0c9a2")
    c.line([(x - 4, y - 42), (x + 8, y - 42)], 4, INK)


def flag(c, x, y, when, what, colour, shown):
    if shown <= 0:
        return
    h = 92 * shown
    c.line([(x, y), (x, y - h)], 4, INK)
    wide = 104 * shown
    left = x if x < 860 else x - wide
    c.rect(left, y - h, wide, 54 * shown, colour, radius=4)
    if shown > 0.7:
        c.text(left + wide / 2, y - h + 20, when, 16, WHITE, 1, "center")
        c.text(left + wide / 2, y - h + 45, what, 23, WHITE, 1, "center", True)
