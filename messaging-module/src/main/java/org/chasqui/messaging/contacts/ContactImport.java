package org.chasqui.messaging.contacts;

import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Reads people from a CSV file, row by row, and keeps them in commits of some hundred. A row that cannot be used is told
 * with its line, and the others go on.
 */
@ApplicationScoped
public class ContactImport {
    /** Rows in one file. */
    public static final int MOST_ROWS = 100_000;

    private static final long LARGEST = 64L * 1024 * 1024;
    private static final int MOST_ERRORS = 1_000;
    private static final int CHUNK = 500;

    @Inject
    Contacts contacts;

    int mostRows = MOST_ROWS;

    /**
     * A row that was not used.
     *
     * @param line its first line in the file, 1 for the header
     * @param field column that is to blame; null when it is none
     */
    public record RowError(long line, @Nullable String field, String message) {}

    /**
     * What became of a file.
     *
     * @param rows how many were read, without the header
     * @param errors the first thousand
     */
    public record Report(int rows, int created, int updated, int failed, List<RowError> errors) {}

    /** Reads a file to its end. */
    public Report run(UUID workspaceId, InputStream file) {
        var run = new Run(workspaceId);
        CsvFile.read(file, LARGEST, run::read).ifPresent(run::stop);
        return run.report();
    }

    /** One file on its way. */
    private final class Run {
        private final UUID workspaceId;
        private final List<ContactData> waiting = new ArrayList<>();
        private final List<RowError> errors = new ArrayList<>();
        private @Nullable CsvColumns columns;
        private long line;
        private int rows;
        private int created;
        private int updated;
        private int failed;

        private Run(UUID workspaceId) {
            this.workspaceId = workspaceId;
        }

        private void read(Iterable<CsvRecord> records) {
            for (var one : records) {
                line = one.getStartingLineNumber();
                var known = columns;
                if (known == null) {
                    columns = CsvColumns.of(one.getFields());
                } else if (++rows > mostRows) {
                    rows--;
                    stop("the file has more than " + mostRows + " rows; those before were imported.");
                    return;
                } else {
                    take(known, one);
                }
            }
            flush();
        }

        private void take(CsvColumns known, CsvRecord row) {
            try {
                waiting.add(ContactInput.checkedNew(known.read(row.getFields())));
                if (waiting.size() == CHUNK) {
                    flush();
                }
            } catch (RequestFailed wrong) {
                fail(wrong);
            }
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                for (var done : contacts.keep(workspaceId, List.copyOf(waiting))) {
                    created += done.created() ? 1 : 0;
                    updated += done.created() ? 0 : 1;
                }
                waiting.clear();
            }
        }

        private void fail(RequestFailed wrong) {
            failed++;
            var field = wrong.fields().isEmpty() ? null : wrong.fields().get(0);
            note(new RowError(
                    line,
                    field == null ? null : field.field(),
                    field == null ? String.valueOf(wrong.getMessage()) : field.message()));
        }

        private void stop(CsvFile.Unread end) {
            line = Math.max(line, end.line());
            stop(end.why());
        }

        /** Nothing behind this can be read. What was read before is kept. */
        private void stop(String why) {
            flush();
            if (columns == null) {
                throw RequestFailed.invalid("file", why);
            }
            failed++;
            note(new RowError(line, null, why));
        }

        private void note(RowError error) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(error);
            }
        }

        private Report report() {
            if (columns == null) {
                throw RequestFailed.invalid(
                        "file", "is empty; the first line names the columns, for example phone,name.");
            }
            return new Report(rows, created, updated, failed, List.copyOf(errors));
        }
    }
}
