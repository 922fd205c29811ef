cp "$CLIPS/faststart.mp4" assets/clip.mp4
