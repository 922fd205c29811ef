"""一块煤的自述: an audio book page, read over slow chords."""

import sound
from speech import duck, speak

READER = dict(voice="f2", speed=132, tone=40)
PASSAGES = (
    "wo3 shi4 yi2 kuai4 mei2. san1 yi4 nian2 qian2, wo3 shi4 yi4 ke1 da4 shu4, zhan4 zai4 wen1 nuan3 de5 zhao3 ze2 li3, "
    "ba3 yang2 guang1 yi4 dian3 yi4 dian3 cun2 jin4 ye4 zi5.",
    "hou4 lai2 wo3 dao3 xia4 le5, bei4 ni2 sha1 gai4 zhu4, yue4 mai2 yue4 shen1, yue4 ya1 yue4 hei1. "
    "yang2 guang1 mei2 you3 zou3, ta1 shui4 zai4 wo3 de5 shen1 ti3 li3.",
    "er4 bai3 duo1 nian2 qian2, ren2 men5 ba3 wo3 wa1 chu1 lai2, dian3 ran2. huo3 guang1 zhao4 liang4 le5 ji1 qi4, "
    "ye3 ba3 wo3 cun2 le5 san1 yi4 nian2 de5 tan4, song4 hui2 le5 tian1 kong1.",
    "tian1 kong1 you3 xie1 zhuang1 bu2 xia4 le5.",
    "xian4 zai4, ren2 men5 tai2 qi3 tou2, qu4 zhao3 jin1 tian1 de5 yang2 guang1, jin1 tian1 de5 feng1.",
    "qing3 rang4 wo3 zai4 shui4 yi2 hui4 er5 ba5. rang4 wo3 de5 xiong1 di4 men5, liu2 zai4 shan1 li3.",
)
CHORDS = ((0, 2, 4), (-2, 1, 3), (-1, 2, 4), (-3, 0, 2))


def render():
    phrases, time = [], 4.0
    for words in PASSAGES:
        part = speak(words, **READER)
        phrases.append((time, part))
        time += len(part) / sound.RATE + 1.3
    length = time + 4.5
    track = sound.Mix(length)
    for index in range(int(length / 5.5)):
        for voice, degree in enumerate(CHORDS[index % 4]):
            track.add(index * 5.5, sound.pad(sound.pitch(130.8, sound.MINOR, degree * 2), 7.0, 0.4), 0.3, voice * 0.6 - 0.6)
        for step, degree in enumerate((7, 9, 11)):
            track.add(index * 5.5 + step * 0.9, sound.bell(sound.pitch(130.8, sound.MINOR, degree), 3.0), 0.1, 0.5 - step * 0.5)
    fire = phrases[2][0] + 2.4
    crackle = sound.noise(6, 1200, 7000, 3) * (sound.drift(6, 0.03, 5) > 0.86)
    track.add(fire, crackle * sound.envelope(6, 1.0, 2.0), 0.35, 0.4)
    wind, rest = phrases[4][0], length - phrases[4][0]
    track.add(wind, sound.noise(rest, 200, 900, 8) * sound.envelope(rest, 3, 4), 0.2, -0.3)
    track.reverb(0.3, 2.6)
    for start, part in phrases:
        duck(track, start, len(part) / sound.RATE)
        track.add(start, part, 0.62)
    return track.finish(0.8, 0.8, 3.0)
