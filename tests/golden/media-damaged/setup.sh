mkdir -p assets
cp "$CLIPS/picture.jpg" assets/a.jpg
# The tables that the decoder needs become junk; the length stays.
yes junk | dd of=assets/a.jpg bs=1 seek=20 count=500 conv=notrunc status=none
