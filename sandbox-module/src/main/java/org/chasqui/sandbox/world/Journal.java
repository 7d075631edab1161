package org.chasqui.sandbox.world;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The append-only ledger: segments {@code 00000001.journal} … in one folder. A record is handed to the operating system
 * before {@link #append} returns, so it survives the death of the process (not of the machine: nothing is forced to disk).
 * A stream is used instead of a channel, because an interrupt would close a channel for all.
 */
final class Journal implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final String SUFFIX = ".journal";
    private static final int MAX_RECORD = 16 << 20;

    private final Path folder;
    private final long segmentBytes;
    private final int maxSegments;
    private final ThreadLocal<Bytes> buffers = ThreadLocal.withInitial(Bytes::new);
    private long current;
    private long written;
    private OutputStream out = OutputStream.nullOutputStream();

    Journal(Path folder, long segmentBytes, int maxSegments) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.maxSegments = maxSegments;
    }

    /**
     * Hands all records of the segments that count to the reader, oldest first.
     *
     * @throws IOException when a segment cannot be read; a record that is cut off at a segment's end is skipped
     */
    void replay(Consumer<JournalRecord> reader) throws IOException {
        List<Path> segments = segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (startsWithSnapshot(segments.get(i))) {
                segments = segments.subList(i, segments.size());
                break;
            }
        }
        for (Path segment : segments) {
            read(segment, reader);
        }
    }

    /**
     * Starts to write: a compacted segment that replaces all earlier ones, and one for what comes.
     *
     * @param snapshot writes the records that are to be kept
     */
    synchronized void open(Snapshot snapshot) throws IOException {
        Files.createDirectories(folder);
        List<Path> old = segments();
        long next = old.isEmpty() ? 1 : numberOf(old.get(old.size() - 1)) + 1;
        Path compact = folder.resolve("compact.tmp");
        try (OutputStream compacted = new BufferedOutputStream(Files.newOutputStream(compact), 1 << 16)) {
            Bytes buffer = new Bytes();
            write(new JournalRecord.Snapshot(), buffer, compacted);
            snapshot.writeTo(record -> write(record, buffer, compacted));
        }
        Files.move(compact, segment(next), StandardCopyOption.ATOMIC_MOVE);
        for (Path segment : old) {
            Files.delete(segment);
        }
        begin(next + 1);
    }

    /** What writes a compacted segment. */
    interface Snapshot {
        void writeTo(Sink sink) throws IOException;
    }

    /** Takes records. */
    interface Sink {
        void accept(JournalRecord kept) throws IOException;
    }

    /**
     * Appends one record.
     *
     * @throws IOException when the disk is full or the folder is gone; then nothing may be acknowledged
     */
    void append(JournalRecord journaled) throws IOException {
        Bytes bytes = buffers.get().reset();
        JournalRecord.write(journaled, bytes);
        bytes.seal();
        synchronized (this) {
            if (written > segmentBytes) {
                out.close();
                begin(current + 1);
                dropOldest();
            }
            out.write(bytes.array(), 0, bytes.size());
            written += bytes.size();
        }
    }

    /** Forgets everything. */
    synchronized void reset() throws IOException {
        out.close();
        open(sink -> {});
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
        out = closed();
    }

    private void begin(long number) throws IOException {
        current = number;
        written = 0;
        out = new FileOutputStream(segment(number).toFile(), true);
    }

    private void dropOldest() throws IOException {
        List<Path> segments = segments();
        for (int i = 0; i < segments.size() - maxSegments; i++) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sandbox journal is full; its oldest part is dropped: "
                            + segments.get(i).getFileName() + ". Reset the sandbox to start a new ledger.");
            Files.delete(segments.get(i));
        }
    }

    private static OutputStream closed() {
        OutputStream stream = OutputStream.nullOutputStream();
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return stream;
    }

    private static void write(JournalRecord kept, Bytes buffer, OutputStream to) throws IOException {
        JournalRecord.write(kept, buffer.reset());
        buffer.seal();
        to.write(buffer.array(), 0, buffer.size());
    }

    private static boolean startsWithSnapshot(Path segment) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(segment))) {
            return in.readInt() == 1 && in.skipBytes(4) == 4 && in.readByte() == 1;
        } catch (EOFException e) {
            return false;
        }
    }

    private static void read(Path segment, Consumer<JournalRecord> reader) throws IOException {
        CRC32 crc = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(segment), 1 << 16))) {
            while (true) {
                int length = in.readInt();
                int checksum = in.readInt();
                if (length <= 0 || length > MAX_RECORD) {
                    return;
                }
                byte[] payload = in.readNBytes(length);
                crc.reset();
                crc.update(payload);
                if (payload.length < length || (int) crc.getValue() != checksum) {
                    return;
                }
                reader.accept(JournalRecord.read(ByteBuffer.wrap(payload)));
            }
        } catch (EOFException e) {
            // The end of the segment, or a record that the process did not finish.
            return;
        }
    }

    private List<Path> segments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .toList());
        }
    }

    private Path segment(long number) {
        return folder.resolve(String.format("%08d%s", number, SUFFIX));
    }

    private static long numberOf(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
