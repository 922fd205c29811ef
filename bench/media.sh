#!/bin/sh
# Measures the media work: posters against ffmpegthumbnailer and ffmpeg, storyboards against ffmpeg,
# and growth with the number of works; README.md explains the tables.
set -eu

usage() {
  cat <<'TEXT'
usage: bench/media.sh [--rounds R] [--works "N N …"] [--no-posters] [--no-storyboards] [--no-growth]
                      [--build DIR] [--cache DIR] [--out DIR]
  --rounds R   measured rounds after one warm-up (7; growth: 3 at most)
  --works ...  numbers of works for the growth ("10 100 1000")
  --build DIR  where kepu, kepu-media and kepu_bench_media_asker were built (build/release)
  --cache DIR  clips are kept here, 350 MB (${TMPDIR:-/tmp}/kepu-bench)
  --out DIR    output, best on tmpfs (/dev/shm/kepu-bench)
TEXT
}

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
rounds=7
works="10 100 1000"
posters=yes
storyboards=yes
growth=yes
build=$root/build/release
cache=${TMPDIR:-/tmp}/kepu-bench
out=/dev/shm/kepu-bench

while [ $# -gt 0 ]; do
  case $1 in
    --rounds | --works | --build | --cache | --out)
      [ $# -ge 2 ] || { usage >&2; exit 2; }
      case $1 in
        --rounds) rounds=$2 ;;
        --works) works=$2 ;;
        --build) build=$2 ;;
        --cache) cache=$2 ;;
        --out) out=$2 ;;
      esac
      shift 2
      ;;
    --no-posters) posters=no; shift ;;
    --no-storyboards) storyboards=no; shift ;;
    --no-growth) growth=no; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
for number in $rounds $works; do
  case $number in
    '' | *[!0-9]* | 0*) usage >&2; exit 2 ;;
  esac
done

for program in kepu-media kepu_bench_media_asker; do
  [ -x "$build/$program" ] && continue
  echo "$program is not in $build (cmake --build --preset release --target kepu-media kepu_bench_media_asker)" >&2
  exit 1
done
command -v ffmpeg >/dev/null || { echo "ffmpeg is not installed (apt-get install ffmpeg)" >&2; exit 1; }
if [ $posters = yes ] && ! command -v ffmpegthumbnailer >/dev/null; then
  echo "left out: ffmpegthumbnailer is not installed (apt-get install ffmpegthumbnailer)" >&2
fi
if [ $growth = yes ] && [ ! -x "$build/kepu" ]; then
  echo "left out: growth, as kepu is not in $build (cmake --build --preset release)" >&2
  growth=no
fi

mkdir -p "$cache" "$out"
echo "load before: $(cut -d' ' -f1 /proc/loadavg), $(nproc) processors, $rounds rounds, $(ffmpeg -version | head -n 1 | cut -d' ' -f1-3)"
if [ $posters = yes ] || [ $storyboards = yes ]; then
  "$here/make-media-clips.sh" "$cache/media"
fi
set -- --build "$build" --clips "$cache/media" --out "$out/media" --rounds "$rounds"
[ $posters = no ] || python3 "$here/media.py" posters "$@"
[ $storyboards = no ] || python3 "$here/media.py" storyboards "$@"
[ $growth = no ] || python3 "$here/media.py" growth "$@" --themes "$root/themes" --works $works
rm -rf "$out/media"
