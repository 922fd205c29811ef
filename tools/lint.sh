#!/usr/bin/env bash
# Checks form and style: clang-format, clang-tidy with clang's warnings, shellcheck. Every finding is an error.
#
#   tools/lint.sh            all of it
#   tools/lint.sh --format   without clang-tidy, which takes minutes
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# shellcheck source=tools/common.sh
source tools/common.sh

need_packages site test lint

say "clang-format"
# Tables that were written by a program stay as they are.
git ls-files -z 'generator/*.h' 'generator/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.cpp' 'tools/*.cpp' |
  xargs -0 clang-format --dry-run -Werror

say "shellcheck"
git ls-files -z '*.sh' .ci/run | xargs -0 shellcheck -x

say "Python sources compile"
git ls-files -z '*.py' | xargs -0 python3 -c 'import sys
for name in sys.argv[1:]:
    compile(open(name, encoding="utf-8").read(), name, "exec")'

if [[ ${1:-} != --format ]]; then
  say "clang and clang-tidy"
  configure tidy -DKEPU_TESTS=OFF
  cmake --build build/tidy
fi
say "no findings"
