cp "$CLIPS/cut.jpg" assets/clip.mp4
