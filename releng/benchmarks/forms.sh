#!/usr/bin/env bash
# Measures how long a keystroke in the editor takes with an experiment of 1,000 clients: releng/benchmarks/forms.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/workbench.sh"

prepare_workbench
machine
bench forms "$work/workspace"
