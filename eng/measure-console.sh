#!/usr/bin/env bash
# Measures in a headless Chromium, by its own clock, how long people wait for the console on the demo's data: opening the users until a click is
# answered, with an empty and with a warm cache, and saving a permission grid; 20 times each. It prints the table of docs/performance.md.
# The machine should have nothing else to do.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p artifacts
RBAC_TIMINGS=$PWD/artifacts/console-timings.md
export RBAC_TIMINGS
rm -f "$RBAC_TIMINGS"

before=$(cut -d' ' -f1-3 /proc/loadavg)
dotnet test tests/RbacGrains.AdminConsole.Tests -c Release --filter FullyQualifiedName~Timings.ConsoleTimings
printf '\nload average before: %s; afterwards: %s\n\n' "$before" "$(cut -d' ' -f1-3 /proc/loadavg)"
cat "$RBAC_TIMINGS"
