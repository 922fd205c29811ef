"""Makes one small file of each kind that the media tests know, sound and broken ones: make_format_clips.py FOLDER

Safe to call from several tests at once: one makes them, the others wait. Needs ffmpeg. What each file is to be
understood as stands in tests/unit/media/formats_test.cpp.
"""

import struct
import subprocess
import zipfile
from pathlib import Path

from once import ffmpeg, make_once, source, words_of

LIVELY = "testsrc2=s=320x240:r=25:d=2"
SMALL = "testsrc2=s=160x120:r=25:d=1"
TONE = "sine=440:r=44100:d=2"
H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1"
HEVC = "-c:v libx265 -preset ultrafast -x265-params log-level=none:pools=1:frame-threads=1"
# Display matrices (ISO/IEC 14496-12 §8.3.2) that no option of ffmpeg 5.1 writes: a b u c d v x y w.
MIRROR_X = (-1, 0, 0, 0, 1, 0, 0, 0, 1)
MIRROR_Y = (1, 0, 0, 0, -1, 0, 0, 0, 1)
MIRROR_TURNED = (0, 1, 0, 1, 0, 0, 0, 0, 1)


def to_pipe(name, *arguments):
    """As a live recorder writes it: nothing at the beginning is filled in afterwards."""
    with open(name, "wb") as out:
        subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", *words_of(arguments), "-"], check=True,
                       stdout=out)


def with_matrix(name, original, matrix):
    """The MP4 `original` with another display matrix in its first track."""
    data = bytearray(Path(original).read_bytes())
    fixed = [value * (1 << 30 if i % 3 == 2 else 1 << 16) for i, value in enumerate(matrix)]
    # Behind the version, flags, times, track, duration and layers of the track header.
    at = data.index(b"tkhd") + 4 + 40
    data[at:at + 36] = struct.pack(">9i", *fixed)
    Path(name).write_bytes(data)


def shapes():
    ffmpeg(source(LIVELY), H264, "upright.mp4")
    for degrees in (90, 180, 270):
        ffmpeg("-i upright.mp4 -c copy", f"-metadata:s:v rotate={degrees}", f"turned-{degrees}.mp4")
    ffmpeg("-i upright.mp4 -c copy -metadata:s:v rotate=90 turned.mov")
    with_matrix("mirrored-x.mp4", "upright.mp4", MIRROR_X)
    with_matrix("mirrored-y.mp4", "upright.mp4", MIRROR_Y)
    with_matrix("mirrored-turned.mp4", "upright.mp4", MIRROR_TURNED)
    for name, size, aspect in (("pal-4-3.mp4", "720x576", "16/15"), ("pal-16-9.mp4", "720x576", "64/45"),
                               ("narrow-pixels.mp4", "320x240", "8/9")):
        ffmpeg(source(f"testsrc2=s={size}:r=25:d=0.5"), f"-vf setsar={aspect}", H264, name)
    ffmpeg("-i pal-16-9.mp4 -c copy -metadata:s:v rotate=90 pal-turned.mp4")
    ffmpeg(source("testsrc2=s=180x320:r=25:d=1"), H264, "portrait.mp4")
    ffmpeg(source("testsrc2=s=720x576:r=25:d=0.4"), "-c:v dvvideo -pix_fmt yuv420p -aspect 16:9 dv.avi")


def depths():
    ffmpeg(source(SMALL), H264, "-pix_fmt yuv420p10le ten-bit-h264.mp4")
    ffmpeg(source(SMALL), HEVC, "-pix_fmt yuv420p10le -tag:v hvc1 ten-bit-hevc.mp4")
    ffmpeg(source(SMALL), "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -pix_fmt yuv420p10le",
           "-profile:v 2 ten-bit-vp9.webm")
    ffmpeg(source(SMALL), H264, "-pix_fmt yuv444p full-chroma.mp4")
    ffmpeg(source(SMALL), H264, "-vf scale=out_range=full -pix_fmt yuvj420p -color_range pc full-range.mp4")
    # The white of the original becomes the reference white of both systems, 203 cd/m² (ITU-R BT.2408).
    for name, transfer in (("pq.mp4", "smpte2084"), ("hlg.mp4", "arib-std-b67")):
        ffmpeg(source(SMALL), "-vf", [f"format=gbrp,zscale=min=gbr:rin=full:pin=bt709:tin=iec61966-2-1:npl=203:"
                                      f"t={transfer}:p=bt2020:m=bt2020nc:r=limited,format=yuv420p10le"],
               "-color_primaries bt2020 -colorspace bt2020nc", f"-color_trc {transfer}",
               "-crf 8", HEVC.replace("log-level", f"colorprim=bt2020:colormatrix=bt2020nc:transfer={transfer}:log-level"),
               "-tag:v hvc1", name)
    ffmpeg(source(SMALL), H264, "tone-mapped-reference.mp4")


def times():
    ffmpeg(source(LIVELY), "-vf", ["select='not(between(n,10,20))'"], "-vsync vfr", H264, "variable-rate.mp4")
    ffmpeg(source(LIVELY), "-vf", ["select='not(between(n,10,20))'"], "-vsync vfr", H264, "variable-rate.mkv")
    ffmpeg("-itsoffset 0.5 -i upright.mp4", source(TONE), "-map 0 -map 1 -c:v copy -c:a aac picture-late.mp4")
    ffmpeg(source(LIVELY), "-itsoffset 0.5", source(TONE), H264, "-c:a aac sound-late.mp4")
    ffmpeg(source(LIVELY), "-itsoffset 0.5", source(TONE), H264, "-c:a libopus sound-late.mkv")
    ffmpeg(source(LIVELY), source(TONE), H264, "-bf 2 -g 100 -c:a aac frames-reordered.mp4")
    # Begins between key frames: an edit list hides what is decoded before the first frame shown.
    ffmpeg("-ss 0.8 -i frames-reordered.mp4 -c copy edit-list.mp4")
    ffmpeg("-i frames-reordered.mp4 -c copy -use_editlist 0 -an no-edit-list.mp4")
    ffmpeg(source(LIVELY), source(TONE), H264, "-c:a aac starts-late.ts")
    ffmpeg(source(LIVELY), H264, "-output_ts_offset 5 starts-late.mkv")
    ffmpeg(source(LIVELY), "-frames:v 1", H264, "one-frame.mp4")
    ffmpeg(source(LIVELY), "-frames:v 1 -c:v libvpx -deadline realtime -threads 1 one-frame.webm")
    ffmpeg(source(LIVELY), "-frames:v 8", H264, "sub-second.mp4")
    to_pipe("live.webm", source(SMALL), "-c:v libvpx -deadline realtime -threads 1 -f webm")
    to_pipe("live.mkv", source(SMALL), source("sine=440:d=1"), H264, "-c:a aac -f matroska")
    to_pipe("live.flv", source(SMALL), "-c:v flv1 -qscale:v 4 -f flv")


def containers():
    ffmpeg(source(SMALL), source(TONE), H264, "-c:a aac -shortest plain.mp4")
    ffmpeg("-i plain.mp4 -c copy -movflags +frag_keyframe+empty_moov fragmented.mp4")
    for name in ("plain.mov", "plain.mkv", "plain.ts", "plain.flv"):
        ffmpeg("-i plain.mp4 -c copy", name)
    ffmpeg(source(SMALL), source(TONE), "-c:v libvpx -deadline realtime -threads 1 -c:a libvorbis -shortest vp8.webm")
    ffmpeg(source(SMALL), source(TONE), "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -c:a libopus",
           "-shortest vp9.webm")
    ffmpeg(source("testsrc2=s=160x120:r=10:d=1"), "-c:v libaom-av1 -usage realtime -cpu-used 8 -threads 1 av1.mp4")
    ffmpeg("-i av1.mp4 -c copy av1.webm")
    ffmpeg(source(SMALL), HEVC, "-pix_fmt yuv420p -tag:v hvc1 hevc.mp4")
    ffmpeg(source(SMALL), "-c:v mpeg4 -qscale:v 4 mpeg4.avi")
    ffmpeg(source(SMALL), "-c:v libtheora -qscale:v 8 theora.ogv")
    ffmpeg(source(SMALL), "-frames:v 5 -c:v prores_ks -pix_fmt yuv422p10le prores.mov")
    ffmpeg(source(SMALL), "-frames:v 10 -c:v mjpeg -q:v 3 mjpeg.mov")
    ffmpeg(source(SMALL), source(TONE), "-c:v mpeg2video -qscale:v 4 -c:a mp2 -shortest mpeg2.mpg")
    ffmpeg(source(SMALL), source(TONE), "-c:v wmv2 -qscale:v 4 -c:a wmav2 -shortest windows.wmv")


def sounds():
    tone = source(TONE)
    ffmpeg(tone, "-c:a libmp3lame -q:a 4 variable.mp3")
    ffmpeg(tone, "-c:a libmp3lame -b:a 64k constant.mp3")
    ffmpeg(tone, "-c:a libmp3lame -b:a 64k -write_xing 0 -id3v2_version 0 no-length.mp3")
    ffmpeg(tone, "-c:a libmp3lame -q:a 4 -write_xing 0 variable-no-length.mp3")
    for name, codec in (("float.wav", "pcm_f32le"), ("24-bit.wav", "pcm_s24le"), ("8-bit.wav", "pcm_u8")):
        ffmpeg(tone, f"-c:a {codec}", name)
    ffmpeg(tone, "-ac 2 -c:a pcm_s16le stereo.wav")
    ffmpeg(tone, "-c:a flac plain.flac")
    ffmpeg(tone, "-c:a libvorbis plain.ogg")
    ffmpeg(tone, "-c:a libopus plain.opus")
    ffmpeg(tone, "-c:a aac plain.m4a")
    ffmpeg(tone, "-c:a aac plain.aac")
    ffmpeg(tone, "-c:a pcm_s16be plain.aiff")
    to_pipe("live.wav", tone, "-c:a pcm_s16le -f wav")
    ffmpeg(source("anullsrc=r=48000:cl=mono:d=2"), "-c:a flac silent.flac")
    ffmpeg(tone, "-af volume=40dB -c:a pcm_s16le clipped.wav")
    ffmpeg(source("testsrc2=s=300x300:r=1"), "-frames:v 1 -q:v 2 cover.jpg")
    for original, name in (("variable.mp3", "covered.mp3"), ("plain.m4a", "covered.m4a"), ("plain.flac", "covered.flac")):
        ffmpeg("-i", [original], "-i cover.jpg -map 0 -map 1 -c copy -disposition:v attached_pic", name)


def cut(name, original, part):
    data = Path(original).read_bytes()
    Path(name).write_bytes(data[:int(len(data) * part)])


def without_tags_cut(name, original):
    """Not at the border of two frames, where nothing would be missing."""
    data = Path(original).read_bytes()
    Path(name).write_bytes(data[:len(data) // 2 + 37])


def flipped(name, original, begin, end, step):
    """Every `step`-th byte between two places inverted."""
    data = bytearray(Path(original).read_bytes())
    for i in range(begin, end, step):
        data[i] ^= 0xFF
    Path(name).write_bytes(data)


def faults():
    Path("zero.mp4").write_bytes(b"")
    Path("text.mp4").write_text("This is no video at all.\n" * 40)
    with zipfile.ZipFile("archive.mp4", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write("upright.mp4")
        archive.writestr("readme.txt", "packed")
    ffmpeg("-i frames-reordered.mp4 -c copy -movflags +faststart index-first.mp4")
    for original, name in (("index-first.mp4", "cut-index-first.mp4"), ("frames-reordered.mp4", "cut-index-last.mp4"),
                           ("plain.mkv", "cut.mkv"), ("vp9.webm", "cut.webm"), ("plain.flac", "cut.flac"),
                           ("stereo.wav", "cut.wav"), ("plain.aiff", "cut.aiff"), ("constant.mp3", "cut.mp3"),
                           ("plain.m4a", "cut.m4a"), ("plain.flv", "cut.flv"), ("mpeg4.avi", "cut.avi"),
                           ("fragmented.mp4", "cut-fragment.mp4")):
        cut(name, original, 0.55)
    cut("cut-in-box.m4a", "plain.m4a", 0.02)
    for original, name in (("plain.ogg", "cut.ogg"), ("plain.opus", "cut.opus"), ("theora.ogv", "cut.ogv"),
                           ("no-length.mp3", "cut-no-length.mp3"), ("plain.aac", "cut.aac"), ("starts-late.ts", "cut.ts")):
        without_tags_cut(name, original)
    # All pages whole, but the last one is not marked as the end: as a recording of a broadcast.
    pages = Path("plain.opus").read_bytes()
    Path("stopped.opus").write_bytes(pages[:pages.rindex(b"OggS")])
    data = Path("frames-reordered.mp4").read_bytes()
    samples = data.index(b"mdat") + 4
    flipped("flipped.mp4", "frames-reordered.mp4", samples + 900, data.index(b"moov"), 61)
    # The sizes of all frames.
    sizes = data.index(b"stsz") + 16
    flipped("damaged-sizes.mp4", "frames-reordered.mp4", sizes, sizes + 160, 1)
    # Where the frames lie in the file.
    places = data.index(b"stco") + 12
    flipped("damaged-places.mp4", "frames-reordered.mp4", places, places + 40, 1)
    sound = Path("plain.flac").read_bytes()
    flipped("flipped.flac", "plain.flac", len(sound) // 4, len(sound) * 3 // 4, 97)
    broken = bytearray(Path("covered.mp3").read_bytes())
    # The picture begins behind FF D8 FF: what follows is no JPEG any more.
    start = broken.index(b"\xff\xd8\xff")
    broken[start + 3:start + 2000] = b"x" * 1997
    Path("broken-cover.mp3").write_bytes(broken)


if __name__ == "__main__":
    make_once(__file__, (shapes, depths, times, containers, sounds, faults))
