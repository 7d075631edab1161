package org.chasqui.messaging.contacts;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** The text of a CSV file as spreadsheets write it: with or without a byte order mark, with one of four separators. */
final class CsvText {
    /** What to say of a file in another encoding. */
    static final String NO_UTF_8 = "the file is not UTF-8 from here on: save it as \"CSV UTF-8\".";

    /** What to say of a file that ends too early. */
    static final String BROKEN_OFF = "the file broke off here.";

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final String SEPARATORS = ",;\t|";

    private CsvText() {}

    /**
     * Reads the text of a file; bytes that are no text end the reading with a {@link StrictText.NoText}, behind all text that
     * comes before them.
     *
     * @param largest in bytes; a larger file ends the reading with PAYLOAD_TOO_LARGE
     */
    static BufferedReader reader(InputStream file, long largest) throws IOException {
        var bytes = new BufferedInputStream(new Bounded(file, largest));
        return new BufferedReader(new StrictText(bytes, charset(bytes)));
    }

    /** Reads the byte order mark away. */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(3);
        int first = bytes.read();
        int second = bytes.read();
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        boolean utf8 = first == 0xEF && second == 0xBB && bytes.read() == 0xBF;
        if (!utf8) {
            bytes.reset();
        }
        return StandardCharsets.UTF_8;
    }

    /** The separator of the first line: the one that is there most often, outside of quotation marks. */
    static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        var counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = reader.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            int which = SEPARATORS.indexOf(c);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        reader.reset();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    /** Refuses files that are larger than any that we take. */
    private static final class Bounded extends FilterInputStream {
        private final long largest;
        private long left;

        private Bounded(InputStream file, long largest) {
            super(file);
            this.largest = largest;
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new RequestFailed(
                        FailureCode.PAYLOAD_TOO_LARGE,
                        "the file is larger than " + largest / MEBIBYTE + " MiB; the rows before were imported.");
            }
        }
    }
}
