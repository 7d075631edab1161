package org.chasqui.messaging.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about messages of a category.
 *
 * @param contactId who
 * @param category template category in lower case, {@code service}, or {@link #ALL}
 * @param optedOut whether he does not want them
 * @param source how we know: keyword, meta, api, import, dashboard
 * @param detail the words, as far as they are worth keeping; null when there are none
 * @param at when he said it
 */
public record Consent(
        UUID contactId,
        String category,
        boolean optedOut,
        String source,
        @Nullable String detail,
        Instant at) {
    /** Every category. */
    public static final String ALL = "all";

    /** Messages without a template, which only answer (Meta's category of conversations that a person begins). */
    public static final String SERVICE = "service";

    /** What people mean who write STOP, and what Meta's own preference is about. */
    public static final String MARKETING = "marketing";

    /** Meta's error code for a message whose person does not want marketing of the business. */
    public static final int STOPPED_AT_META = 131050;

    /** What that error says, whether it comes as the answer to a send or as a status. */
    public static Consent stoppedAtMeta(UUID contactId, Instant at) {
        return new Consent(contactId, MARKETING, true, "meta", Integer.toString(STOPPED_AT_META), at);
    }
}
