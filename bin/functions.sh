# Shared by the scripts beside it, which define fail() before they read this.

# The major version of a java program: 8 for "1.8.0_392", 17 for "17.0.15".
java_version() {
    "$1" -XshowSettings:properties -version 2>&1 |
        sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
}

find_java() {
    local candidate version found=
    for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java || true)"; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        version=$(java_version "$candidate")
        if [ "${version:-0}" -ge 17 ]; then
            java=$candidate
            java_major=$version
            return
        fi
        found="$found $candidate is Java ${version:-unknown}."
    done
    fail "it needs a JDK 17 or newer, and found none.${found} Install one, or set JAVA_HOME."
}

# Sets JAVA_HOME to that of $java, for Maven; refuses a Java without compiler.
use_jdk() {
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")")
    [ -x "$JAVA_HOME/bin/javac" ] || fail "building needs a JDK, and $JAVA_HOME is a Java without compiler. Install a JDK 17 or newer."
    export JAVA_HOME
}

# Sets $maven to the wrapper, where there is one, or to mvn.
find_maven() {
    maven=mvn
    if [ -x "$root/mvnw" ]; then maven=$root/mvnw; fi
    command -v "$maven" >/dev/null || fail "building needs Maven, and there is no mvn on the PATH. Install it."
}

# Builds the tools of distribution/bench unless they are built; what they need is beside their classes then.
build_bench() {
    module=$root/distribution/bench
    if [ -d "$module/target/jars" ] && [ -f "$module/target/built" ] &&
        [ -z "$(find "$module/src/main" "$module/pom.xml" "$root/pom.xml" -newer "$module/target/built" -print 2>/dev/null | head -n 1)" ]; then
        return
    fi
    log=$root/target/bench-build.log
    find_maven
    use_jdk
    mkdir -p "$root/target" 2>/dev/null && : 2>/dev/null >"$log" ||
        fail "it is not built yet, and user $(id -un) may not write to $root."
    echo "Building the benchmark (log: $log)"
    (cd "$root" && "$maven" -B -ntp -q -DskipTests -pl distribution/bench package) </dev/null >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        fail "the build failed; $log has all of it."
    }
    : >"$module/target/built"
}
