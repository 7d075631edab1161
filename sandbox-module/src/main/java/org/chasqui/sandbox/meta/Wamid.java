package org.chasqui.sandbox.meta;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Makes message ids built like Meta's: {@code wamid.} and the Base64 form of a small record that holds the user's
 * number, the direction and a random id. Clients must treat them as opaque; the likeness catches those who cut them.
 */
public final class Wamid {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte FROM_BUSINESS = 0x11;
    private static final byte FROM_USER = 0x12;

    private Wamid() {}

    /** An id of a message that the business sends to this user. */
    public static String outbound(String waId, RandomGenerator random) {
        return make(waId, FROM_BUSINESS, 18, random);
    }

    /** An id of a message that this user writes. */
    public static String inbound(String waId, RandomGenerator random) {
        return make(waId, FROM_USER, 20, random);
    }

    private static String make(String waId, byte direction, int digits, RandomGenerator random) {
        byte[] user = waId.getBytes(StandardCharsets.UTF_8);
        int userLength = Math.min(user.length, 127);
        byte[] raw = new byte[3 + userLength + 6 + digits + 1];
        int at = 0;
        raw[at++] = 0x1c;
        raw[at++] = 0x18;
        raw[at++] = (byte) userLength;
        System.arraycopy(user, 0, raw, at, userLength);
        at += userLength;
        raw[at++] = 0x15;
        raw[at++] = 0x02;
        raw[at++] = 0x00;
        raw[at++] = direction;
        raw[at++] = 0x18;
        raw[at++] = (byte) digits;
        long high = random.nextLong();
        long low = random.nextLong();
        for (int i = 0; i < digits; i++) {
            raw[at++] = HEX[(int) (i < 16 ? high >>> (4 * i) : low >>> (4 * (i - 16))) & 0xf];
        }
        return "wamid." + Base64.getEncoder().encodeToString(raw);
    }
}
