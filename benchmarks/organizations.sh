#!/usr/bin/env bash
# GET by id spread over 10 organizations and over 10,000, each with a module set, a user, a session and customers of its own. See README.md.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
MANY=${ORGANIZATIONS:-10000}
EACH=${SECONDS_EACH:-20}
organization crowd
MODEL=$ORGANIZATION
ID=$(post customers/customers "$AUTH" '{"name":"One"}' | field id)

# Copies of the model, row by row: every key is led by the organization, so the ids may be the same.
echo "Making $MANY organizations"
admin >"$WORK/tokens" <<SQL
set session_replication_role = replica; -- 10,000 announcements would only be read and thrown away
create temp table crowd as select gen_random_uuid() as organization, n from generate_series(1, $MANY) n;
do \$\$
declare source record; columns text; kept text;
begin
  for source in select table_schema s, table_name t from information_schema.columns
      where column_name = 'organization_id' and (table_schema, table_name) in (
        ('settings', 'organizations'), ('settings', 'number_sequences'), ('users', 'users'), ('users', 'roles'), ('users', 'user_roles'),
        ('users', 'role_permissions'), ('users', 'user_sessions'), ('platform', 'organization_modules'),
        ('customers', 'customers')) loop
    select string_agg(quote_ident(column_name), ', '), string_agg(case
        when column_name = 'organization_id' then 'c.organization'
        when source.t = 'organizations' and column_name = 'id' then 'c.organization'
        when column_name = 'slug' then 'm.slug || ''-'' || c.n'
        when column_name = 'session_token_hash' then
          'encode(sha256(convert_to(format(''rns_%s_%s'', c.organization, repeat(''b'', 43)), ''UTF8'')), ''hex'')'
        else 'm.' || quote_ident(column_name) end, ', ')
      into columns, kept from information_schema.columns
      where table_schema = source.s and table_name = source.t and is_generated = 'NEVER';
    execute format('insert into %I.%I (%s) select %s from %I.%I m, crowd c where m.organization_id = %L',
      source.s, source.t, columns, kept, source.s, source.t, '$MODEL');
  end loop;
end \$\$;
select format('rns_%s_%s', organization, repeat('b', 43)) from crowd order by n;
SQL
admin -c 'vacuum analyze' >/dev/null

cat >"$WORK/request.lua" <<LUA
local tokens = {}
for token in io.lines("$WORK/tokens") do
  if #tokens < tonumber(os.getenv("CROWD")) then tokens[#tokens + 1] = token end
end
math.randomseed(os.time() + (tonumber(tostring({}):match("0x(%x+)") or "1", 16) or 1))
request = function()
  return wrk.format("GET", "/api/v1/customers/customers/$ID", { ["Authorization"] = "Bearer " .. tokens[math.random(#tokens)] })
end
LUA
measure() { # organizations seconds
  CROWD=$1 wrk -t2 -c16 -d"$2"s --latency -s "$WORK/request.lua" "$BASE" >"$WORK/wrk.$1"
  awk -v name="$1 organizations" '/Requests\/sec/ {r=$2} /^ +50%/ {p50=$2} /^ +99%/ {p99=$2} /Non-2xx/ {bad=$NF}
    END {printf "%-22s %9.0f req/s   p50 %-9s p99 %-9s not 2xx: %d\n", name, r, p50, p99, bad}' "$WORK/wrk.$1"
}
millis() { awk '/^ +50%/ { v = $2 + 0; if ($2 ~ /us/) v /= 1000; print v }' "$WORK/wrk.$1"; }

measure 10 "${WARM_UP:-20}" >/dev/null
measure "$MANY" "${WARM_UP:-20}" >/dev/null
measure 10 "$EACH" # before and after, since the later of two is the faster
before=$(millis 10)
measure "$MANY" "$EACH"
measure 10 "$EACH"
awk -v a="$(millis "$MANY")" -v b="$before" -v c="$(millis 10)" 'BEGIN { printf "p50 of many / p50 of ten, mean of both: %.2f\n", 2 * a / (b + c) }'
