#!/bin/sh
# Makes the clips that media.sh measures with, three minutes of 1080p each: make-media-clips.sh FOLDER
# Half a minute is encoded and then repeated without encoding, which is the same work for a reader.
set -eu
folder=$1
mkdir -p "$folder"
version=$(cksum < "$0")
cd "$folder"
[ -f .made ] && [ "$(cat .made)" = "$version" ] && exit 0
rm -f .made ./*.mp4 ./*.png

run() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }
h264="-c:v libx264 -preset veryfast -pix_fmt yuv420p"

# A landscape of sorts: hard contours, and noise of several sizes, as photographs have.
# grain SIZE CHROMA
grain() {
  echo "nullsrc=s=$1:d=1,format=yuv444p,geq=lum='255*random(0)':$2,scale=2304x1296:flags=bicubic"
}
colored="cb='96+64*random(1)':cr='96+64*random(2)'"
grey="cb=128:cr=128"
run -f lavfi -i "$(grain 12x8 "$colored")" -f lavfi -i "$(grain 80x45 "$colored")" \
  -f lavfi -i "$(grain 400x225 "$grey")" -f lavfi -i "$(grain 1600x900 "$grey")" \
  -filter_complex "[0]lutyuv=y='56*floor(val/56)+28'[c];
    [c][1]blend=all_expr='A*0.65+B*0.35'[a];[a][2]blend=all_expr='A*0.85+B*0.15'[b];
    [b][3]blend=all_expr='A*0.98+B*0.02',eq=contrast=1.6:saturation=1.5,setsar=1" -frames:v 1 landscape.png

# Five shots of six seconds, each with colours and a corner of its own, by a camera that moves.
shots="hue=h='70*floor(t/6)',crop=1920:1080:x='mod(97*floor(t/6),280)+16*mod(t,6)':y='100+60*sin(t)'"
# film FILTERS ENCODER-OPTIONS…
film() {
  filters=$1
  shift
  run -loop 1 -r 25 -t 30 -i landscape.png -vf "$filters" $h264 "$@" part.mp4
}
repeat() { run -stream_loop 5 -i part.mp4 -c copy -movflags +faststart "$1"; }

film "$shots" -crf 23
repeat ordinary.mp4
film "$shots,noise=alls=14:allf=t" -b:v 14M -maxrate 16M -bufsize 28M
repeat noisy.mp4

# Flat shapes that move over a ground which changes with each shot.
shape() { echo "color=$1:s=$2:r=25:d=30"; }
run -f lavfi -i "color=0x9fd3c7:s=1920x1080:r=25:d=30" -f lavfi -i "$(shape 0x385170 700x420)" \
  -f lavfi -i "$(shape 0xececec 260x260)" -f lavfi -i "$(shape 0xf07b3f 480x180)" \
  -f lavfi -i "$(shape 0x2f9e44 1920x240)" -filter_complex \
  "[0]hue=h='50*floor(t/6)'[g];[g][4]overlay=0:840[a];[a][1]overlay='200+60*mod(t,6)':420[b];
   [b][2]overlay='1400-40*mod(t,6)':'120+30*sin(2*t)'[c];[c][3]overlay='700+200*sin(t)':'760'" \
  $h264 -crf 20 part.mp4
repeat drawn.mp4

rm -f part.mp4
printf '%s' "$version" > .made
