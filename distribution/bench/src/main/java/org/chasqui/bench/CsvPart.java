package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of a million rows, read into a campaign over HTTP: rows per second, progress, and how much memory that takes. */
final class CsvPart {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int TELL_EVERY = 40;
    private static final int FEWEST_LOOKS = 4;
    private static final int BAD_EVERY = 100;
    /** By how much the heap after a collection may be higher in the last quarter than in the second, MB. */
    private static final long FLAT = 64;

    /** Columns of the exported list. */
    private static final int LINE = 1;

    private static final int REASON = 5;

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Gateway gateway;
    private final Path folder;
    private final Path collections;
    private final int rows;
    private final Report report;

    /**
     * The part.
     *
     * @param collections where the product's JVM logs its garbage collections ({@code -Xlog:gc:file=…})
     */
    CsvPart(Gateway gateway, Path folder, Path collections, int rows, Report report) {
        this.gateway = gateway;
        this.folder = folder;
        this.collections = collections;
        this.rows = rows;
        this.report = report;
    }

    /** What was seen in one moment. */
    private record Look(double seconds, long rows, long residentMegabytes, long heapMegabytes) {}

    /** Reads files; answers whether all promises were kept. */
    boolean run() {
        var sandbox = new Sandbox(gateway);
        var account = sandbox.newAccount("Long list", "HIGH", 1, null, 1);
        try (var call = new ApacheCall(1)) {
            new Customer(gateway, call, false).connect(account, sandbox.token());
        }
        var api = new Rest(gateway.url() + "/api/v1/whatsapp", gateway.key());
        var campaign = "/campaigns/" + draft(api, account.numbers().get(0));
        report.progress("writing a file of " + rows + " rows");
        var file = file();
        report.progress("importing " + size(file) / 1_048_576 + " MB");
        var looks = new ArrayList<Look>();
        var isOver = new AtomicBoolean();
        long begin = System.nanoTime();
        var watcher = new Thread(() -> watch(api, campaign, begin, looks, isOver), "watch the import");
        watcher.start();
        JsonNode answer;
        double seconds;
        try {
            answer = api.upload(campaign + "/recipients/import", file, "text/csv")
                    .get("answer");
            seconds = (System.nanoTime() - begin) / 1e9;
        } finally {
            isOver.set(true);
            join(watcher);
        }
        if (looks.size() < FEWEST_LOOKS) {
            throw new BenchFailed("The import was looked at only " + looks.size() + " times: give it more --rows.");
        }
        int bad = rows / BAD_EVERY;
        var promises = new Promises()
                .add("every row was read", answer.path("rows").asInt() == rows, answer.path("rows"))
                .add("bad rows were skipped", answer.path("skipped").asInt() == bad, answer.path("skipped"))
                .add("their lines and reasons can be downloaded", areTold(api, campaign, bad), bad + " rows")
                .add("all others can be written to", answer.path("added").asInt() == rows - bad, answer.path("added"))
                .add("progress was told meanwhile", isRising(looks), looks.size() + " looks")
                .add(
                        "the heap stayed flat",
                        growth(looks) <= FLAT,
                        growth(looks) + " MB more in the last quarter than in the second, after the best collection");
        encodings(api, campaign, promises);
        print(looks, seconds, promises);
        return promises.areKept();
    }

    private static String draft(Rest api, String number) {
        var body = Json.object()
                .put("name", "Long list")
                .put("template", "hello_chasqui")
                .put("phone_number_id", number);
        var made = new String[1];
        if (!Pause.await(Duration.ofSeconds(60), LOOK, () -> {
            try {
                made[0] = api.post("/campaigns", body).get("id").asText();
                return true;
            } catch (BenchFailed templatesNotReadYet) {
                return false;
            }
        })) {
            throw new BenchFailed("The campaign could not be made within a minute: its template is not there.");
        }
        return made[0];
    }

    /** Every hundredth row is bad: no number, or a person who is there already. */
    private Path file() {
        var file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("\uFEFFto,name,1,note\r\n");
            for (int row = 0; row < rows; row++) {
                boolean isBad = row % BAD_EVERY == BAD_EVERY - 1;
                boolean isDouble = isBad && row % (2 * BAD_EVERY) == BAD_EVERY - 1;
                out.write(isBad && !isDouble ? "nobody" : "+4915" + (10_000_000 + (isDouble ? row - 1 : row)));
                out.write(",\"O\"\"Hara, Ana\",Ana,\"blue; 40 cm\"\r\n");
            }
        } catch (IOException unwritable) {
            throw new BenchFailed(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
        return file;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Whether each bad row is there with its line, half of them as doubles. */
    private static boolean areTold(Rest api, String campaign, int bad) {
        try (var lines = api.lines(campaign + "/recipients/export?state=skipped")) {
            var reasons = lines.skip(1)
                    .map(Ends::cells)
                    // Lines are counted from 1, which is the title.
                    .filter(cells -> Long.parseLong(cells[LINE]) % BAD_EVERY == 1)
                    .collect(Collectors.groupingBy(cells -> cells[REASON], Collectors.counting()));
            return reasons.equals(Map.of("duplicate", (bad + 1) / 2L, "no_identity", bad / 2L));
        }
    }

    private void watch(Rest api, String campaign, long begin, List<Look> looks, AtomicBoolean isOver) {
        while (!isOver.get()) {
            var imports = api.get(campaign + "/recipients/imports");
            long read = imports.isEmpty() ? 0 : imports.get(0).get("rows").asLong();
            looks.add(
                    new Look((System.nanoTime() - begin) / 1e9, read, Usage.residentMegabytes(gateway.pid()), heap()));
            if (looks.size() % TELL_EVERY == 0) {
                report.progress("      " + read + " rows");
            }
            Pause.of(LOOK);
        }
    }

    /** What was left in the heap after the latest collection, MB. */
    private long heap() {
        try (var lines = Files.lines(collections)) {
            var last = new long[1];
            lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .forEach(found -> last[0] = Long.parseLong(found.group(2)));
            return last[0];
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static boolean isRising(List<Look> looks) {
        long different = looks.stream().mapToLong(Look::rows).distinct().count();
        boolean isSorted = true;
        for (int i = 1; i < looks.size(); i++) {
            isSorted &= looks.get(i).rows() >= looks.get(i - 1).rows();
        }
        return isSorted && different >= FEWEST_LOOKS;
    }

    /**
     * The first quarter is left out: classes are loaded and caches filled in it. What the best collection of a quarter
     * leaves is closest to what is really in use.
     */
    private static long growth(List<Look> looks) {
        int quarter = looks.size() / 4;
        return lowest(looks.subList(looks.size() - quarter, looks.size()))
                - lowest(looks.subList(quarter, 2 * quarter));
    }

    private static long lowest(List<Look> looks) {
        return looks.stream().mapToLong(Look::heapMegabytes).min().orElse(0);
    }

    private static long highest(List<Look> looks) {
        return looks.stream().mapToLong(Look::heapMegabytes).max().orElse(0);
    }

    /** Files of other encodings are read, or told: none is swallowed. */
    private void encodings(Rest api, String campaign, Promises promises) {
        var text = "to;name\r\n+498912345678;Zo\u00eb\r\n";
        var utf16 = upload(api, campaign, "\uFEFF" + text, StandardCharsets.UTF_16LE);
        promises.add("UTF-16 with semicolons is read", utf16.path("added").asInt() == 1, utf16.path("status"));
        var latin1 = upload(api, campaign, text, StandardCharsets.ISO_8859_1);
        promises.add("Latin-1 is told", problem(latin1).contains("UTF-8"), problem(latin1));
        var open = upload(api, campaign, "to;name\r\n+498912345679;\"Ana\r\n", StandardCharsets.UTF_8);
        promises.add("a quotation mark without end is told", problem(open).contains("quotation mark"), problem(open));
    }

    /** A file that cannot even be begun is refused, one that cannot be read on is told of. */
    private static String problem(JsonNode answer) {
        return answer.path("problem").asText(answer.at("/error/message").asText());
    }

    private JsonNode upload(Rest api, String campaign, String text, Charset charset) {
        var file = folder.resolve("short.csv");
        try {
            Files.write(file, text.getBytes(charset));
        } catch (IOException unwritable) {
            throw new BenchFailed(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
        return api.upload(campaign + "/recipients/import", file, "text/csv").path("answer");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(List<Look> looks, double seconds, Promises promises) {
        var shown = new ArrayList<Look>();
        for (int i = 1; i <= 5 && !looks.isEmpty(); i++) {
            shown.add(looks.get((looks.size() - 1) * i / 5));
        }
        var table = new Table()
                .line(
                        "rows read",
                        shown.stream().map(look -> Long.toString(look.rows())).toList())
                .line(
                        "heap after collection, MB",
                        shown.stream()
                                .map(look -> Long.toString(look.heapMegabytes()))
                                .toList())
                .line(
                        "resident memory, MB",
                        shown.stream()
                                .map(look -> Long.toString(look.residentMegabytes()))
                                .toList());
        long most = looks.stream().mapToLong(Look::residentMegabytes).max().orElse(0);
        report.section(
                "A file of " + rows + " rows",
                Table.number(rows / seconds) + " rows/s; highest heap after a collection " + highest(looks)
                        + " MB, highest resident memory " + most + " MB.",
                table.text() + "\n" + promises.text());
        var json = report.json().putObject("csv");
        json.put("rows", rows).put("rows_per_s", rows / seconds);
        json.put("heap_after_collection_mb", highest(looks)).put("resident_mb", most);
        promises.write(json);
    }
}
