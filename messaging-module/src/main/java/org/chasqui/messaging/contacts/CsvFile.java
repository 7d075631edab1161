package org.chasqui.messaging.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.platform.failure.RequestFailed;

/** A CSV file of people, read as it comes: whatever its encoding and separator, however it ends. */
public final class CsvFile {
    private static final String MALFORMED =
            "the file cannot be read on from here: a quotation mark is not closed, or a field is too large.";

    private CsvFile() {}

    /**
     * Reads a file to its end, or as far as it can be read.
     *
     * @param largest in bytes
     * @param rows is given the rows, the titles included, and may stop early
     * @return why it could not be read to its end; empty when it could
     * @throws RequestFailed only what {@code rows} throws
     */
    public static Optional<String> read(InputStream file, long largest, Consumer<Iterable<CsvRecord>> rows) {
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
        } catch (CharacterCodingException notText) {
            return Optional.of(CsvText.NO_UTF_8);
        } catch (CsvParseException malformed) {
            // Whatever ends the reading is wrapped, our own refusal of a file that is too large as well.
            return Optional.of(
                    malformed.getCause() instanceof RequestFailed tooLarge
                            ? String.valueOf(tooLarge.getMessage())
                            : MALFORMED);
        } catch (UncheckedIOException failed) {
            return Optional.of(
                    failed.getCause() instanceof CharacterCodingException ? CsvText.NO_UTF_8 : CsvText.BROKEN_OFF);
        } catch (IOException broken) {
            return Optional.of(CsvText.BROKEN_OFF);
        }
    }
}
