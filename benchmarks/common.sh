# What every benchmark begins with; to be sourced. Sets BASE, API, OPERATOR, WORK, and with organization() SLUG, ORGANIZATION, TOKEN, AUTH.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HOME_DIR=${RENOZ_HOME:-$HERE/../.renoz}
BASE=http://127.0.0.1:${RENOZ_HTTP_PORT:-8080}
API=$BASE/api/v1
OPERATOR=${RENOZ_OPERATOR_TOKEN:-$(cat "$HOME_DIR/operator-token")}
PASSWORD=a-long-walk-uphill
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
set -a; . "$HOME_DIR/db.env"; set +a
PORT=$(sed -E 's#.*127\.0\.0\.1:([0-9]+)/.*#\1#' <<<"$RENOZ_DB_URL")

post() { curl -sS -X POST "$API/$1" -H "$2" -H 'Content-Type: application/json' -d "$3"; }
field() { python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
admin() { PGPASSWORD=$RENOZ_DB_ADMIN_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PORT" -U "$RENOZ_DB_ADMIN" renoz "$@"; }
admin_sql() { admin -c "$1"; }

# An organization of our own, with customers on.
organization() {
  SLUG=$1-$(date +%s)
  ORGANIZATION=$(post operator/organizations "Authorization: Bearer $OPERATOR" "{\"slug\":\"$SLUG\",\"name\":\"$1\",
    \"owner\":{\"email\":\"a@$SLUG.example\",\"name\":\"A\",\"password\":\"$PASSWORD\"}}" | field id)
  LOGIN="{\"organization\":\"$SLUG\",\"email\":\"a@$SLUG.example\",\"password\":\"$PASSWORD\"}"
  TOKEN=$(post users/auth/login "X-Bench: 1" "$LOGIN" | field token)
  AUTH="Authorization: Bearer $TOKEN"
  curl -sS -o /dev/null -X PUT "$API/modules/customers/enabled" -H "$AUTH" -H 'Content-Type: application/json' -d '{}'
}
