#!/usr/bin/env bash
# Installs what some tests start for themselves: PostgreSQL and Chromium, from Debian's packages, and an OpenID Connect provider and axe-core,
# from npm's, in the versions of tests/oidc-provider/package-lock.json and tests/console-browser/package-lock.json. Without them those tests are
# skipped, so this never fails a build: it says in one line each what it could not do.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)

# Installs the packages of a folder of tests in the versions of its lock file.
install_packages_of() {
  local source=$root/tests/$1 target=$root/artifacts/$1
  cmp -s "$source/package-lock.json" "$target/package-lock.json" && [ -d "$target/node_modules" ] && return 0
  if ! command -v npm > /dev/null; then why="there is no npm"; return 1; fi
  mkdir -p "$target" && cp "$source/package.json" "$source/package-lock.json" "$target/" || { why="artifacts cannot be written"; return 1; }
  (cd "$target" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund > /dev/null 2>&1 < /dev/null) && return 0
  rm -f "$target/package-lock.json"
  why="npm could not install it"
  return 1
}

install_packages_of oidc-provider || echo "The OpenID Connect provider was not installed ($why); the tests that need it will be skipped."
install_packages_of console-browser || echo "axe-core was not installed ($why); the tests of the console's accessibility will be skipped."

apt() { DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -qq -o DPkg::Lock::Timeout=60 "$@" < /dev/null > /dev/null 2>&1; }

chromium() {
  [ -z "${RBAC_CHROMIUM:-}" ] || { [ -x "$RBAC_CHROMIUM" ] && return 0; why="RBAC_CHROMIUM names none"; return 1; }
  command -v chromium chromium-browser google-chrome > /dev/null && return 0
  [ "$(id -u)" = 0 ] || { why="only root can install packages"; return 1; }
  command -v apt-get > /dev/null || { why="there is no apt-get"; return 1; }
  apt install -y --no-install-recommends chromium || { apt update && apt install -y --no-install-recommends chromium; } && return 0
  why="apt-get could not install the package chromium"
  return 1
}

chromium || echo "Chromium was not installed ($why); the tests of the console will be skipped."

installed() { compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; }

skip() {
  echo "PostgreSQL was not installed ($1); the tests that need it will be skipped."
  exit 0
}

installed && exit 0
[ "$(id -u)" = 0 ] || skip "only root can install packages"
command -v apt-get > /dev/null || skip "there is no apt-get"

# The common package comes first, to be told that nobody wants a server that runs all the time.
install_packages() {
  apt install -y --no-install-recommends postgresql-common || return
  sed -i 's/^#\?create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf 2> /dev/null
  apt install -y --no-install-recommends postgresql
}

install_packages || { apt update && install_packages; } || skip "apt-get could not install the package postgresql"
installed || skip "the package has no server under /usr/lib/postgresql"
