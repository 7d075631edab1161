package org.chasqui.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the command line asks for; without it, what a plain {@code bin/bench} does. */
final class Options {
    private static final int MOST_PER_NUMBER = 1_000;

    private Set<Part> parts = EnumSet.range(Part.START, Part.DIRECT);
    private List<Integer> rates = List.of(250, 500, 1_000);
    private int seconds = 30;
    private int warmUp = 20;
    private int mixedRate = 200;
    private int numbers = 2;
    private int webhookBatch = 1;
    private int metaDelay;
    private int callers = 256;
    private Through through = Through.CHASQUI;
    private boolean idempotencyKeys;
    private boolean separateSandbox;
    private int messages = 10_000_000;
    private int port;
    private List<String> jvm = List.of();

    private Options() {}

    /** The parts of a run, in their order. */
    enum Part {
        START,
        LOAD,
        MIXED,
        BACKLOG,
        DIRECT,
        DIALECTS,
        ANALYTICS
    }

    /**
     * Reads a command line.
     *
     * @throws BenchFailed with a sentence when an option is unknown or its value makes no sense
     */
    static Options parse(String... arguments) {
        var options = new Options();
        var words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            var name = words.next();
            switch (name) {
                case "--idempotency-keys" -> options.idempotencyKeys = true;
                case "--separate-sandbox" -> options.separateSandbox = true;
                default -> {
                    if (!words.hasNext()) {
                        throw new BenchFailed(name + " is no option, or needs a value; --help lists them.");
                    }
                    options.set(name, words.next());
                }
            }
        }
        options.check();
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--only" -> parts = parts(value);
            case "--rate" ->
                rates = Arrays.stream(value.split(","))
                        .map(rate -> number(name, rate, 1, 100_000))
                        .toList();
            case "--seconds" -> seconds = number(name, value, 5, 3_600);
            case "--warm-up" -> warmUp = number(name, value, 0, 600);
            case "--mixed-rate" -> mixedRate = number(name, value, 1, 2_000);
            case "--numbers" -> numbers = number(name, value, 1, 100);
            case "--webhook-batch" -> webhookBatch = number(name, value, 1, 1_000);
            case "--meta-delay" -> metaDelay = number(name, value, 0, 10_000);
            case "--through" -> through = Through.of(value);
            case "--callers" -> callers = number(name, value, 1, 4_096);
            case "--messages" -> messages = number(name, value, 10_000, 100_000_000);
            case "--port" -> port = number(name, value, 1, 65_535);
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
                throw new BenchFailed(
                        "--only takes start, load, mixed, backlog, direct, dialects and analytics, not \"" + word
                                + "\".",
                        unknown);
            }
        }
        return parts;
    }

    static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value.trim());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new BenchFailed(name + " takes whole numbers, not \"" + value + "\".", noNumber);
        }
        throw new BenchFailed(name + " takes " + least + " to " + most + ", not " + value + ".");
    }

    private void check() {
        int highest = rates.stream().mapToInt(Integer::intValue).max().orElseThrow();
        boolean isLoaded = parts.contains(Part.LOAD) || parts.contains(Part.DIALECTS);
        if (isLoaded && highest > numbers * MOST_PER_NUMBER) {
            throw new BenchFailed(highest + " messages per second need more than " + numbers
                    + " numbers, for one may send 1,000: add --numbers "
                    + (highest + MOST_PER_NUMBER - 1) / MOST_PER_NUMBER + ".");
        }
    }

    boolean runs(Part part) {
        return parts.contains(part);
    }

    /** Whether there is more to do than starting. */
    boolean needsProduct() {
        return parts.stream().anyMatch(part -> part != Part.START);
    }

    /** Messages per second of the steps of the load, in their order. */
    List<Integer> rates() {
        return rates;
    }

    /** Length of a step. */
    int seconds() {
        return seconds;
    }

    /** Seconds of load before the first step. */
    int warmUp() {
        return warmUp;
    }

    /** What happens per second in the mixed load. */
    int mixedRate() {
        return mixedRate;
    }

    /** Business numbers of 1,000 messages per second that share the load. */
    int numbers() {
        return numbers;
    }

    /** How many statuses the sandbox puts into one POST at most. */
    int webhookBatch() {
        return webhookBatch;
    }

    /** Milliseconds that the sandbox lets a caller wait for its answer. */
    int metaDelay() {
        return metaDelay;
    }

    /** The most calls of the API at a time. */
    int callers() {
        return callers;
    }

    /** The API that the load is offered to. */
    Through through() {
        return through;
    }

    /** Whether each call carries an {@code Idempotency-Key}. */
    boolean idempotencyKeys() {
        return idempotencyKeys;
    }

    /** Whether the sandbox runs in a process of its own, so that its share can be told apart. */
    boolean separateSandbox() {
        return separateSandbox;
    }

    /** How many messages analytics is asked about, beside ten thousand. */
    int messages() {
        return messages;
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
