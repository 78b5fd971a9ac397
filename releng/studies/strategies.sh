#!/usr/bin/env bash
# Measures what strategies reach on the digits and prints the table of strategies.md: releng/studies/strategies.sh
set -euo pipefail
archipelago=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/archipelago
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
seeds=(1 2 3 4 5)
rounds=(10 20 50)

# run_seeds NAME PARTITION STRATEGY: one run a seed, in $runs/NAME-SEED
run_seeds() {
    local seed
    for seed in "${seeds[@]}"; do
        "$archipelago" run digits-mlp --quiet --seed "$seed" --out "$runs/$1-$seed" --set "partition=$2" \
            --set "strategy=$3" --set training.localEpochs=5 --set training.batchSize=16 --set training.rounds=50 \
            --set "training.optimizer={id: sgd, learningRate: 0.1}" --set "model={id: mlp, hidden: [64]}" \
            > "$runs/screen.txt" || { cat "$runs/screen.txt" >&2; exit 1; }
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

# row LABEL NAME PARTITION STRATEGY REFERENCE...: after each of the rounds, and what it is held against
row() {
    local label=$1 name=$2 round
    run_seeds "$name" "$3" "$4"
    shift 4
    printf '| %s |' "$label"
    for round in "${rounds[@]}"; do printf ' %s |' "$(accuracies "$name" "$round" | mean_and_deviation)"; done
    printf '\n| — the other simulation |'
    printf ' %s |' "$@"
    printf '\n'
}

# The differences of the runs called $1 and $2, seed by seed, after round 50
paired() { paste <(accuracies "$1" 50) <(accuracies "$2" 50) | awk '{ print $1 - $2 }'; }

# How far clients move in a round, the mean over clients, rounds and seeds of the runs called $1
moves() {
    cat "$runs/$1"-*/rounds.jsonl | grep -o '"updateNorm":[0-9.]*' | awk -F: '{ n++; s += $2 } END { printf "%.3f", s / n }'
}

iid="{id: iid, clients: 10}"
skewed="{id: dirichlet, clients: 10, alpha: 0.1}"
two="{id: pathological, clients: 10, classesPerClient: 2}"
echo "| clients' data, strategy | round ${rounds[0]} | ${rounds[1]} | ${rounds[2]} |"
echo "| --- | --- | --- | --- |"
row "IID, fedavg" iid-fedavg "$iid" "{id: fedavg}" "0.9544 ± 0.0022" "0.9639 ± 0.0058" "0.9728 ± 0.0037"
row "IID, fedprox, μ = 0.01" iid-fedprox "$iid" "{id: fedprox, mu: 0.01}" "0.9533 ± 0.0021" "0.9644 ± 0.0064" "0.9728 ± 0.0037"
row "IID, scaffold" iid-scaffold "$iid" "{id: scaffold}" "0.9556 ± 0.0030" "0.9678 ± 0.0038" "0.9744 ± 0.0021"
row "IID, fednova" iid-fednova "$iid" "{id: fednova}" "0.9544 ± 0.0022" "0.9639 ± 0.0058" "0.9728 ± 0.0037"
row "Dirichlet 0.1, fedavg" dir-fedavg "$skewed" "{id: fedavg}" "0.8806 ± 0.0327" "0.9161 ± 0.0305" "0.9422 ± 0.0143"
row "Dirichlet 0.1, fedprox, μ = 0.01" dir-fedprox "$skewed" "{id: fedprox, mu: 0.01}" "0.8800 ± 0.0334" "0.9161 ± 0.0305" "0.9433 ± 0.0148"
row "Dirichlet 0.1, scaffold" dir-scaffold "$skewed" "{id: scaffold}" "0.8983 ± 0.0495" "0.9339 ± 0.0364" "0.9644 ± 0.0089"
row "Dirichlet 0.1, fednova" dir-fednova "$skewed" "{id: fednova}" "0.8922 ± 0.0472" "0.9222 ± 0.0262" "0.9461 ± 0.0169"
row "two classes a client, fedavg" two-fedavg "$two" "{id: fedavg}" "0.7750 ± 0.0521" "0.8628 ± 0.0268" "0.9167 ± 0.0127"
row "two classes a client, fedprox, μ = 0.01" two-fedprox "$two" "{id: fedprox, mu: 0.01}" "0.7700 ± 0.0569" "0.8572 ± 0.0281" "0.9133 ± 0.0151"
row "two classes a client, scaffold" two-scaffold "$two" "{id: scaffold}" "0.8472 ± 0.0522" "0.9161 ± 0.0247" "0.9694 ± 0.0058"
row "two classes a client, fednova" two-fednova "$two" "{id: fednova}" "0.7022 ± 0.0833" "0.8217 ± 0.0479" "0.8956 ± 0.0191"
run_seeds two-near "$two" "{id: fedprox, mu: 1}"
echo
echo "Seed by seed, scaffold minus fedavg on two classes a client: $(paired two-scaffold two-fedavg | mean_and_deviation)."
echo "A client moves by $(moves two-fedavg) in a round with fedavg, by $(moves two-near) with fedprox and μ = 1."
