package org.chasqui.analytics.rollups;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.chasqui.platform.csv.CsvCell;

/** Writes counts as CSV while they are read, day by day: memory stays flat. What a spreadsheet would calculate has an apostrophe in front. */
public final class CountCsv {
    private static final String HEADER =
            "day,phone_number_id,category,template,queued,accepted,sent,delivered,read,replied,"
                    + "failed,uncertain,expired,cancelled,received\r\n";

    private CountCsv() {}

    /** Gives the counts of a day. */
    @FunctionalInterface
    public interface Source {
        List<CountLine> of(LocalDate day);
    }

    /** Gives the name of a number. */
    @FunctionalInterface
    public interface Names {
        String of(UUID numberId);
    }

    /**
     * Writes all days, those without messages left out.
     *
     * @param last the last day, with it
     * @param names what is written for a number
     */
    public static void write(LocalDate first, LocalDate last, Source source, Names names, OutputStream target) {
        try {
            var out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            out.write(HEADER);
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                for (var line : source.of(day)) {
                    write(day, line, names, out);
                }
            }
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader of the file has gone", gone);
        }
    }

    private static void write(LocalDate day, CountLine line, Names names, Writer out) throws IOException {
        var totals = line.totals();
        out.write(String.join(
                ",",
                CsvCell.of(day),
                CsvCell.of(names.of(line.numberId())),
                CsvCell.of(line.category()),
                CsvCell.of(line.template())));
        out.write(LongStream.of(
                        totals.queued(),
                        totals.accepted(),
                        totals.sent(),
                        totals.delivered(),
                        totals.read(),
                        totals.replied(),
                        totals.failed(),
                        totals.uncertain(),
                        totals.expired(),
                        totals.cancelled(),
                        totals.received())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", ",", "\r\n")));
    }
}
