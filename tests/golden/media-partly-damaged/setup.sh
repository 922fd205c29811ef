cp "$CLIPS/flipped.mp4" assets/clip.mp4
