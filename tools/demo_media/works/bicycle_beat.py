"""齿轮与节拍: a ride on a bicycle as rhythm: freewheel, pedals, bell, and a bass that pushes forward."""

import numpy as np

import sound

LENGTH = 20
BEAT = 0.5


def ring():
    """A bicycle bell, struck twice."""
    t = sound.seconds(1.2)
    tone = sum(a * np.sin(2 * np.pi * f * t) for f, a in ((1870, 1.0), (2510, 0.6), (3720, 0.35)))
    strike = tone * np.exp(-5 * t)
    late = np.concatenate([np.zeros(int(0.16 * sound.RATE)), strike])[: len(strike)]
    return (strike + late) / 2.5


def bass(frequency):
    t = sound.seconds(0.42)
    tone = np.sin(2 * np.pi * frequency * t) + 0.4 * np.sin(4 * np.pi * frequency * t)
    return tone * np.exp(-4 * t) * np.minimum(1, t / 0.01)


def render():
    track = sound.Mix(LENGTH)
    pattern = (0, 0, 3, 0, 1, 1, 4, 2)
    for step in range(int((LENGTH - 3) / (BEAT / 4))):
        time = 0.8 + step * BEAT / 4
        track.add(time, sound.tick(step % 5, 0.03, 3000, 7000), 0.1 if step % 4 else 0.22, 0.4)
        if step >= 16 and step % 8 == 0:
            track.add(time, sound.drum(), 0.6)
        if step >= 16 and step % 8 == 4:
            track.add(time, sound.tick(11, 0.16, 900, 4000), 0.45, -0.2)
        if step >= 32 and step % 2 == 0:
            degree = pattern[(step // 4) % 8]
            track.add(time, bass(sound.pitch(82.4, sound.PENTATONIC, degree)), 0.34 if step % 4 == 0 else 0.18)
        if step >= 48 and step % 4 in (0, 3):
            degree = 5 + pattern[(step * 3 // 4) % 8] + (step // 32) % 2
            track.add(time, sound.pluck(sound.pitch(164.8, sound.PENTATONIC, degree), 0.7), 0.24, -0.4)
    for time in (0.2, 8.6, 16.6):
        track.add(time, ring(), 0.4, 0.6)
    track.add(0, sound.noise(LENGTH, 200, 1200, 3) * (0.3 + 0.7 * sound.drift(LENGTH, 1.5, 4)), 0.08)
    return track.reverb(0.12, 0.9).finish(0.75, 0.05, 1.6)
