"""天空里的一条曲线: annual means of CO2 at Mauna Loa, 1959-2020, NOAA Global Monitoring Laboratory."""

import math
import random

from kit import CORAL, INK, NIGHT, SKY, TEAL, WHITE, YELLOW, clamp, land, mix, pulse, ramp, ridge

SIZE = (1280, 720)
SECONDS = 20
MUSIC = dict(seed=23, root=196.0, scale=(0, 2, 3, 7, 9), chords=((0, 2, 4), (1, 3, 5), (-1, 2, 3)), bar=5.0, lead="pluck",
             density=0.7, beat=0.45)
CAPTIONS = (
    (0.6, 4.4, "从1958年起，太平洋一座火山顶上，有人每天测量空气。"),
    (4.7, 9.2, "1959年的年平均值是315.98：一百万个空气分子里约有316个二氧化碳。"),
    (9.5, 14.2, "此后曲线越走越陡：60年代升高约9 ppm，最近十年升高约24 ppm。"),
    (14.5, 19.6, "2020年，414.21。这条线往哪里走，由我们决定。"),
)
VALUES = (315.98, 316.91, 317.64, 318.45, 318.99, 319.62, 320.04, 321.37, 322.18, 323.05, 324.62, 325.68, 326.32, 327.46,
          329.68, 330.19, 331.13, 332.03, 333.84, 335.41, 336.84, 338.76, 340.12, 341.48, 343.15, 344.87, 346.35, 347.61,
          349.31, 351.69, 353.20, 354.45, 355.70, 356.54, 357.21, 358.96, 360.97, 362.74, 363.88, 366.84, 368.54, 369.71,
          371.32, 373.45, 375.98, 377.70, 379.98, 382.09, 384.02, 385.83, 387.64, 390.10, 391.85, 394.06, 396.74, 398.81,
          401.01, 404.41, 406.76, 408.72, 411.65, 414.21)

LEFT, RIGHT, TOP, BOTTOM = 130, 1150, 110, 545


def place(index, value):
    return (LEFT + (RIGHT - LEFT) * index / (len(VALUES) - 1), BOTTOM - (BOTTOM - TOP) * (value - 300) / 120)


def background(c):
    c.backdrop(NIGHT, mix(NIGHT, TEAL, 0.45), mix(TEAL, SKY, 0.45))
    land(c, ridge(1280, 705, 70, 6), mix(INK, TEAL, 0.25))
    land(c, [(0, 700), (200, 668), (300, 652), (380, 656), (640, 690), (1280, 712)], INK)
    c.rect(304, 634, 44, 24, mix(INK, WHITE, 0.12))
    c.circle(326, 634, 18, mix(WHITE, SKY, 0.35))
    for value in range(300, 421, 20):
        y = place(0, value)[1]
        c.line([(LEFT, y), (RIGHT, y)], 1.2, WHITE, 0.16)
        c.text(LEFT - 16, y + 7, str(value), 20, WHITE, 0.7, "right")
    for year in range(1960, 2021, 10):
        x = place(year - 1959, 300)[0]
        c.text(x, BOTTOM + 34, str(year), 20, WHITE, 0.7, "center")
    c.text(LEFT - 62, TOP - 24, "CO₂ 年平均浓度（ppm，百万分之一）", 20, WHITE, 0.85)
    c.text(RIGHT, BOTTOM + 62, "来源：NOAA 全球监测实验室，冒纳罗亚观测站", 17, WHITE, 0.6, "right")


def draw(c, t):
    dice = random.Random(3)
    for _ in range(70):
        x, y, speed = dice.uniform(0, 1280), dice.uniform(0, 430), dice.uniform(0.6, 2)
        c.circle(x, y, dice.uniform(0.6, 1.7), WHITE, 0.2 + 0.3 * abs(math.sin(t * speed + x)))
    head = clamp((t - 2.2) / 14.2) ** 0.9 * (len(VALUES) - 1)
    whole = int(head)
    points = [place(i, VALUES[i]) for i in range(whole + 1)]
    if whole < len(VALUES) - 1:
        points.append(place(head, VALUES[whole] + (VALUES[whole + 1] - VALUES[whole]) * (head - whole)))
    value = VALUES[whole]
    x, y = points[-1]
    c.vertical(TOP, BOTTOM, (YELLOW, 0.34), (YELLOW, 0.02))
    c.polygon([(LEFT, BOTTOM), *points, (x, BOTTOM)])
    if len(points) > 1:
        c.line(points, 5, YELLOW)
    for year in range(1960, 2021, 10):
        shown = ramp(head, year - 1959, year - 1958.4) if year < 2020 else ramp(head, 60.6, 61)
        px, py = place(year - 1959, VALUES[year - 1959])
        c.circle(px, py, 7 * shown, WHITE)
        if year < 2020:
            c.text(px, py - 20, f"{VALUES[year - 1959]:.2f}", 19, WHITE, shown * 0.9, "center")
    c.glow(x, y, 46 + 6 * math.sin(t * 4), YELLOW, 0.6)
    c.circle(x, y, 9, WHITE)
    appear = ramp(t, 4.2, 5.0)
    c.text(LEFT + 40, 232, f"{1959 + whole}", 34, SKY, appear, bold=True)
    c.text(LEFT + 40, 312, f"{value:.2f}", 84, mix(WHITE, CORAL, clamp((value - 350) / 90)), appear, bold=True)
    c.text(LEFT + 44 + c.text_width(f"{value:.2f}", 84, True), 312, "ppm", 28, WHITE, appear * 0.8)
    rise = pulse(t, 16.6, 20.5)
    c.text(LEFT + 42, 362, "61 年，升高 98.23 ppm", 26, YELLOW, rise, bold=True)
    c.title(t, "天空里的一条曲线", "我们怎样知道二氧化碳在变多", WHITE, x=190, y=262, size=64, until=4.2)
