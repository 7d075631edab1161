package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.Pricing;
import org.jspecify.annotations.Nullable;

/** What the journal can hold, and its bytes. Enums are written by ordinal: add constants at their end only. */
sealed interface JournalRecord {

    /** First record of a compacted segment: whatever stands in earlier segments does not count. */
    record Snapshot() implements JournalRecord {}

    /** A POST that was accepted, with all that its statuses need. */
    record Accepted(String number, OutboundMessage.Facts facts) implements JournalRecord {}

    /** The webhook of one step was acknowledged. */
    record Acknowledged(long seq, int step) implements JournalRecord {}

    /** A message from a person. */
    record Inbound(String number, InboundMessage.Facts facts) implements JournalRecord {}

    /** A POST whose message is no longer kept: only the ledger counts it. */
    record Posted(String number, @Nullable String opaque) implements JournalRecord {}

    /** Service messages of a number in a month ({@code 202611}). */
    record ServiceCount(String number, int month, int count) implements JournalRecord {}

    /** The step number that stands for the webhook of an inbound message. */
    int INBOUND_STEP = 0;

    /** Appends type and payload. */
    static void write(JournalRecord record, Bytes out) {
        if (record instanceof Accepted accepted) {
            accepted(accepted, out);
        } else if (record instanceof Acknowledged ack) {
            out.put((byte) 3).putLong(ack.seq()).put((byte) ack.step());
        } else if (record instanceof Inbound inbound) {
            InboundMessage.Facts facts = inbound.facts();
            out.put((byte) 4).putString(inbound.number()).putLong(facts.seq()).putLong(facts.at());
            out.putString(facts.from()).putString(facts.name()).putString(facts.wamid());
            out.putBytes(Json.bytes(facts.message()));
        } else if (record instanceof Posted posted) {
            out.put((byte) 5).putString(posted.number()).putString(posted.opaque());
        } else if (record instanceof ServiceCount service) {
            out.put((byte) 6)
                    .putString(service.number())
                    .putInt(service.month())
                    .putInt(service.count());
        } else {
            out.put((byte) 1);
        }
    }

    private static void accepted(Accepted accepted, Bytes out) {
        OutboundMessage.Facts facts = accepted.facts();
        out.put((byte) 2).putString(accepted.number()).putString(facts.opaque());
        out.putLong(facts.seq()).putLong(facts.at()).putString(facts.to()).putString(facts.wamid());
        out.put((byte) facts.kind().ordinal())
                .put((byte) facts.course().ordinal())
                .putInt(facts.code());
        out.putInt(facts.delays().sent())
                .putInt(facts.delays().delivered())
                .putInt(facts.delays().read());
        out.put((byte) (facts.pricing().billable() ? 1 : 0));
        out.put((byte) facts.pricing().type().ordinal())
                .put((byte) facts.pricing().category().ordinal());
        out.putBytes(facts.body());
    }

    /**
     * Reads one record.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    static JournalRecord read(ByteBuffer in) {
        try {
            byte type = in.get();
            return switch (type) {
                case 1 -> new Snapshot();
                case 2 -> readAccepted(in);
                case 3 -> new Acknowledged(in.getLong(), in.get());
                case 4 -> readInbound(in);
                case 5 -> new Posted(string(in), optional(in));
                case 6 -> new ServiceCount(string(in), in.getInt(), in.getInt());
                default -> throw new IllegalArgumentException("journal record of unknown type " + type);
            };
        } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("journal record is cut off", e);
        }
    }

    private static Accepted readAccepted(ByteBuffer in) {
        String number = string(in);
        String opaque = optional(in);
        long seq = in.getLong();
        long at = in.getLong();
        String to = string(in);
        String wamid = string(in);
        Course.Kind kind = Course.Kind.values()[in.get()];
        Course course = Course.values()[in.get()];
        int code = in.getInt();
        Delays delays = new Delays(in.getInt(), in.getInt(), in.getInt());
        boolean billable = in.get() == 1;
        Pricing.Type type = Pricing.Type.values()[in.get()];
        Pricing pricing = new Pricing(billable, type, Pricing.Category.values()[in.get()]);
        return new Accepted(
                number,
                new OutboundMessage.Facts(seq, at, to, wamid, opaque, kind, course, code, delays, pricing, bytes(in)));
    }

    private static Inbound readInbound(ByteBuffer in) {
        String number = string(in);
        long seq = in.getLong();
        long at = in.getLong();
        String from = string(in);
        String name = string(in);
        String wamid = string(in);
        ObjectNode message = Json.read(bytes(in)) instanceof ObjectNode object ? object : Json.object();
        return new Inbound(number, new InboundMessage.Facts(seq, at, from, name, wamid, message));
    }

    private static String string(ByteBuffer in) {
        String text = optional(in);
        return text == null ? "" : text;
    }

    private static @Nullable String optional(ByteBuffer in) {
        short length = in.getShort();
        if (length < 0) {
            return null;
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("journal record is cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
