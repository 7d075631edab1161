package org.chasqui.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md against the sources of all modules. */
class ConfigurationDocumentTest {
    private static final Path ROOT = root();
    private static final Pattern KEY_IN_JAVA = Pattern.compile("\"(chasqui\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern KEY_IN_XML = Pattern.compile("MPCONFIG=(chasqui\\.[a-z0-9.-]*[a-z0-9])");
    private static final Pattern VARIABLE = Pattern.compile("\\b(CHASQUI_[A-Z0-9_]*[A-Z0-9])\\b");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(chasqui\\.[a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\|(.*)\\|(.*)\\|$");
    private static final Pattern SCRIPT_ROW = Pattern.compile("(?m)^\\| `(CHASQUI_[A-Z0-9_]+)` \\|");

    /** What looks like a key in the sources and is none: messages between launcher and application, files, queues. */
    private static final Predicate<String> NO_SETTING = Pattern.compile(
                    "chasqui\\.(launcher|start-refused|sandbox\\.connected|first-start\\..*|first-start|conf|war|jar|0\\.log"
                            + "|outbound|outbound\\..*)")
            .asMatchPredicate();

    /** A name that the printed curl line uses, and which people set for themselves. */
    private static final Set<String> NO_VARIABLES = Set.of("CHASQUI_KEY");

    @Test
    void hasEveryKeyThatTheCodeReadsAndNoOther() throws IOException {
        assertThat(documented()).containsExactlyElementsOf(read());
    }

    @Test
    void findsTheKeysInAllPlaces() throws IOException {
        // Guards the search itself: one key from each way of reading.
        assertThat(read())
                .contains(
                        "chasqui.dispatch.connections",
                        "chasqui.api.rate-limit-per-minute",
                        "chasqui.database.user",
                        "chasqui.http.host",
                        "chasqui.sandbox.callback-url",
                        "chasqui.broker.url");
    }

    @Test
    void namesTheVariableOfEveryKeyAndItsDefaultAndSaysSomethingAboutIt() throws IOException {
        var rows = ROW.matcher(document());
        while (rows.find()) {
            var key = rows.group(1);
            assertThat(rows.group(2))
                    .isEqualTo(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
            assertThat(rows.group(3)).as("default of " + key).isNotBlank();
        }
    }

    @Test
    void hasEveryVariableThatTheScriptsRead() throws IOException {
        var known = new TreeSet<>(NO_VARIABLES);
        SCRIPT_ROW.matcher(document()).results().forEach(row -> known.add(row.group(1)));
        ROW.matcher(document()).results().forEach(row -> known.add(row.group(2)));
        try (var scripts = Files.list(ROOT.resolve("bin"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                VARIABLE.matcher(Files.readString(script))
                        .results()
                        .forEach(match -> assertThat(known)
                                .as("the variables of docs/configuration.md, for " + script.getFileName())
                                .contains(match.group(1)));
            }
        }
    }

    private static Set<String> documented() throws IOException {
        var keys = new TreeSet<String>();
        ROW.matcher(document())
                .results()
                .forEach(row -> assertThat(keys.add(row.group(1)))
                        .as(row.group(1) + " is documented once")
                        .isTrue());
        return keys;
    }

    private static Set<String> read() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(ROOT)) {
            files.filter(file -> isMainSource(ROOT.relativize(file).toString())).forEach(file -> {
                var pattern = file.toString().endsWith(".java") ? KEY_IN_JAVA : KEY_IN_XML;
                pattern.matcher(text(file)).results().forEach(match -> keys.add(match.group(1)));
            });
        }
        keys.removeIf(NO_SETTING);
        return keys;
    }

    private static boolean isMainSource(String path) {
        // The benchmark is a client of the product: what it is told is no setting of the product.
        return path.contains("src/main/")
                && !path.contains("distribution/bench/")
                && !path.contains("/target/")
                && (path.endsWith(".java") || path.endsWith(".xml") || path.endsWith(".xhtml"));
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/configuration.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
