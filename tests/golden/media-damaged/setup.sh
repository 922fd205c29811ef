mkdir -p assets
cp "$CLIPS/picture.jpg" assets/a.jpg
# The tables that the decoder needs become junk; the length stays.
head -c 500 /dev/zero | dd of=assets/a.jpg bs=1 seek=20 conv=notrunc status=none
