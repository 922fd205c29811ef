"""把曲线唱出来: each annual mean of CO2 at Mauna Loa (NOAA, 1959-2020) is one note; the higher the value, the higher the tone."""

import sound
from films.ppm_curve import VALUES

BEAT = 0.42
LEAD_IN = 1.2


def render():
    length = LEAD_IN + BEAT * len(VALUES) + 6
    track = sound.Mix(length)
    for index, value in enumerate(VALUES):
        degree = round((value - 315) / 100 * 14)
        start = LEAD_IN + index * BEAT
        frequency = sound.pitch(220, sound.PENTATONIC, degree)
        track.add(start, sound.pluck(frequency, 1.8), 0.42, 0.5 * ((index % 2) * 2 - 1))
        if index % 10 == 1:
            track.add(start, sound.bell(frequency * 2, 3.0), 0.22)
            for voice, step in enumerate((0, 2, 4)):
                chord = sound.pad(sound.pitch(110, sound.PENTATONIC, degree // 2 + step), BEAT * 10 + 1.5, 0.4)
                track.add(start, chord, 0.26, voice * 0.6 - 0.6)
    end = LEAD_IN + BEAT * len(VALUES)
    top = sound.pitch(220, sound.PENTATONIC, 14)
    for repeat in range(3):
        track.add(end + repeat * 1.3, sound.bell(top, 3.5), 0.35 / (repeat + 1), repeat * 0.4 - 0.4)
    return track.reverb(0.4, 2.4).finish(0.75, fade_out=3.0)
