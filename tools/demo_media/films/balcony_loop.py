"""阳台上的小循环: kitchen scraps turn into earth and earth into tomatoes. 4:3."""

import math

from kit import AMBER, CORAL, GREEN, INK, LEAF, PAPER, SKY, TEAL, WHITE, YELLOW, clamp, cloud, mix, pulse, ramp, sun

SIZE = (640, 480)
SECONDS = 16
MUSIC = dict(seed=97, root=246.9, chords=((0, 2, 4), (-1, 2, 4), (1, 3, 5)), bar=4.0, lead="flute", density=0.5, beat=0.5)
STEPS = (("果皮菜叶", 2.8), ("密封堆肥", 5.6), ("变成好土", 8.4), ("长出新菜", 11.2))


def background(c):
    c.backdrop(mix(SKY, WHITE, 0.35), PAPER)
    for i, h in enumerate((120, 170, 95, 200, 140, 110, 180, 130)):
        x = i * 84 - 14
        c.rect(x, 330 - h, 66, h + 20, mix(SKY, TEAL, 0.22 + 0.1 * (i % 2)), 0.7)
        for k in range(h // 26):
            for m in range(3):
                c.rect(x + 9 + m * 19, 338 - h + k * 26, 10, 12, WHITE, 0.45)
    c.rect(0, 336, 640, 144, "#d9c3a0")
    c.rect(0, 336, 640, 10, "#b99a6f")
    for i in range(17):
        c.rect(i * 40 - 3, 262, 5, 76, mix(INK, WHITE, 0.25))
    c.rect(0, 256, 640, 9, mix(INK, WHITE, 0.15), radius=4)


def draw(c, t):
    sun(c, 548, 78, 26, t)
    cloud(c, (80 + t * 5) % 760 - 50, 66, 28, alpha=0.85)
    cloud(c, (380 + t * 4) % 760 - 50, 118, 22, alpha=0.7)
    bucket(c, 128, 428, t)
    for i, (x, delay) in enumerate(((290, 0.0), (408, 0.7), (526, 1.3))):
        pot(c, x, 428, clamp((t - 7.2 - delay) / 6.2), t + i, i)
    move = pulse(t, 6.4, 11.0)
    for k in range(6):
        u = (t * 0.45 + k / 6) % 1
        x, y = 150 + 150 * u, 300 - 70 * math.sin(math.pi * u)
        c.circle(x, y, 5, "#6b4a2c", move * min(1, 5 * u, 5 * (1 - u)))
    loop(c, t)
    c.title(t, "阳台上的小循环", "厨房里的一把菜叶去了哪里", GREEN, x=34, y=84, size=42, until=4.6)
    c.caption("菜叶果皮切碎，一层厨余一层干土", pulse(t, 3.0, 6.4), 19, 464)
    c.caption("盖好桶盖，等上两三个月", pulse(t, 6.7, 9.6), 19, 464)
    c.caption("好土回到花盆，番茄红了", pulse(t, 10.0, 15.8), 19, 464)


def bucket(c, x, base, t):
    full = clamp((t - 2.4) / 3.4)
    rot = ramp(t, 6.2, 9.0)
    c.polygon([(x - 52, base - 110), (x + 52, base - 110), (x + 42, base), (x - 42, base)], mix(GREEN, WHITE, 0.1))
    c.polygon([(x - 42, base - 100), (x + 42, base - 100), (x + 35, base - 10), (x - 35, base - 10)], mix(INK, GREEN, 0.3))
    rows = int(full * 8)
    for k in range(rows):
        w = 36 + k * 0.7
        fresh = (LEAF, YELLOW, AMBER)[k % 3]
        c.rect(x - w, base - 22 - k * 10, 2 * w, 10, mix(fresh if k % 2 else "#8a6a45", "#4c3420", rot))
    c.rect(x - 14, base - 6 - 4, 28, 6, AMBER, radius=3)
    lid = 1 - ramp(t, 6.0, 6.8)
    turn = -1.0 * lid
    pts = [(0, 0), (116, 0), (110, -13), (6, -13)]
    hx, hy = x - 58, base - 108
    c.polygon([(hx + u * math.cos(turn) - v * math.sin(turn), hy + u * math.sin(turn) + v * math.cos(turn)) for u, v in pts],
              GREEN)
    for k in range(7):
        start = 2.4 + k * 0.5
        u = clamp((t - start) / 0.9)
        if 0 < u < 1:
            px, py = x + 74 - 64 * u + (k % 3) * 6, 190 + 170 * u * u
            colour = (LEAF, YELLOW, CORAL)[k % 3]
            if k % 3 == 0:
                c.polygon([(px - 14, py), (px, py - 9), (px + 16, py - 2), (px, py + 9)], colour)
            else:
                c.ring(px, py, 10, 6, colour, 1, u * 4, u * 4 + 2.6)


def pot(c, x, base, grown, t, kind):
    c.polygon([(x - 40, base - 62), (x + 40, base - 62), (x + 30, base), (x - 30, base)], mix(AMBER, CORAL, 0.35))
    c.rect(x - 44, base - 70, 88, 15, AMBER, radius=4)
    c.rect(x - 37, base - 72, 74, 6, "#4c3420", radius=3)
    if grown <= 0:
        return
    g = grown * grown * (3 - 2 * grown)
    h = 118 * g
    sway = 4 * math.sin(t * 1.4) * g
    top = (x + sway, base - 70 - h)
    c.line([(x, base - 70), (x + sway * 0.4, base - 70 - h * 0.5), top], 4, GREEN)
    for k in range(6):
        level = (k + 1) / 7
        if level * 0.9 < grown:
            size = 27 * ramp(grown, level * 0.8, level * 0.8 + 0.3)
            sign = 1 if k % 2 else -1
            px, py = x + sway * level, base - 70 - h * level
            c.polygon([(px, py), (px + sign * size * 0.6, py - size * 0.55), (px + sign * size * 1.25, py - size * 0.1),
                       (px + sign * size * 0.6, py + size * 0.2)], LEAF if k % 3 else mix(LEAF, GREEN, 0.6))
    ripe = ramp(grown, 0.62, 1.0)
    for k in range(4 if kind != 1 else 0):
        px, py = x + (-22, 20, -12, 16)[k] + sway * 0.6, base - 92 - h * (0.15 + 0.2 * k)
        c.circle(px, py, 9 * ripe, mix(LEAF, CORAL, ramp(grown, 0.75, 1.0)))
        c.circle(px - 2.5, py - 2.5, 2.4 * ripe, WHITE, 0.6)
    for k in range(5 if kind == 1 else 0):
        a = k * 1.257 + t * 0.2
        c.circle(top[0] + 10 * ripe * math.cos(a), top[1] + 10 * ripe * math.sin(a), 6.5 * ripe, WHITE)
    if kind == 1:
        c.circle(*top, 6 * ripe, YELLOW)


def loop(c, t):
    """The four steps as beads on a line."""
    alpha = ramp(t, 4.6, 5.2)
    c.line([(86, 62), (430, 62)], 3, GREEN, 0.4 * alpha)
    for i, (name, start) in enumerate(STEPS):
        x = 86 + i * 115
        active = ramp(t, start, start + 0.5)
        c.circle(x, 62, 17, WHITE, alpha)
        c.circle(x, 62, 14, mix("#b9c9c1", GREEN, active), alpha)
        c.text(x, 68, str(i + 1), 17, WHITE, alpha, "center", True)
        c.text(x, 102, name, 18, mix("#7d8f88", INK, active), alpha, "center", active > 0.5)
