#!/usr/bin/env bash
# The Fashion-MNIST block of NIID-Bench (Li et al. 2022), after 50 rounds of ten parties:
#   releng/reproductions/niid-bench/run.sh [STRATEGY:PARTITION …] > table.md
# Without arguments all twenty settings of four strategies, three seeds each: sixty runs, of which FedAvg's took 37 seconds a
# round on two processors.
# STRATEGY is fedavg, fedprox, scaffold or fednova; PARTITION is iid, dirichlet, or 1, 2 or 3 classes a party.
# Needs Debian's dataset-fashion-mnist.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
archipelago=$here/../../archipelago
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
seeds=${SEEDS:-1 2 3}

# What three runs of Flower's baseline niid_bench give, in percent: mean and standard deviation of the best round.
published() {
    case $1 in
        fedavg:iid) echo '89.23 ± 0.45' ;; fedavg:dirichlet) echo '88.09 ± 0.29' ;;
        fedavg:1) echo '28.39 ± 17.09' ;; fedavg:2) echo '78.10 ± 2.51' ;; fedavg:3) echo '82.43 ± 1.52' ;;
        scaffold:iid) echo '89.33 ± 0.27' ;; scaffold:dirichlet) echo '88.44 ± 0.25' ;;
        scaffold:1) echo '10.00 ± 0.00' ;; scaffold:2) echo '33.80 ± 41.22' ;; scaffold:3) echo '80.32 ± 5.03' ;;
        fedprox:iid) echo '89.42 ± 0.09' ;; fedprox:dirichlet) echo '88.15 ± 0.42' ;;
        fedprox:1) echo '32.65 ± 6.68' ;; fedprox:2) echo '78.05 ± 0.99' ;; fedprox:3) echo '82.99 ± 0.48' ;;
        fednova:iid) echo '89.36 ± 0.09' ;; fednova:dirichlet) echo '88.22 ± 0.12' ;;
        fednova:1) echo '16.86 ± 9.30' ;; fednova:2) echo '71.67 ± 2.34' ;; fednova:3) echo '81.97 ± 1.34' ;;
        *) echo "unknown setting $1" >&2; exit 2 ;;
    esac
}

# best SETTING SEED: the best accuracy of all rounds, in percent
best() {
    local strategy=${1%:*} partition=${1#*:} settings=()
    case $partition in
        iid) ;;
        dirichlet) settings+=(--set partition.id=dirichlet --set partition.alpha=0.5 --set partition.minimum=10) ;;
        *) settings+=(--set partition.id=pathological --set "partition.classesPerClient=$partition") ;;
    esac
    case $strategy in
        fedprox) settings+=(--set strategy.mu=0.01) ;;
        scaffold) settings+=(--set training.optimizer.momentum=0) ;;
    esac
    rm -rf "$runs/run"
    "$archipelago" run "$here/fashion-mnist.yaml" --quiet --seed "$2" --out "$runs/run" --set "strategy.id=$strategy" \
        "${settings[@]}" > "$runs/screen.txt" 2>&1 || { cat "$runs/screen.txt" >&2; exit 1; }
    sed -n 's/^{"round":[0-9]*,"test":{[^}]*"accuracy":\([0-9.eE-]*\).*/\1/p' "$runs/run/rounds.jsonl" | sort -g | tail -n 1
}

settings=("$@")
if [ $# -eq 0 ]; then
    for strategy in fedavg fedprox scaffold fednova; do
        for partition in iid dirichlet 1 2 3; do settings+=("$strategy:$partition"); done
    done
fi
echo "| strategy | partition | Flower's baseline, % | here, % | runs |"
echo "| --- | --- | --- | --- | --- |"
for setting in "${settings[@]}"; do
    there=$(published "$setting")
    for seed in $seeds; do best "$setting" "$seed"; done |
        awk -v s="${setting%:*}" -v p="${setting#*:}" -v t="$there" '{ sum += 100 * $1; squares += 1e4 * $1 * $1 }
            END { m = sum / NR; v = NR > 1 ? (squares - NR * m * m) / (NR - 1) : 0
                if (p + 0 > 0) p = p (p == 1 ? " class" : " classes") " a party"
                printf "| %s | %s | %s | %.2f%s | %d |\n", s, p, t, m, (NR > 1 ? sprintf(" ± %.2f", sqrt(v > 0 ? v : 0)) : ""), NR }'
done
