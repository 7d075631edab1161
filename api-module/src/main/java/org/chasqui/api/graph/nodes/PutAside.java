package org.chasqui.api.graph.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file put aside on the disk for as long as a request lasts. It is marked to be deleted when it is closed, which on Unix takes
 * its name away at once: however the process ends, nothing stays behind.
 */
final class PutAside implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final long size;

    private PutAside(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /**
     * Puts a stream aside; of what is longer the rest is not read, and one byte too much says so in {@link #size}.
     *
     * @param folder where to
     * @param most bytes
     */
    static PutAside of(InputStream in, Path folder, long most) throws IOException {
        var path = Files.createTempFile(folder, "chasqui-upload-", ".part");
        var channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        boolean whole = false;
        try {
            var aside = new PutAside(channel, write(in, channel, most));
            whole = true;
            return aside;
        } finally {
            if (!whole) {
                channel.close();
            }
        }
    }

    private static long write(InputStream in, FileChannel out, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        while (size <= most) {
            int read = in.read(buffer, 0, (int) Math.min(BUFFER, most + 1 - size));
            if (read < 0) {
                break;
            }
            var left = ByteBuffer.wrap(buffer, 0, read);
            while (left.hasRemaining()) {
                out.write(left);
            }
            size += read;
        }
        return size;
    }

    /** Bytes that were put aside. */
    long size() {
        return size;
    }

    /** The bytes from their beginning, for any number of readers beside each other; no longer than until this is closed. */
    InputStream open() {
        return new Reading();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Has a place of its own in the file. */
    private final class Reading extends InputStream {
        private long place;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, length), place);
            place += Math.max(0, read);
            return read;
        }
    }
}
