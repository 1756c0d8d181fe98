#!/usr/bin/env python3
"""How long until a toggled module answers differently, on one node. See README.md."""
import http.client, json, os, pathlib, time

HOME = pathlib.Path(os.environ.get("RENOZ_HOME", pathlib.Path(__file__).parent.parent / ".renoz"))
PORT = int(os.environ.get("RENOZ_HTTP_PORT", "8080"))
OPERATOR = os.environ.get("RENOZ_OPERATOR_TOKEN") or (HOME / "operator-token").read_text().strip()
ROUNDS = int(os.environ.get("ROUNDS", "200"))
connection = http.client.HTTPConnection("127.0.0.1", PORT)


def call(method, path, token=None, body=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    connection.request(method, "/api/v1/" + path, json.dumps(body) if body is not None else None, headers)
    response = connection.getresponse()
    text = response.read()
    return response.status, json.loads(text) if text else None


slug = f"toggle-{int(time.time())}"
owner = {"email": f"a@{slug}.example", "name": "A", "password": "a-long-walk-uphill"}
call("POST", "operator/organizations", OPERATOR, {"slug": slug, "name": "Toggle", "owner": owner})
token = call("POST", "users/auth/login", None,
             {"organization": slug, "email": owner["email"], "password": owner["password"]})[1]["token"]

toggles, visible = [], []
for i in range(ROUNDS):
    on = i % 2 == 0
    start = time.perf_counter()
    call("PUT" if on else "DELETE", "modules/customers/enabled", token, {} if on else None)
    answered = time.perf_counter()
    while (call("GET", "customers/customers?limit=1", token)[0] == 200) != on:
        pass
    seen = time.perf_counter()
    toggles.append((answered - start) * 1000)
    visible.append((seen - answered) * 1000)

for name, values in (("toggle answered", toggles), ("then visible", visible)):
    values.sort()
    print(f"{name:16} p50 {values[len(values) // 2]:6.2f} ms   p99 {values[int(len(values) * 0.99)]:6.2f} ms")
