package org.chasqui.api.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the tests last passed that show promises. {@code bin/test} writes it down and the next build takes it along; of a server
 * that was built without it nothing is known.
 */
@ApplicationScoped
public class TestRuns {
    private static final String FILE = "tested.tsv";
    private static final int CELLS = 3;

    private final Map<String, TestRun> byClass;

    /** Those that this server was built with. */
    public TestRuns() {
        this(shipped().lines());
    }

    TestRuns(Stream<String> lines) {
        byClass = read(lines);
    }

    /**
     * A run in which a class of tests passed.
     *
     * @param commit of the sources, with a plus sign when they were changed besides; empty when that is not known
     */
    public record TestRun(Instant at, String commit) {}

    /** The last run in which one of these tests passed, given as {@code Class.method}; empty when none is known. */
    public Optional<TestRun> last(Collection<String> tests) {
        return tests.stream()
                .map(test -> byClass.get(test.substring(0, Math.max(0, test.indexOf('.')))))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(TestRun::at));
    }

    private static String shipped() {
        try (var in = TestRuns.class.getResourceAsStream(FILE)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException("The resource " + FILE + " cannot be read", failed);
        }
    }

    private static Map<String, TestRun> read(Stream<String> lines) {
        var runs = new HashMap<String, TestRun>();
        lines.map(line -> line.split("\t", -1))
                .filter(cells -> cells.length == CELLS)
                .forEach(cells -> runs.put(cells[0], new TestRun(Instant.parse(cells[1]), cells[2])));
        return Map.copyOf(runs);
    }
}
