#!/usr/bin/env bash
# Measures how long a move of a slider in the partition studio takes until it is seen, with 1,000 clients over 70,000 rows:
# releng/benchmarks/studio.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/workbench.sh"

prepare_workbench
machine
bench studio "$work/workspace"
