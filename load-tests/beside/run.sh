#!/usr/bin/env bash
# Measures our checks beside those of CASL, node-casbin, Cedar and Cerbos, which it installs into artifacts/beside, and writes what it
# found to docs/benchmarks/beside.md and beside.json. It fails before measuring when any engine disagrees about any case.
#
#   load-tests/beside/run.sh           some five minutes; the machine should have nothing else to do
#   load-tests/beside/run.sh --quick   a rough answer, not kept in docs
#
# Needs Node 20 or later with npm, and Linux on x64 for Cerbos's server.
set -euo pipefail
cd "$(dirname "$0")/../.."

quick=()
for argument in "$@"; do
  case "$argument" in
    --quick) quick=(--quick) ;;
    *) echo "unknown argument: $argument (known: --quick)" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p artifacts/beside
cp load-tests/beside/package.json artifacts/beside/
npm install --prefix artifacts/beside --no-package-lock --no-audit --no-fund --omit=dev
dotnet build src/RbacGrains.Standalone -c Release -clp:NoSummary -v q
dotnet build load-tests/RbacGrains.Benchmarks -c Release -clp:NoSummary -v q

dotnet artifacts/bin/RbacGrains.Benchmarks/release/RbacGrains.Benchmarks.dll beside "${quick[@]}" --out artifacts/benchmarks \
  --script load-tests/beside/engines.cjs --packages artifacts/beside \
  --program artifacts/bin/RbacGrains.Standalone/release/RbacGrains.Standalone.dll

if [ ${#quick[@]} -eq 0 ]; then cp artifacts/benchmarks/beside.md artifacts/benchmarks/beside.json docs/benchmarks/; fi
