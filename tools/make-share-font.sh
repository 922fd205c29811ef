#!/bin/sh
# Makes the font of the pictures for sharing: the characters of GB 2312, Latin, punctuation, out of Noto Serif CJK SC Bold.
#
#     tools/make-share-font.sh [OUTPUT]      default: themes/default/fonts/share-serif-bold.otf
#
# Needs fonts-noto-cjk and python3-fonttools. The same packages give the same bytes; the result is committed, so that pictures do not
# depend on the fonts of a machine.
set -eu
cd "$(dirname "$0")/.."
output=${1:-themes/default/fonts/share-serif-bold.otf}
mkdir -p "$(dirname "$output")"
/usr/bin/python3 - "$output" <<'PYTHON'
import sys
from fontTools import subset
from fontTools.ttLib import TTCollection

SOURCE = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
characters = set(range(0x20, 0x7F)) | set(range(0xA1, 0x180)) | set(range(0x391, 0x3CA))
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            characters |= {ord(c) for c in bytes((high, low)).decode("gb2312")}
        except UnicodeDecodeError:
            pass
characters |= {ord(c) for c in "〇〓—–…·‘’“”′″‰№℃√∞≈≠≤≥→←↑↓₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹碳烷烃酞炔甍瞭"}
characters -= set(range(0x2500, 0x2580))  # lines of boxes
collection = TTCollection(SOURCE)
font = next(f for f in collection.fonts if f["name"].getDebugName(6) == "NotoSerifCJKsc-Bold")
options = subset.Options()
options.layout_features = []
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.name_languages = [0x409]
options.notdef_outline = True
options.hinting = False
options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB", "GDEF"]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=characters)
subsetter.subset(font)
font.recalcTimestamp = False
# A name of its own: it is a modified version.
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6):
        record.string = {1: "Kepu Share", 3: "Kepu Share Bold", 4: "Kepu Share Bold", 6: "KepuShare-Bold"}[record.nameID]
cff = font["CFF "].cff
cff.fontNames = ["KepuShare-Bold"]
cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = "Kepu Share"
font.flavor = None
font.save(sys.argv[1])
PYTHON
ls -l "$output"
