"""一片叶子的一百次测量: a leaf takes in CO2 and gives off O2 while a hundred points settle on a curve (a drawing)."""

import math
import random

from kit import CORAL, GREEN, INK, LEAF, MINT, PAPER, SKY, TEAL, WHITE, YELLOW, bezier, clamp, mix, pulse, ramp, sun

SIZE = (1280, 720)
SECONDS = 18
MUSIC = dict(seed=127, root=277.2, chords=((0, 2, 4), (1, 3, 4), (0, 3, 5)), bar=4.5, lead="pluck", density=0.8, beat=0.375)
COUNT = 100
LEFT, RIGHT, TOP, BOTTOM = 770, 1190, 190, 510


def background(c):
    c.backdrop(mix(MINT, WHITE, 0.5), PAPER)
    for i in range(7):
        c.circle(90 + i * 210, 660 - (i % 2) * 80, 150, mix(LEAF, WHITE, 0.72), 0.4)
    c.rect(LEFT - 70, TOP - 90, RIGHT - LEFT + 130, BOTTOM - TOP + 180, WHITE, 0.92, 24)
    c.line([(LEFT, TOP - 10), (LEFT, BOTTOM), (RIGHT + 10, BOTTOM)], 4, INK)
    c.text(LEFT - 40, TOP - 40, "光合作用的快慢（示意）", 24, INK, bold=True)
    c.text(RIGHT, BOTTOM + 40, "光的强弱", 22, INK, 0.8, "right")
    for k in range(1, 4):
        y = BOTTOM - (BOTTOM - TOP) * k / 4
        c.line([(LEFT + 6, y), (RIGHT, y)], 1, INK, 0.15)


def response(u):
    return 0.95 * u / (u + 0.22) * 0.92


def outline(open_):
    """A leaf as two curves from stalk to tip."""
    stalk, tip = (150, 560), (600, 190)
    upper = (stalk, (150, 300), (380, 130 - open_), tip)
    lower = (stalk, (350, 620 + open_), (600, 470), tip)
    return upper, lower


def draw(c, t):
    sun(c, 112, 104, 44, t)
    breath = 6 * math.sin(t * 1.8)
    upper, lower = outline(breath)
    edge = [bezier(upper, i / 40) for i in range(41)] + [bezier(lower, 1 - i / 40) for i in range(41)]
    c.polygon([(x + 8, y + 12) for x, y in edge], INK, 0.1)
    c.vertical(150, 600, mix(LEAF, YELLOW, 0.2), LEAF, GREEN)
    c.polygon(edge)
    middle = ((150, 560), (290, 440), (450, 330), (600, 190))
    c.curve(middle, 7, mix(MINT, WHITE, 0.3), 0.9)
    c.line([(150, 560), (96, 628)], 12, mix(GREEN, LEAF, 0.5))
    for k in range(1, 9):
        u = k / 9.5
        root = bezier(middle, u)
        for side, reach in ((upper, 0.86), (lower, 0.86)):
            rim = bezier(side, min(0.97, u + 0.13))
            end = (root[0] + (rim[0] - root[0]) * reach, root[1] + (rim[1] - root[1]) * reach)
            c.line([root, end], 3, mix(MINT, WHITE, 0.2), 0.65)
    for k, (x, y) in enumerate(((270, 420), (350, 480), (400, 300), (470, 390), (520, 280), (300, 510), (430, 440))):
        gap = 5 + 4 * (0.5 + 0.5 * math.sin(t * 1.8 + k))
        c.ring(x, y, 13, 6, mix(GREEN, INK, 0.25), 0.9)
        c.cr.save()
        c.cr.translate(x, y)
        c.cr.scale(gap / 13, 1)
        c.circle(0, 0, 9, INK)
        c.cr.restore()
    gases(c, t)
    head = clamp((t - 3.2) / 11.0) * COUNT
    dice = random.Random(15)
    for i in range(COUNT):
        u, miss = (i * 0.618) % 1, dice.gauss(0, 0.032)
        if i < head:
            fresh = clamp(1 - (head - i) / 3)
            x = LEFT + 14 + (RIGHT - LEFT - 24) * u
            y = BOTTOM - (BOTTOM - TOP) * (response(u) + miss)
            c.circle(x, y, 5 + 9 * fresh, mix(TEAL, YELLOW, fresh), 0.75)
    line = ramp(t, 13.6, 15.2)
    if line > 0:
        c.line([(LEFT + 14 + (RIGHT - LEFT - 24) * u, BOTTOM - (BOTTOM - TOP) * response(u)) for u in
                (i / 60 * line for i in range(61))], 6, CORAL)
    c.text(LEFT - 40, BOTTOM + 42, f"第 {int(head)} 次", 30, GREEN, ramp(t, 3.0, 3.6), bold=True)
    c.title(t, "一片叶子的一百次测量", "差一次，都不肯下结论", GREEN, x=204, y=112, size=44, until=4.6)
    c.caption("气孔一张一合，二氧化碳进去，氧气出来", pulse(t, 4.8, 8.6), 29, 676)
    c.caption("第一次不算数，第三十次也不算数", pulse(t, 8.9, 12.8), 29, 676)
    c.caption("一百个点站成一条线，结论才敢落笔", pulse(t, 13.1, 17.7), 29, 676)


def gases(c, t):
    for i in range(9):
        u = (t * 0.2 + i / 9) % 1
        x, y = bezier(((640, 600), (600, 560), (520, 470), (430 - 18 * (i % 3), 400 + 16 * (i % 4))), u)
        molecule(c, x, y, min(1, u * 6, (1 - u) * 5), True, t + i)
        u = (t * 0.2 + i / 9 + 0.05) % 1
        x, y = bezier(((340 + 16 * (i % 4), 380), (300, 280), (250, 240), (230 + 14 * (i % 3), 150)), u)
        molecule(c, x, y, min(1, u * 6, (1 - u) * 5), False, t + i)


def molecule(c, x, y, alpha, carbon, turn):
    ca, sa = math.cos(turn * 0.8), math.sin(turn * 0.8)
    if carbon:
        for sign in (1, -1):
            c.circle(x + sign * 13 * ca, y + sign * 13 * sa, 8, CORAL, alpha)
        c.circle(x, y, 9, INK, alpha)
    else:
        for sign in (1, -1):
            c.circle(x + sign * 7 * ca, y + sign * 7 * sa, 8, mix(SKY, TEAL, 0.35), alpha)
