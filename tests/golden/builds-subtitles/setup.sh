# Beside the film, as a Windows editor saves it; the film's own entry names two others.
cp "$CLIPS/faststart.mp4" assets/clip.mp4
cp "$CLIPS/faststart.mp4" assets/named.mp4
printf '1\r\n00:00:00,000 --> 00:00:01,000\r\n<i>\xcc\xbc\xd6\xd0\xba\xcd</i>\r\n\r\n' > assets/clip.srt
