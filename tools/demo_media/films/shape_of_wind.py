"""看见风的形状: the flow around a blade section, computed by the Joukowski map; colour tells the speed."""

import math

import numpy as np

from kit import CORAL, MINT, NIGHT, SKY, TEAL, WHITE, YELLOW, clamp, mix, pulse, ramp

SIZE = (1920, 1080)
SECONDS = 18
QUALITY = 32
MUSIC = dict(seed=131, root=164.8, chords=((0, 2, 4), (-1, 1, 3), (1, 2, 5)), bar=6.0, lead="bell", density=0.55, beat=0.5,
             texture=(200, 1400, 0.3), bright=0.35)
CENTRE = complex(-0.09, 0.09)
RADIUS = abs(1 - CENTRE)
STEPS = 210
SCALE = 205.0
COLD, WARM = TEAL, YELLOW


def joukowski(zeta):
    return zeta + 1 / zeta


def streamlines(attack):
    """Lines of flow as arrays (step, line) of places and of relative speeds, in the plane of the blade."""
    start = np.linspace(-2.3, 2.3, 30)
    zeta = -4.9 * np.exp(1j * attack) + 1j * start * np.exp(1j * attack) + 0j
    beta = math.asin(CENTRE.imag / RADIUS)
    circulation = 4 * math.pi * RADIUS * math.sin(attack + beta)
    places, speeds = [], []
    for _ in range(STEPS):
        flow = velocity(zeta, attack, circulation)
        half = zeta + 0.026 * flow / np.abs(flow)
        flow = velocity(half, attack, circulation)
        places.append(joukowski(zeta))
        speeds.append(np.abs(flow / (1 - 1 / half**2)))
        zeta = zeta + 0.052 * flow / np.abs(flow)
        outside = zeta - CENTRE
        zeta = CENTRE + outside * np.maximum(1.0, RADIUS * 1.004 / np.abs(outside))
    return np.array(places), np.array(speeds)


def velocity(zeta, attack, circulation):
    """The conjugate of the complex velocity around the circle that maps to the blade."""
    z = zeta - CENTRE
    w = np.exp(-1j * attack) - RADIUS**2 * np.exp(1j * attack) / z**2 + 1j * circulation / (2 * math.pi * z)
    return np.conj(w)


def background(c):
    c.backdrop(NIGHT, "#12313c", "#1a4a50")
    for x in range(60, 1920, 90):
        c.line([(x, 0), (x, 1080)], 1, WHITE, 0.04)
    for y in range(0, 1080, 90):
        c.line([(0, y), (1920, y)], 1, WHITE, 0.04)


def draw(c, t):
    attack = math.radians(1.5 + 8.5 * ramp(t, 5.0, 12.5))
    places, speeds = streamlines(attack)
    turn = np.exp(-1j * attack)
    screen = places * turn * SCALE
    xs, ys = 980 + screen.real, 560 - screen.imag
    shown = ramp(t, 0.8, 2.6)
    cr = c.cr
    cr.set_line_width(3.2)
    for line in range(xs.shape[1]):
        for first in range(0, STEPS - 6, 6):
            speed = clamp((float(speeds[first + 3, line]) - 0.55) / 1.0)
            if first / STEPS > shown:
                break
            c.ink(mix(COLD, WARM, speed), 0.3 + 0.35 * speed)
            cr.move_to(xs[first, line], ys[first, line])
            for k in range(first + 1, first + 7):
                cr.line_to(xs[k, line], ys[k, line])
            cr.stroke()
        for bead in range(5):
            at = ((t * 0.17 + bead / 5 + (line * 0.377) % 1) % 1) * (STEPS - 2)
            k = int(at)
            x = xs[k, line] + (xs[k + 1, line] - xs[k, line]) * (at - k)
            y = ys[k, line] + (ys[k + 1, line] - ys[k, line]) * (at - k)
            speed = clamp((float(speeds[k, line]) - 0.55) / 1.0)
            c.circle(float(x), float(y), 4 + 3 * speed, mix(SKY, YELLOW, speed), shown)
    blade(c, attack)
    lift = ramp(t, 8.0, 9.2)
    if lift > 0:
        size = (120 + 240 * ramp(t, 5.0, 12.5)) * lift
        c.line([(900, 470), (900, 470 - size)], 14, CORAL)
        c.arrow(900, 440 - size, -math.pi / 2, 58, CORAL)
        c.text(938, 468 - size, "升力", 46, CORAL, lift, bold=True)
        for y in (300, 820):
            c.rect(1300, y - 52, 330, 74, NIGHT, 0.72 * lift, 18)
        c.text(1330, 300, "上面快，压力小", 38, YELLOW, lift, bold=True)
        c.text(1330, 820, "下面慢，压力大", 38, mix(SKY, TEAL, 0.3), lift, bold=True)
    note = ramp(t, 5.4, 6.2)
    c.rect(110, 836, 400, 118, NIGHT, 0.6 * note, 18)
    c.text(142, 884, f"叶片迎角 {math.degrees(attack):.1f}°", 36, WHITE, note, bold=True)
    c.text(142, 930, "理想流体计算，未计摩擦", 25, MINT, note)
    c.title(t, "看见风的形状", "画了三千张图，只为让叶片多转一圈", WHITE, x=120, y=210, size=96, until=4.8)
    c.caption("风绕过叶片，走了两条不一样快的路", pulse(t, 5.0, 8.8), 40, 1030)
    c.caption("快慢之差变成升力，推着叶片转动", pulse(t, 9.1, 13.4), 40, 1030)
    c.caption("角度改一度，就再画一张，再算一遍", pulse(t, 13.7, 17.7), 40, 1030)


def blade(c, attack):
    angles = np.linspace(0, 2 * math.pi, 160)
    shape = joukowski(CENTRE + RADIUS * np.exp(1j * angles)) * np.exp(-1j * attack) * SCALE
    points = [(980 + float(p.real), 560 - float(p.imag)) for p in shape]
    c.polygon([(x + 10, y + 16) for x, y in points], "#000000", 0.3)
    c.vertical(430, 680, WHITE, "#c9dcd8", "#8ea9a4")
    c.polygon(points)
    c.line([*points, points[0]], 3, WHITE, 0.9)
