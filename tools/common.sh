# Sourced by the other scripts: what they say, which packages they install, how they configure.
# shellcheck shell=bash

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '\nerror: %s\n' "$*" >&2
  exit 3
}

# Names of the packages in the given groups, one a line.
packages_of() {
  local folder group
  folder=$(dirname "${BASH_SOURCE[0]}")
  for group; do
    awk -v group="[$group]" '/^\[/ {inside = $1 == group; next} inside && NF && !/^#/ {print $1}' \
      "$folder/packages.txt"
  done
}

# Of the names on standard input those that are not installed. A package that another one provides
# (a newer nodejs brings npm) counts as installed.
missing_packages() {
  local wanted installed
  wanted=$(sort -u)
  # shellcheck disable=SC2016  # the format is dpkg-query's, not the shell's
  installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package} ${Provides}\n' |
    awk '/^ii/ {gsub(/\([^)]*\)|,/, " "); sub(/^ii /, ""); for (i = 1; i <= NF; ++i) print $i}' | sort -u)
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

# need_packages GROUP…
need_packages() {
  local missing=() as_root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "this script installs Debian packages, but there is no apt here; install by hand what tools/packages.txt names"
  fi
  mapfile -t missing < <(packages_of "$@" | missing_packages)
  ((${#missing[@]} == 0)) && return 0
  say "installing ${#missing[@]} packages: ${missing[*]}"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "run this script as root once, or install sudo: packages are missing"
    as_root=(sudo)
  fi
  # A web server is needed as a program only; without this file its package would start it as a service.
  local policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    # shellcheck disable=SC2064  # the values of now are meant
    trap "${as_root[*]} rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
  fi
  local log
  log=$(mktemp)
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -ec \
    'apt-get update -q; apt-get install -y -q --no-install-recommends "$@"' install "${missing[@]}" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "apt-get could not install these packages; is there a network? All of its words: $log"
  fi
  rm -f "$log"
  if [[ $(trap -p EXIT) == *"$policy"* ]]; then
    "${as_root[@]}" rm -f "$policy"
    trap - EXIT
  fi
}

# configure PRESET OPTION…: warnings are errors, but those of a newer compiler must not keep a newcomer from building.
configure() {
  local preset=$1
  shift
  [[ $preset == release && ${CI:-} != true ]] && set -- -DKEPU_WARNINGS_AS_ERRORS=OFF "$@"
  cmake --preset "$preset" "$@"
}
