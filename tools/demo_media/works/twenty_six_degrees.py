"""二十六度的约定: a small radio play of a mother, a child and an air conditioner. Cicadas, hum, a remote control."""

import numpy as np

import sound
from speech import speak

MOTHER = dict(voice="f2", speed=140, tone=48)
CHILD = dict(voice="f4", speed=150, tone=82)
MACHINE = dict(voice="m7", speed=125, tone=18)
# who, what (pinyin), side, pause before it
LINES = (
    (CHILD, "hao3 re4 a5, wo3 yao4 tiao2 dao4 shi2 ba1 du4.", 0.4, 0.0),
    (MACHINE, "shi2 ba1 du4? na4 wo3 yao4 jia1 ban1 le5.", -0.6, 0.9),
    (MOTHER, "xiao3 man3, xian1 ba3 chuang1 lian2 la1 shang4, zai4 da3 kai1 dian4 shan4.", 0.1, 0.6),
    (CHILD, "yi2, feng1 yi4 chui1, er4 shi2 liu4 du4 ye3 hen3 liang2 kuai5.", 0.4, 2.6),
    (MACHINE, "xie4 xie5. tiao2 gao1 yi2 du4, wo3 jiu4 neng2 shao3 yong4 yi4 xie1 dian4.", -0.6, 0.7),
    (MOTHER, "sheng3 xia4 lai2 de5 dian4, liu2 gei3 geng4 xu1 yao4 de5 ren2.", 0.1, 0.5),
    (CHILD, "na4 wo3 men5 yue1 hao3, xia4 tian1 jiu4 yong4 er4 shi2 liu4 du4.", 0.4, 0.6),
    (MACHINE, "yi4 yan2 wei2 ding4.", -0.6, 0.6),
)


def cicadas(length):
    t = sound.seconds(length)
    buzz = sum(np.sin(2 * np.pi * f * t + i) for i, f in enumerate((4100, 4380, 4730))) / 3
    beats = (0.5 + 0.5 * np.sin(2 * np.pi * 62 * t)) ** 2
    return buzz * beats * (0.25 + 0.75 * sound.drift(length, 1.7, 6))


def hum(length):
    t = sound.seconds(length)
    tone = sum(np.sin(2 * np.pi * 50 * k * t + k) / k for k in (1, 2, 3, 4, 6))
    return tone * 0.3 + sound.noise(length, 120, 900, 9) * 0.7


def beep(frequency):
    t = sound.seconds(0.14)
    return np.sin(2 * np.pi * frequency * t) * sound.envelope(0.14, 0.01, 0.05)


def render():
    phrases, time = [], 3.4
    for who, words, side, pause in LINES:
        part = speak(words, **who)
        time += pause
        phrases.append((time, part, side))
        time += len(part) / sound.RATE
    length = time + 6.0
    track = sound.Mix(length)
    curtain, fan = phrases[3][0] - 2.3, phrases[3][0] - 1.4
    t = sound.seconds(length)
    track.add(0, cicadas(length) * np.where(t < curtain, 1.0, 0.3), 0.07, 0.7)
    track.add(0, hum(length) * np.where(t < fan, 1.0, 0.45), 0.1, -0.6)
    track.add(curtain, sound.noise(0.7, 900, 5000, 12) * sound.envelope(0.7, 0.2, 0.3), 0.22, 0.5)
    rest = length - fan
    blades = 0.55 + 0.45 * np.sin(2 * np.pi * 7 * sound.seconds(rest))
    track.add(fan, sound.noise(rest, 200, 1500, 14) * blades * sound.envelope(rest, 1.2, 2.0), 0.1, 0.3)
    for start, part, side in phrases:
        track.add(start, part, 0.6, side * 0.6)
    for k in range(8):
        track.add(time + 0.4 + k * 0.16, beep(1200 + 60 * k), 0.1, -0.2)
    for index, degree in enumerate((5, 7, 9, 10)):
        track.add(0.3 + index * 0.5, sound.pluck(sound.pitch(261.6, sound.PENTATONIC, degree), 1.8), 0.26, 0.2)
        track.add(time + 2.0 + index * 0.5, sound.bell(sound.pitch(261.6, sound.PENTATONIC, degree), 2.4), 0.2, -0.2)
    return track.reverb(0.06, 0.7).finish(0.8, 0.2, 2.0)
