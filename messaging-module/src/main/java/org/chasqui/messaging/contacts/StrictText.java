package org.chasqui.messaging.contacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a file up to the first bytes that are none in its encoding, whole, and behind it a {@link NoText}. The
 * reader of the JDK throws what it has decoded away together with what it could not decode: up to 8,192 characters.
 */
final class StrictText extends Reader {
    private static final int BUFFER = 8_192;

    private final InputStream file;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer text = CharBuffer.allocate(BUFFER).flip();
    private boolean isFileOver;
    private boolean isOver;
    private boolean isBroken;
    private long line = 1;
    private char last;

    /** Bytes that are no text. */
    static final class NoText extends CharacterCodingException {
        private static final long serialVersionUID = 1;

        private final long line;

        private NoText(long line) {
            this.line = line;
        }

        /** The line that they are in, counted from 1. */
        long line() {
            return line;
        }
    }

    StrictText(InputStream file, Charset charset) {
        this.file = file;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!text.hasRemaining()) {
            if (isBroken) {
                throw new NoText(line);
            }
            if (isOver) {
                return -1;
            }
            decode();
        }
        int read = Math.min(length, text.remaining());
        text.get(target, offset, read);
        return read;
    }

    private void decode() throws IOException {
        text.clear();
        var result = decoder.decode(bytes, text, isFileOver);
        if (result.isError()) {
            isBroken = true;
        } else if (result.isUnderflow() && isFileOver) {
            decoder.flush(text);
            isOver = true;
        } else if (result.isUnderflow()) {
            fill();
        }
        text.flip();
        countLines();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            isFileOver = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    /** A line ends with {@code \n}, {@code \r} or both. */
    private void countLines() {
        for (int i = text.position(); i < text.limit(); i++) {
            char one = text.get(i);
            if (one == '\r' || one == '\n' && last != '\r') {
                line++;
            }
            last = one;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
