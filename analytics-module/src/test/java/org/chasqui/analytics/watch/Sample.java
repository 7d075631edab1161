package org.chasqui.analytics.watch;

import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;

/** A number that is connected. */
final class Sample {
    static final UUID WORKSPACE = UUID.fromString("01a20000-0000-7000-8000-000000000001");

    private Sample() {}

    static SenderNumber number() {
        return new SenderNumber(
                UUID.randomUUID(),
                WORKSPACE,
                UUID.fromString("01a20000-0000-7000-8000-000000000002"),
                "102290129340398",
                "106540352242922",
                "+1 555-010-0001",
                "Shop",
                "GREEN",
                null,
                "STANDARD",
                80,
                "CONNECTED");
    }
}
