#!/bin/sh
# Makes some of the smallest files of each kind that kepu takes, to be damaged or mutated by tests:
# make-seed-clips.sh FOLDER. Safe to call from several tests at once. Needs ffmpeg.
set -eu
folder=$1
mkdir -p "$folder"
exec 9> "$folder/.lock"
flock 9
version=$(cksum < "$0")
[ -f "$folder/.made" ] && [ "$(cat "$folder/.made")" = "$version" ] && exit 0
cd "$folder"
rm -f -- .made ./*.*

run() { ffmpeg -hide_banner -loglevel error -nostdin -y -fflags +bitexact "$@" -flags +bitexact; }
picture="testsrc2=s=96x64:r=8:d=1.5"
tone="sine=440:r=16000:d=1.5"
h264="-c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1 -g 4"

run -f lavfi -i "$picture" -f lavfi -i "$tone" $h264 -c:a aac -b:a 24k clip.mp4
run -i clip.mp4 -c copy -movflags +faststart index-first.mp4
run -i clip.mp4 -c copy -movflags +frag_keyframe+empty_moov fragmented.mp4
run -i clip.mp4 -c copy clip.mov
run -i clip.mp4 -c copy clip.mkv
run -i clip.mp4 -c copy clip.ts
run -f lavfi -i "$picture" -c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=none:pools=1 hevc.mp4
run -f lavfi -i "$picture" -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -b:v 60k vp9.webm
run -f lavfi -i "$picture" -c:v libaom-av1 -cpu-used 8 -usage realtime -threads 1 -b:v 60k av1.mp4
run -f lavfi -i "$picture" -c:v mpeg4 -qscale:v 9 clip.avi
run -f lavfi -i "$tone" -c:a libmp3lame -b:a 24k tone.mp3
run -f lavfi -i "$tone" -c:a aac -b:a 24k tone.m4a
run -f lavfi -i "$tone" -ar 8000 tone.wav
run -f lavfi -i "$tone" -c:a flac tone.flac
run -f lavfi -i "$tone" -c:a libvorbis tone.ogg
run -f lavfi -i "$picture" -frames:v 1 picture.png
run -f lavfi -i "$picture" -frames:v 1 -q:v 4 picture.jpg
run -f lavfi -i "$picture" -frames:v 1 -c:v libwebp picture.webp
run -f lavfi -i "$picture" -frames:v 3 picture.gif
run -f lavfi -i "$picture" -frames:v 1 -c:v libaom-av1 -cpu-used 8 -still-picture 1 picture.avif

printf '%s' "$version" > .made
