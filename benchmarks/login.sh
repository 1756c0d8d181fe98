#!/usr/bin/env bash
# CPU of the platform for one sign-in, right and wrong, one after the other. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
TIMES=${TIMES:-40}
organization login
PID=$(sed -n 's/^pid=//p;s/^\([0-9][0-9]*\)$/\1/p' "$HOME_DIR/renoz.pid" | head -1)
HERTZ=$(getconf CLK_TCK)

ticks() { awk '{print $14 + $15}' "/proc/$PID/stat"; }
sign_in() { curl -sS -o /dev/null -w '%{http_code} %{time_total}\n' -X POST "$API/users/auth/login" -H 'Content-Type: application/json' -d "$1"; }

measure() { # name body times
  local before after
  before=$(ticks)
  for _ in $(seq "$3"); do sign_in "$2"; done >"$WORK/$1"
  after=$(ticks)
  sort -k2 -n "$WORK/$1" | awk -v name="$1" -v ticks="$((after - before))" -v hertz="$HERTZ" '{code[$1]++; t[NR] = $2}
    END {printf "%-14s %3.0f ms CPU each, p50 %3.0f ms;", name, ticks * 1000 / hertz / NR, t[int((NR + 1) / 2)] * 1000
         for (c in code) printf " %s: %d", c, code[c]; print ""}'
}

measure warming-up "$LOGIN" 10
measure right "$LOGIN" "$TIMES"
measure wrong "{\"organization\":\"$SLUG\",\"email\":\"nobody@$SLUG.example\",\"password\":\"not-this-one-at-all\"}" 5
