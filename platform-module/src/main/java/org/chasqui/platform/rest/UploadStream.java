package org.chasqui.platform.rest;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The body of an upload, with its digest computed as somebody reads it: a file is never held in memory to be compared. The
 * boundary of a form is made anew for each try, so it is left out wherever it stands; a form never has it inside of a part
 * (RFC 2046, 5.1.1).
 */
final class UploadStream extends InputStream {
    private static final int BUFFER = 16 * 1024;

    private final InputStream body;
    private final MessageDigest digest;
    private final byte[] boundary;

    /** For each beginning of the boundary, how much of its end is a beginning, too (Knuth, Morris and Pratt). */
    private final int[] borders;

    /** How much of the boundary the last bytes were. */
    private int matched;

    UploadStream(InputStream body, MediaType type) {
        this.body = body;
        var word = type.getParameters().get("boundary");
        boundary = word == null ? new byte[0] : ("--" + word).getBytes(StandardCharsets.ISO_8859_1);
        borders = borders(boundary);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public int read() throws IOException {
        int one = body.read();
        if (one >= 0) {
            take(new byte[] {(byte) one}, 0, 1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = body.read(target, offset, length);
        if (read > 0) {
            take(target, offset, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    /**
     * Reads what nobody has read. To be called once.
     *
     * @param most bytes that are worth it
     * @return the digest of the whole body, in 32 bytes; empty when there were more
     */
    Optional<byte[]> finish(long most) throws IOException {
        var buffer = new byte[BUFFER];
        long left = most;
        for (int read = read(buffer); read >= 0; read = read(buffer)) {
            left -= read;
            if (left < 0) {
                return Optional.empty();
            }
        }
        digest.update(boundary, 0, matched);
        return Optional.of(digest.digest());
    }

    private void take(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (matched == 0) {
                int start = i;
                i = next(bytes, start, end);
                digest.update(bytes, start, i - start);
            }
            if (i < end) {
                take(bytes[i]);
            }
        }
    }

    /** Where the boundary may begin. */
    private int next(byte[] bytes, int start, int end) {
        if (boundary.length == 0) {
            return end;
        }
        int i = start;
        while (i < end && bytes[i] != boundary[0]) {
            i++;
        }
        return i;
    }

    private void take(byte one) {
        while (matched > 0 && one != boundary[matched]) {
            int shorter = borders[matched - 1];
            digest.update(boundary, 0, matched - shorter);
            matched = shorter;
        }
        if (one != boundary[matched]) {
            digest.update(one);
            return;
        }
        matched++;
        if (matched == boundary.length) {
            matched = 0;
        }
    }

    private static int[] borders(byte[] word) {
        var borders = new int[word.length];
        for (int i = 1, border = 0; i < word.length; i++) {
            while (border > 0 && word[i] != word[border]) {
                border = borders[border - 1];
            }
            if (word[i] == word[border]) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }
}
