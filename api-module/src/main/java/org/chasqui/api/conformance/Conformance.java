package org.chasqui.api.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The promises of other gateways' documentation, and the tests that show that they hold here. The list is made from the tests
 * themselves, as docs/conformance.md is; a build in which the two differ, or a promise has no test, fails.
 */
@ApplicationScoped
public class Conformance {
    private static final String FILE = "promises.tsv";
    private static final int CELLS = 4;

    private List<Gateway> gateways = List.of();

    /**
     * A gateway.
     *
     * @param title which one, and where it says so
     */
    public record Gateway(String title, List<Promise> promises) {}

    /**
     * One thing that a gateway's documentation says.
     *
     * @param item its number in our list, for example {@code S1-24}
     * @param text what it says; what is code stands between backticks
     * @param tests those that show it, as {@code Class.method}
     */
    public record Promise(String item, String text, List<String> tests) {}

    /** All gateways, in the order of the list. */
    public synchronized List<Gateway> gateways() {
        if (gateways.isEmpty()) {
            gateways = read(shipped().lines());
        }
        return gateways;
    }

    private static String shipped() {
        try (var in = Conformance.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException("The resource " + FILE + " cannot be read", failed);
        }
    }

    /** Reads lines of title, item, text and tests, separated by tabulators. */
    static List<Gateway> read(Stream<String> lines) {
        var byTitle = new LinkedHashMap<String, Stream.Builder<Promise>>();
        lines.filter(line -> !line.isBlank()).map(line -> line.split("\t", -1)).forEach(cells -> {
            if (cells.length != CELLS) {
                throw new IllegalStateException("A line of " + FILE + " has " + cells.length + " cells");
            }
            var tests = cells[3].isEmpty() ? List.<String>of() : Arrays.asList(cells[3].split(","));
            byTitle.computeIfAbsent(cells[0], title -> Stream.builder())
                    .add(new Promise(cells[1], cells[2], List.copyOf(tests)));
        });
        return byTitle.entrySet().stream()
                .map(entry ->
                        new Gateway(entry.getKey(), entry.getValue().build().toList()))
                .toList();
    }
}
