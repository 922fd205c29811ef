#!/bin/sh
# Makes clips of which one stretch is worth showing, for the test of the poster's choice:
#   make-poster-clips.sh FOLDER
# Writes clips.txt, too: name, begin and end of the good stretch in milliseconds.
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

run() { ffmpeg -hide_banner -loglevel error -nostdin -y -fflags +bitexact "$@"; }

# A landscape of sorts: hard contours, and noise of several sizes, as photographs have.
grain() { # SIZE CHROMA
  echo "nullsrc=s=$1:d=1,format=yuv444p,geq=lum='255*random(0)':$2,scale=1280:720:flags=bicubic"
}
colored="cb='80+96*random(1)':cr='80+96*random(2)'"
run -f lavfi -i "$(grain 8x5 "$colored")" -f lavfi -i "$(grain 64x36 "$colored")" \
  -f lavfi -i "$(grain 320x180 "cb=128:cr=128")" -filter_complex \
  "[0]lutyuv=y='56*floor(val/56)+28'[c];[c][1]blend=all_expr='A*0.65+B*0.35'[a];
   [a][2]blend=all_expr='A*0.8+B*0.2',eq=contrast=1.6" -frames:v 1 hills.png
run -i hills.png -vf "hflip,hue=h=130,eq=brightness=0.06" coast.png
run -i hills.png -vf "vflip,hue=h=220,crop=iw*3/4:ih*3/4:0:0,scale=1280:720" woods.png

# What a stretch can show. Each is a chain of filters without input; $w $h $d: its size and length.
still() { echo "movie=$1,loop=loop=-1:size=1,setpts=N/12/TB,scale=$((w * 5 / 4)):$((h * 5 / 4)),crop=$w:$h:x='8*t':y='4*t'"; }
ground() { echo "color=$1:s=${w}x$h:r=12"; }
line() { echo "drawtext=text='$1':fontsize=$((h * $2 / 100)):fontcolor=$3:x='$4':y='h*($5)/100'"; }
shape() { echo "drawbox=x=iw*$1/100:y=ih*$2/100:w=iw*$3/100:h=ih*$4/100:color=$5:t=fill"; }
kind() {
  case $1 in
    # Good ones.
    hills | coast | woods) still "$1.png" ;;
    fractal) echo "mandelbrot=s=${w}x$h:r=12:start_scale=0.4:end_pts=200" ;;
    drawn)
      echo "$(ground 0xbfe3f0),$(shape 0 70 100 30 0x5a9e4b),$(shape 12 38 22 36 0xd9773c),$(shape 18 50 8 24 0x5b3a21),$(shape 45 30 6 42 0x7a5230),$(shape 38 16 20 24 0x2f7d32),$(shape 74 10 12 20 0xf6c945),$(shape 62 78 24 6 0x6fb5d6),scroll=h=0.002"
      ;;
    drawn-pale)
      echo "$(ground 0xf4f1e8),$(shape 0 74 100 26 0xdfe7d2),$(shape 14 40 20 36 0xe6c9a8),$(shape 48 34 5 42 0xcdb79c),$(shape 40 18 22 24 0xbcd4b0),$(shape 70 48 18 28 0x9fb8c8),$(shape 74 56 4 8 0x54748a),scroll=h=0.002"
      ;;
    # Bad ones.
    black | white) ground "$1" ;;
    dusty-black) echo "$(ground 0x050505),noise=alls=18:allf=t" ;;
    blue) ground 0x2255aa ;;
    shade) echo "gradients=s=${w}x$h:r=12:c0=0x203050:c1=0x406080:x0=0:y0=0:x1=$w:y1=$h:speed=0.00001" ;;
    dim) echo "$(still "${2:-hills}.png"),eq=brightness=-0.45:contrast=0.35" ;;
    pale) echo "$(still "${2:-hills}.png"),eq=brightness=0.3:contrast=0.3" ;;
    fade-in) echo "$(still "${2:-hills}.png"),fade=in:st=0:d=$d" ;;
    # Without its first second, which is all but whole.
    fade-out)
      echo "$(still "${2:-hills}.png"),fps=12,fade=out:st=0:d=$((d + 1)),trim=start=1,setpts=PTS-STARTPTS"
      ;;
    # Two pictures at once, as in the middle of a dissolve.
    double)
      echo "$(still hills.png)[one$count];$(still coast.png)[two$count];[one$count][two$count]blend=all_expr='A*(0.35+0.1*T)+B*(0.65-0.1*T)'"
      ;;
    title-huge) echo "$(ground 0x1d6b4f),$(line 'CARBON' 30 white '(w-tw)/2' 34)" ;;
    title-band) echo "$(ground 0xf2f2f2),$(shape 0 0 100 18 0x2b4c7e),$(line 'Lesson 4' 9 white w/20 5),$(line 'Wind power explained' 10 0x2b4c7e w/10 45)" ;;
    formula) echo "$(ground 0xfffdf5),$(line 'C + O2 = CO2' 18 0x333333 '(w-tw)/2' 40)" ;;
    fade-white) echo "$(still "${2:-hills}.png"),fade=in:st=0:d=$d:c=white" ;;
    blurred) echo "$(still "${2:-hills}.png"),gblur=sigma=$((h / 36))" ;;
    dusty-blur) echo "$(still "${2:-hills}.png"),gblur=sigma=$((h / 30)),noise=alls=12:allf=t" ;;
    title) echo "$(ground black),$(line 'Carbon neutral' 14 white '(w-tw)/2' 40)" ;;
    title-light) echo "$(ground 0xf5f5f0),$(line '碳达峰 碳中和' 16 0x223344 '(w-tw)/2' 30),$(line 'A popular science film' 7 0x556677 '(w-tw)/2' 60)" ;;
    title-shade) echo "$(kind shade),$(line 'Our forests' 15 white '(w-tw)/2' 35),$(line 'Episode 3' 7 white '(w-tw)/2' 60)" ;;
    slide)
      echo "$(ground white),$(line 'What is a carbon sink?' 9 black w/12 8),$(line 'Forests take up carbon dioxide' 6 black w/10 28),$(line 'Wetlands keep it for a long time' 6 black w/10 42),$(line 'Oceans hold most of it' 6 black w/10 56),$(line 'Soils hold more than the air' 6 black w/10 70)"
      ;;
    credits)
      echo "$(ground black),$(line 'Director  Li Ming' 5 white w/4 'mod(100-8*t,90)'),$(line 'Camera  Wang Fang' 5 white w/4 'mod(115-8*t,90)'),$(line 'Music  Zhang Wei' 5 white w/4 'mod(130-8*t,90)'),$(line 'Editor  Zhao Lei' 5 white w/4 'mod(145-8*t,90)'),$(line 'With thanks to the school' 5 white w/4 'mod(160-8*t,90)')"
      ;;
    *) echo "no such kind: $1" >&2; exit 2 ;;
  esac
}

# clip NAME SIZE GOP FILTER STRETCH… ; a stretch is KIND[/PICTURE]:SECONDS, the good ones begin with +
clip() {
  name=$1 w=${2%x*} h=${2#*x} gop=$3 filter=$4
  shift 4
  graph='' labels='' count=0 time=0 begin=0 end=0
  for stretch in "$@"; do
    d=${stretch#*:}
    what=${stretch%:*}
    case $what in +*) [ $end != 0 ] || begin=$time; end=$((time + d)) ;; esac
    what=${what#+}
    picture=
    case $what in */*) picture=${what#*/} ;; esac
    graph="$graph$(kind "${what%/*}" $picture),fps=12,trim=duration=$d,setpts=PTS-STARTPTS,format=yuv420p,setsar=1[v$count];"
    labels="$labels[v$count]"
    count=$((count + 1))
    time=$((time + d))
  done
  case $name in
    *.webm) codec="-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 600k" ;;
    hevc*) codec="-c:v libx265 -preset ultrafast -x265-params log-level=none:pools=1:frame-threads=1:scenecut=0:keyint=$gop" ;;
    *) codec="-c:v libx264 -preset ultrafast -crf 24 -sc_threshold 0" ;;
  esac
  [ "$gop" != scenes ] || codec="-c:v libx264 -preset veryfast -crf 24"
  [ "$gop" != scenes ] || gop=250
  run -filter_complex "$graph${labels}concat=n=$count$filter[v]" -map '[v]' $codec -g "$gop" \
    -threads 1 "$name"
  echo "$name $((begin * 1000)) $((end * 1000))" >> clips.txt
}

dust=",noise=alls=8:allf=t"
clip black-around.mp4 640x360 12 "" black:4 +hills:3 black:5
clip white-around.mp4 426x240 24 "" white:3 +coast:3 white:6
clip double.mp4 640x360 12 "" double:3 +coast:3 double:4
clip flat-around.mp4 640x360 24 "" blue:5 +woods:2 blue:5
clip flat-short-good.mp4 640x360 12 "" blue:9 +woods:1 shade:8
clip titles-black.mp4 640x360 12 "" title:3 +hills:4 credits:5
clip titles-light.mp4 854x480 24 "" title-band:4 +coast:3 formula:5
clip slides.mp4 640x360 12 "" title-light:3 slide:5 +woods:2 slide:5
clip slides-drawn.mp4 640x360 12 "" slide:4 +drawn:3 title-light:4
clip titles-drawn.mp4 640x360 24 "" title-huge:4 +drawn:4 title-shade:4
clip pale-drawn.mp4 640x360 12 "" title-band:4 slide:3 +drawn-pale:4 white:2
clip fades.mp4 640x360 12 "" fade-in/hills:4 +hills:3 fade-out/hills:4
clip fades-other.mp4 640x360 12 "" fade-in/coast:4 +woods:3 fade-out/coast:4
clip fade-white.mp4 640x360 12 "" fade-white/woods:5 +woods:2 white:3
clip dim.mp4 640x360 24 "" dim/coast:6 +hills:3 dim/woods:5
clip pale.mp4 640x360 24 "" pale/coast:5 +coast:3 pale/hills:5
clip blurred-dust.mp4 854x480 12 "$dust" dusty-blur/coast:6 +woods:2 dusty-blur/hills:5
clip dusty-black.mp4 640x360 24 "" dusty-black:7 +fractal:3 dusty-black:5
clip good-first.mp4 640x360 12 "" +coast:3 credits:8 black:2
clip good-last.mp4 640x360 12 "" black:2 title:3 formula:6 +hills:3
clip one-key.mp4 426x240 9999 "" black:4 title:3 +woods:3 credits:3
clip one-key-late.mp4 426x240 9999 "" black:2 blurred/hills:8 +coast:2
clip long-groups.mp4 426x240 120 "" black:5 title-shade:3 +hills:3 black:10 slide:9
clip scenes.mp4 640x360 scenes "" title-shade:3 blurred/woods:4 +fractal:3 credits:4
clip small.webm 426x240 24 "" black:3 title:3 +coast:3 credits:3
clip one-key.webm 426x240 9999 "" title-light:4 +hills:3 white:4
clip drawn.webm 640x360 24 "$dust" slide:4 +drawn:3 black:4
clip hevc-titles.mp4 640x360 12 "" title:3 blurred/coast:3 +fractal:3 credits:4
clip hevc-fades.mp4 640x360 24 "$dust" black:2 fade-in/woods:4 +woods:3 fade-out/woods:4
clip large.mp4 1920x1080 12 "" title-light:2 blurred/hills:2 +coast:2 black:2

printf '%s' "$version" > .made
