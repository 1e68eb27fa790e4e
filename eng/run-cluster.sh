#!/usr/bin/env bash
# Starts the topology of docker-compose.yml as plain processes on this machine: a PostgreSQL of its own, the migration, three
# nodes, and HAProxy with the same silo-config/haproxy.cfg where it is installed (Debian: apt-get install haproxy).
#
#   eng/run-cluster.sh                  until Ctrl+C; what it wrote is deleted then
#   eng/run-cluster.sh --data <folder>  keeps database, root key and logs there, and finds them again the next time
#   eng/run-cluster.sh --port <port>    the load balancer's port; 8080 by default, or the next one that is free
#   eng/run-cluster.sh --no-build       takes the programs as they were built last (Release)
#
# Each node's settings are those of silo-config/appsettings.Production.json and the environment, as in the containers.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

data='' port=8080 build=true
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data=${2:?--data needs a folder}; shift 2 ;;
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --no-build) build=false; shift ;;
    *) echo "unknown argument: $1 (known: --data, --port, --no-build)" >&2; exit 2 ;;
  esac
done

die() { echo "$1" >&2; exit 1; }

# The newest server that Debian's packages have installed.
server=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -t/ -k5 -V | tail -1 || true)
[ -n "$server" ] || die "PostgreSQL is not installed under /usr/lib/postgresql; eng/install-test-servers.sh installs it."
drop=()
# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then drop=(setpriv --reuid postgres --regid postgres --clear-groups --); fi

temporary=''
if [ -z "$data" ]; then temporary=$(mktemp -d /tmp/rbac-cluster.XXXXXX); data=$temporary; fi
mkdir -p "$data"; chmod 711 "$data"; data=$(cd "$data" && pwd)
socket=$(mktemp -d /tmp/rbac-pg.XXXXXX)

started=() names=()
# A session of its own for each, so that Ctrl+C reaches this script alone, which then stops them in order.
start() { local name=$1; shift; setsid "$@" >> "$data/$name.log" 2>&1 < /dev/null & started+=($!); names+=("$name"); }
stop() {
  trap - EXIT; trap '' INT TERM
  [ ${#started[@]} -eq 0 ] || echo "Stopping: the load balancer, the nodes, which hand over, and the database."
  local i
  # The nodes go one after another, as in a rolling restart, so that each has somebody to hand over to.
  for (( i = ${#started[@]} - 1; i >= 0; i-- )); do
    local signal=TERM code=0
    [ "${names[i]}" != postgres ] || signal=INT
    kill -"$signal" "${started[i]}" 2> /dev/null || true
    wait "${started[i]}" || code=$?
    [ "$code" -eq 0 ] || [ "${names[i]}" = haproxy ] || echo "${names[i]} ended with exit code $code; see $data/${names[i]}.log" >&2
  done
  rm -rf "$socket"
  [ -z "$temporary" ] || rm -rf "$temporary"
}
trap stop EXIT
trap 'exit 0' INT TERM

taken=' '
# The first port from a number on that nobody listens on; sets $free.
find_free() {
  free=$1
  while [[ $taken = *" $free "* ]] || (exec 3<> "/dev/tcp/127.0.0.1/$free") 2> /dev/null; do free=$((free + 1)); done
  taken+="$free "
}

# Every 200 ms until a command succeeds, or a process has ended, or a minute is over.
await() {
  local process=$1 i; shift
  for (( i = 0; i < 300; i++ )); do
    if "$@" > /dev/null 2>&1; then return 0; fi
    kill -0 "$process" 2> /dev/null || return 1
    sleep 0.2
  done
  return 1
}

silo="$root/artifacts/bin/RbacGrains.Silo/release/RbacGrains.Silo.dll"
rbac="$root/artifacts/bin/RbacGrains.Cli/release/rbac.dll"
if $build; then
  echo "Building."
  for project in RbacGrains.Silo RbacGrains.Cli; do
    dotnet build -c Release "$root/src/$project" -v quiet -clp:NoSummary || die "The build of $project failed."
  done
fi
[ -f "$silo" ] && [ -f "$rbac" ] || die "There are no programs yet; leave out --no-build."

umask 077
if [ ! -f "$data/rootkey" ]; then head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=' > "$data/rootkey"; fi

# Only a socket, in a folder that nobody else may enter, so no password is needed.
mkdir -p "$data/postgres"
if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$data/postgres" "$socket"; fi
cd /
if [ ! -f "$data/postgres/PG_VERSION" ]; then
  "${drop[@]}" "$server/initdb" --pgdata "$data/postgres" --username rbac --auth trust --encoding UTF8 --locale C > "$data/initdb.log" 2>&1 \
    || die "initdb failed: $(tail -1 "$data/initdb.log")"
fi
start postgres "${drop[@]}" "$server/postgres" -D "$data/postgres" -k "$socket" -c listen_addresses= -c max_connections=250
await "${started[0]}" "$server/pg_isready" --host "$socket" --quiet || die "PostgreSQL did not start; see $data/postgres.log"
if ! "$server/psql" --host "$socket" --username rbac --dbname rbac --command 'SELECT 1' > /dev/null 2>&1; then
  "$server/createdb" --host "$socket" --username rbac rbac
fi

export ASPNETCORE_ENVIRONMENT=Production Rbac__Database__Provider=postgres
export Rbac__Database__ConnectionString="Host=$socket;Database=rbac;Username=rbac;Maximum Pool Size=20"
Rbac__RootKey=$(cat "$data/rootkey"); export Rbac__RootKey
dotnet "$rbac" db migrate --grid || die "The migration failed."

addresses=() between=() gateways=()
start_node() {
  ASPNETCORE_URLS="http://${addresses[$1]}" Rbac__SiloPort=${between[$1]} Rbac__GatewayPort=${gateways[$1]} \
    start "silo$(($1 + 1))" dotnet "$silo" --contentRoot "$root/silo-config"
}
export Rbac__AdvertisedAddress=127.0.0.1
for n in 0 1 2; do
  find_free $((5081 + n)); addresses+=("127.0.0.1:$free")
  find_free $((11111 + n)); between+=("$free")
  find_free $((30000 + n)); gateways+=("$free")
  start_node $n
done
for n in 0 1 2; do
  await "${started[n+1]}" dotnet "$silo" --healthcheck "http://${addresses[n]}/health/ready" || die "silo$((n + 1)) did not get ready:
$(tail -n 5 "$data/silo$((n + 1)).log")"
  echo "silo$((n + 1)) serves http://${addresses[n]}, as process ${started[n+1]}"
done

url="http://${addresses[0]}"
balancer=$(PATH="$PATH:/usr/sbin" command -v haproxy || true)
if [ -n "$balancer" ]; then
  find_free "$port"
  LISTEN="127.0.0.1:$free" SILO1=${addresses[0]} SILO2=${addresses[1]} SILO3=${addresses[2]} \
    start haproxy "$balancer" -db -f "$root/silo-config/haproxy.cfg"
  url="http://127.0.0.1:$free"
  await "${started[4]}" dotnet "$silo" --healthcheck "$url/health/ready" || die "HAProxy did not start; see $data/haproxy.log"
  echo "The load balancer serves $url"
else
  echo "HAProxy is not installed, so there is no load balancer; the nodes are reachable directly."
fi

cat <<TEXT

Three nodes are there; logs are in $data. Ctrl+C stops everything. Try, in another shell:

  KEY=\$(cat $data/rootkey)
  curl -s -X PUT $url/v1/organizations/acme -H "Authorization: Bearer \$KEY" -H "Content-Type: application/json" \\
    -d '{"name":"Acme","model":"letta","plan":"free","owner":"ada"}'
  curl -s $url/v1/check -H "Authorization: Bearer \$KEY" -H "Content-Type: application/json" \\
    -d '{"organization":"acme","user":"ada","action":"agents:create"}'
TEXT

# A node that ends is started again, as the containers are; anything else ends the cluster.
while true; do
  code=0; wait -n -p ended "${started[@]}" || code=$?
  for n in "${!started[@]}"; do
    if [ "${started[n]}" != "$ended" ]; then continue; fi
    name=${names[n]}
    unset 'started[n]' 'names[n]'; started=("${started[@]}"); names=("${names[@]}")
    break
  done
  case "$name" in
    silo*) echo "$name ended with exit code $code; it is started again."; start_node $((${name#silo} - 1)) ;;
    *) die "$name ended with exit code $code; see $data/$name.log" ;;
  esac
done
