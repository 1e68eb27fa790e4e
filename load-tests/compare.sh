#!/usr/bin/env bash
# Measures the model, the actors and the stores, each path beside its limit, and fails where a ratio is worse than load-tests/baseline.json allows.
#
#   load-tests/compare.sh --quick             compares; some two minutes, as the baseline was measured
#   load-tests/compare.sh                     compares with longer rounds; three minutes and more
#   load-tests/compare.sh --quick --refresh   writes the middle of three runs into the baseline instead; four minutes
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build load-tests/RbacGrains.Benchmarks -c Release -clp:NoSummary -v q
exec dotnet artifacts/bin/RbacGrains.Benchmarks/release/RbacGrains.Benchmarks.dll compare --baseline load-tests/baseline.json --out artifacts/benchmarks "$@"
