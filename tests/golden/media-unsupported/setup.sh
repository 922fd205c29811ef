cp "$CLIPS/clip.avi" assets/clip.avi
