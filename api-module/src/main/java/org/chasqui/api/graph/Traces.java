package org.chasqui.api.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;

/** Makes {@code fbtrace_id}s in the form that Meta's have, for failures that never were at Meta. */
@ApplicationScoped
public class Traces {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Inject
    Ids ids;

    /** A new one. */
    public String next() {
        return of(ids.next());
    }

    /** The one that stands for an id of ours, of a message say. */
    static String of(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return "A" + ENCODER.encodeToString(bytes.array());
    }
}
