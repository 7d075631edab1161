package org.chasqui.sandbox.meta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The error codes that the sandbox can answer with: HTTP status, title and usual details, read from {@code graph-errors.tsv}. */
public final class GraphErrors {

    private static final Map<Integer, Entry> ENTRIES = read();

    private GraphErrors() {}

    /** One line of the table; {@code title} is what Meta prints after {@code (#code)}. */
    public record Entry(int code, int http, String title, String details) {}

    /** All codes in ascending order. */
    public static Map<Integer, Entry> all() {
        return ENTRIES;
    }

    /** Whether the table has a line for this code. */
    public static boolean isKnown(int code) {
        return ENTRIES.containsKey(code);
    }

    /** The line of a code; a code that is not in the table is an unknown user error answered with 400. */
    public static Entry of(int code) {
        Entry entry = ENTRIES.get(code);
        return entry == null ? new Entry(code, 400, "Unknown error", "The sandbox has no text for this code.") : entry;
    }

    private static Map<Integer, Entry> read() {
        Map<Integer, Entry> entries = new TreeMap<>();
        try (InputStream in = GraphErrors.class.getResourceAsStream("graph-errors.tsv")) {
            if (in == null) {
                throw new IllegalStateException(
                        "graph-errors.tsv is missing beside GraphErrors.class: rebuild sandbox-module");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cell -> new Entry(Integer.parseInt(cell[0]), Integer.parseInt(cell[1]), cell[2], cell[3]))
                    .forEach(entry -> entries.put(entry.code(), entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(entries);
    }
}
