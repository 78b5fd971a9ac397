# What the scripts in this folder share; sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/archipelago
maven_version=3.9.16
java_least=21

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The feature version of the JDK in folder $1, or nothing if there is no compiler in it.
jdk_version() {
    [ -x "$1/bin/javac" ] || return 0
    local line=''
    [ -r "$1/release" ] && line=$(grep '^JAVA_VERSION=' "$1/release" || true)
    [ -n "$line" ] || line=$("$1/bin/javac" -version 2>&1 || true)
    printf '%s' "$line" | sed -E 's/[^0-9]*([0-9]+).*/\1/'
}

# Sets and exports JAVA_HOME: the caller's own if it is new enough, else the newest JDK found.
find_jdk() {
    local home version best=0 found=''
    for home in "${JAVA_HOME:-}" \
            /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ -n "$home" ] || continue
        version=$(jdk_version "$home")
        [[ $version =~ ^[0-9]+$ ]] || continue
        if [ "$version" -ge "$java_least" ] && [ "$version" -gt "$best" ]; then
            best=$version
            found=$home
            [ "$home" != "${JAVA_HOME:-}" ] || break
        fi
    done
    [ -n "$found" ] || die "A JDK of at least $java_least is missing: install one (for example Temurin 25) or set JAVA_HOME to it."
    export JAVA_HOME=$found
}

# True if Maven $1 is at least 3.9.16 and not the differently behaving 4.
maven_is_new_enough() {
    local major minor patch
    IFS=. read -r major minor patch <<< "${1%%-*}"
    [[ $major.$minor.$patch =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || return 1
    [ "$major" -eq 3 ] && { [ "$minor" -gt 9 ] || { [ "$minor" -eq 9 ] && [ "$patch" -ge 16 ]; }; }
}

# Sets mvn to a Maven that Tycho accepts; an older installed one fetches it, checksum and all.
find_maven() {
    local home=$cache/apache-maven-$maven_version version archive
    if [ -x "$home/bin/mvn" ]; then mvn=$home/bin/mvn; return; fi
    command -v mvn > /dev/null || die "Maven is missing: install the package 'maven' (any 3.x; a newer one is fetched with it)."
    version=$(mvn -v 2> /dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p' | head -n 1)
    if maven_is_new_enough "$version"; then mvn=$(command -v mvn); return; fi

    say "Maven $version is too old for Tycho: getting $maven_version from Maven Central"
    mkdir -p "$cache"
    local fetched
    fetched=$(mktemp -d "$cache/maven.XXXXXX")
    (cd "$fetched" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact="org.apache.maven:apache-maven:$maven_version:tar.gz:bin" \
        -DoutputDirectory="$fetched" >&2) || die "Maven $maven_version could not be fetched: is Maven Central reachable?"
    archive=$fetched/apache-maven-$maven_version-bin.tar.gz
    tar -xzf "$archive" -C "$fetched"
    # Two scripts may get here at once: the first to move wins, the other uses what it finds.
    mv -T "$fetched/apache-maven-$maven_version" "$home" 2> /dev/null || [ -x "$home/bin/mvn" ] ||
        mv "$fetched/apache-maven-$maven_version" "$home"
    rm -rf "$fetched"
    mvn=$home/bin/mvn
}

# Runs Maven on the whole project, with the JDK and Maven found above.
run_maven() {
    find_jdk
    find_maven
    # Maven's own libraries make newer JDKs print warnings that nobody here can act on.
    if [ "$(jdk_version "$JAVA_HOME")" -ge 24 ]; then
        export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    fi
    "$mvn" -f "$root/pom.xml" "$@"
}
