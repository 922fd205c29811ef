#!/bin/sh
# Measures kepu, Hugo and the floor side by side on the same articles; README.md explains the table.
set -eu

usage() {
  cat <<'TEXT'
usage: bench/run.sh [--pages N] [--rounds R] [--jobs N] [--no-hugo] [--no-floor] [--no-kepu]
                    [--build DIR] [--kepu PROGRAM] [--cache DIR] [--out DIR] [--keep-output]
  --pages N      articles in the corpus (10000)
  --rounds R     measured rounds after one warm-up (5)
  --jobs N       threads for every program (number of processors)
  --build DIR    where kepu and kepu_bench_floor were built (build/release)
  --kepu PROGRAM another kepu
  --cache DIR    corpora are kept here (${TMPDIR:-/tmp}/kepu-bench)
  --out DIR      output, best on tmpfs (/dev/shm/kepu-bench); its subfolders are deleted
  --keep-output  leave the last output of each program in DIR
TEXT
}

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
pages=10000
rounds=5
jobs=$(nproc)
hugo=yes
floor=yes
kepu=yes
build=$root/build/release
kepu_program=
cache=${TMPDIR:-/tmp}/kepu-bench
out=/dev/shm/kepu-bench
keep_output=no

while [ $# -gt 0 ]; do
  case $1 in
    --pages | --rounds | --jobs | --build | --kepu | --cache | --out)
      [ $# -ge 2 ] || { usage >&2; exit 2; }
      case $1 in
        --pages) pages=$2 ;;
        --rounds) rounds=$2 ;;
        --jobs) jobs=$2 ;;
        --build) build=$2 ;;
        --kepu) kepu_program=$2 ;;
        --cache) cache=$2 ;;
        --out) out=$2 ;;
      esac
      shift 2
      ;;
    --no-hugo) hugo=no; shift ;;
    --no-floor) floor=no; shift ;;
    --no-kepu) kepu=no; shift ;;
    --keep-output) keep_output=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
for number in "$pages" "$rounds" "$jobs"; do
  case $number in
    '' | *[!0-9]* | 0*) usage >&2; exit 2 ;;
  esac
done
: "${kepu_program:=$build/kepu}"

# A missing program is left out, so that the others can still be compared.
if [ $kepu = yes ] && [ ! -x "$kepu_program" ]; then
  echo "left out: kepu is not at $kepu_program (cmake --preset release && cmake --build --preset release)" >&2
  kepu=no
fi
if [ $floor = yes ] && [ ! -x "$build/kepu_bench_floor" ]; then
  echo "left out: the floor is not in $build (cmake --build --preset release --target kepu_bench_floor)" >&2
  floor=no
fi
if [ $hugo = yes ] && ! command -v hugo >/dev/null; then
  echo "left out: hugo is not installed (apt-get install hugo)" >&2
  hugo=no
fi

# Hugo takes a relative folder from its source folder, the others from here.
mkdir -p "$cache" "$out"
cache=$(cd "$cache" && pwd)
out=$(cd "$out" && pwd)
kepu_site=$cache/kepu-$pages
hugo_site=$cache/hugo-$pages
if [ $kepu = yes ] || [ $floor = yes ]; then
  python3 "$here/make-corpus.py" --for kepu --pages "$pages" --keep "$kepu_site"
  rm -rf "$kepu_site/themes"
  cp -R "$root/themes" "$kepu_site/themes"
fi
if [ $hugo = yes ]; then
  python3 "$here/make-corpus.py" --for hugo --pages "$pages" --keep "$hugo_site"
  rm -rf "$hugo_site/layouts" "$hugo_site/assets" "$hugo_site/config.toml"
  cp -R "$here/hugo/." "$hugo_site"
fi

# Go takes its number of threads from GOMAXPROCS; the others have an argument.
GOMAXPROCS=$jobs
export GOMAXPROCS

quote() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }
set --
if [ $kepu = yes ]; then
  command="$(quote "$kepu_program") build --quiet --site $(quote "$kepu_site") --out {out} --jobs $jobs"
  set -- "$@" --clear "kepu=$kepu_site/.kepu" "kepu=$command" "kepu+again=$command"
fi
if [ $hugo = yes ]; then
  set -- "$@" "hugo=hugo --quiet --source $(quote "$hugo_site") --destination {out} --cacheDir $(quote "$cache/hugo-cache")"
fi
if [ $floor = yes ]; then
  set -- "$@" "floor=$(quote "$build/kepu_bench_floor") $(quote "$kepu_site") {out} $jobs"
fi
[ $# -gt 0 ] || { echo "nothing to measure" >&2; exit 1; }

echo "$pages articles, $rounds rounds, $jobs threads of $(nproc) processors, load before: $(cut -d' ' -f1 /proc/loadavg)"
[ $kepu = no ] || "$kepu_program" version
[ $hugo = no ] || hugo version
status=0
python3 "$here/measure.py" --out "$out" --rounds "$rounds" "$@" || status=$?
[ $keep_output = yes ] || rm -rf "$out/kepu" "$out/hugo" "$out/floor"
exit $status
