package org.chasqui.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How long analytics takes to answer about ten thousand messages and about ten million. Both lie in one database, in two
 * spans of thirty days, with the counts that the product would have kept of them; and both are asked for in turns, so that
 * whatever else the machine does falls on both.
 */
final class AnalyticsPart {
    private static final int FEW = 10_000;
    private static final int DAYS = 30;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 40;
    /** Days are folded every two minutes. */
    private static final Duration FOLDING = Duration.ofMinutes(6);
    /** What issue and documents promise. */
    private static final double MOST = 2;

    private static final String FEW_SINCE = "2026-03-01T00:00:00Z";
    private static final String FEW_UNTIL = "2026-03-31T00:00:00Z";
    private static final String MANY_SINCE = "2026-05-01T00:00:00Z";
    private static final String MANY_UNTIL = "2026-05-31T00:00:00Z";

    /** Its days are not those of UTC: they are folded when somebody has asked for them. */
    private static final String COSTS_BY_OTHER_DAYS = "costs?tz=America/Sao_Paulo&";

    private static final List<String> QUESTIONS = List.of(
            "funnel?",
            "funnel?market=Brazil&",
            "funnel?template=offer1&",
            "funnel?template=offer1&market=Brazil&",
            "latency?",
            "errors?",
            "errors?market=Brazil&",
            "costs?",
            "costs?template=offer1&",
            COSTS_BY_OTHER_DAYS);

    private final int many;
    private final Gateway gateway;
    private final Report report;

    AnalyticsPart(Options options, Gateway gateway, Report report) {
        this.many = options.messages();
        this.gateway = gateway;
        this.report = report;
    }

    /** Measures; answers whether ten million took at most twice as long as ten thousand, each question and all together. */
    boolean run() {
        report.progress("making " + FEW + " and " + many + " messages");
        var rest = new Rest(gateway.url() + "/api/v1/whatsapp/analytics/", gateway.key());
        try (var made = MadeMessages.in(gateway)) {
            made.dropIndexes();
            made.write(FEW, FEW_SINCE, DAYS);
            made.write(many, MANY_SINCE, DAYS);
            made.createIndexes();
            report.progress("counting them");
            made.count(FEW_SINCE, FEW_UNTIL);
            made.count(MANY_SINCE, MANY_UNTIL);
            report.progress("waiting until the product has folded their days");
            await("folded the days", () -> !made.isAnyToBeFolded());
            rest.get(COSTS_BY_OTHER_DAYS + span(FEW_SINCE, FEW_UNTIL));
            rest.get(COSTS_BY_OTHER_DAYS + span(MANY_SINCE, MANY_UNTIL));
            await("folded the days of another zone", () -> made.daysThatAreCut() >= 2 * DAYS);
        }
        check(rest, FEW, FEW_SINCE, FEW_UNTIL);
        check(rest, many, MANY_SINCE, MANY_UNTIL);
        long difference;
        try (var database = Database.of(gateway)) {
            difference = database.rollupDifference();
        }
        report.progress("analytics asked about both in turns");
        Map<String, double[]> medians = new LinkedHashMap<>();
        for (var question : QUESTIONS) {
            medians.put(question, medians(rest, question));
        }
        return print(medians) & isCounted(difference);
    }

    private static void await(String what, BooleanSupplier isDone) {
        if (!Pause.await(FOLDING, Duration.ofSeconds(1), isDone)) {
            throw new BenchFailed("The product has not " + what + " within " + FOLDING.toMinutes() + " min.");
        }
    }

    private boolean isCounted(long difference) {
        report.json().withObject("/analytics").put("rollup_diff", difference);
        if (difference != 0) {
            report.say("THE COUNTS DIFFER FROM THEIR MESSAGES by " + difference + ".");
        }
        return difference == 0;
    }

    /** What was written is what is counted; otherwise nothing that follows would mean anything. */
    private static void check(Rest rest, long messages, String since, String until) {
        long counted = rest.get("funnel?" + span(since, until)).get("queued").asLong();
        if (counted != messages) {
            throw new BenchFailed("Analytics counts " + counted + " messages and not " + messages + ".");
        }
    }

    private static double[] medians(Rest rest, String question) {
        var few = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double one = millis(rest, question + span(FEW_SINCE, FEW_UNTIL));
            double other = millis(rest, question + span(MANY_SINCE, MANY_UNTIL));
            if (round >= WARM_UP) {
                few.add(one);
                many.add(other);
            }
        }
        return new double[] {median(few), median(many)};
    }

    private static String span(String since, String until) {
        return "since=" + since + "&until=" + until;
    }

    private static double millis(Rest rest, String question) {
        long begin = System.nanoTime();
        rest.get(question);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private boolean print(Map<String, double[]> medians) {
        var table = new Table().line("median, ms", List.of("10k", shortened(many), "ratio"));
        var json = report.json().putObject("analytics");
        medians.forEach((question, pair) -> {
            table.line(name(question), texts(pair));
            json.putObject(name(question)).put("few_ms", pair[0]).put("many_ms", pair[1]);
        });
        double[] all = medians.values().stream().reduce(new double[2], (sum, pair) ->
                new double[] {sum[0] + pair[0], sum[1] + pair[1]});
        table.line("together", texts(all));
        json.put("ratio", all[1] / all[0]);
        var broken = broken(medians, all);
        boolean kept = broken.isEmpty();
        report.section(
                "Analytics of " + FEW + " and of " + many + " messages",
                kept
                        ? "At most twice the time, each question and all together, as promised."
                        : "MORE THAN TWICE THE TIME: " + String.join(", ", broken) + ".",
                table.text());
        return kept;
    }

    /** What took more than twice as long. */
    private static List<String> broken(Map<String, double[]> medians, double[] all) {
        var broken = new ArrayList<String>();
        medians.forEach((question, pair) -> {
            if (takesTooLong(pair)) {
                broken.add(name(question));
            }
        });
        if (takesTooLong(all)) {
            broken.add("all together");
        }
        return broken;
    }

    private static boolean takesTooLong(double[] fewAndMany) {
        return fewAndMany[1] > MOST * fewAndMany[0];
    }

    private static String name(String question) {
        return question.replaceAll("[?&]$", "");
    }

    /** The ratio, and what breaks the promise marked. */
    private static String ratio(double[] pair) {
        return Table.number(pair[1] / pair[0]) + (takesTooLong(pair) ? " !" : "");
    }

    private static String shortened(int messages) {
        return messages % 1_000_000 == 0 ? messages / 1_000_000 + "M" : messages / 1_000 + "k";
    }

    private static List<String> texts(double[] pair) {
        return Arrays.asList(Table.number(pair[0]), Table.number(pair[1]), ratio(pair));
    }
}
