"""读冰的人: an ice core runs past and gives up its old air.

Range of 800,000 years and depth: Luethi et al. 2008 (EPICA Dome C); today: NOAA, Mauna Loa, mean of 2022.
"""

import math
import random

from kit import CORAL, INK, NIGHT, PALE, SKY, TEAL, WHITE, YELLOW, clamp, mix, pulse, ramp

SIZE = (1920, 1080)
SECONDS = 20
MUSIC = dict(seed=103, root=207.7, scale=(0, 2, 3, 7, 8), chords=((0, 2, 4), (-1, 2, 3), (0, 1, 4)), bar=5.0, lead="bell",
             density=0.5, beat=0.65, bright=0.3)
AGES = 800
LOW, HIGH, TODAY = 172, 300, 418.53
LEFT, RIGHT, TOP, BOTTOM = 860, 1760, 300, 800
CORE_X, CORE_W = 140, 300


def old_air(age):
    """Eight swings between the measured limits; the shape is a drawing: each warm time came fast and went slowly."""
    phase = (age / 100) % 1
    saw = 1 - phase / 0.16 if phase < 0.16 else (phase - 0.16) / 0.84
    swing = 0.5 - 0.5 * math.cos(math.pi * saw)
    limit = 0.92 + 0.08 * math.cos((age - 330) / 130)
    return LOW + 7 + (HIGH - LOW - 12) * swing * limit + 3 * math.sin(age / 7.3)


def place(age, ppm):
    return RIGHT - (RIGHT - LEFT) * age / AGES, BOTTOM - (BOTTOM - TOP) * (ppm - 150) / 290


def background(c):
    c.backdrop(NIGHT, "#143d54", "#2b7390")
    for i in range(26):
        x = 60 + i * 77
        c.polygon([(x, 0), (x + 44, 0), (x + 330, 1080), (x + 250, 1080)], PALE, 0.018)
    c.rect(LEFT - 110, TOP - 100, RIGHT - LEFT + 210, BOTTOM - TOP + 230, NIGHT, 0.5, 30)
    for ppm in range(150, 441, 50):
        y = place(0, ppm)[1]
        c.line([(LEFT, y), (RIGHT, y)], 1.5, WHITE, 0.16)
        c.text(LEFT - 20, y + 9, str(ppm), 26, WHITE, 0.75, "right")
    for age in range(0, 801, 200):
        x = place(age, 150)[0]
        c.text(x, BOTTOM + 46, f"{age // 10}万年前" if age else "今天", 26, WHITE, 0.75, "center")
    c.text(LEFT - 60, TOP - 40, "空气中的 CO₂（ppm）", 30, WHITE, 0.9)
    c.text(RIGHT, BOTTOM + 100, "冰芯实测范围172～300 ppm（Lüthi 等，2008），曲线形状为示意；2022年：NOAA", 22, WHITE, 0.65, "right")


def draw(c, t):
    move = clamp((t - 2.5) / 12.5)
    depth = 3260 * (move * move * (3 - 2 * move))
    core(c, depth, t)
    age = AGES * (depth / 3260) ** 1.6
    points = [place(a, old_air(a)) for a in range(0, int(age) + 1, 4)]
    if len(points) > 1:
        c.line(points, 5, SKY)
        c.circle(*points[-1], 12, WHITE)
        c.glow(*points[-1], 50, SKY, 0.5)
    for limit in (LOW, HIGH):
        c.line([place(AGES, limit), place(0, limit)], 2, YELLOW, 0.7 * ramp(t, 13.5, 14.3), [10, 10])
    today = ramp(t, 15.2, 17.0)
    if today > 0:
        x, y0 = place(0, 280)
        y = y0 + (place(0, TODAY)[1] - y0) * today
        c.line([(x, y0), (x, y)], 9, CORAL)
        c.glow(x, y, 80, CORAL, 0.6)
        c.circle(x, y, 15, WHITE)
        c.text(x - 30, place(0, TODAY)[1] + 12, f"2022年：{TODAY}", 44, CORAL, ramp(t, 16.6, 17.2), "right", True)
    c.text(506, 330, f"{depth:,.0f}", 68, WHITE, 1.0 if t > 2.2 else 0.0, bold=True)
    c.text(508, 374, "米深", 28, WHITE, 0.8 if t > 2.2 else 0.0)
    c.title(t, "读冰的人", "一根冰芯，八十万年的空气", WHITE, x=860, y=140, size=92, until=5.0)
    c.caption("雪一层层压成冰，把当年的空气封在气泡里", pulse(t, 5.2, 9.4), 40, 1020)
    c.caption("他们一米一米往下读，读到八十万年前", pulse(t, 9.7, 14.6), 40, 1020)
    c.caption("八十万年里，从没有哪一段像今天这样高", pulse(t, 15.0, 19.7), 40, 1020)


def core(c, depth, t):
    """The drilled cylinder with its layers and bubbles, moving up."""
    cr = c.cr
    cr.save()
    c.rect(CORE_X - 20, -40, CORE_W + 40, 1160, NIGHT, 0.35, 40)
    cr.new_path()
    cr.rectangle(CORE_X, 0, CORE_W, 1080)
    cr.clip()
    c.rect(CORE_X, 0, CORE_W, 1080, "#bfe3ef")
    scale = 1.35
    first = int((depth * scale) // 36) - 1
    for row in range(first, first + 33):
        dice = random.Random(row * 7 + 1)
        y = row * 36 - depth * scale
        shade = dice.random()
        c.rect(CORE_X, y, CORE_W, 37, mix("#d8eff6", "#8cc4da", shade))
        if shade > 0.9:
            c.rect(CORE_X, y + 12, CORE_W, 9, "#6f7f86", 0.55)
        for _ in range(5):
            x, r = CORE_X + dice.uniform(16, CORE_W - 16), dice.uniform(3, 10)
            by = y + dice.uniform(4, 32) + math.sin(t * 2 + x) * 1.2
            c.circle(x, by, r, WHITE, 0.75)
            c.ring(x, by, r, 1.6, TEAL, 0.5)
    for i in range(10):
        c.rect(CORE_X + i * 8, 0, 8, 1080, INK, 0.26 * (1 - i / 10))
        c.rect(CORE_X + CORE_W - 8 - i * 8, 0, 8, 1080, INK, 0.3 * (1 - i / 10))
    c.rect(CORE_X + 96, 0, 26, 1080, WHITE, 0.28)
    cr.restore()
    y = 304
    c.rect(CORE_X - 46, y - 5, CORE_W + 92, 10, YELLOW, 0.95, 5)
    c.glow(CORE_X + CORE_W / 2, y, 200, YELLOW, 0.22)
