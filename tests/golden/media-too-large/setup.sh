mkdir -p assets
ffmpeg -v error -f lavfi -i color=white:s=12000x12000 -frames:v 1 assets/large.png
