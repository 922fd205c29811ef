"""楼道里的灯: the lamps of a house go out one by one, and the stars come back. Portrait. The sum is plain arithmetic."""

import math
import random

from kit import NIGHT, SERIF, SKY, TEAL, WHITE, YELLOW, clamp, mix, pulse, ramp

SIZE = (720, 1280)
SECONDS = 15
MUSIC = dict(seed=53, root=233.1, chords=((0, 2, 4), (-1, 1, 3)), bar=5.0, lead="bell", density=0.55, beat=0.6, bright=0.3)

FLOORS, COLUMNS = 9, 5
SAVED = 365  # 100 lamps x 10 W x 1 hour x 365 days, in kWh


def off_time(floor, column):
    """When a lamp goes out; a few families stay up."""
    dice = random.Random(floor * 31 + column)
    return 99.0 if dice.random() < 0.14 else 3.4 + dice.random() * 7.4


def background(c):
    c.backdrop(NIGHT, "#123049", mix("#1f5064", TEAL, 0.3))
    dice = random.Random(8)
    for x, w in ((-40, 150), (560, 120), (650, 160), (90, 90)):
        h = dice.uniform(330, 620)
        c.rect(x, 1090 - h, w, h, mix(NIGHT, TEAL, 0.16))
    c.rect(0, 1085, 720, 195, "#08161f")
    c.rect(140, 400, 440, 690, "#27414a", radius=10)
    c.rect(140, 400, 26, 690, "#1d333b")
    c.rect(124, 388, 472, 24, "#35535c", radius=6)
    c.rect(310, 990, 100, 100, "#152831", radius=6)
    c.circle(392, 1044, 5, YELLOW)


def draw(c, t):
    dark = sum(ramp(t, off_time(f, k), off_time(f, k) + 0.4) for f in range(FLOORS) for k in range(COLUMNS)) / (
        FLOORS * COLUMNS)
    dice = random.Random(4)
    for i in range(110):
        x, y = dice.uniform(0, 720), dice.uniform(0, 420 if i % 3 else 900)
        size, speed = dice.uniform(0.8, 2.4), dice.uniform(0.8, 2.2)
        if not (130 < x < 590 and y > 380):
            c.circle(x, y, size, WHITE, clamp(0.1 + dark * 1.1) * (0.5 + 0.5 * abs(math.sin(t * speed + i))))
    c.glow(585, 175, 120, WHITE, 0.12 + 0.2 * dark)
    c.circle(585, 175, 42, "#f6eecb")
    c.circle(602, 163, 37, mix("#0e2433", "#123049", 0.5))
    for floor in range(FLOORS):
        for column in range(COLUMNS):
            x, y = 186 + column * 76, 432 + floor * 60
            lit = 1 - ramp(t, off_time(floor, column), off_time(floor, column) + 0.35)
            c.rect(x, y, 50, 38, mix("#172b33", YELLOW, 0.92 * lit), radius=4)
            if lit > 0.02:
                c.glow(x + 25, y + 19, 44, YELLOW, 0.25 * lit)
                c.rect(x + 23, y, 4, 38, "#27414a", 0.5)
            else:
                c.rect(x + 5, y + 4, 16, 30, SKY, 0.06)
    for i in range(3):
        x = 80 + i * 270
        c.line([(x, 1090), (x, 1010), (x + 22, 1000)], 6, "#10222b")
        c.glow(x + 26, 1010, 70, YELLOW, 0.25)
    c.title(t, "楼道里的灯", "人走，灯灭，星星来", WHITE, x=76, y=190, size=78, until=4.6)
    shown = ramp(t, 5.0, 5.8)
    c.text(76, 160, "一年可以少用", 30, WHITE, shown * 0.85)
    number = f"{SAVED * clamp((t - 5.2) / 6.0):.0f}"
    c.text(72, 270, number, 112, YELLOW, shown, bold=True)
    c.text(86 + c.text_width(number, 112, True), 270, "千瓦时电", 34, WHITE, shown)
    c.text(76, 330, "100盏10瓦的灯，每天少亮1小时", 27, SKY, ramp(t, 6.2, 7.0))
    c.caption("随手一关，一盏灯不算多", pulse(t, 3.2, 7.4), 34, 1180)
    c.caption("一百盏、一整年，就是365千瓦时", pulse(t, 7.7, 11.4), 34, 1180)
    end = ramp(t, 11.7, 12.5)
    c.text(360, 1180, "人走，灯灭", 62, WHITE, end, "center", True, SERIF)
