#!/usr/bin/env bash
# Requests against the same SQL by pgbench and against a bare servlet, in one run. See README.md.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
EACH=${SECONDS_EACH:-10}
WARM=${WARM_UP:-20}
organization bench
python3 - >"$WORK/bulk.json" <<'PY'
import json
print(json.dumps({"items": [{"name": f"Customer {i}", "customerCode": f"B-{i}",
    "contacts": [{"firstName": "F", "lastName": f"L{i}"}]} for i in range(1000)]}))
PY
curl -sS -X POST "$API/customers/customers/bulk" -H "$AUTH" -H 'Content-Type: application/json' --data-binary @"$WORK/bulk.json" |
  python3 -c "import json,sys; [print(i['id']) for i in json.load(sys.stdin)['items']]" >"$WORK/ids"
ID=$(head -1 "$WORK/ids")

cat >"$WORK/request.lua" <<LUA
local ids = {}
for id in io.lines("$WORK/ids") do ids[#ids + 1] = id end
math.randomseed(os.time() + (tonumber(tostring({}):match("0x(%x+)") or "1", 16) or 1))
local kind = os.getenv("KIND")
local headers = { ["Authorization"] = "Bearer $TOKEN", ["Content-Type"] = "application/json", ["If-Match"] = "*" }
local n = 0
request = function()
  n = n + 1
  if kind == "get" then return wrk.format("GET", "/api/v1/customers/customers/" .. ids[math.random(#ids)], headers) end
  if kind == "list" then return wrk.format("GET", "/api/v1/customers/customers?limit=50", headers) end
  if kind == "update" then
    return wrk.format("PATCH", "/api/v1/customers/customers/" .. ids[math.random(#ids)], headers, '{"industry":"i' .. n .. math.random(1e9) .. '"}')
  end
  return wrk.format("POST", "/api/v1/customers/contacts", headers,
    '{"customerId":"' .. ids[math.random(#ids)] .. '","firstName":"F","lastName":"L' .. n .. '"}')
end
LUA

wrk_line() { # name kind seconds url
  KIND=$2 wrk -t2 -c16 -d"$3"s --latency ${5:+-s "$5"} "$4" >"$WORK/wrk.$1"
  awk -v name="$1" '/Requests\/sec/ {r=$2} /^ +50%/ {p50=$2} /^ +99%/ {p99=$2} /Non-2xx/ {bad=$NF}
    END {printf "%-22s %9.0f req/s   p50 %-9s p99 %-9s not 2xx: %d\n", name, r, p50, p99, bad}' "$WORK/wrk.$1"
}
rate() { awk '/Requests\/sec/ {print $2}' "$WORK/wrk.$1"; }

OPEN="set local app.organization_id = '$ORGANIZATION'\\; set local role renoz_m_customers;"
PICK="\\set n random(1, 1000)"
admin_sql "create table if not exists public.bench_ids (n int primary key, id uuid); truncate public.bench_ids; grant select on public.bench_ids to public"
awk '{print NR "\t" $1}' "$WORK/ids" | PGPASSWORD=$RENOZ_DB_ADMIN_PASSWORD psql -Xq -h 127.0.0.1 -p "$PORT" -U "$RENOZ_DB_ADMIN" renoz -c "\\copy public.bench_ids from stdin"
WHO="organization_id = '$ORGANIZATION'"
cat >"$WORK/get.sql" <<SQL
\\set n random(1, 1000)
begin read only;
$OPEN
select id from public.bench_ids where n = :n \\gset
select * from customers.customers where $WHO and id = ':id';
select * from customers.contacts where $WHO and customer_id = ':id' order by id;
select * from customers.addresses where $WHO and customer_id = ':id' order by id;
commit;
SQL
cat >"$WORK/list.sql" <<SQL
begin read only;
$OPEN
select * from customers.customers where $WHO and deleted_at is null order by name, id limit 51;
select * from customers.contacts where $WHO and customer_id in (select id from customers.customers where $WHO and deleted_at is null order by name, id limit 50) order by id;
select * from customers.addresses where $WHO and customer_id in (select id from customers.customers where $WHO and deleted_at is null order by name, id limit 50) order by id;
commit;
SQL
USER_ID=$(admin_sql "select id from users.users where $WHO")
# What a change leaves behind: an entry of the audit log and an event.
LOG="insert into activities.activities (organization_id, user_id, actor_type, module, entity_type, entity_id, action, description, changes, source)
  select '$ORGANIZATION', '$USER_ID', 'user', 'customers', 'contact', gen_random_uuid(), 'created', 'created', '{\"industry\": {\"before\": \"a\", \"after\": \"b\"}}', 'api';
insert into platform.event_outbox (organization_id, id, event, module, aggregate_type, aggregate_id, payload, occurred_at)
  values ('$ORGANIZATION', gen_random_uuid(), 'customers.contact.created', 'customers', 'contact', gen_random_uuid(), '{\"firstName\": \"F\", \"lastName\": \"L\"}', now());"
cat >"$WORK/create.sql" <<SQL
\\set n random(1, 1000)
begin;
$OPEN
select id from public.bench_ids where n = :n \\gset
select id from customers.customers where $WHO and id = ':id' order by id for update;
select * from customers.customers where $WHO and id = ':id';
select * from customers.contacts where $WHO and customer_id = ':id';
insert into customers.contacts (organization_id, customer_id, first_name, last_name) values ('$ORGANIZATION', ':id', 'F', 'L');
update customers.customers set updated_at = now(), version = version + 1 where $WHO and id = ':id';
$LOG
commit;
SQL
cat >"$WORK/update.sql" <<SQL
\\set n random(1, 1000)
begin;
$OPEN
select id from public.bench_ids where n = :n \\gset
select * from customers.customers where $WHO and id = ':id';
select * from customers.contacts where $WHO and customer_id = ':id' order by id;
select * from customers.addresses where $WHO and customer_id = ':id' order by id;
update customers.customers set industry = 'i' || :n, updated_at = now(), version = version + 1 where $WHO and id = ':id';
$LOG
commit;
SQL
pg_line() { # name script
  PGPASSWORD=$RENOZ_DB_APP_PASSWORD pgbench -n -M simple -c16 -j2 -T "$EACH" -h 127.0.0.1 -p "$PORT" -U "$RENOZ_DB_APP" -f "$2" renoz >"$WORK/pg.$1" 2>"$WORK/pg.err" || { cat "$WORK/pg.err"; return 1; }
  awk -v name="$1" '/^tps/ {printf "%-22s %9.0f tx/s\n", name, $3}' "$WORK/pg.$1"
}
tps() { awk '/^tps/ {print $3}' "$WORK/pg.$1"; }
ratio() { awk -v a="$(rate "$2")" -v b="$3" -v name="$1" 'BEGIN {printf "%-44s %.2f\n", name, a / b}'; }

statements() { # name method path [data]
  admin_sql "select pg_stat_statements_reset()" >/dev/null
  curl -sS -o /dev/null -X "$2" "$API/$3" -H "$AUTH" -H 'Content-Type: application/json' -H 'If-Match: *' ${4:+-d "$4"}
  sleep 0.3
  echo "$1: $(admin_sql "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where (r.rolname = 'renoz_app' or r.rolname like 'renoz_m_%') and query !~* 'notify|listen|idempotency'") statements (BEGIN, organization and role travel together in one round trip)"
}

echo "Warming up for $WARM s each"
for kind in get list create update; do KIND=$kind wrk -t2 -c16 -d"$WARM"s -s "$WORK/request.lua" "$BASE" >/dev/null; done
echo
wrk_line bare-servlet none "$EACH" "$BASE/health/live"
for kind in get list create update; do wrk_line "$kind" "$kind" "$EACH" "$BASE" "$WORK/request.lua"; done
pg_line pgbench-get "$WORK/get.sql"
pg_line pgbench-list "$WORK/list.sql"
pg_line pgbench-create "$WORK/create.sql"
pg_line pgbench-update "$WORK/update.sql"
echo
ratio "GET by id / the same SQL in pgbench" get "$(tps pgbench-get)"
ratio "list of 50 / the same SQL in pgbench" list "$(tps pgbench-list)"
ratio "create a contact / the same SQL in pgbench" create "$(tps pgbench-create)"
ratio "update / the same SQL in pgbench" update "$(tps pgbench-update)"
ratio "GET by id / bare servlet" get "$(rate bare-servlet)"
echo
statements "GET by id" GET "customers/customers/$ID"
statements "list of 50" GET "customers/customers?limit=50"
statements "create a contact" POST customers/contacts "{\"customerId\":\"$ID\",\"firstName\":\"F\",\"lastName\":\"L\"}"
statements "update" PATCH "customers/customers/$ID" '{"industry":"x"}'
admin_sql "drop table public.bench_ids" >/dev/null
