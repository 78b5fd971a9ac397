#!/usr/bin/env bash
# Measures how long the window takes to answer while ten runs are under way: releng/benchmarks/busy.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/workbench.sh"

prepare_workbench
machine
bench busy "$work/workspace"
