#!/usr/bin/env bash
# Measures the time from the start of the program until its window is there and answers at once, first with nothing
# of an earlier start, then five times more: releng/benchmarks/start.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/workbench.sh"

# Prints the seconds that one start takes.
start() {
    local began=$(($(date +%s%N) / 1000000)) usable
    usable=$(bench start "$work/workspace" | sed -n 's/^usable at //p')
    LC_ALL=C awk -v ms="$((usable - began))" 'BEGIN { printf "%.2f\n", ms / 1000 }'
}

prepare_workbench
machine
echo "first start     $(start) s"
for _ in 1 2 3 4 5; do start; done | sort -n > "$work/later"
echo "later starts    $(tr '\n' ' ' < "$work/later")s"
echo "best, median    $(sed -n 1p "$work/later") s, $(sed -n 3p "$work/later") s"
