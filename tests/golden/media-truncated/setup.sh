cp "$CLIPS/cut-faststart.mp4" assets/clip.mp4
