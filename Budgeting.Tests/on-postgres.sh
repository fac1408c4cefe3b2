#!/bin/sh
# Runs, on PostgreSQL, the tests that the program must pass on every engine. Called behind the run on SQLite with the project, the
# configuration and the filter of that run.
set -eu
project=$1 configuration=$2 filter=${3:-}

found() { [ -n "${BUDGETING_TEST_POSTGRES:-}" ] || ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || command -v initdb > /dev/null; }
if ! found && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "No PostgreSQL found: installing Debian's …"
    { apt-get update && apt-get install -y --no-install-recommends postgresql; } > /dev/null 2>&1 || true
fi
if ! found; then
    echo "The tests on PostgreSQL were left out: install PostgreSQL 15 or later, or name a server in BUDGETING_TEST_POSTGRES."
    exit 0
fi

both='Engine!=Sqlite&(FullyQualifiedName~Tests.Storage|FullyQualifiedName~Tests.Organizations|FullyQualifiedName~Tests.Records|FullyQualifiedName~Tests.Gifting|FullyQualifiedName~Tests.SharedCosts|FullyQualifiedName~Tests.Execution|FullyQualifiedName~Tests.Api|FullyQualifiedName~Browser.LiveTests|FullyQualifiedName~Browser.TwoNodesTests)'
echo "The same on PostgreSQL:"
BUDGETING_TEST_ENGINE=postgres exec dotnet test "$project" --no-build -c "$configuration" --filter "$both${filter:+&($filter)}"
