cp "$CLIPS/empty.mp4" assets/clip.mp4
