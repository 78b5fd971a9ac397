#!/usr/bin/env bash
# Trains the network conv 6 / conv 16 / 120 / 84 / 10 on 64 by 64 images in colours by class, five clients, and prints
# the tables of shapes.md: releng/studies/shapes.sh
# The images are generated (Shapes.java), for want of real ones that may be shipped.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
archipelago=$here/../archipelago
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$archipelago" --version > /dev/null
java -Djava.awt.headless=true "$here/Shapes.java" "$folder/train" 300 1
java -Djava.awt.headless=true "$here/Shapes.java" "$folder/test" 60 2
cat > "$folder/shapes.yaml" <<'END'
format: archipelago/experiment/1
name: Shapes
seed: 1
data: {source: train, testSource: test, target: label}
partition: {id: iid, clients: 5}
model: {id: cnn, preset: conv6-16}
training: {rounds: 30, localEpochs: 1, batchSize: 20, optimizer: {id: adam, learningRate: 0.001}}
strategy: {id: fedavg, weights: examples}
END
"$archipelago" run "$folder/shapes.yaml" --quiet --out "$folder/run" > "$folder/screen.txt" 2>&1 ||
    { cat "$folder/screen.txt" >&2; exit 1; }

echo "| after round | accuracy |"
echo "| --- | --- |"
for round in 0 5 10 15 20 25 30; do
    sed -n "s/^{\"round\":$round,\"test\":{[^}]*\"accuracy\":\([0-9.]*\).*/\1/p" "$folder/run/rounds.jsonl" |
        awk -v round="$round" '{ printf "| %d | %.3f |\n", round, $1 }'
done
echo
sed -n '/^Classification report/,/^AUC/p' "$folder/screen.txt"
