cp "$CLIPS/cut-faststart.mp4" assets/cut.mp4
