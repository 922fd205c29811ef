#!/usr/bin/env bash
# From a bare Debian 12 to the finished site in public/: installs what is missing, compiles kepu, builds the site.
#
#   tools/site.sh [OPTION…]     options go to `kepu build`, e.g. --base-url https://example.org/ --drafts
#
# Needs root (or sudo) only when packages are missing. With nothing to do it takes a second.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# shellcheck source=tools/common.sh
source tools/common.sh

need_packages site

build=build/release
if [[ ! -e $build/build.ninja ]]; then
  say "configuring"
  # The tests need more packages; tools/test.sh turns them on.
  configure release -DKEPU_TESTS=OFF
fi
if [[ -x $build/kepu ]]; then say "compiling what changed"; else say "compiling kepu: two or three minutes"; fi
cmake --build "$build" --target kepu kepu-media

say "building the site"
"$build/kepu" build --site "$root" "$@"

cat <<TXT

The site is in public/. To look at it:
  open public/index.html in a browser, straight from the folder; or
  python3 -m http.server --directory public 8000    and go to http://localhost:8000/
To publish it, copy public/ to any web server, at the root of a domain or into any folder below it.
TXT
