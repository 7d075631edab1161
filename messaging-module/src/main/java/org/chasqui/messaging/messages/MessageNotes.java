package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the content of a message, and what later messages did to it.
 *
 * @param context Meta's {@code context}: the message that this one answers, or how it was forwarded; null when none
 * @param extra every other member that Meta sent with the message: {@code referral}, {@code errors},
 *     {@code identity} …; null when there is none
 * @param origin {@code business_app} for what was written in the WhatsApp Business app; null otherwise
 * @param versions what the content was before each edit, the oldest first; empty when it was never edited
 * @param editedAt when it was last edited; null when never
 * @param revokedAt when its writer deleted it for everyone; null when not. The content is kept
 * @param reactions the reactions that stand now, at most one of each side
 */
public record MessageNotes(
        @Nullable JsonNode context,
        @Nullable JsonNode extra,
        @Nullable String origin,
        List<Version> versions,
        @Nullable Instant editedAt,
        @Nullable Instant revokedAt,
        List<Reaction> reactions) {

    /** Nothing beside it, nothing done to it. */
    public static final MessageNotes NONE = new MessageNotes(null, null, null, List.of(), null, null, List.of());

    /**
     * What the content was.
     *
     * @param at since when
     */
    public record Version(Instant at, JsonNode content) {}

    /**
     * A reaction that stands.
     *
     * @param by who reacted: the person (INBOUND) or we (OUTBOUND)
     */
    public record Reaction(Direction by, String emoji, Instant at) {}
}
