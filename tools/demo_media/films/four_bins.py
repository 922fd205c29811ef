"""垃圾的四个家: rubbish falls into the four bins of GB/T 19095-2019."""

import math

from kit import CORAL, GREEN, INK, LEAF, MINT, PAPER, SERIF, TEAL, WHITE, YELLOW, mix, pulse, ramp, spring

SIZE = (1280, 720)
SECONDS = 24
MUSIC = dict(seed=31, root=261.6, chords=((0, 2, 4), (0, 3, 5), (1, 3, 4), (0, 2, 5)), bar=3.2, lead="pluck", density=0.85,
             beat=0.4, pulse=True)
BLUE, RED, DARK = "#2f6fb3", "#c9463d", "#4c5754"
BINS = (("可回收物", BLUE, "Recyclable"), ("有害垃圾", RED, "Hazardous"), ("厨余垃圾", LEAF, "Food waste"),
        ("其他垃圾", DARK, "Residual"))
# thing, bin, time of its fall, what the caption says
FALLS = (("bottle", 0, 4.0, "塑料瓶：倒空、压扁，进可回收物"), ("battery", 1, 6.9, "废充电电池：单独投放，进有害垃圾"),
         ("peel", 2, 9.8, "果皮菜叶：沥干水分，进厨余垃圾"), ("tissue", 3, 12.7, "用过的纸巾：不能再造纸，进其他垃圾"),
         ("paper", 0, 15.6, "旧报纸：叠放整齐，进可回收物"), ("bone", 2, 18.3, "鱼骨剩饭：和塑料袋分开，进厨余垃圾"))


def bin_x(index):
    return 205 + index * 290


def background(c):
    c.backdrop(mix(MINT, WHITE, 0.35), PAPER)
    for i in range(9):
        c.circle(70 + i * 150, 130 + (i % 2) * 60, 90 + (i % 3) * 22, WHITE, 0.35)
    c.rect(0, 590, 1280, 130, mix(GREEN, PAPER, 0.72))
    c.rect(0, 590, 1280, 5, mix(GREEN, PAPER, 0.45))


def draw(c, t):
    for index, (name, colour, english) in enumerate(BINS):
        caught = max((1 - abs(t - start - 1.75) / 0.35 for _, target, start, _ in FALLS if target == index), default=0)
        draw_bin(c, bin_x(index), 590, name, english, colour, spring(t, 0.3 + index * 0.22), max(0.0, caught))
    for thing, target, start, words in FALLS:
        if start - 0.6 < t < start + 1.8:
            u = (t - start) / 1.8
            rise = ramp(t, start - 0.6, start)
            go = max(0.0, u)
            x = 640 + (bin_x(target) - 640) * ramp(go, 0.25, 0.8)
            y = 235 + 14 * math.sin(t * 3) * (1 - min(1, go * 4)) + 210 * max(0, go - 0.45) ** 2 / 0.3 - 55 * math.sin(
                math.pi * min(1, go / 0.75))
            size = max(0.05, rise) * (1 - 0.35 * ramp(go, 0.7, 1))
            draw_thing(c, thing, x, y, 1.5 * size, 0.5 * math.sin(go * 7))
        c.caption(words, pulse(t, start - 0.5, start + 2.35, 0.3), 32, 672)
    if t > 21:
        final = ramp(t, 21.0, 21.8)
        c.text(640, 190, "先分好，再出发", 72, GREEN, final, "center", True, SERIF)
        c.text(640, 246, "分得清，才能用得回", 32, INK, final, "center")
    c.title(t, "垃圾的四个家", "一分钟学会看桶色", GREEN, x=120, y=170, size=72, until=3.4)


def draw_bin(c, x, base, name, english, colour, grow, open_):
    h = 250 * grow
    if h <= 1:
        return
    top = base - h
    c.polygon([(x - 96, top + 34), (x + 96, top + 34), (x + 80, base), (x - 80, base)], colour)
    c.polygon([(x + 40, top + 34), (x + 96, top + 34), (x + 80, base), (x + 36, base)], INK, 0.12)
    c.circle(x - 52, base, 13, INK)
    c.circle(x + 52, base, 13, INK)
    lid = open_ * 0.55
    ca, sa = math.cos(-lid), math.sin(-lid)
    hinge = (x - 104, top + 34)
    corners = ((0, 0), (208, 0), (198, -26), (10, -26))
    c.polygon([(hinge[0] + u * ca - v * sa, hinge[1] + u * sa + v * ca) for u, v in corners], mix(colour, WHITE, 0.18))
    if grow > 0.6:
        c.text(x, top + 128, name, 34, WHITE, 1, "center", True)
        c.text(x, top + 160, english, 17, WHITE, 0.8, "center")
        mark(c, x, top + 203, name)


def mark(c, x, y, name):
    """A small sign of our own for each kind."""
    if name == "可回收物":
        for i in range(3):
            a = i * 2.094 - 1.57
            c.ring(x, y, 19, 5, WHITE, 1, a + 0.3, a + 1.6)
            c.arrow(x + 19 * math.cos(a + 1.95), y + 19 * math.sin(a + 1.95), a + 3.4, 14, WHITE)
    elif name == "有害垃圾":
        c.line([(x - 15, y - 15), (x + 15, y + 15)], 7, WHITE)
        c.line([(x + 15, y - 15), (x - 15, y + 15)], 7, WHITE)
    elif name == "厨余垃圾":
        c.circle(x, y + 3, 17, WHITE)
        c.circle(x + 15, y - 5, 8, LEAF)
        c.line([(x, y - 12), (x + 5, y - 24)], 4, WHITE)
    else:
        c.polygon([(x - 17, y - 15), (x + 17, y - 15), (x, y + 18)], WHITE)


def draw_thing(c, thing, x, y, size, turn):
    cr = c.cr
    cr.save()
    cr.translate(x, y)
    cr.rotate(turn)
    cr.scale(size, size)
    if thing == "bottle":
        c.rect(-20, -34, 40, 92, "#9fd3ea", 0.95, 12)
        c.rect(-9, -54, 18, 24, "#9fd3ea")
        c.rect(-12, -66, 24, 15, TEAL, radius=4)
        c.rect(-20, -6, 40, 30, WHITE, 0.85)
    elif thing == "battery":
        c.rect(-24, -44, 48, 96, INK, radius=8)
        c.rect(-24, -44, 48, 34, YELLOW, radius=8)
        c.rect(-10, -56, 20, 14, "#b9c4c0", radius=3)
        c.text(0, 28, "+", 40, WHITE, 1, "center", True)
    elif thing == "peel":
        c.ring(0, 0, 44, 24, YELLOW, 1, 0.3, 2.9)
        c.ring(0, 0, 52, 7, mix(YELLOW, CORAL, 0.35), 1, 0.35, 2.85)
        c.circle(-44, 12, 8, "#6b4f23")
        c.polygon([(30, 6), (64, -40), (10, -20)], LEAF)
    elif thing == "tissue":
        c.polygon([(-46, 10), (-28, -36), (4, -20), (30, -42), (48, 4), (26, 40), (-8, 26), (-34, 42)], WHITE)
        c.line([(-20, -18), (2, 10), (-12, 28)], 3, "#c8d2ce")
        c.line([(24, -24), (14, 6), (28, 22)], 3, "#c8d2ce")
    elif thing == "paper":
        c.rect(-44, -52, 88, 104, "#efe9d8", radius=4)
        c.rect(-34, -42, 68, 16, INK)
        for i in range(5):
            c.line([(-34, -14 + i * 14), (34 - (i % 2) * 14, -14 + i * 14)], 4, "#a9a28e")
    else:
        c.line([(-44, 0), (40, 0)], 7, "#e9dfc6")
        for i in range(5):
            c.line([(-30 + i * 14, -20 + i * 2), (-26 + i * 14, 0), (-30 + i * 14, 20 - i * 2)], 6, "#e9dfc6")
        c.polygon([(36, -22), (66, 0), (36, 22)], "#e9dfc6")
        c.polygon([(-44, 0), (-64, -20), (-60, 20)], "#e9dfc6")
        c.circle(48, -4, 4, INK)
    cr.restore()
