"""把电存进山里: pumped storage through a day and a night. Four in, three out is the rule of thumb of the trade."""

import math
import random

from kit import (AMBER, GREEN, INK, MINT, NIGHT, PALE, PAPER, SKY, TEAL, WHITE, YELLOW, bezier, clamp, land, mix, pulse,
                 ramp, ridge, turbine)

SIZE = (1280, 720)
SECONDS = 30
MUSIC = dict(seed=139, root=185.0, chords=((0, 2, 4), (1, 3, 5), (-1, 2, 3), (0, 2, 5)), bar=5.0, lead="bell", density=0.6,
             beat=0.5, texture=(300, 2000, 0.14))
CAPTIONS = (
    (0.7, 5.2, "后半夜，城市睡了，风还在吹，电用不完。"),
    (5.6, 10.8, "工程师把多余的电变成水泵的力气，把水抬上山顶。"),
    (11.2, 15.6, "白天，山顶的水库像一块充满的电池，静静等着。"),
    (16.0, 21.6, "傍晚，万家灯火。闸门一开，水冲下来，推动水轮机。"),
    (22.0, 25.6, "抽上去用四度电，放下来还三度，换来的是随叫随到。"),
    (26.0, 29.7, "一座电站的背后，是一群人在山肚子里走过的十年。"),
)
WATER = "#2e86ab"
PIPE = ((905, 262), (850, 380), (700, 470), (560, 566))


def hour(t):
    """Clock of the film: it hurries over the quiet hours."""
    marks = ((0, 1.0), (5.4, 2.0), (11.2, 6.0), (16.0, 17.0), (26.0, 21.5), (30, 22.5))
    for (t0, h0), (t1, h1) in zip(marks, marks[1:]):
        if t <= t1:
            return h0 + (h1 - h0) * (t - t0) / (t1 - t0)
    return marks[-1][1]


def background(c):
    c.backdrop(PAPER, PAPER)


def draw(c, t):
    clock = hour(t)
    light = clamp(ramp(clock, 5, 8) - ramp(clock, 16.5, 19.5))
    dusk = pulse(clock, 16, 20, 1.6)
    c.backdrop(mix(NIGHT, SKY, light), mix(mix("#1f4a63", PALE, light), "#e59a63", 0.6 * dusk))
    dice = random.Random(2)
    for i in range(70):
        c.circle(dice.uniform(0, 1280), dice.uniform(0, 300), dice.uniform(0.6, 1.8), WHITE, (1 - light) * 0.8)
    a = math.pi * (clock - 6) / 12.5
    if 0 < a < math.pi:
        c.glow(640 - 560 * math.cos(a), 360 - 290 * math.sin(a), 120, YELLOW, 0.4)
        c.circle(640 - 560 * math.cos(a), 360 - 290 * math.sin(a), 32, YELLOW)
    land(c, ridge(1280, 470, 200, 51), mix("#27495a", "#9ccab8", light))
    for i, x in enumerate((70, 190, 300)):
        turn = t * (2.2 - 1.2 * light) + i
        turbine(c, x, 446 + (i % 2) * 22, 150, turn, mix("#a9bdc4", WHITE, light), mix("#7b9097", "#cdd9d9", light))
    mountain(c, light)
    pumping, falling = pulse(t, 5.4, 11.4, 0.8), pulse(t, 16.2, 25.8, 1.0)
    full = 0.18 + 0.72 * ramp(t, 5.8, 11.2) - 0.66 * ramp(t, 17.0, 25.6)
    reservoir(c, 800, 1110, 196, 268, full)
    reservoir(c, 330, 590, 560, 640, 1.02 - full)
    flow(c, t, pumping, falling)
    city(c, t, clock)
    dial(c, clock, light)
    busy = max(pumping, falling)
    if busy > 0:
        up = pumping > falling
        c.rect(452, 506, 196, 46, YELLOW if not up else TEAL, 0.95 * busy, 23)
        c.text(550, 538, "发电：放水" if not up else "用电：抽水", 25, INK if not up else WHITE, busy, "center", True)
    share(c, t)
    c.title(t, "把电存进山里", "抽水蓄能的一天一夜", WHITE, x=90, y=120, size=62, until=5.4)


def mountain(c, light):
    rock = mix("#22423f", "#5f9b7b", light)
    c.polygon([(430, 720), (560, 600), (690, 450), (770, 300), (806, 196), (1104, 196), (1180, 330), (1280, 420),
               (1280, 720)], rock)
    c.polygon([(1104, 196), (1180, 330), (1280, 420), (1280, 720), (980, 720)], INK, 0.13)
    c.polygon([(0, 720), (0, 600), (240, 560), (332, 560), (378, 640), (590, 640), (640, 720)], mix("#1b3835", "#4f8a6c", light))
    for i in range(16):
        x, y = 740 + (i * 97) % 460, 420 + (i * 61) % 210
        c.circle(x, y, 12 + i % 4 * 4, mix("#18332f", "#3f7f5e", light), 0.55)
    c.curve(PIPE, 34, mix(INK, WHITE, 0.12))
    c.curve(PIPE, 22, mix(NIGHT, WATER, 0.55))
    c.rect(520, 556, 92, 62, mix("#53645f", PAPER, 0.35 * light), radius=6)


def reservoir(c, left, right, top, bottom, full):
    """A basin with sloping walls, filled to a part of its depth."""
    inset = 46
    c.polygon([(left, top), (right, top), (right - inset, bottom), (left + inset, bottom)], mix(INK, NIGHT, 0.4), 0.85)
    full = clamp(full)
    y = bottom - (bottom - top - 6) * full
    slope = inset * (1 - (y - top) / (bottom - top))
    c.vertical(y, bottom, mix(WATER, SKY, 0.35), WATER)
    c.polygon([(left + inset - slope, y), (right - inset + slope, y), (right - inset, bottom), (left + inset, bottom)])
    c.line([(left + inset - slope + 4, y), (right - inset + slope - 4, y)], 3, WHITE, 0.7)


def flow(c, t, pumping, falling):
    for amount, sign, colour in ((pumping, -1, WHITE), (falling, 1, "#bfe9ff")):
        if amount > 0:
            for i in range(16):
                u = (i / 16 + sign * t * 0.28) % 1
                x, y = bezier(PIPE, u)
                c.circle(x, y, 6, colour, 0.9 * amount * min(1, u * 9, (1 - u) * 9))
    spin = t * (6 * falling - 5 * pumping)
    for k in range(6):
        a = spin + k * math.pi / 3
        c.line([(566, 587), (566 + 24 * math.cos(a), 587 + 24 * math.sin(a))], 7, YELLOW if falling > 0 else MINT)
    c.circle(566, 587, 9, WHITE)


def city(c, t, clock):
    busy = clamp(ramp(clock, 16.5, 19) + 0.12)
    dice = random.Random(6)
    x = 20
    while x < 300:
        w, h = dice.choice((34, 42, 52)), dice.uniform(56, 150)
        c.rect(x, 690 - h, w, h + 40, mix("#16323c", "#3c5a63", 0.4))
        for row in range(int(h // 18)):
            for column in range(w // 14):
                if dice.random() < 0.85:
                    lit = clamp((busy - dice.random() * 0.9) * 6)
                    c.rect(x + 5 + column * 14, 698 - h + row * 18, 8, 10, mix("#274650", YELLOW, lit))
        x += w + 8
    for i in range(5):
        u = (t * 0.5 + i / 5) % 1
        on = pulse(t, 16.6, 25.6, 1.0)
        c.circle(520 - 220 * u, 596 + 30 * math.sin(math.pi * u), 5, YELLOW, on * min(1, 5 * u, 5 * (1 - u)))
        on = pulse(t, 5.4, 11.4, 0.8)
        c.circle(300 + 220 * u, 470 + 110 * u * u, 5, MINT, on * min(1, 5 * u, 5 * (1 - u)))
    c.line([(300, 626), (520, 596)], 2, WHITE, 0.35)
    c.line([(300, 470), (410, 498), (520, 580)], 2, WHITE, 0.3)


def dial(c, clock, light):
    x, y = 1190, 92
    c.circle(x, y, 54, WHITE, 0.92)
    c.ring(x, y, 54, 5, GREEN)
    for k in range(12):
        a = k * math.pi / 6
        c.line([(x + 44 * math.sin(a), y - 44 * math.cos(a)), (x + 49 * math.sin(a), y - 49 * math.cos(a))], 2.5, INK)
    for turn, length, width in ((clock / 12, 26, 6), (clock % 1, 39, 3.5)):
        a = turn * 2 * math.pi
        c.line([(x, y), (x + length * math.sin(a), y - length * math.cos(a))], width, INK)
    names = ((5, "后半夜"), (8, "清晨"), (12, "上午"), (17, "下午"), (20, "傍晚"), (24, "夜里"))
    name = next(word for end, word in names if clock < end)
    c.text(x - 72, y + 10, name, 28, mix(WHITE, INK, light), 1, "right", True)


def share(c, t):
    alpha = pulse(t, 21.8, 29.6, 0.6)
    if alpha <= 0:
        return
    c.rect(820, 436, 400, 196, WHITE, 0.93 * alpha, 20)
    c.text(848, 482, "抽四发三", 32, GREEN, alpha, bold=True)
    c.text(994, 480, "约数，效率约75%", 20, INK, 0.75 * alpha)
    for row, (count, word, colour) in enumerate(((4, "抽水用电", TEAL), (3, "放水发电", AMBER))):
        y = 506 + row * 58
        c.text(848, y + 30, word, 23, INK, alpha)
        for k in range(count):
            shown = ramp(t, 22.4 + row * 1.2 + k * 0.25, 22.8 + row * 1.2 + k * 0.25)
            c.rect(960 + k * 62, y, 54 * shown, 42, colour, alpha, 8)
