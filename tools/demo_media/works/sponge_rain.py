"""雨落海绵城: rain that begins drop by drop, grows, is drunk by the ground, and ends in birdsong and plucked strings."""

import numpy as np

import sound

LENGTH = 38


def drop(frequency, length=0.16):
    """One drop into water: a short tone that slides up."""
    t = sound.seconds(length)
    return np.sin(2 * np.pi * frequency * (t + 1.8 * t * t)) * np.exp(-26 * t) * np.minimum(1, t / 0.002)


def render():
    track = sound.Mix(LENGTH)
    dice = np.random.default_rng(41)
    t = sound.seconds(LENGTH)
    strength = np.clip((t - 3) / 7, 0, 1) * np.clip((31 - t) / 10, 0, 1)
    track.add(0, sound.noise(LENGTH, 700, 5200, 1) * strength * (0.8 + 0.2 * sound.drift(LENGTH, 1.1, 2)), 0.34, -0.3)
    track.add(0, sound.noise(LENGTH, 1500, 8000, 3) * strength * (0.8 + 0.2 * sound.drift(LENGTH, 0.9, 4)), 0.22, 0.4)
    track.add(0, sound.noise(LENGTH, 120, 500, 5) * strength**2, 0.2)
    for _ in range(230):
        start = dice.beta(1.6, 1.5) * (LENGTH - 3) + 0.4
        track.add(start, drop(dice.uniform(500, 1700)), dice.uniform(0.05, 0.2), dice.uniform(-0.9, 0.9))
    flow = sound.noise(LENGTH - 12, 250, 900, 7) * (0.5 + 0.5 * sound.drift(LENGTH - 12, 0.13, 8))
    track.add(12, flow * np.minimum(1, sound.seconds(LENGTH - 12) / 8), 0.14, 0.2)
    for index, degree in enumerate((5, 7, 6, 9, 8, 7, 5, 6, 4, 5, 7, 10, 9, 7, 8, 5)):
        track.add(14 + index * 1.3, sound.pluck(sound.pitch(196, sound.PENTATONIC, degree), 2.6), 0.26, 0.5 - index % 3 * 0.5)
    for index, degree in enumerate((0, 3, 1, 4, 0)):
        track.add(13.6 + index * 4.6, sound.pad(sound.pitch(98, sound.PENTATONIC, degree), 5.6, 0.4), 0.3)
    return track.reverb(0.25, 2.2).finish(0.7, 0.3, 3.5)
