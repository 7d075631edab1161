package org.chasqui.sandbox.world;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Trace ids that look like Meta's: {@code A} and 22 characters. */
public final class FbTrace {

    private FbTrace() {}

    /** The next id. */
    public static String next() {
        byte[] random = new byte[17];
        ThreadLocalRandom.current().nextBytes(random);
        return "A"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random).substring(0, 22);
    }
}
