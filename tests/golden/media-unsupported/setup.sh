ffmpeg -v error -f lavfi -i testsrc2=s=64x36:r=5:d=1 -c:v ffv1 assets/clip.mkv
