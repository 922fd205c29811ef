"""林间早晨: a brook, leaves, and four kinds of birds that wake one after the other."""

import numpy as np

import sound

LENGTH = 22


def chirp(low, high, length, turns):
    """A whistle that runs between two tones several times."""
    t = sound.seconds(length)
    f = low + (high - low) * (0.5 - 0.5 * np.cos(2 * np.pi * turns * t / length))
    return np.sin(2 * np.pi * np.cumsum(f) / sound.RATE) * np.sin(np.pi * t / length) ** 0.7


def cuckoo():
    t = sound.seconds(0.9)
    high = sound.flute(659.3, 0.28)
    low = sound.flute(523.3, 0.42)
    call = np.zeros(len(t))
    call[: len(high)] += high
    start = int(0.36 * sound.RATE)
    call[start : start + len(low)] += low
    return call


def render():
    track = sound.Mix(LENGTH)
    dice = np.random.default_rng(17)
    brook = sound.noise(LENGTH, 400, 2600, 1) * (0.35 + 0.65 * sound.drift(LENGTH, 0.09, 2))
    track.add(0, brook, 0.16, -0.5)
    track.add(0, sound.noise(LENGTH, 1800, 6000, 3) * sound.drift(LENGTH, 2.7, 4) ** 2, 0.1, 0.5)
    for _ in range(9):
        start = dice.uniform(1.0, LENGTH - 2.5)
        for k in range(int(dice.integers(3, 6))):
            track.add(start + k * 0.17, chirp(3000, 4300, 0.13, 1), 0.13, 0.7)
    for start in (4.2, 9.8, 14.9, 18.2):
        track.add(start, chirp(2100, 3300, 1.1, 6), 0.14, -0.7)
    for start in (6.6, 7.9, 9.2, 15.6, 16.9):
        track.add(start, cuckoo(), 0.14, 0.2)
    for start in (11.3, 12.1, 17.6):
        track.add(start, chirp(1500, 2500, 0.5, 2), 0.12, -0.2)
    for start, degree in ((8.0, 2), (12.0, 4), (15.5, 3), (18.0, 5)):
        track.add(start, sound.pad(sound.pitch(146.8, sound.PENTATONIC, degree), 4.2, 0.3), 0.12)
    return track.reverb(0.3, 2.0).finish(0.7, 1.2, 2.5)
