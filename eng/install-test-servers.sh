#!/usr/bin/env bash
# Installs the servers that some tests start for themselves: PostgreSQL, from Debian's packages, and an OpenID Connect provider, from npm's,
# in the versions of tests/oidc-provider/package-lock.json. Without them those tests are skipped, so this never fails a build: it says in one
# line what it could not do.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)

install_provider() {
  local source=$root/tests/oidc-provider target=$root/artifacts/oidc-provider
  cmp -s "$source/package-lock.json" "$target/package-lock.json" && [ -d "$target/node_modules/oidc-provider" ] && return 0
  if ! command -v npm > /dev/null; then why="there is no npm"; return 1; fi
  mkdir -p "$target" && cp "$source/package.json" "$source/package-lock.json" "$target/" || { why="artifacts cannot be written"; return 1; }
  (cd "$target" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund > /dev/null 2>&1 < /dev/null) && return 0
  rm -f "$target/package-lock.json"
  why="npm could not install it"
  return 1
}

install_provider || echo "The OpenID Connect provider was not installed ($why); the tests that need it will be skipped."

installed() { compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; }

skip() {
  echo "PostgreSQL was not installed ($1); the tests that need it will be skipped."
  exit 0
}

apt() { DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -qq -o DPkg::Lock::Timeout=60 "$@" < /dev/null > /dev/null 2>&1; }

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
