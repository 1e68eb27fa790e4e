#!/usr/bin/env bash
# Measures everything and writes what it found under docs/benchmarks, where docs/performance.md points to.
#
#   load-tests/run.sh                 everything, some half an hour on two processors that have nothing else to do
#   load-tests/run.sh --quick         a rough answer in about a third of that, of a tenth of the users, not kept in docs
#   load-tests/run.sh http batch      only these
#
# Minutes that each of them may take at most, after which it is ended and the script fails:
#   decisions 5, leases 5, changes 3, memory 10, large 10, start 5, growth 15, http 5, batch 5
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A minutes=([decisions]=5 [leases]=5 [changes]=3 [memory]=10 [large]=10 [start]=5 [growth]=15 [http]=5 [batch]=5)
quick=()
out=docs/benchmarks
chosen=()
for argument in "$@"; do
  if [ "$argument" = --quick ]; then
    quick=(--quick)
    out=artifacts/benchmarks
  elif [ -n "${minutes[$argument]:-}" ]; then
    chosen+=("$argument")
  else
    echo "unknown argument: $argument (known: --quick ${!minutes[*]})" >&2
    exit 2
  fi
done
[ ${#chosen[@]} -gt 0 ] || chosen=(decisions leases changes memory large start growth http batch)

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p "$out" artifacts/benchmarks
dotnet build load-tests/RbacGrains.Benchmarks -c Release -clp:NoSummary
[[ " ${chosen[*]} " != *" start "* ]] || dotnet build src/RbacGrains.Standalone -c Release -clp:NoSummary

measure() {
  # Growth draws all its curves again from what it has kept, those of silos too.
  local to=artifacts/benchmarks
  [ "$1" != growth ] || to=$out
  timeout "${minutes[$1]}m" dotnet artifacts/bin/RbacGrains.Benchmarks/release/RbacGrains.Benchmarks.dll "$1" "${quick[@]}" --out "$to"
}

# Their tables have names of BenchmarkDotNet's.
table() { cp "artifacts/benchmarks/results/RbacGrains.Benchmarks.$1Benchmarks-report-github.md" "artifacts/benchmarks/${1,,}.md"; }

before=$(cut -d' ' -f1-3 /proc/loadavg)
for what in "${chosen[@]}"; do
  printf '\n== %s\n' "$what"
  measure "$what"
  tables=("$what")
  case "$what" in
    decisions) table Decision; table Compile; tables=(decision compile) ;;
    growth) tables=() ;;
    leases) table LeasedCheck; tables=(leasedcheck leases-memory) ;;
  esac
  [ "$out" = artifacts/benchmarks ] || for name in "${tables[@]}"; do cp "artifacts/benchmarks/$name.md" "$out/$name.md"; done
done

cat >"$out/machine.md" <<END
| | |
|---|---|
| measured | $(date -u +%Y-%m-%d), revision $(git rev-parse --short HEAD) |
| processors | $(nproc), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1) |
| memory | $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) |
| system | $(uname -s -m) |
| .NET | $(dotnet --version) |
| load average before | $before |
END
printf '\nResults are in %s\n' "$out"
