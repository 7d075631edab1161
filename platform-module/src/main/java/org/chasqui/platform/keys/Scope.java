package org.chasqui.platform.keys;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;

/** The scopes that exist. */
public final class Scope {
    public static final String READ = "whatsapp:read";
    public static final String WRITE = "whatsapp:write";
    public static final String SEND = "whatsapp:send";

    /** Holds every other one. */
    public static final String ALL = "*";

    private static final Set<String> KNOWN = Set.of(READ, WRITE, SEND, ALL);

    private Scope() {}

    /** The refusal of a scope that does not exist. */
    public static RequestFailed unknown(String scope) {
        return RequestFailed.invalid(
                "scopes", "knows no \"" + scope + "\"; there are whatsapp:read, whatsapp:write, whatsapp:send and *.");
    }

    /** The first text that is no scope; empty when all are. */
    public static Optional<String> firstUnknown(Collection<String> scopes) {
        return scopes.stream().filter(scope -> !KNOWN.contains(scope)).findFirst();
    }
}
