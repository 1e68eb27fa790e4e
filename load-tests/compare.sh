#!/usr/bin/env bash
# Measures the model, the actors and the stores, each path beside its limit, and fails where a ratio is worse than load-tests/baseline.json allows.
#
#   load-tests/compare.sh             compares; some five minutes
#   load-tests/compare.sh --quick     compares roughly
#   load-tests/compare.sh --refresh   writes this run into the baseline instead
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build load-tests/RbacGrains.Benchmarks -c Release -clp:NoSummary -v q
exec dotnet artifacts/bin/RbacGrains.Benchmarks/release/RbacGrains.Benchmarks.dll compare --baseline load-tests/baseline.json --out artifacts/benchmarks "$@"
