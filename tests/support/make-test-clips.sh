#!/bin/sh
# Makes tiny media files with known colours and known faults for the media tests: make-test-clips.sh FOLDER
# Safe to call from several tests at once: one makes them, the others wait. Needs ffmpeg.
set -eu
folder=$1
mkdir -p "$folder"
exec 9> "$folder/.lock"
flock 9
version=$(cksum < "$0")
[ -f "$folder/.made" ] && [ "$(cat "$folder/.made")" = "$version" ] && exit 0
cd "$folder"
rm -f -- .made ./*.*

run() { ffmpeg -hide_banner -loglevel error -nostdin -y -fflags +bitexact "$@" -bitexact; }
h264="-c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1"

# Left half red, right half blue: shows orientation and aspect. halves SIZE SECONDS
halves() {
  echo "color=red:s=$1:r=10:d=$2,drawbox=x=iw/2:y=0:w=iw/2:h=ih:color=blue:t=fill"
}
# Lively pictures with a brightness that can be checked.
lively="testsrc2=s=640x360:r=10"

run -f lavfi -i "$(halves 640x360 3)" $h264 halves.mp4
# The display matrix turns it clockwise by 90 degrees: red ends at the top.
run -i halves.mp4 -c copy -metadata:s:v rotate=-90 rotated.mp4
run -f lavfi -i "$(halves 360x288 2)" -vf setsar=16/15 $h264 anamorphic.mp4
run -f lavfi -i "$(halves 270x480 2)" $h264 portrait.mp4
run -f lavfi -i "$lively:d=3" -vf "fade=t=in:st=0:d=1:c=black,trim=end=3" $h264 -g 300 fade-in.mp4
run -f lavfi -i "color=black:s=640x360:r=10:d=3" -f lavfi -i "$lively:d=2" \
  -filter_complex "[0][1]concat=n=2" $h264 -g 10 -sc_threshold 0 black-start.mp4
run -f lavfi -i "color=black:s=640x360:r=10:d=3" -f lavfi -i "$lively:d=1" \
  -filter_complex "[0][1]concat=n=2" $h264 -g 1000 -sc_threshold 0 black-start-one-key.mp4
run -f lavfi -i "$lively" -frames:v 1 $h264 one-frame.mp4
run -f lavfi -i "$lively" -frames:v 4 $h264 -r 10 short.mp4
run -f lavfi -i "color=black:s=320x180:r=10:d=2" $h264 all-black.mp4
run -f lavfi -i "$lively:d=3" -f lavfi -i "sine=440:d=3" $h264 -c:a aac -movflags +faststart faststart.mp4
run -f lavfi -i "$lively:d=3" -f lavfi -i "sine=440:d=3" $h264 -c:a aac index-last.mp4
run -i faststart.mp4 -c copy -movflags +frag_keyframe+empty_moov fragmented.mp4
cp halves.mp4 "节能 短片 🌱.mp4"

run -f lavfi -i "$lively:d=2" -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -b:v 200k clip.webm
run -f lavfi -i "$lively:d=2" $h264 clip.mkv
run -f lavfi -i "$lively:d=2" $h264 clip.ts
run -f lavfi -i "$lively:d=2" -c:v mpeg4 -qscale:v 5 clip.avi

# Two seconds silent, then two seconds of a tone.
tone="aevalsrc=if(gte(t\,2)\,0.5*sin(2*PI*440*t)\,0):d=4:s=44100"
run -f lavfi -i "$tone" -c:a libmp3lame -b:a 64k tone.mp3
run -f lavfi -i "$tone" -c:a libmp3lame -q:a 6 -write_xing 0 no-header.mp3
run -f lavfi -i "$tone" tone.wav
run -f lavfi -i "$tone" -c:a aac tone.m4a
run -f lavfi -i "$tone" -c:a libvorbis tone.ogg
run -f lavfi -i "$tone" tone.flac
run -f lavfi -i "color=lime:s=64x64" -frames:v 1 cover.png
run -i tone.mp3 -i cover.png -map 0 -map 1 -c:a copy -c:v mjpeg -disposition:v attached_pic -id3v2_version 3 covered.mp3
run -i tone.m4a -i cover.png -map 0 -map 1 -c:a copy -c:v mjpeg -disposition:v attached_pic covered.m4a

run -f lavfi -i "$(halves 400x300 1)" -frames:v 1 picture.png
run -i picture.png -q:v 2 picture.jpg
run -i picture.png -c:v libwebp picture.webp
run -i picture.png picture.gif
run -i picture.png -c:v libaom-av1 -cpu-used 8 -still-picture 1 -frames:v 1 picture.avif
run -f lavfi -i "color=black@0:s=200x100,format=rgba" -frames:v 1 transparent.png
# A photograph that the camera held sideways: EXIF orientation 6, turn clockwise by 90 degrees.
{
  head -c 2 picture.jpg
  printf '\377\341\000\042Exif\000\000MM\000\052\000\000\000\010\000\001\001\022\000\003\000\000\000\001\000\006\000\000\000\000\000\000'
  tail -c +3 picture.jpg
} > sideways.jpg

# Faults.
size() { wc -c < "$1"; }
: > empty.mp4
printf 'This is no video at all.\n' > text.mp4
printf '<!DOCTYPE html><html><body>404 Not Found</body></html>\n' > page.mp4
head -c $(($(size faststart.mp4) * 6 / 10)) faststart.mp4 > cut-faststart.mp4
head -c $(($(size index-last.mp4) * 6 / 10)) index-last.mp4 > cut-index-last.mp4
head -c $(($(size clip.webm) * 6 / 10)) clip.webm > cut.webm
head -c $(($(size tone.wav) / 2)) tone.wav > cut.wav
head -c $(($(size tone.flac) / 2)) tone.flac > cut.flac
head -c $(($(size tone.mp3) / 2)) tone.mp3 > cut.mp3
head -c $(($(size picture.png) - 20)) picture.png > cut.png
head -c $(($(size picture.jpg) * 7 / 10)) picture.jpg > cut.jpg
# Every byte of the picture data after the first kilobyte is inverted by a short cycle of junk.
{
  head -c 1500 index-last.mp4
  yes 'damage' | head -c $(($(size index-last.mp4) / 2))
  tail -c +$((1501 + $(size index-last.mp4) / 2)) index-last.mp4
} > flipped.mp4
# A header that claims 40000 x 40000 pixels: 16 bytes of signature and IHDR, then the sizes.
{ head -c 16 picture.png; printf '\000\000\234\100\000\000\234\100'; tail -c +25 picture.png; } > huge.png
head -c 20000 tone.flac | tail -c 15000 > noise.mp4

printf '%s' "$version" > .made
