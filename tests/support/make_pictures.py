"""Makes small pictures with known colours, profiles, orientations and metadata: make_pictures.py FOLDER

What they are to become stands in tests/unit/media/pictures_test.cpp.
"""

import struct
import zlib
from pathlib import Path

from once import ffmpeg, make_once, source

# Stands in every piece of metadata, so that a search for it finds what was not removed.
SECRET = b"SECRET-PLACE"
# From the upright picture to what is stored beside each EXIF orientation, by ffmpeg's filters.
STORED = {1: "null", 2: "hflip", 3: "hflip,vflip", 4: "vflip", 5: "transpose=cclock_flip", 6: "transpose=cclock",
          7: "transpose=clock_flip", 8: "transpose=clock"}


def fixed(value):
    """s15Fixed16Number of ICC.1."""
    return struct.pack(">i", round(value * 65536))


def profile(space, tags):
    """A whole ICC profile (version 2.1) with these tags."""
    table = struct.pack(">I", len(tags))
    data = b""
    begin = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += b"\0" * (-len(content) % 4)
        table += name.encode() + struct.pack(">II", begin + len(data), len(content))
        data += content
    size = begin + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"test", 0x02100000, b"mntr", space, b"XYZ ")
    header += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += fixed(0.9642) + fixed(1) + fixed(0.8249)
    return header.ljust(128, b"\0") + table + data


def xyz(x, y, z):
    return b"XYZ \0\0\0\0" + fixed(x) + fixed(y) + fixed(z)


def gamma(value):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def text_tag(text):
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79


def rgb_profile(name, red, green, blue, power):
    return profile(b"RGB ", {"desc": text_tag(name), "wtpt": xyz(0.9642, 1, 0.8249), "rXYZ": xyz(*red),
                             "gXYZ": xyz(*green), "bXYZ": xyz(*blue), "rTRC": gamma(power), "gTRC": gamma(power),
                             "bTRC": gamma(power)})


# Primaries adapted to D50, as their makers publish them.
P3 = rgb_profile(b"P3", (0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407), 2.2)
ADOBE = rgb_profile(b"Adobe", (0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457), 2.2)
GRAY = profile(b"GRAY", {"desc": text_tag(b"gray"), "wtpt": xyz(0.9642, 1, 0.8249), "kTRC": gamma(1.0)})


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(name, size, depth, color_type, rows, before=b"", after=b""):
    """`rows`: bytes of each row; `before` and `after` the pixels: whole chunks."""
    header = struct.pack(">IIBBBBB", *size, depth, color_type, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    Path(name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", pixels) + after
                           + chunk(b"IEND", b""))


def icc_chunk(content):
    return chunk(b"iCCP", b"profile\0\0" + zlib.compress(content))


def icc_segment(content):
    body = b"ICC_PROFILE\0\x01\x01" + content
    return b"\xff\xe2" + struct.pack(">H", len(body) + 2) + body


def exif(orientation, with_place=False):
    """A TIFF structure; its second directory tells the place (EXIF 2.32 §4.6.6)."""
    entries = [struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)]
    extra = b""
    if with_place:
        begin = 8 + 2 + 3 * 12 + 4
        entries.insert(0, struct.pack(">HHII", 0x010F, 2, len(SECRET) + 1, begin))
        entries.append(struct.pack(">HHII", 0x8825, 4, 1, begin + len(SECRET) + 2))
        gps = struct.pack(">H", 1) + struct.pack(">HHII", 0x001B, 2, len(SECRET), begin + len(SECRET) + 20)
        extra = SECRET + b"\0\0" + gps + b"\0" * 4 + SECRET
    return b"MM\0\x2a\0\0\0\x08" + struct.pack(">H", len(entries)) + b"".join(entries) + b"\0" * 4 + extra


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segments(name, original, segments, tail=b""):
    data = Path(original).read_bytes()
    Path(name).write_bytes(data[:2] + segments + data[2:] + tail)


def shapes():
    corners = ("color=red:s=400x300,drawbox=x=200:y=0:w=200:h=150:color=lime:t=fill,"
               "drawbox=x=0:y=150:w=200:h=150:color=blue:t=fill,drawbox=x=200:y=150:w=200:h=150:color=white:t=fill")
    ffmpeg(source(corners), "-frames:v 1 upright.png")
    for orientation, stored in STORED.items():
        ffmpeg("-i upright.png -vf", [stored], "-q:v 2 stored.jpg")
        with_segments(f"turned-{orientation}.jpg", "stored.jpg", segment(0xE1, b"Exif\0\0" + exif(orientation)))
    ffmpeg(source("mandelbrot=s=2000x1200"), "-frames:v 1 -q:v 2 wide.jpg")
    ffmpeg("-i upright.png -c:v libwebp -quality 90 plain.webp")
    ffmpeg("-i upright.png plain.gif")
    ffmpeg("-i upright.png plain.bmp")
    ffmpeg("-i upright.png -c:v libaom-av1 -cpu-used 8 -still-picture 1 -crf 20 plain.avif")
    moving = source("testsrc2=s=64x48:r=5:d=1")
    ffmpeg(moving, "moving.gif")
    ffmpeg(moving, "-f apng moving.png")
    ffmpeg(moving, "-c:v libwebp_anim moving.webp")


def colors():
    size = (40, 20)
    # sRGB's red and a brown, as Display P3 with a power of 2.2 writes them.
    for name, pixel in (("p3-red.png", (233, 54, 40)), ("p3-brown.png", (140, 100, 60))):
        png(name, size, 8, 2, [bytes(pixel) * size[0]] * size[1], icc_chunk(P3))
    png("adobe-green.png", size, 8, 2, [bytes((120, 200, 80)) * size[0]] * size[1], icc_chunk(ADOBE))
    png("linear-gray.png", size, 8, 0, [bytes([55]) * size[0]] * size[1], icc_chunk(GRAY))
    png("broken-profile.png", size, 8, 2, [bytes((140, 100, 60)) * size[0]] * size[1], icc_chunk(P3[:200]))
    png("deep.png", size, 16, 2, [struct.pack(">3H", 36000, 25700, 15420) * size[0]] * size[1])
    png("deep-gray.png", size, 16, 0, [struct.pack(">H", 36000) * size[0]] * size[1])
    png("palette.png", size, 8, 3, [bytes([1]) * size[0]] * size[1], chunk(b"PLTE", bytes((0, 0, 0, 140, 100, 60))))
    ffmpeg(source("color=0x8C643C:s=64x48"), "-frames:v 1 -q:v 1 -pix_fmt yuvj444p flat.jpg")
    with_segments("adobe-brown.jpg", "flat.jpg", icc_segment(ADOBE))
    # Hidden red beside blue that is seen: where they are mixed, no red may show.
    row = bytes((255, 0, 0, 0)) * 500 + bytes((0, 0, 255, 255)) * 501
    png("transparent.png", (1001, 200), 8, 6, [row] * 200)
    png("opaque-alpha.png", size, 8, 6, [bytes((140, 100, 60, 255)) * size[0]] * size[1])
    cmyk("cmyk.jpg", (20, 200, 120, 30))


def cmyk(name, ink):
    """A JPEG of one colour in four inks, inverted as Adobe's programs write them (their Technical Note 5116)."""
    size = 16
    quantiser = segment(0xDB, b"\0" + bytes([8]) * 64)
    frame = segment(0xC0, struct.pack(">BHHB", 8, size, size, 4) + b"".join(bytes((i, 0x11, 0)) for i in range(1, 5)))
    # Differences of up to eleven bits, all with codes of four; and the end of a block, by one bit.
    direct = segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12)))
    alternating = segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
    scan = segment(0xDA, bytes([4]) + b"".join(bytes((i, 0)) for i in range(1, 5)) + bytes((0, 63, 0)))
    bits = ""
    for block in range(4):
        for value in ink:
            difference = (255 - value) - 128 if block == 0 else 0
            length = abs(difference).bit_length()
            bits += f"{length:04b}"
            if length:
                bits += f"{difference if difference > 0 else difference + (1 << length) - 1:0{length}b}"
            bits += "0"
    bits += "1" * (-len(bits) % 8)
    data = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8)).replace(b"\xff", b"\xff\0")
    adobe = segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0))
    Path(name).write_bytes(b"\xff\xd8" + adobe + quantiser + frame + direct + alternating + scan + data + b"\xff\xd9")


def extended_webp(name, original, size, orientation, more=()):
    """With the extended header that metadata need."""
    image = Path(original).read_bytes()[12:]
    flags = 0x08 | (0x04 if more else 0)
    header = struct.pack("<B3x", flags) + b"".join((side - 1).to_bytes(3, "little") for side in size)
    parts = b"VP8X" + struct.pack("<I", 10) + header + image
    for kind, content in ((b"EXIF", exif(orientation, bool(more))), *more):
        parts += kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    Path(name).write_bytes(b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WEBP" + parts)


def box(kind, content):
    return struct.pack(">I", 8 + len(content)) + kind + content


def told_avif(name, original, told):
    """With an item of EXIF at the end of the file. ffmpeg writes one item, and its place with 32 bits."""
    begin = original.index(b"meta") - 4
    end = begin + struct.unpack_from(">I", original, begin)[0]
    at, parts = begin + 12, {}
    while at < end:
        length = struct.unpack_from(">I", original, at)[0]
        parts[original[at + 4:at + 8]] = original[at:at + length]
        at += length
    place = struct.unpack(">I", parts[b"iloc"][-8:-4])[0]
    length = struct.unpack(">I", parts[b"iloc"][-4:])[0]
    item = struct.unpack_from(">H", parts[b"pitm"], 12)[0]
    info = box(b"infe", struct.pack(">IHH4s", 2 << 24, item + 1, 0, b"Exif") + b"\0")
    entries = parts[b"iinf"][14:]

    def with_places(shift):
        rows = ((item, place + shift, length), (item + 1, len(original) + shift, len(told)))
        table = struct.pack(">IBBH", 0, 0x44, 0, 2) + b"".join(struct.pack(">HHHII", i, 0, 1, *where) for i, *where in rows)
        made = {**parts, b"iloc": box(b"iloc", table), b"iinf": box(b"iinf", struct.pack(">IH", 0, 2) + entries + info)}
        return original[:begin] + box(b"meta", original[begin + 8:begin + 12] + b"".join(made.values())) + original[end:]

    shift = len(with_places(0)) - len(original)
    Path(name).write_bytes(with_places(shift) + told)


def metadata():
    """Each says SECRET in every way that its format has."""
    ffmpeg("-i upright.png -vf transpose=cclock -q:v 2 stored.jpg")
    with_segments("told.jpg", "stored.jpg",
                  segment(0xE1, b"Exif\0\0" + exif(6, True)) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)
                  + icc_segment(P3) + segment(0xE2, b"MPF\0" + SECRET) + segment(0xED, b"Photoshop 3.0\0" + SECRET)
                  + segment(0xFE, SECRET), b"video " + SECRET)
    told = (chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET)
            + chunk(b"tIME", b"\x07\xe4\x01\x01\0\0\0") + chunk(b"prVt", SECRET))
    png("told.png", (40, 20), 8, 2, [bytes((140, 100, 60)) * 40] * 20, icc_chunk(P3) + told,
        chunk(b"eXIf", exif(6, True)) + chunk(b"tEXt", b"Place\0" + SECRET))
    extended_webp("told.webp", "plain.webp", (400, 300), 1, ((b"XMP ", SECRET), (b"priv", SECRET)))
    ffmpeg("-i upright.png -vf transpose=cclock -c:v libwebp -quality 90 stored.webp")
    extended_webp("turned.webp", "stored.webp", (300, 400), 6)
    told_avif("told.avif", Path("plain.avif").read_bytes(), b"\0\0\0\0" + exif(1, True))
    gif = Path("moving.gif").read_bytes()
    comment = b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0"
    Path("told.gif").write_bytes(gif[:-1] + comment + gif[-1:] + SECRET)


if __name__ == "__main__":
    make_once(__file__, (shapes, colors, metadata))
