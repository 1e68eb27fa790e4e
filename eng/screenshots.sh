#!/usr/bin/env bash
# Takes the pictures of docs/images/console: every page of the console, of the demo on a database of its own, at the width of a desk and of a
# phone, and some in the dark. They are made smaller by pngquant and optipng where Debian's packages of these names are installed.
#
#   eng/screenshots.sh [folder]   docs/images/console by default
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$root/docs/images/console}
mkdir -p "$out"
RBAC_SCREENSHOTS=$(cd "$out" && pwd)
export RBAC_SCREENSHOTS DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cd "$root"
dotnet test tests/RbacGrains.AdminConsole.Tests -c Release --filter FullyQualifiedName~Pictures.Screenshots
if command -v pngquant > /dev/null; then
  pngquant --ext .png --force --skip-if-larger --speed 1 --quality 70-95 "$RBAC_SCREENSHOTS"/*.png || true
fi
if command -v optipng > /dev/null; then optipng -quiet -o2 "$RBAC_SCREENSHOTS"/*.png; fi
du -sh "$RBAC_SCREENSHOTS"
