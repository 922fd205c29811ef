"""风过山脊: gusts in three bands of noise, the slow swish of turbine blades, and a far flute."""

import numpy as np

import sound

LENGTH = 34


def swish(length, period, seed):
    """Blades that pass by: noise opened and closed in a steady rhythm."""
    t = sound.seconds(length)
    gate = np.maximum(0, np.sin(2 * np.pi * t / period)) ** 3
    return sound.noise(length, 350, 1500, seed) * gate


def render():
    track = sound.Mix(LENGTH)
    for low, high, volume, side, seed in ((60, 260, 0.55, -0.3, 1), (250, 800, 0.4, 0.4, 2), (900, 3200, 0.16, 0.0, 3)):
        gusts = 0.25 + 0.75 * sound.drift(LENGTH, 3.1, seed + 20) ** 1.5
        track.add(0, sound.noise(LENGTH, low, high, seed) * gusts, volume, side)
    near = np.minimum(1, sound.seconds(LENGTH - 4) / 6)
    track.add(4, swish(LENGTH - 4, 1.15, 7) * near, 0.3, 0.5)
    track.add(9, swish(LENGTH - 9, 1.4, 8), 0.16, -0.6)
    melody = ((8, 5, 2.2), (10.4, 7, 1.4), (12, 6, 2.8), (16.5, 4, 1.6), (18.2, 5, 1.2), (19.6, 3, 3.2), (24, 2, 1.6),
              (25.8, 4, 1.4), (27.4, 5, 3.6))
    for start, degree, length in melody:
        track.add(start, sound.flute(sound.pitch(146.8, sound.PENTATONIC, degree), length), 0.13, -0.2)
    return track.reverb(0.22, 2.8).finish(0.7, 1.5, 3.0)
