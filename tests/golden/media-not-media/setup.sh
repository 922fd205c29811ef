cp "$CLIPS/text.mp4" assets/clip.mp4
