package org.chasqui.messaging.dispatch;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Remembers, through the death of the process, which messages were on the wire. A slot of a memory-mapped file holds
 * the id from just before the call until its outcome is committed; the page cache survives kill -9, so nothing has to
 * be forced to disk. After a restart on the same boot of the machine, a claimed message that is not in the file was
 * certainly not posted. This shrinks what is uncertain from "claimed" to "really in flight".
 */
final class InFlightRing implements AutoCloseable {
    private static final int HEADER_BYTES = 64;
    private static final int SLOT_BYTES = 16;
    static final int SLOTS = 8_192;

    private final FileChannel channel;
    private final MappedByteBuffer memory;
    private final BlockingQueue<Integer> free = new ArrayBlockingQueue<>(SLOTS);
    private final Set<UUID> found;
    private final boolean trusted;

    /**
     * Opens the file of a node, reads what the process before has left in it, and wipes it.
     *
     * @param bootId identity of the current boot of the machine
     */
    InFlightRing(Path file, String bootId) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isNew = channel.size() == 0;
        memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER_BYTES + (long) SLOTS * SLOT_BYTES);
        trusted = !isNew && readBootId().equals(bootId);
        found = readSlots();
        // The old content stays until recovery is done with it: a crash during recovery must find it again.
        writeBootId(bootId);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (memory.getLong(position(slot)) == 0) {
                free.add(slot);
            }
        }
    }

    /** Whether the file tells of the same boot of the machine; if not, anything claimed may have been posted. */
    boolean isTrusted() {
        return trusted;
    }

    /** Messages that were on the wire when the process before ended. */
    Set<UUID> found() {
        return found;
    }

    /** Recovery has settled what was found; its slots can be used again. */
    void forgetFound() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (memory.getLong(position(slot)) != 0 && found.contains(read(slot))) {
                leave(slot);
            }
        }
    }

    /** Notes that a message is about to be posted; blocks while every slot is taken. */
    int enter(UUID messageId) throws InterruptedException {
        int slot = free.take();
        // The low half first: a slot counts from the moment its high half is there.
        memory.putLong(position(slot) + Long.BYTES, messageId.getLeastSignificantBits());
        memory.putLong(position(slot), messageId.getMostSignificantBits());
        return slot;
    }

    /** Notes that the outcome of the call is committed. */
    void leave(int slot) {
        memory.putLong(position(slot), 0);
        memory.putLong(position(slot) + Long.BYTES, 0);
        free.add(slot);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // What was written is in the page cache; there is nothing else to lose.
        }
    }

    private Set<UUID> readSlots() {
        var ids = new HashSet<UUID>();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (memory.getLong(position(slot)) != 0) {
                ids.add(read(slot));
            }
        }
        return Set.copyOf(ids);
    }

    private UUID read(int slot) {
        return new UUID(memory.getLong(position(slot)), memory.getLong(position(slot) + Long.BYTES));
    }

    private static int position(int slot) {
        return HEADER_BYTES + slot * SLOT_BYTES;
    }

    private String readBootId() {
        var bytes = new byte[HEADER_BYTES];
        memory.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII).strip().replace("\0", "");
    }

    private void writeBootId(String bootId) {
        var bytes = new byte[HEADER_BYTES];
        var text = bootId.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, Math.min(text.length, HEADER_BYTES));
        memory.put(0, bytes);
    }
}
