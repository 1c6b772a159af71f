#!/usr/bin/env bash
# ./test.sh               installs what the tests need (Debian and its kin), builds, runs them all
# ./test.sh screenshots   photographs every page, in both languages, light and dark, wide and narrow, into artifacts/screenshots
# Further arguments go to `dotnet test`, such as: ./test.sh --filter FullyQualifiedName~Walk
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

has() { command -v "$1" >/dev/null 2>&1; }
has_postgres() { has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

missing=()
{ has chromium || has chromium-browser || has google-chrome; } || missing+=(chromium)
{ has pdfsig && has pdftotext && has pdftoppm; } || missing+=(poppler-utils)
has qpdf || missing+=(qpdf)
has_postgres || missing+=(postgresql)
has npm || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  if has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }; then
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
      echo "apt-get could not install: ${missing[*]}" >&2
      exit 1
    }
  else
    echo "The tests need these, by their Debian names: ${missing[*]}. Install them and run ./test.sh again." >&2
    exit 1
  fi
fi
has dotnet || { echo "The tests need the .NET SDK named in global.json: https://dotnet.microsoft.com/download" >&2; exit 1; }

results=artifacts/test-results
rm -rf "$results"
dotnet build PrivacyPortal.sln -v q -nodeReuse:false || exit 1

if [ "${1:-}" = screenshots ]; then
  shift
  export PORTAL_SCREENSHOTS="$PWD/artifacts/screenshots"
  rm -rf "$PORTAL_SCREENSHOTS"
  set -- --filter "FullyQualifiedName~EveryPageTests.Every_page_is_accessible" "$@"
fi

dotnet test PrivacyPortal.Tests --no-build --logger "trx;LogFileName=tests.trx" --results-directory "$results" "$@"
status=$?
[ -z "${PORTAL_SCREENSHOTS:-}" ] || echo "Screenshots: $PORTAL_SCREENSHOTS"
exit $status
