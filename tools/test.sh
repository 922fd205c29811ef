#!/usr/bin/env bash
# Builds the site and all tests, and runs everything; ends with the summary of ctest.
#
#   tools/test.sh [--fast] [--preset NAME] [-- CTEST-OPTION…]
#
#   --fast          leave out the tests in a browser, and what they need installed
#   --preset NAME   test another preset than release: dev, asan, tsan
#   after --        for ctest, e.g. -- -R golden -j1
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# shellcheck source=tools/common.sh
source tools/common.sh

fast=
preset=release
while (($# > 0)); do
  case $1 in
    --fast) fast=1 ;;
    --preset)
      (($# > 1)) || { echo "--preset needs a name" >&2; exit 2; }
      preset=$2
      shift
      ;;
    --)
      shift
      break
      ;;
    -h | --help)
      sed -n '2,8s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *)
      echo "unknown option: $1 (see --help)" >&2
      exit 2
      ;;
  esac
  shift
done

groups=(site test)
[[ $fast ]] || groups+=(browser)
need_packages "${groups[@]}"
tools/site.sh

say "compiling the tests ($preset)"
configure "$preset" -DKEPU_TESTS=ON
cmake --build "build/$preset"

if [[ ! $fast ]]; then
  browser=tests/browser
  if ! cmp -s "$browser/package-lock.json" "$browser/node_modules/.installed-lock"; then
    say "installing the browser tests' own packages"
    npm ci --prefix "$browser" --no-audit --no-fund --loglevel=error
    cp "$browser/package-lock.json" "$browser/node_modules/.installed-lock"
  fi
fi

say "running the tests"
selection=()
[[ $fast ]] && selection=(--label-exclude '^browser$')
ctest --test-dir "build/$preset" --output-on-failure -j"$(nproc)" "${selection[@]}" "$@"
