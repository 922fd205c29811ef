"""Spoken words from espeak-ng. It reads Mandarin well only from pinyin with tone numbers, so that is what it gets."""

import io
import subprocess
import wave

import numpy as np

import sound


def speak(pinyin, voice="f2", speed=135, tone=45):
    """One phrase at the rate of the studio, without the hiss above 7 kHz, its loud parts pressed together a little."""
    order = ["espeak-ng", "-v", f"cmn-latn-pinyin+{voice}", "-s", str(speed), "-p", str(tone), "--stdout", pinyin]
    spoken = subprocess.run(order, check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(spoken)) as file:
        rate = file.getframerate()
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)
    count = int(len(samples) * sound.RATE / rate)
    line = np.interp(np.arange(count) * rate / sound.RATE, np.arange(len(samples)), samples)
    spectrum = np.fft.rfft(line)
    f = np.fft.rfftfreq(count, 1 / sound.RATE)
    warm = 1 / (1 + (f / 7000) ** 6) * (1 + 0.6 / (1 + (f / 500) ** 2)) * (f / 90) ** 2 / (1 + (f / 90) ** 2)
    line = np.fft.irfft(spectrum * warm, count)
    return np.tanh(2.4 * line / np.max(np.abs(line)))


def duck(track, start, length, depth=0.12):
    """Lowers what is already on the track while a phrase is spoken over it."""
    first, last = int(max(0, start - 0.3) * sound.RATE), int((start + length + 0.3) * sound.RATE)
    last = min(last, len(track.data))
    edge = int(0.3 * sound.RATE)
    shape = np.full(last - first, depth)
    slope = np.linspace(1, depth, edge)
    shape[:edge] = slope
    shape[-edge:] = slope[::-1]
    track.data[first:last] *= shape[:, None]
