#!/usr/bin/env bash
# Measures what the digits experiments reach and prints the tables of digits.md: releng/studies/digits.sh
set -euo pipefail
archipelago=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/archipelago
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
seeds=(1 2 3 4 5)
rounds=(1 5 10 20 50)

# run_seeds NAME SAMPLE SETTINGS...: one run a seed, in $runs/NAME-SEED
run_seeds() {
    local name=$1 sample=$2 setting settings=() seed
    shift 2
    for setting in "$@"; do settings+=(--set "$setting"); done
    for seed in "${seeds[@]}"; do
        "$archipelago" run "$sample" --quiet --seed "$seed" --out "$runs/$name-$seed" \
            ${settings[@]+"${settings[@]}"} > "$runs/screen.txt" || { cat "$runs/screen.txt" >&2; exit 1; }
    done
}

# The accuracies on the hold-out after round $2 of the runs called $1, one a line
accuracies() {
    local seed
    for seed in "${seeds[@]}"; do
        sed -n "s/^{\"round\":$2,\"test\":{[^}]*\"accuracy\":\([0-9.]*\).*/\1/p" "$runs/$1-$seed/rounds.jsonl"
    done
}

mean_and_deviation() {
    awk '{ n++; s += $1; q += $1 * $1 }
        END { m = s / n; v = (q - n * m * m) / (n - 1); printf "%.4f ± %.4f", m, sqrt(v > 0 ? v : 0) }'
}

# row LABEL NAME REFERENCE...: mean and deviation after each of the rounds, and what they are held against
row() {
    local label=$1 name=$2 round
    shift 2
    printf '| %s |' "$label"
    for round in "${rounds[@]}"; do printf ' %s |' "$(accuracies "$name" "$round" | mean_and_deviation)"; done
    printf '\n| — the other simulation |'
    printf ' %s |' "$@"
    printf '\n'
}

mlp=("training.localEpochs=5" "training.batchSize=16" "training.rounds=50" "model={id: mlp, hidden: [64]}")
run_seeds privacy digits-privacy
run_seeds iid digits-mlp "partition={id: iid, clients: 10}" "${mlp[@]}"
run_seeds dirichlet digits-mlp "partition={id: dirichlet, clients: 10, alpha: 0.1}" "${mlp[@]}"
run_seeds two-classes digits-mlp "partition={id: pathological, clients: 10, classesPerClient: 2}" "${mlp[@]}"

echo "### With privacy"
echo
echo "| seed | accuracy after round 50 | ε |"
echo "| --- | --- | --- |"
for seed in "${seeds[@]}"; do
    tail -n 1 "$runs/privacy-$seed/rounds.jsonl" |
        sed 's/.*"accuracy":\([0-9.]*\).*"epsilon":\([0-9.]*\).*/\1 \2/' |
        awk -v seed="$seed" '{ printf "| %s | %.4f | %.4f |\n", seed, $1, $2 }'
done
echo "| mean ± deviation | $(accuracies privacy 50 | mean_and_deviation) | |"
echo "| the other simulation | 0.916 ± 0.013 | 3.85 |"
echo
echo "### Without noise"
echo
echo "| clients' data | round ${rounds[0]} | ${rounds[1]} | ${rounds[2]} | ${rounds[3]} | ${rounds[4]} |"
echo "| --- | --- | --- | --- | --- | --- |"
row IID iid "0.8094 ± 0.0301" "0.9350 ± 0.0048" "0.9544 ± 0.0022" "0.9639 ± 0.0058" "0.9728 ± 0.0037"
row "Dirichlet, α = 0.1" dirichlet \
    "0.3833 ± 0.0775" "0.8267 ± 0.0356" "0.8806 ± 0.0327" "0.9161 ± 0.0305" "0.9422 ± 0.0143"
row "two classes a client" two-classes \
    "0.2517 ± 0.0603" "0.6094 ± 0.0947" "0.7750 ± 0.0521" "0.8628 ± 0.0268" "0.9167 ± 0.0127"
