package org.chasqui.messaging.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** A CSV file of people, read as it comes: whatever its encoding and separator, however it ends. */
public final class CsvFile {
    private static final String MALFORMED =
            "the file cannot be read on from here: a quotation mark is not closed, or a field is too large.";

    private CsvFile() {}

    /**
     * Why a file could not be read to its end.
     *
     * @param why a sentence
     * @param line the line that ended the reading, counted from 1; 0 when all that is known is that it comes behind the last
     *     row that was read
     */
    public record Unread(String why, long line) {
        private static Unread behindTheLastRow(String why) {
            return new Unread(why, 0);
        }

        private static Unread of(@Nullable IOException failed) {
            return failed instanceof StrictText.NoText noText
                    ? new Unread(CsvText.NO_UTF_8, noText.line())
                    : behindTheLastRow(CsvText.BROKEN_OFF);
        }
    }

    /**
     * Reads a file to its end, or as far as it can be read.
     *
     * @param largest in bytes
     * @param rows is given the rows, the titles included, and may stop early
     * @return why it could not be read to its end; empty when it could
     * @throws RequestFailed only what {@code rows} throws
     */
    public static Optional<Unread> read(InputStream file, long largest, Consumer<Iterable<CsvRecord>> rows) {
        try (var reader = CsvText.reader(file, largest)) {
            var separator = CsvText.separator(reader);
            try (var csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(reader)) {
                rows.accept(csv);
                return Optional.empty();
            }
        } catch (CsvParseException malformed) {
            // Whatever ends the reading is wrapped, our own refusal of a file that is too large as well.
            return Optional.of(Unread.behindTheLastRow(
                    malformed.getCause() instanceof RequestFailed tooLarge
                            ? String.valueOf(tooLarge.getMessage())
                            : MALFORMED));
        } catch (UncheckedIOException failed) {
            return Optional.of(Unread.of(failed.getCause()));
        } catch (IOException broken) {
            return Optional.of(Unread.of(broken));
        }
    }
}
