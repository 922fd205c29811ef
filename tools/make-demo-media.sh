#!/usr/bin/env bash
# Draws the media of the demonstration works into assets/demo/: films, sound works and subtitles.
#
#   tools/make-demo-media.sh            everything
#   tools/make-demo-media.sh NAME…      only the works of these names
#
# Debian 12: ffmpeg python3 python3-cairo python3-numpy espeak-ng fonts-noto-cjk fonts-noto-cjk-extra
# The pictures and sounds are computed by tools/demo_media/ without a clock or an unseeded random number, and the
# encoders run with fixed settings and thread counts: the same packages give the same files.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
studio=$root/tools/demo_media
out=$root/assets/demo
python=${PYTHON:-/usr/bin/python3}
export PYTHONDONTWRITEBYTECODE=1

films=(carbon-cycle ppm-curve four-bins wind-answer stairwell-lights solar-day two-promises ways-to-go balcony-loop
  ice-reader tower-keepers leaf-hundred shape-of-wind water-battery forest-returns)
captioned=(carbon-cycle ppm-curve water-battery)
mp3_works=(curve-sung wind-over-hills sponge-rain twenty-six-degrees words-of-coal)
wav_works=(bicycle-beat forest-morning)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

film() {
  local name=$1 width height rate seconds aspect rotation quality
  read -r width height rate seconds aspect rotation quality < <("$python" "$studio/film.py" facts "$name")
  "$python" "$studio/film.py" sound "$name" > "$scratch/$name.wav"
  "$python" "$studio/film.py" frames "$name" |
    ffmpeg -v error -y -f rawvideo -pixel_format bgr0 -video_size "${width}x$height" -framerate "$rate" -i pipe:0 \
      -i "$scratch/$name.wav" -map 0:v -map 1:a -t "$seconds" \
      -vf "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=$aspect" \
      -c:v libx264 -preset medium -tune animation -crf "$quality" -threads 2 -g 125 \
      -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv \
      -c:a aac -b:a 80k -ac 2 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
      -map_metadata -1 -movflags +faststart "$scratch/$name.mp4"
  # The tag of FFmpeg counts the angle against the clock; what it writes is the display matrix of the track.
  if [[ $rotation != 0 ]]; then
    ffmpeg -v error -y -i "$scratch/$name.mp4" -c copy -fflags +bitexact -metadata:s:v:0 rotate="$((360 - rotation))" \
      -movflags +faststart "$scratch/$name-turned.mp4"
    mv "$scratch/$name-turned.mp4" "$scratch/$name.mp4"
  fi
  mv "$scratch/$name.mp4" "$out/$name.mp4"
}

mp3() {
  "$python" "$studio/sound_work.py" "$1" > "$scratch/$1.wav"
  ffmpeg -v error -y -i "$scratch/$1.wav" -c:a libmp3lame -b:a 80k -fflags +bitexact -flags:a +bitexact \
    -map_metadata -1 -id3v2_version 0 "$out/$1.mp3"
}

wav() {
  "$python" "$studio/sound_work.py" "$1" > "$scratch/$1.wav"
  ffmpeg -v error -y -i "$scratch/$1.wav" -ac 1 -ar 16000 -c:a pcm_s16le -fflags +bitexact -flags:a +bitexact \
    -map_metadata -1 "$out/$1.wav"
}

wanted() {
  local name=$1 choice
  shift
  (($# == 0)) && return 0
  for choice; do [[ $choice == "$name" ]] && return 0; done
  return 1
}

mkdir -p "$out"
for name in "${films[@]}"; do
  if wanted "$name" "$@"; then film "$name"; fi
done
for name in "${captioned[@]}"; do
  if wanted "$name" "$@"; then "$python" "$studio/film.py" captions "$name" > "$out/$name.vtt"; fi
done
for name in "${mp3_works[@]}"; do
  if wanted "$name" "$@"; then mp3 "$name"; fi
done
for name in "${wav_works[@]}"; do
  if wanted "$name" "$@"; then wav "$name"; fi
done

total=$(du -cb "$out"/* | tail -1 | cut -f1)
echo "assets/demo: $((total / 1024)) KiB"
if ((total > 20 * 1024 * 1024)); then
  echo "assets/demo is larger than 20 MiB" >&2
  exit 1
fi
