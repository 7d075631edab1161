package org.chasqui.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the promises of the seeds against the tests that show them, and docs/conformance.md against both. What a test covers
 * it says itself ({@link Covers}); the tests of all modules are looked through in their source, for most of them need a running
 * product. {@code -Dchasqui.conformance.write=true} writes the page anew.
 */
class ConformanceTest {
    private static final Path ROOT = root();
    private static final Path PAGE = ROOT.resolve("docs/conformance.md");
    private static final Pattern COVERS = Pattern.compile("@Covers\\(([^)]*)\\)");
    private static final Path SHIPPED =
            ROOT.resolve("api-module/src/main/resources/org/chasqui/api/conformance/promises.tsv");
    private static final Pattern ITEM = Pattern.compile("\"([SG]\\d-\\d+)\"");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    /** By the name of the list of its promises. */
    private static final Map<String, String> SEEDS = new LinkedHashMap<>();

    static {
        SEEDS.put("s0", "Seed 000: CBOT");
        SEEDS.put("s1", "Seed 001: Waabot");
        SEEDS.put("s2", "Seed 002: Botmaker");
        SEEDS.put("s3", "Seed 003: 360dialog");
        SEEDS.put("g0", "Meta: the Graph API below /graph");
    }

    /** By item, then the tests as {@code Class.method}. */
    private static final Map<String, TreeSet<String>> COVERED = new TreeMap<>();

    @BeforeAll
    static void lookThroughTheTests() throws IOException {
        try (var files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/"))
                    .forEach(ConformanceTest::look);
        }
    }

    private static void look(Path file) {
        var source = read(file);
        var annotation = COVERS.matcher(source);
        while (annotation.find()) {
            var method = METHOD.matcher(source);
            if (method.find(annotation.end())) {
                var test = file.getFileName().toString().replace(".java", "") + "." + method.group(1);
                ITEM.matcher(annotation.group(1))
                        .results()
                        .forEach(item -> COVERED.computeIfAbsent(item.group(1), name -> new TreeSet<>())
                                .add(test));
            }
        }
    }

    @Test
    void everyPromiseIsShownByATest() {
        assertThat(items().keySet())
                .allSatisfy(item -> assertThat(COVERED)
                        .as("no test has @Covers(\"" + item + "\"): " + items().get(item))
                        .containsKey(item));
    }

    @Test
    void noTestCoversWhatNobodyHasPromised() {
        assertThat(items().keySet()).containsAll(COVERED.keySet());
    }

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        if (Boolean.getBoolean("chasqui.conformance.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(read(PAGE))
                .as("out of date: run this test with -Dchasqui.conformance.write=true")
                .isEqualTo(page());
    }

    @Test
    void theDashboardShowsTheSame() throws IOException {
        if (Boolean.getBoolean("chasqui.conformance.write")) {
            Files.writeString(SHIPPED, shipped());
        }
        assertThat(read(SHIPPED))
                .as("out of date: run this test with -Dchasqui.conformance.write=true")
                .isEqualTo(shipped());
        var promises = Conformance.read(read(SHIPPED).lines()).stream()
                .flatMap(gateway -> gateway.promises().stream())
                .toList();
        assertThat(promises).extracting(Conformance.Promise::item).containsExactlyElementsOf(items().keySet());
        assertThat(promises).allSatisfy(promise -> assertThat(promise.tests()).isNotEmpty());
    }

    private static String shipped() {
        var lines = new StringBuilder();
        SEEDS.forEach((seed, title) -> items(seed)
                .forEach((item, text) -> lines.append(String.join(
                                "\t", title, item, text, String.join(",", COVERED.getOrDefault(item, new TreeSet<>()))))
                        .append('\n')));
        return lines.toString();
    }

    private static String page() {
        var page = new StringBuilder("""
                # Conformance

                What each gateway's documentation says, item by item, and the tests that show it. Made by `ConformanceTest` from the
                tests themselves; do not edit it here. An item without a test, or a page that is out of date, fails the build.
                """);
        SEEDS.forEach((seed, title) -> {
            page.append("\n## ").append(title).append("\n\n| | What it says | Shown by |\n|---|---|---|\n");
            items(seed)
                    .forEach((item, text) -> page.append("| ")
                            .append(item)
                            .append(" | ")
                            .append(text)
                            .append(" | ")
                            .append(tests(item))
                            .append(" |\n"));
        });
        return page.toString();
    }

    private static String tests(String item) {
        var tests = COVERED.getOrDefault(item, new TreeSet<>()).stream()
                .map(test -> "`" + test + "`")
                .toList();
        return tests.isEmpty() ? "nothing yet" : String.join(", ", tests);
    }

    private static Map<String, String> items() {
        var all = new LinkedHashMap<String, String>();
        SEEDS.keySet().forEach(seed -> all.putAll(items(seed)));
        return all;
    }

    private static Map<String, String> items(String seed) {
        var items = new LinkedHashMap<String, String>();
        try (var in = ConformanceTest.class.getResourceAsStream("/conformance/" + seed + ".tsv")) {
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.map(line -> List.of(line.split("\t"))).forEach(parts -> items.put(parts.get(0), parts.get(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return items;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
