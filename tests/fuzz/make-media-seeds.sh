#!/bin/sh
# The seeds of fuzz_media_file: make-media-seeds.sh CLIPS FOLDER. Each clip of CLIPS once for each task,
# which is named by one byte at the end.
set -eu
clips=$1
folder=$2
mkdir -p "$folder"
for clip in "$clips"/*.*; do
  for task in 0 1 2 3 4 5; do
    name=$(basename "$clip")
    # In octal: the task, plus six times the way to choose a poster (the best; of a picture, itself).
    case $name in
      picture.*) byte=$((task + 18)) ;;
      *) byte=$((task + 6)) ;;
    esac
    {
      cat "$clip"
      # shellcheck disable=SC2059  # the format is the byte
      printf "\\$(printf '%03o' "$byte")"
    } > "$folder/$task-$name"
  done
done
