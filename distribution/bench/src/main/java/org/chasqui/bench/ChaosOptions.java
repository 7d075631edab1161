package org.chasqui.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the command line of {@code bin/chaos} asks for. */
final class ChaosOptions {
    private static final int MOST_ROWS = 1_000_000;

    private Set<Part> parts = EnumSet.allOf(Part.class);
    private int recipients = 100_000;
    private int kills = 5;
    private int pauses = 2;
    private int rows = MOST_ROWS;
    private int port;
    private List<String> jvm = List.of();

    private ChaosOptions() {}

    /** The parts of a run, in their order. */
    enum Part {
        CAMPAIGN,
        CSV
    }

    /**
     * Reads a command line.
     *
     * @throws BenchFailed with a sentence when an option is unknown or its value makes no sense
     */
    static ChaosOptions parse(String... arguments) {
        var options = new ChaosOptions();
        var words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            var name = words.next();
            if (!words.hasNext()) {
                throw new BenchFailed(name + " is no option, or needs a value; --help lists them.");
            }
            options.set(name, words.next());
        }
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--only" -> parts = parts(value);
            case "--recipients" -> recipients = Options.number(name, value, 500, Fate.MOST_PEOPLE);
            case "--kills" -> kills = Options.number(name, value, 0, 50);
            case "--pauses" -> pauses = Options.number(name, value, 0, 50);
            case "--rows" -> rows = Options.number(name, value, 50_000, MOST_ROWS);
            case "--port" -> port = Options.number(name, value, 1, 65_535);
            case "--jvm" -> jvm = List.of(value.trim().split("\\s+"));
            default -> throw new BenchFailed(name + " is no option; --help lists them.");
        }
    }

    private static Set<Part> parts(String value) {
        var parts = EnumSet.noneOf(Part.class);
        for (var word : value.split(",")) {
            try {
                parts.add(Part.valueOf(word.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new BenchFailed("--only takes campaign and csv, not \"" + word + "\".", unknown);
            }
        }
        return parts;
    }

    boolean runs(Part part) {
        return parts.contains(part);
    }

    /** People of the campaign. */
    int recipients() {
        return recipients;
    }

    /** How often the product is killed with -9 while the campaign runs. */
    int kills() {
        return kills;
    }

    /** How often the campaign is paused and resumed. */
    int pauses() {
        return pauses;
    }

    /** Rows of the long file. */
    int rows() {
        return rows;
    }

    /** Port of the product; 0 means a free one. */
    int port() {
        return port;
    }

    /** More options for the product's JVM. */
    List<String> jvm() {
        return jvm;
    }
}
