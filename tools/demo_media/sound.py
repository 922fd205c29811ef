"""Synthetic instruments and textures: numbers in, arrays of two channels out, always the same for the same seed."""

import wave

import numpy as np

RATE = 44100
MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
PENTATONIC = (0, 2, 4, 7, 9)


def seconds(length):
    return np.arange(int(length * RATE)) / RATE


def pitch(root, scale, degree):
    """The frequency of a degree of a scale; degrees may leave the octave on both sides."""
    octave, step = divmod(degree, len(scale))
    return root * 2 ** (octave + scale[step] / 12)


def envelope(length, attack, release):
    t = seconds(length)
    return np.minimum(1, t / attack) * np.minimum(1, np.maximum(0, length - t) / release)


def pad(frequency, length, bright=0.5):
    """A soft held tone: slightly detuned partials that swell and sink."""
    t = seconds(length)
    tone = sum(bright ** (k - 1) / k * np.sin(2 * np.pi * frequency * k * d * t + k)
               for k in (1, 2, 3) for d in (0.9985, 1.0, 1.0017))
    return tone * envelope(length, min(0.9, length / 3), min(1.2, length / 3)) / 4


def bell(frequency, length=2.4):
    t = seconds(length)
    wobble = 2.2 * np.exp(-5 * t) * np.sin(2 * np.pi * frequency * 3.01 * t)
    return np.sin(2 * np.pi * frequency * t + wobble) * np.exp(-2.6 * t) * np.minimum(1, t / 0.004)


def pluck(frequency, length=1.6):
    """A plucked string as a sum of partials that fade the faster the higher they are."""
    t = seconds(length)
    tone = sum(np.sin(2 * np.pi * frequency * k * t) * np.exp(-(1.8 + 1.5 * k) * t) / k for k in range(1, 7))
    return tone * np.minimum(1, t / 0.003)


def flute(frequency, length):
    t = seconds(length)
    bend = 0.004 * np.sin(2 * np.pi * 5.1 * t) * np.minimum(1, t / 0.5)
    phase = 2 * np.pi * np.cumsum(frequency * (1 + bend)) / RATE
    tone = np.sin(phase) + 0.22 * np.sin(2 * phase) + 0.08 * np.sin(3 * phase)
    return tone * envelope(length, 0.09, min(0.35, length / 2))


def noise(length, low, high, seed):
    """Noise between two frequencies, with the soft flanks of a squared cosine."""
    count = int(length * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    f = np.fft.rfftfreq(count, 1 / RATE)
    shape = 1 / (1 + (f / high) ** 4) * (f / low) ** 2 / (1 + (f / low) ** 2)
    result = np.fft.irfft(spectrum * shape, count)
    return result / np.max(np.abs(result))


def drift(length, period, seed):
    """A slow random line from 0 to 1, for gusts."""
    dice = np.random.default_rng(seed)
    knots = dice.random(int(length / period) + 3)
    t = seconds(length) / period
    whole = t.astype(int)
    part = (1 - np.cos(np.pi * (t - whole))) / 2
    return knots[whole] * (1 - part) + knots[whole + 1] * part


def drum(length=0.35, start=150.0, end=48.0):
    t = seconds(length)
    return np.sin(2 * np.pi * (end * t + (start - end) * (1 - np.exp(-18 * t)) / 18)) * np.exp(-9 * t)


def tick(seed, length=0.08, low=2500, high=9000):
    return noise(length, low, high, seed) * np.exp(-60 * seconds(length))


class Mix:
    """A stereo track that parts are laid into."""

    def __init__(self, length):
        self.length = length
        self.data = np.zeros((int(length * RATE), 2))

    def add(self, start, part, volume=1.0, side=0.0):
        """Lays a part at a time; side goes from -1 (left) to 1 (right)."""
        first = int(start * RATE)
        part = part[: max(0, len(self.data) - first)]
        angle = (side + 1) * np.pi / 4
        self.data[first : first + len(part), 0] += part * volume * np.cos(angle)
        self.data[first : first + len(part), 1] += part * volume * np.sin(angle)

    def reverb(self, amount=0.3, decay=1.8, seed=5):
        """Adds a hall: convolution with fading noise, a different one for each ear."""
        size = int(decay * 1.4 * RATE)
        fall = np.exp(-4.5 * np.arange(size) / (decay * RATE))
        total = len(self.data) + size
        for side in (0, 1):
            hall = np.random.default_rng(seed + side).standard_normal(size) * fall
            wet = np.fft.irfft(np.fft.rfft(self.data[:, side], total) * np.fft.rfft(hall, total), total)
            wet = wet[: len(self.data)]
            peak = np.max(np.abs(wet)) or 1.0
            self.data[:, side] += wet / peak * amount * np.max(np.abs(self.data[:, side]))
        return self

    def finish(self, peak=0.7, fade_in=0.05, fade_out=1.5):
        """Both ends faded, the loudest sample at `peak`."""
        shape = envelope(self.length, fade_in, fade_out)[: len(self.data), None]
        data = self.data * shape
        return data / (np.max(np.abs(data)) or 1.0) * peak


LEADS = {"bell": lambda f, beat: bell(f), "pluck": lambda f, beat: pluck(f), "flute": lambda f, beat: flute(f, beat * 1.6)}


def compose(length, seed=1, root=220.0, scale=PENTATONIC, chords=((0, 2, 4),), bar=4.0, lead="bell", density=0.6,
            beat=0.5, texture=None, pulse=False, bright=0.45, peak=0.6):
    """Background music: chords of pads, a sparse melody over them, and if wanted a texture or a soft pulse."""
    track = Mix(length)
    dice = np.random.default_rng(seed)
    for index in range(int(np.ceil(length / bar))):
        for voice, degree in enumerate(chords[index % len(chords)]):
            track.add(index * bar, pad(pitch(root / 2, scale, degree), bar + 1.2, bright), 0.34, (voice - 1) * 0.5)
        track.add(index * bar, pad(pitch(root / 4, scale, chords[index % len(chords)][0]), bar + 0.8, 0.3), 0.4)
    position, time = len(scale), 1.0
    while time < length - 2.2:
        if dice.random() < density:
            position = int(np.clip(position + dice.integers(-2, 3), 2, 2 * len(scale) + 1))
            track.add(time, LEADS[lead](pitch(root, scale, position), beat), 0.3, dice.uniform(-0.6, 0.6))
        time += beat
    if pulse:
        for index in range(int(length / beat)):
            track.add(index * beat, drum() if index % 4 == 0 else tick(index), 0.45 if index % 4 == 0 else 0.08)
    if texture:
        low, high, volume = texture
        track.add(0, noise(length, low, high, seed + 9) * (0.35 + 0.65 * drift(length, 2.3, seed + 4)), volume)
    return track.reverb(0.35).finish(peak)


def write_wave(stream, data, rate=RATE):
    """Writes 16-bit PCM; data has one or two channels."""
    if data.ndim == 1:
        data = data[:, None]
    with wave.open(stream, "wb") as file:
        file.setnchannels(data.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.setnframes(len(data))
        file.writeframesraw((np.clip(data, -1, 1) * 32767).astype("<i2").tobytes())
