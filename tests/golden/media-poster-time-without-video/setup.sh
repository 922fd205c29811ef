cp "$CLIPS/tone.mp3" assets/clip.mp3
