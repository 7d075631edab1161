package org.chasqui.campaigns.recipients;

import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.contacts.CsvFile;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipients from a CSV file as it comes, in commits of some thousand rows: memory stays flat, progress can be
 * looked at, and what was read before the file broke off is kept. Every row becomes a row of the list: one that cannot
 * be used is skipped with its line and its reason.
 */
@ApplicationScoped
public class RecipientImport {
    /** Rows in one file. */
    public static final int MOST_ROWS = 1_000_000;

    private static final long LARGEST = 512L * 1024 * 1024;
    private static final int CHUNK = 2_000;

    @Inject
    ImportStore store;

    /** For the container. */
    public RecipientImport() {}

    /** Imports into a store of a test. */
    public RecipientImport(ImportStore store) {
        this.store = store;
    }

    /**
     * Reads a file to its end.
     *
     * @param wanted what columns mean that do not say it themselves, see {@link ColumnMap}
     * @param progress told after each commit
     * @return the id of the import
     * @throws RequestFailed VALIDATION_FAILED when not even the first line can be used
     */
    public UUID run(UUID campaignId, InputStream file, Map<String, String> wanted, Runnable progress) {
        var run = new Run(campaignId, wanted, progress);
        CsvFile.read(file, LARGEST, run::read).ifPresent(run::stop);
        return run.end();
    }

    /** One file on its way. */
    private final class Run {
        private final UUID campaignId;
        private final Map<String, String> wanted;
        private final Runnable progress;
        private final List<NewRecipient> waiting = new ArrayList<>(CHUNK);
        private @Nullable ColumnMap columns;
        private @Nullable UUID id;
        private @Nullable String problem;
        private long line = 1;
        private int rows;

        private Run(UUID campaignId, Map<String, String> wanted, Runnable progress) {
            this.campaignId = campaignId;
            this.wanted = wanted;
            this.progress = progress;
        }

        private void read(Iterable<CsvRecord> records) {
            for (var one : records) {
                line = one.getStartingLineNumber();
                var known = columns;
                if (known == null) {
                    columns = ColumnMap.of(one.getFields(), wanted);
                    id = store.begin(campaignId);
                } else if (++rows > MOST_ROWS) {
                    stop("the file has more than " + MOST_ROWS + " rows; those before were imported.");
                    return;
                } else {
                    waiting.add(known.read(one.getFields(), line));
                    if (waiting.size() == CHUNK) {
                        flush();
                    }
                }
            }
            flush();
        }

        private void flush() {
            if (id != null && !waiting.isEmpty()) {
                store.keep(campaignId, id, List.copyOf(waiting));
                waiting.clear();
                progress.run();
            }
        }

        private void stop(CsvFile.Unread end) {
            line = Math.max(line, end.line());
            stop(end.why());
        }

        /** Nothing behind this can be read. What was read before is kept. */
        private void stop(String why) {
            if (id == null) {
                throw RequestFailed.invalid("file", why);
            }
            flush();
            problem = "line " + line + ": " + why;
        }

        private UUID end() {
            if (id == null) {
                throw RequestFailed.invalid(
                        "file", "is empty; the first line names the columns, for example to,name,1.");
            }
            store.end(id, problem);
            return id;
        }
    }
}
