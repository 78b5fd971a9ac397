#!/usr/bin/env bash
# Measures how long charts take to draw, frame by frame: releng/benchmarks/charts.sh [FRAMES]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../lib.sh"

charts=bundles/org.archipelago.charts
find_jdk
run_maven -q package -DskipTests -pl "$charts" -am \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -DincludeScope=runtime -Dmdep.outputFile=target/benchmark/dependencies >&2
exec "$JAVA_HOME/bin/java" -cp "$root/$charts/target/classes:$(cat "$root/$charts/target/benchmark/dependencies")" \
    "$here/ChartFrames.java" "$@"
