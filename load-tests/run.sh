#!/usr/bin/env bash
# Measures everything and writes what it found under docs/benchmarks, where docs/performance.md points to.
#
#   load-tests/run.sh           some six minutes on two processors that have nothing else to do
#   load-tests/run.sh --quick   a rough answer in about two, without the 100,000 members, not kept in docs
set -euo pipefail
cd "$(dirname "$0")/.."

quick=()
out=docs/benchmarks
for argument in "$@"; do
  case "$argument" in
    --quick) quick=(--quick); out=artifacts/benchmarks ;;
    *) echo "unknown argument: $argument (known: --quick)" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p "$out" artifacts/benchmarks
dotnet build load-tests/RbacGrains.Benchmarks -c Release -clp:NoSummary

measure() { dotnet artifacts/bin/RbacGrains.Benchmarks/release/RbacGrains.Benchmarks.dll "$1" "${quick[@]}" --out artifacts/benchmarks; }

before=$(cut -d' ' -f1-3 /proc/loadavg)
for what in decisions leases changes growth http; do
  printf '\n== %s\n' "$what"
  measure "$what"
done

for name in Decision Compile LeasedCheck; do
  cp "artifacts/benchmarks/results/RbacGrains.Benchmarks.${name}Benchmarks-report-github.md" "artifacts/benchmarks/$(tr 'A-Z' 'a-z' <<<"$name").md"
done
if [ "$out" != artifacts/benchmarks ]; then
  for name in decision compile leasedcheck leases-memory changes growth http; do cp "artifacts/benchmarks/$name.md" "$out/$name.md"; done
fi

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
