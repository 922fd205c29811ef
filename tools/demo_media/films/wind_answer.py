"""风的答案: turbines on a ridge from dawn to noon; wind power of China 2015-2020. Fades in from black and out to black."""

import math

from kit import (GREEN, INK, LEAF, NIGHT, PALE, SKY, TEAL, WHITE, YELLOW, clamp, cloud, land, mix, pulse, ramp, ridge,
                 turbine)

SIZE = (1280, 720)
SECONDS = 18
MUSIC = dict(seed=47, root=174.6, chords=((0, 2, 4), (-2, 1, 3), (-1, 2, 4)), bar=6.0, lead="flute", density=0.4, beat=0.75,
             texture=(180, 900, 0.5))
FARM = ((120, 120, 1.9), (290, 150, 1.7), (760, 140, 1.8), (930, 160, 1.6), (1150, 130, 2.0))
# National Energy Administration, grid-connected wind power at the end of the year, 100 GW
WIND = ((2015, 1.29), (2016, 1.49), (2017, 1.64), (2018, 1.84), (2019, 2.10), (2020, 2.81))


def draw(c, t):
    day = ramp(t, 0, 12)
    c.backdrop(mix("#1c3a57", SKY, day), mix("#c9785a", PALE, day), mix(YELLOW, "#fff4d8", day))
    y = 520 - 360 * day
    c.glow(690, y, 260, YELLOW, 0.55)
    c.circle(690, y, 44, mix("#ff9d57", "#fff0c4", day))
    for i, (x, h, size, speed) in enumerate(((720, 150, 60, 16), (830, 90, 80, 12), (1000, 190, 50, 20), (450, 240, 44, 18))):
        cloud(c, (x + t * speed) % 1480 - 100, h, size, mix("#f3c9a8", WHITE, day), 0.55)
    crest = ridge(1280, 560, 130, 21)
    land(c, crest, mix("#6f6a80", "#a8cfc4", day))
    for i, (x, h, speed) in enumerate(FARM):
        turbine(c, x, crest[x // 8][1] + 6, h, t * speed + i * 0.7, mix("#d8c6bd", WHITE, day), mix("#9c8f97", "#cfdada", day))
    land(c, ridge(1280, 610, 110, 5), mix("#41525f", "#6fb391", day))
    front = ridge(1280, 650, 70, 14)
    turbine(c, 545, 700, 400, t * 1.35, mix("#efe0d6", WHITE, day), mix("#a99aa0", "#c6d3d3", day))
    land(c, front, mix(NIGHT, GREEN, 0.35 + 0.65 * day))
    for i in range(64):
        x = i * 20 + 4
        bend = 9 * math.sin(t * 2.1 - x * 0.012) + 7
        top = front[min(len(front) - 1, x // 8)][1]
        c.line([(x, top + 6), (x + bend, top - 22)], 3, mix(INK, LEAF, 0.25 + 0.6 * day), 0.9)
    for i in range(6):
        x = ((t * (190 + i * 28) + i * 263) % 1700) - 260
        h = 150 + i * 62
        c.curve([(x, h), (x + 70, h - 16), (x + 130, h + 16), (x + 210, h)], 2.5, WHITE, 0.4)
    chart(c, t)
    c.title(t, "风的答案", "山脊上的风，怎样变成一盏灯", WHITE, x=96, y=170, size=70, until=4.4)
    c.caption("风推动叶片，叶片带动发电机，山脊有了新的收成", pulse(t, 4.6, 8.4), 29, 680)
    c.caption("五年间，全国风电装机增长一倍多", pulse(t, 8.8, 15.4), 29, 680)
    dark = max(1 - ramp(t, 0, 1.6), ramp(t, SECONDS - 2.2, SECONDS - 0.15))
    c.rect(0, 0, 1280, 720, "#000000", dark)


def chart(c, t):
    alpha = ramp(t, 8.6, 9.3)
    if alpha <= 0:
        return
    c.rect(724, 60, 500, 330, WHITE, 0.9 * alpha, 20)
    c.text(752, 106, "全国风电并网装机（亿千瓦）", 25, INK, alpha, bold=True)
    for i, (year, value) in enumerate(WIND):
        x = 760 + i * 76
        grown = ramp(t, 9.2 + i * 0.45, 10.3 + i * 0.45)
        h = 172 * value / 2.81 * grown
        c.rect(x, 320 - h, 48, h, mix(TEAL, YELLOW, 1.0 if year == 2020 else 0.0), alpha, 6)
        c.text(x + 24, 310 - h, f"{value:.2f}", 19, INK, alpha * clamp(grown * 2 - 1), "center", True)
        c.text(x + 24, 345, str(year), 18, INK, alpha, "center")
    c.text(752, 376, "来源：国家能源局历年统计，年底数", 16, mix(INK, WHITE, 0.35), alpha)
