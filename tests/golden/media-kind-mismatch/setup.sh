cp "$CLIPS/faststart.mp4" assets/really-a-video.jpg
printf "a,b\n" > assets/table.csv
cp assets/tone.wav assets/really-a-sound.png
