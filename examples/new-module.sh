#!/usr/bin/env bash
# Makes a new module out of examples/petty-cash, in the folder where it is called: ./renoz new NAME [options]
set -euo pipefail

usage() {
  cat <<'TEXT'
./renoz new NAME [--package PACKAGE] [--vendor VENDOR]

  NAME       small letters, digits and hyphens, as loyalty-points: the path below /api/v1 and the folder that is made
  PACKAGE    of the Java sources and the Maven group; com.example.NAME without hyphens when left out
  VENDOR     who makes it; "Example Ltd" when left out. A schema belongs to the vendor who deploys it first.
TEXT
}

die() { echo "renoz: $*" >&2; exit 1; }

template=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)/petty-cash
name='' package='' vendor='Example Ltd'
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --package) package=${2:?--package needs a value}; shift 2 ;;
    --vendor) vendor=${2:?--vendor needs a value}; shift 2 ;;
    -*) usage >&2; die "there is no option $1." ;;
    *) [ -z "$name" ] || die "one name is enough: $name or $1?"; name=$1; shift ;;
  esac
done
[ -n "$name" ] || { usage >&2; die "the module needs a name."; }
[[ $name =~ ^[a-z][a-z0-9-]{1,30}$ && $name != *- && $name != *--* ]] \
  || die "'$name' is no name for a module: small letters, digits and hyphens, 2 to 31 of them, a letter first."
case $name in
  module* | pg-* | platform | operator | openapi | permissions | health | docs | public | information-schema)
    die "the name '$name' belongs to the platform." ;;
esac
package=${package:-com.example.${name//-/}}
[[ $package =~ ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$ ]] || die "'$package' is no name for a package."
[[ $vendor != *[\"\\]* && ${#vendor} -le 100 ]] || die "a vendor has at most 100 characters, no quote and no backslash."
[ ! -e "$name" ] || die "there is a '$name' here already."

words=${name//-/ }
rules=$(printf %s "${name//-/}" | cut -c1-3 | tr '[:lower:]' '[:upper:]')

# What is special to sed in a replacement.
plain() { printf %s "$1" | sed 's/[&/\]/\\&/g'; }

cp -r "$template" "$name"
find "$name" -type d -name target -prune -exec rm -rf {} +
find "$name" -type d -path '*/com/example/pettycash' | while read -r folder; do
  sources=${folder%/com/example/pettycash}
  mkdir -p "$sources/${package//.//}"
  mv "$folder"/* "$sources/${package//.//}"
  rmdir -p --ignore-fail-on-non-empty "$folder"
done
find "$name" -type f -exec sed -i \
  -e "s/com\.example\.pettycash/$package/g" \
  -e "s/pettycash/${name//-/}/g" \
  -e "s/petty-cash/$name/g" \
  -e "s/petty_cash/${name//-/_}/g" \
  -e "s/petty cash/$words/g" \
  -e "s/Petty cash/${words^}/g" \
  -e "s/PET-/$rules-/g" \
  -e "s/\"PC\"/\"$rules\"/; s/PC-2026/$rules-2026/g; s/\"PC-\"/\"$rules-\"/" \
  -e "s/Example Ltd/$(plain "$vendor")/g" {} +

cat <<TEXT
$name/ is made: a module that builds, with the cash boxes of the template in it. Next:

  1. ./renoz run --detach                       the platform, if it does not run yet
  2. mvn -f $name/pom.xml package               builds and tests the module, against a database of its own
  3. cp $name/core/target/$name-1.0.0.zip \$RENOZ_HOME/deploy/

Then make it yours: tables in core/src/main/resources/db, an entity and a resource for each, rules with a test that carries
their id. docs/guide/plugin-developer.md says how.
TEXT
