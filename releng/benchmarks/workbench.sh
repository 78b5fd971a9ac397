# shellcheck shell=bash
# What the benchmarks of the workbench share; sourced, not run. Linux, on a display of 1280x800 of their own.
. "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

prepare_workbench() {
    on_linux || die "The workbench is measured on a display of its own (Xvfb): use Linux."
    need_desktop
    find_jdk
    build_product
    work=$(mktemp -d "${TMPDIR:-/tmp}/archipelago-benchmark.XXXXXX")
    unset DISPLAY WAYLAND_DISPLAY
    need_display
    # shellcheck disable=SC2064
    trap "$(trap -p EXIT | sed -E "s/^trap -- '(.*)' EXIT$/\1/"); rm -rf '$work'" EXIT
    beside_product "$work"
}

# Starts the workbench as its users do, with what the benchmark $1 measures, in the workspace $2; says nothing of Java's
# and GTK's own.
bench() {
    env -u WAYLAND_DISPLAY HOME="$work" GDK_BACKEND=x11 NO_AT_BRIDGE=1 LC_ALL=C.UTF-8 \
        JAVA_TOOL_OPTIONS="-Darchipelago.bench=$1" timeout 600 "$product_launcher" \
        -configuration "$work/configuration" -data "$2" -nl en 2> "$work/log" || { cat "$work/log" >&2; return 1; }
}

# What the figures were taken on.
machine() {
    say "$(date -u +%Y-%m-%d), $(nproc) × $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 's/.*Runtime Environment \(.*\) (build.*/\1/p'), load $(cut -d ' ' -f 1 /proc/loadavg)"
}
