package org.chasqui.sandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A growing buffer for one journal record: length and checksum in front, then the payload. One per thread. */
final class Bytes {

    static final int HEAD = 8;
    private ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final CRC32 crc = new CRC32();

    Bytes reset() {
        if (buffer.capacity() > 1 << 20) {
            buffer = ByteBuffer.allocate(4096);
        }
        buffer.clear().position(HEAD);
        return this;
    }

    Bytes put(byte value) {
        room(1).put(value);
        return this;
    }

    Bytes putInt(int value) {
        room(4).putInt(value);
        return this;
    }

    Bytes putLong(long value) {
        room(8).putLong(value);
        return this;
    }

    Bytes putString(@Nullable String text) {
        if (text == null) {
            room(2).putShort((short) -1);
            return this;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("text too long for the journal: " + utf8.length + " bytes");
        }
        room(2 + utf8.length).putShort((short) utf8.length).put(utf8);
        return this;
    }

    Bytes putBytes(byte[] bytes) {
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    /** Writes length and checksum; the record is then {@link #array()} up to {@link #size()}. */
    Bytes seal() {
        crc.reset();
        crc.update(buffer.array(), HEAD, buffer.position() - HEAD);
        buffer.putInt(0, buffer.position() - HEAD).putInt(4, (int) crc.getValue());
        return this;
    }

    byte[] array() {
        return buffer.array();
    }

    int size() {
        return buffer.position();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer wider = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            wider.put(buffer.flip());
            buffer = wider;
        }
        return buffer;
    }
}
