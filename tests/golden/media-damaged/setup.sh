cp "$CLIPS/noise.mp4" assets/clip.mp4
