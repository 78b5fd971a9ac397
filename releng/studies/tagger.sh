#!/usr/bin/env bash
# Measures what the sample notes-tagger reaches, and what it is held against, and prints the table of tagger.md:
# releng/studies/tagger.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
notes=$here/../../bundles/org.archipelago.data/src/main/resources/org/archipelago/data/samples/clinical_notes.conll
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

# figure RECORD NAME: of the last round, on the hold-out
figure() {
    tail -n 1 "$1/rounds.jsonl" | sed -n "s/.*\"test\":{[^}]*\"$2\":\([0-9.]*\).*/\1/p" | awk '{ printf "%.3f", $1 }'
}

# run NAME ARGUMENT...: of the sample
run() {
    local name=$1
    shift
    "$here/../archipelago" run notes-tagger --quiet --out "$runs/$name" "$@" > "$runs/screen.txt" 2>&1 ||
        { cat "$runs/screen.txt" >&2; exit 1; }
}

row() {
    printf '| %s | %s | %s | %s |\n' "$1" "$(figure "$runs/$2" spanF1)" "$(figure "$runs/$2" accuracy)" "$3"
}

echo "| what, seed | span F1 | accuracy | rounds |"
echo "| --- | --- | --- | --- |"
for seed in 42 1 2; do
    run "gru-$seed" --seed "$seed"
    printf '| most frequent tag of each word, %s | %s | – | – |\n' "$seed" \
        "$(java "$here/MostFrequentTag.java" "$notes" "$runs/gru-$seed/holdout.json")"
    row "tagger, GRU, $seed" "gru-$seed" 25
done
run lstm --set model.cell=lstm
row "tagger, LSTM, 42" lstm 25
run one-way --set model.bidirectional=false
row "tagger, GRU, left to right alone, 42" one-way 25
