"""换一种方式出门: five ways through the town, side by side. Stored lying, shown upright by a rotation of 90 degrees."""

import math

from kit import CORAL, GREEN, INK, LEAF, MINT, PAPER, SERIF, SKY, TEAL, WHITE, YELLOW, mix, pulse, ramp, tree

SIZE = (960, 544)
ROTATION = 90
SECONDS = 16
MUSIC = dict(seed=83, root=293.7, chords=((0, 2, 4), (0, 3, 5), (1, 3, 5), (0, 2, 5)), bar=3.2, lead="pluck", density=0.9,
             beat=0.4, pulse=True)
# way, word, length of the bar (a drawing that only gives the order), speed
LANES = (("步行", "不用一滴油", 0.03, 34), ("自行车", "三公里，刚刚好", 0.05, 66), ("轨道交通", "一列车，上千人", 0.24, 150),
         ("公共汽车", "一起走，省一路", 0.36, 96), ("独自开车", "能拼就拼，能少就少", 1.0, 120))
TOP, STEP = 236, 118


def background(c):
    c.backdrop(mix(SKY, WHITE, 0.5), PAPER)
    for index in range(5):
        y = TOP + index * STEP
        c.rect(22, y, 500, 104, mix(MINT, WHITE, 0.2 + 0.13 * index), radius=16)
        c.rect(22, y + 74, 500, 30, "#5b6b68" if index > 2 else mix(GREEN, WHITE, 0.35), radius=12)
        c.rect(22, y + 74, 500, 14, "#5b6b68" if index > 2 else mix(GREEN, WHITE, 0.35))


def draw(c, t):
    for index, (way, words, part, speed) in enumerate(LANES):
        y = TOP + index * STEP
        shown = ramp(t, 1.6 + index * 0.5, 2.3 + index * 0.5)
        c.cr.save()
        c.cr.rectangle(198, y - 8, 324, 112)
        c.cr.clip()
        for k in range(3):
            tree(c, 226 + k * 120 + (index * 53) % 60, y + 76, 50, mix(LEAF, WHITE, 0.35), "round" if k % 2 else "pine")
        x = ((t + 2.2) * speed + index * 90) % 600 + 60
        vehicle(c, index, x, y + 80, t)
        c.cr.restore()
        c.text(40, y + 36, way, 27, INK, shown, bold=True)
        c.text(41, y + 62, words, 16, GREEN, shown)
        bar = ramp(t, 6.2 + index * 0.3, 7.4 + index * 0.3)
        colour = mix(YELLOW, CORAL, part)
        c.rect(40, y + 83, 464, 12, WHITE, 0.4 * ramp(t, 5.8, 6.4), 6)
        c.rect(40, y + 83, 464 * part * bar, 12, colour, ramp(t, 5.8, 6.4), 6)
    c.title(t, "换一种方式出门", "从家到单位，五种走法", GREEN, x=40, y=130, size=54, until=5.6)
    note = ramp(t, 6.0, 6.8) * (1 - ramp(t, 11.4, 12.0))
    c.text(40, 110, "每人每公里的排放", 38, INK, note, bold=True)
    c.text(40, 152, "条越长，排放越多（示意，只表示次序）", 20, INK, note * 0.8)
    end = ramp(t, 12.0, 12.8)
    c.text(272, 118, "近处走一走，远处坐一坐", 40, GREEN, end, "center", True, SERIF)
    c.text(272, 164, "少开一次车，路也宽一点", 24, INK, end, "center")
    c.caption("同一条路，换一种走法，排放差很多", pulse(t, 6.4, 11.4), 24, 902)
    c.caption("绿色出行，从下一趟开始", pulse(t, 12.2, 15.8), 24, 902)


def vehicle(c, index, x, y, t):
    if index == 0:
        step = math.sin(t * 7) * 9
        for sign in (1, -1):
            c.line([(x, y - 20), (x + sign * step, y)], 6, INK)
        c.line([(x, y - 20), (x + 1, y - 42)], 11, TEAL)
        c.line([(x, y - 38), (x + step * 0.9, y - 24)], 5, YELLOW)
        c.circle(x + 2, y - 55, 9, "#f0c9a2")
    elif index == 1:
        for dx in (-20, 22):
            c.ring(x + dx, y - 14, 14, 4, INK)
            for k in range(3):
                a = t * 6 + k * 1.047
                c.line([(x + dx - 13 * math.cos(a), y - 14 - 13 * math.sin(a)),
                        (x + dx + 13 * math.cos(a), y - 14 + 13 * math.sin(a))], 1.2, INK, 0.6)
        c.line([(x - 20, y - 14), (x - 6, y - 34), (x + 16, y - 34), (x, y - 14), (x - 20, y - 14)], 4, CORAL)
        c.line([(x + 22, y - 14), (x + 14, y - 42), (x + 22, y - 44)], 4, CORAL)
        foot = math.sin(t * 6) * 7
        c.line([(x - 8, y - 40), (x + 4, y - 28), (x + foot, y - 10)], 6, INK)
        c.line([(x - 8, y - 42), (x + 4, y - 62)], 10, YELLOW)
        c.line([(x + 3, y - 58), (x + 18, y - 46)], 5, YELLOW)
        c.circle(x + 8, y - 72, 9, "#f0c9a2")
    elif index == 2:
        c.rect(x - 120, y - 46, 210, 40, WHITE, radius=12)
        c.polygon([(x + 70, y - 46), (x + 96, y - 46), (x + 118, y - 16), (x + 112, y - 6), (x + 70, y - 6)], WHITE)
        c.rect(x - 120, y - 22, 236, 8, TEAL)
        for k in range(6):
            c.rect(x - 110 + k * 32, y - 40, 24, 14, mix(INK, SKY, 0.35), radius=3)
        c.polygon([(x + 78, y - 40), (x + 94, y - 40), (x + 106, y - 26), (x + 78, y - 26)], mix(INK, SKY, 0.35))
        c.line([(x - 130, y - 2), (x + 124, y - 2)], 4, INK, 0.6)
    elif index == 3:
        c.rect(x - 70, y - 58, 140, 50, YELLOW, radius=9)
        for k in range(5):
            c.rect(x - 62 + k * 25, y - 51, 20, 18, mix(INK, SKY, 0.5), radius=3)
        c.rect(x - 70, y - 24, 140, 6, WHITE)
        for dx in (-42, 42):
            c.circle(x + dx, y - 7, 10, INK)
            c.circle(x + dx, y - 7, 4, "#aab5b2")
    else:
        c.polygon([(x - 34, y - 26), (x - 20, y - 46), (x + 16, y - 46), (x + 32, y - 26)], mix(CORAL, INK, 0.12))
        c.polygon([(x - 26, y - 27), (x - 16, y - 41), (x - 2, y - 41), (x - 2, y - 27)], SKY)
        c.polygon([(x + 3, y - 27), (x + 3, y - 41), (x + 13, y - 41), (x + 24, y - 27)], SKY)
        c.rect(x - 52, y - 28, 104, 22, CORAL, radius=9)
        for dx in (-28, 30):
            c.circle(x + dx, y - 6, 9, INK)
            c.circle(x + dx, y - 6, 3.5, "#aab5b2")
        for k in range(4):
            u = (t * 0.9 + k / 4) % 1
            c.circle(x - 58 - u * 46, y - 10 - u * 22, 4 + 9 * u, "#7d8785", 0.5 * (1 - u))
