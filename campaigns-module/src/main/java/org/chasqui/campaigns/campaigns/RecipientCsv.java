package org.chasqui.campaigns.campaigns;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.platform.csv.CsvCell;

/** Writes recipients as CSV while they are read, page by page: memory stays flat. */
public final class RecipientCsv {
    private static final int PAGE = 2_000;
    private static final String HEADER =
            "position,line,to,name,state,reason,detail,error_code,message_id,rounds,changed_at,replied_at\r\n";

    private RecipientCsv() {}

    /** Gives the page behind a place. */
    @FunctionalInterface
    public interface Source {
        List<RecipientRow> page(long cursor, int limit);
    }

    /** Writes all pages. */
    public static void write(Source source, OutputStream target) {
        try {
            var out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            out.write(HEADER);
            long cursor = 0;
            var page = source.page(cursor, PAGE);
            while (!page.isEmpty()) {
                for (var row : page) {
                    write(row, out);
                }
                cursor = page.get(page.size() - 1).position();
                page = source.page(cursor, PAGE);
            }
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader of the file has gone", gone);
        }
    }

    private static void write(RecipientRow row, Writer out) throws IOException {
        out.write(String.join(
                ",",
                Long.toString(row.position()),
                CsvCell.of(row.line()),
                address(row.written()),
                CsvCell.of(row.name()),
                CsvCell.of(row.state().wireName()),
                CsvCell.of(row.reason()),
                CsvCell.of(row.detail()),
                CsvCell.of(row.errorCode()),
                CsvCell.of(row.messageId()),
                Integer.toString(row.rounds()),
                CsvCell.of(row.changedAt()),
                CsvCell.of(row.repliedAt())));
        out.write("\r\n");
    }

    /** A telephone number with its plus sign is none of the formulas that anybody is afraid of. */
    private static String address(String written) {
        return written.matches("\\+\\d{1,20}") ? written : CsvCell.of(written);
    }
}
