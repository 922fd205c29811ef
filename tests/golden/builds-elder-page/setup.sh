# Two films, of which one can be read along.
cp "$CLIPS/faststart.mp4" assets/read-along.mp4
cp "$CLIPS/faststart.mp4" assets/silent.mp4
