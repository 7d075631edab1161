package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A campaign against a Meta that does everything that it can do, while the product is killed, paused and started again. The
 * sandbox runs in a process of its own, which lives on, and counts by itself what it got.
 */
final class CampaignPart {
    /** What one process of the product has on the wire at most: {@code chasqui.dispatch.connections}. */
    private static final int CONNECTIONS = 128;

    private static final int SHORT = 20_000;
    /** The sandbox tells some statuses a minute late. */
    private static final Duration LATEST_STATUS = Duration.ofSeconds(65);

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Seconds for a single message, starts of the product included: fewer, and they did not go beside the campaign. */
    private static final double SLOWEST_SINGLE = 5;

    private static final int PATIENCE_MINUTES = 15;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TELL_EVERY = 15;

    private final ChaosOptions options;
    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Path folder;
    private final Report report;

    CampaignPart(ChaosOptions options, Gateway gateway, Gateway sandboxHost, Path folder, Report report) {
        this.options = options;
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.folder = folder;
        this.report = report;
    }

    /** Runs the campaign; answers whether every promise was kept. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        // A short list goes slowly, so that it is not over before all has been done to it.
        var throughput = options.recipients() < SHORT ? "STANDARD" : "HIGH";
        var account = sandbox.newAccount("Chaos", throughput, 1, "default", 10);
        var number = account.numbers().get(0);
        try (var call = new ApacheCall(1)) {
            new Customer(gateway, call, false).connect(account, sandbox.token());
        }
        var api = new Rest(gateway.url() + "/api/v1/whatsapp", gateway.key());
        var crowd = new Crowd(options.recipients());
        var campaign = draft(api, number);
        var path = "/campaigns/" + campaign;
        report.progress("giving a list of " + crowd.size() + " people");
        giveList(api, path, crowd);

        var assault = new Assault(gateway, sandbox, api, path, number, report);
        var watch = new ConservationWatch(api, path, crowd.size());
        var singles = new Singles(gateway, number);
        report.progress("launch");
        long begin = System.nanoTime();
        api.post(path + "/launch", null);
        try (watch;
                singles) {
            watch.start();
            singles.start();
            assault.run(options);
            awaitEnd(api, path, sandbox);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        report.progress("stop in order, and start once more");
        gateway.stop();
        gateway.start();
        awaitQuiet(sandbox);
        return judge(new Run(api, campaign, crowd, sandbox, account, assault, watch, singles, seconds));
    }

    /** All that is judged. */
    private record Run(
            Rest api,
            String campaign,
            Crowd crowd,
            Sandbox sandbox,
            Sandbox.Account account,
            Assault assault,
            ConservationWatch watch,
            Singles singles,
            double seconds) {}

    private String draft(Rest api, String number) {
        var body = Json.object()
                .put("name", "Chaos")
                .put("template", "spring_offer")
                .put("phone_number_id", number)
                .put("error_threshold", 0);
        var header = body.putArray("components").addObject().put("type", "header");
        header.putArray("parameters").addObject().put("type", "text").put("text", "{{name}}");
        var made = new JsonNode[1];
        boolean isMade = Pause.await(Duration.ofSeconds(60), LOOK, () -> {
            try {
                made[0] = api.post("/campaigns", body);
                return true;
            } catch (BenchFailed templatesNotReadYet) {
                return false;
            }
        });
        if (!isMade) {
            throw new BenchFailed("The campaign could not be made within a minute: its template is not there.");
        }
        return made[0].get("id").asText();
    }

    private void giveList(Rest api, String path, Crowd crowd) {
        var file = folder.resolve("people.csv");
        crowd.write(file);
        var answer = api.upload(path + "/recipients/import?columns=Mobile=to", file, "text/csv");
        if (answer.at("/answer/rows").asInt() != crowd.size()) {
            throw new BenchFailed("The list was not read to its end: " + answer);
        }
    }

    private void awaitEnd(Rest api, String path, Sandbox sandbox) {
        var told = new int[1];
        boolean isFinished = Pause.await(Duration.ofMinutes(PATIENCE_MINUTES), LOOK, () -> {
            var campaign = api.get(path);
            if (++told[0] % TELL_EVERY == 0) {
                report.progress("to go: " + campaign.at("/counts/queued"));
            }
            return campaign.get("status").asText().equals("finished");
        });
        if (!isFinished) {
            throw new BenchFailed(
                    "The campaign has not finished within " + PATIENCE_MINUTES + " minutes: " + api.get(path));
        }
        report.progress("finished; waiting for the last statuses");
        Pause.of(LATEST_STATUS);
        awaitQuiet(sandbox);
    }

    private void awaitQuiet(Sandbox sandbox) {
        try (var database = Database.of(gateway)) {
            boolean isQuiet = Pause.await(
                    Duration.ofMinutes(PATIENCE_MINUTES),
                    LOOK,
                    () -> sandbox.counts().pending() == 0 && database.isAllSent() && database.isAllMerged());
            if (!isQuiet) {
                throw new BenchFailed(
                        "Statuses or messages are still on their way after " + PATIENCE_MINUTES + " minutes.");
            }
        }
    }

    private boolean judge(Run run) {
        var path = "/campaigns/" + run.campaign;
        Ends ends;
        try (var export = run.api.lines(path + "/recipients/export")) {
            ends = new Ends(run.crowd, export);
        }
        var campaign = run.api.get(path);
        var counts = campaign.get("counts");
        var counted = run.api.get("/analytics/funnel?campaign_id=" + run.campaign);
        var report = run.api.get(path + "/report").get("funnel");
        var promises = new Promises();
        try (var database = Database.of(gateway)) {
            var everybody = new HashSet<>(ends.messages());
            everybody.addAll(run.singles.acknowledged());
            var truth = Truth.of(everybody, run.sandbox, run.account, database);
            long difference = ConservationWatch.STATES.stream()
                    .mapToLong(state -> Math.abs(counts.get(state).asLong() - ends.in(state)))
                    .sum();
            var resumes = run.assault.stillnesses().stream()
                    .map(pause -> database.untilNextCall(run.campaign, pause.until()))
                    .toList();
            promises.add(
                            "the sum was whole at every look",
                            run.watch.unbalanced() == 0 && run.watch.underway() > 0,
                            run.watch.looks() + " looks, " + run.watch.underway() + " in the midst")
                    .add("it is whole at the end", ConservationWatch.sum(counts) == run.crowd.size(), line(counts))
                    .add("everybody has a row, and is done", isDone(ends, run.crowd), ends.rows() + " rows")
                    .none("counts that differ from the exported rows", difference)
                    .none(
                            "counts and reasons that differ from the stored rows",
                            database.campaignDifference(run.campaign))
                    .none("roll-ups that differ from the raw messages", truth.rollupDifference())
                    .none("accepted messages that are lost", truth.lost())
                    .add(
                            "messages that Meta got twice without a record",
                            truth.duplicated() == 0,
                            truth.duplicated() + " (with one: " + truth.repeated() + ")")
                    .none("people with two messages of the campaign", database.writtenToTwice(run.campaign))
                    .none("recipients without a message of their own", ends.doubled())
                    .none("recipients that ended where they cannot", ends.wrong())
                    .add(
                            "uncertain only what was on the wire",
                            ends.uncertain() <= run.assault.uncertainAtMost(CONNECTIONS),
                            ends.uncertain() + " of at most " + run.assault.uncertainAtMost(CONNECTIONS))
                    .none(
                            "uncertain although Meta has told of them",
                            told(ends, run.sandbox.posts(run.account).keySet()))
                    .none("calls begun more than a second after a pause", callsInPauses(run, database))
                    .add(
                            "it goes on within a second after a pause",
                            resumes.stream().allMatch(millis -> millis >= 0 && millis <= SECOND.toMillis()),
                            resumes + " ms")
                    .add(
                            "Meta was as bad as it was told to be",
                            run.assault.wasMetaAsBadAsWanted(options),
                            run.assault.metaText())
                    .add(
                            "single messages went all the while",
                            run.singles.unanswered() == 0
                                    && run.singles.acknowledged().size() >= run.seconds / SLOWEST_SINGLE,
                            run.singles.acknowledged().size() + " sent, " + run.singles.unanswered() + " never")
                    .add("analytics counts what the report counts", isSame(report, counted), "delivered, read, replied")
                    .add(
                            "who answered is counted",
                            report.get("replied").asLong() == ends.of(Fate.ANSWERS, "read"),
                            report.get("replied"));
            print(run, ends, promises, truth);
        }
        return promises.areKept();
    }

    private static long told(Ends ends, Set<String> posted) {
        return ends.unresolved().stream().filter(posted::contains).count();
    }

    private static long callsInPauses(Run run, Database database) {
        return run.assault.stillnesses().stream()
                .mapToLong(pause -> database.calls(run.campaign, pause.from().plus(SECOND), pause.until()))
                .sum();
    }

    private static boolean isDone(Ends ends, Crowd crowd) {
        return ends.rows() == crowd.size() && ends.in("waiting") + ends.in("queued") == 0;
    }

    private static boolean isSame(JsonNode report, JsonNode counted) {
        return List.of("delivered", "read", "replied").stream()
                .allMatch(step -> report.get(step).asLong() == counted.get(step).asLong());
    }

    private static String line(JsonNode counts) {
        var line = new StringBuilder(counts.get("total").asText()).append(" = ");
        ConservationWatch.STATES.stream()
                .filter(state -> counts.get(state).asLong() > 0)
                .forEach(state -> line.append(line.charAt(line.length() - 2) == '=' ? "" : " + ")
                        .append(counts.get(state).asText())
                        .append(' ')
                        .append(state));
        return line.toString();
    }

    private void print(Run run, Ends ends, Promises promises, Truth truth) {
        var waits = run.singles.waits();
        report.section("Where " + run.crowd.size() + " people ended", run.assault.text() + ".", ends.text());
        report.section(
                "Single messages beside it",
                "One-time codes and utility messages by the same number, until Meta had them.",
                new Table()
                        .line(
                                "messages",
                                List.of(Integer.toString(
                                        run.singles.acknowledged().size())))
                        .line("p50, ms", List.of(Long.toString(waits.getValueAtPercentile(50))))
                        .line("p99, ms", List.of(Long.toString(waits.getValueAtPercentile(99))))
                        .line(
                                "met a kill, or Meta for more than 10 s",
                                List.of(Long.toString(run.singles.askedAgain())))
                        .text());
        report.section(
                "Promises", Table.number(run.seconds) + " s from the launch to the last status.", promises.text());
        ObjectNode json = report.json().putObject("campaign");
        json.put("recipients", run.crowd.size()).put("seconds", run.seconds);
        json.put("singles", run.singles.acknowledged().size());
        json.put("singles_p50_ms", waits.getValueAtPercentile(50));
        json.put("singles_p99_ms", waits.getValueAtPercentile(99));
        json.set("truth", truth.json());
        run.assault.write(json);
        promises.write(json);
    }
}
