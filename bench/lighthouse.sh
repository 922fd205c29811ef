#!/usr/bin/env bash
# Lighthouse's four scores on a slow phone, of home, an article, the gallery and an entry; or of the pages given.
#
#   bench/lighthouse.sh [PAGE…]      after tools/test.sh, which builds public/ and installs Lighthouse and Chromium
#
# The speed of the machine goes into the first score and into the blocking time: run it on one that does nothing else.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
if [[ ! -e $root/public/index.html || ! -d $root/tests/browser/node_modules/lighthouse ]]; then
  echo "public/ or Lighthouse is missing: run tools/test.sh first" >&2
  exit 2
fi
exec python3 "$root/tests/browser/lighthouse_test.py" --tree "$root/public" \
  --categories performance,accessibility,best-practices,seo "$@"
