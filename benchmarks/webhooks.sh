#!/usr/bin/env bash
# Events and webhooks as they are worked off, and what requests notice of it. See README.md.
# The platform has to run with RENOZ_WEBHOOKS_ALLOW_PRIVATE_TARGETS=true.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
EACH=${SECONDS_EACH:-10}
THOUSANDS=${THOUSANDS:-10}
organization hooks

cat >"$WORK/receiver.py" <<'PY'
import socketserver, sys, threading, time
class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        length = 0
        while True:
            line = self.rfile.readline()
            if line in (b"\r\n", b""): break
            if line.lower().startswith(b"content-length:"): length = int(line.split(b":")[1])
        self.rfile.read(length)
        self.wfile.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        with lock:
            times.append(time.time())
            if len(times) % 100 == 0:
                with open(sys.argv[1], "w") as out: out.write(f"{len(times)} {times[0]} {times[-1]}\n")
class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True; daemon_threads = True; request_queue_size = 64
lock, times = threading.Lock(), []
server = Server(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + ".port", "w") as out: out.write(str(server.server_address[1]))
server.serve_forever()
PY
python3 "$WORK/receiver.py" "$WORK/told" &
RECEIVER=$!
trap 'kill $RECEIVER; rm -rf "$WORK"' EXIT
for _ in $(seq 50); do [ -s "$WORK/told.port" ] && break; sleep 0.1; done

bulk() { # number of the thousand
  python3 -c "import json; print(json.dumps({'items': [{'name': f'Customer $1 {i}'} for i in range(1000)]}))" >"$WORK/bulk.json"
  curl -sS -X POST "$API/customers/customers/bulk" -H "$AUTH" -H 'Content-Type: application/json' --data-binary @"$WORK/bulk.json" -o "$WORK/made.json"
}
bulk 0
ID=$(python3 -c "import json; print(json.load(open('$WORK/made.json'))['items'][0]['id'])")
p50() { # name seconds connections
  wrk -t1 -c"${3:-4}" -d"$2"s --latency -H "$AUTH" "$API/customers/customers/$ID" | awk -v name="$1" '/^ +50%/ {p50=$2} /^ +99%/ {p99=$2} /Requests\/sec/ {r=$2}
    END {printf "%-34s p50 %-9s p99 %-9s %6.0f req/s\n", name, p50, p99, r}'
}
p50 "(warm-up)" "$EACH" >/dev/null
p50 "GET by id, idle" "$EACH"
p50 "GET by one, idle" "$EACH" 1

post settings/webhook-subscriptions "$AUTH" "{\"name\":\"bench\",\"targetUrl\":\"http://127.0.0.1:$(cat "$WORK/told.port")/\",\"eventTypes\":[\"customers.*\"]}" >"$WORK/hook.json"
grep -q whsec_ "$WORK/hook.json" || { cat "$WORK/hook.json"; exit 1; }
sleep 1.5 # until every node knows of it
BEGAN=$(date +%s.%N)
for i in $(seq "$THOUSANDS"); do bulk "$i"; done
p50 "GET by id, while webhooks are sent" "$EACH" &
WRK=$!
ALL=$((THOUSANDS * 1000))
left() { admin_sql "select count(*) from platform.event_deliveries where organization_id = '$ORGANIZATION' and listener like 'settings.%' and state <> 'delivered'"; }
until [ "$(left)" = 0 ]; do sleep 0.5; done
EVENTS=$(date +%s.%N)
until [ "$(cut -d' ' -f1 "$WORK/told" 2>/dev/null || echo 0)" -ge "$ALL" ]; do sleep 0.5; done
wait $WRK
awk -v b="$BEGAN" -v e="$EVENTS" -v n="$ALL" 'BEGIN {printf "%-34s %d in %.1f s: %.0f a minute\n", "events handed to their listener", n, e - b, n * 60 / (e - b)}'
awk -v n="$ALL" '{printf "%-34s %d in %.1f s: %.0f a minute\n", "webhooks delivered", n, $3 - $2, n * 60 / ($3 - $2)}' "$WORK/told"

# At a steady rate, as on a day: so many events a minute, each told to the subscriber, beside one reader.
steady() { # events a minute
  local end=$(($(date +%s) + 30)) n=0 each=$(($1 / 20))
  while [ "$(date +%s)" -lt "$end" ]; do
    n=$((n + 1))
    python3 -c "import json; print(json.dumps({'items': [{'name': f'Steady $1 $n {i}'} for i in range($each)]}))" >"$WORK/steady.json"
    curl -sS -X POST "$API/customers/customers/bulk" -H "$AUTH" -H 'Content-Type: application/json' --data-binary @"$WORK/steady.json" -o /dev/null &
    sleep 3
  done
  wait
}
for rate in 1000 10000; do
  steady "$rate" &
  STEADY=$!
  sleep 3
  p50 "GET by one, $rate events a minute" 24 1
  wait "$STEADY"
done
