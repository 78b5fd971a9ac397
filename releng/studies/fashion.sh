#!/usr/bin/env bash
# Measures what the Fashion-MNIST experiments reach and prints the table of fashion.md: releng/studies/fashion.sh
# Needs Debian's dataset-fashion-mnist, or the folder of the four files as its argument.
set -euo pipefail
archipelago=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/archipelago
images=${1:-/usr/share/datasets/fashion-mnist}
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

# accuracies MODEL PARTITION SEED ROUNDS: on the 10,000 official test images after rounds 1, 5 and 10, as far as there
# are so many
accuracies() {
    cat > "$runs/experiment.yaml" <<END
format: archipelago/experiment/1
name: Fashion-MNIST
seed: $3
data:
  source: "$images/train-images-idx3-ubyte.gz"
  testSource: "$images/t10k-images-idx3-ubyte.gz"
  target: label
partition: $2
model: $1
training: {rounds: $4, localEpochs: 1, batchSize: 64, optimizer: {id: sgd, learningRate: 0.05}}
strategy: {id: fedavg, weights: examples}
END
    rm -rf "$runs/run"
    "$archipelago" run "$runs/experiment.yaml" --quiet --out "$runs/run" > "$runs/screen.txt" 2>&1 ||
        { cat "$runs/screen.txt" >&2; exit 1; }
    for round in 1 5 10; do
        sed -n "s/^{\"round\":$round,\"test\":{[^}]*\"accuracy\":\([0-9.]*\).*/\1/p" "$runs/run/rounds.jsonl"
    done | tr '\n' ' '
}

# row LABEL MODEL PARTITION REFERENCE...: means over two seeds, and what they are held against
row() {
    local label=$1 model=$2 partition=$3
    shift 3
    printf '| %s |' "$label"
    { accuracies "$model" "$partition" 1 10; echo; accuracies "$model" "$partition" 2 10; echo; } |
        awk '{ for (i = 1; i <= 3; i++) s[i] += $i / 2 } END { printf " %.3f | %.3f | %.3f |\n", s[1], s[2], s[3] }'
    printf '| — the other simulation |'
    printf ' %s |' "$@"
    printf '\n'
}

mlp="{id: mlp, hidden: [200]}"
echo "| clients' data, model | round 1 | 5 | 10 |"
echo "| --- | --- | --- | --- |"
row "IID, 784-200-10" "$mlp" "{id: iid, clients: 10}" 0.736 0.813 0.830
row "Dirichlet, α = 0.5, 784-200-10" "$mlp" "{id: dirichlet, clients: 10, alpha: 0.5}" 0.652 0.795 0.818
printf '| IID, CNN of McMahan et al., one seed |'
accuracies "{id: cnn, preset: mcmahan}" "{id: iid, clients: 10}" 1 5 | awk '{ printf " %.3f | %.3f | – |\n", $1, $2 }'
