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
    private final String owner;

    /**
     * Opens the file of a node and reads what the process before has left in it. The file stays as it was until
     * {@link #forgetFound()}.
     *
     * @param node whose claims the file tells of: the file of another node says nothing about ours
     * @param bootId identity of the current boot of the machine
     */
    InFlightRing(Path file, String node, String bootId) throws IOException {
        // Of one length, whatever the name's.
        owner = UUID.nameUUIDFromBytes((bootId + "\n" + node).getBytes(StandardCharsets.UTF_8))
                .toString();
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER_BYTES + (long) SLOTS * SLOT_BYTES);
        trusted = readOwner().equals(owner);
        found = readSlots();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (memory.getLong(position(slot)) == 0) {
                free.add(slot);
            }
        }
    }

    /** Whether the file tells of this node and the same boot of the machine; if not, anything claimed may have been posted. */
    boolean isTrusted() {
        return trusted;
    }

    /** Messages that were on the wire when the process before ended. */
    Set<UUID> found() {
        return found;
    }

    /**
     * Recovery has settled what was found, and that is committed: the slots can be used again, and from now on the file
     * tells of this boot. Not before: a crash in the middle of recovery must find the file as it was, trusted or not.
     */
    void forgetFound() {
        writeOwner();
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

    private String readOwner() {
        var bytes = new byte[HEADER_BYTES];
        memory.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII).strip().replace("\0", "");
    }

    private void writeOwner() {
        var bytes = new byte[HEADER_BYTES];
        var text = owner.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, text.length);
        memory.put(0, bytes);
    }
}
