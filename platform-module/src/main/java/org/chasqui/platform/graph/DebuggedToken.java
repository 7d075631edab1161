package org.chasqui.platform.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Graph's {@code debug_token} says about a token. */
public record DebuggedToken(@Nullable Data data) {
    /**
     * The token.
     *
     * @param valid whether it can be used now
     * @param expiresAt seconds since the epoch; 0 or null for a token that does not expire
     * @param dataAccessExpiresAt seconds since the epoch until a person must renew its access to data; 0 or null for never
     * @param scopes Meta's names of its permissions
     * @param granularScopes the same with the ids of what was shared
     * @param error why it cannot be used; null when it can
     */
    public record Data(
            @Nullable String appId,
            @Nullable String type,
            @JsonProperty("is_valid") boolean valid,
            @Nullable Long expiresAt,
            @Nullable Long dataAccessExpiresAt,
            @Nullable List<String> scopes,
            @Nullable List<GranularScope> granularScopes,
            @Nullable Refusal error) {
        /** Of a token of which Graph says nothing: not valid. */
        public static final Data UNKNOWN = new Data(null, null, false, null, null, null, null, null);

        /** When it ends; null when it does not. */
        public @Nullable Instant endsAt() {
            return time(expiresAt);
        }

        /** When its access to data ends, unless a person renews it; null when it does not. */
        public @Nullable Instant dataAccessEndsAt() {
            return time(dataAccessExpiresAt);
        }

        /** The permissions; none when Meta lists none. */
        public List<String> held() {
            return scopes == null ? List.of() : scopes;
        }

        /** The permissions with what they hold for; none when Meta lists none. */
        public List<GranularScope> shared() {
            return granularScopes == null ? List.of() : granularScopes;
        }

        private static @Nullable Instant time(@Nullable Long seconds) {
            return seconds == null || seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
        }
    }

    /** Why a token cannot be used, in Meta's words. */
    public record Refusal(@Nullable String message) {}

    /**
     * A permission.
     *
     * @param targetIds what it holds for; null when it holds for everything
     */
    public record GranularScope(
            @Nullable String scope, @Nullable List<String> targetIds) {
        /** Meta's ids of what it holds for; none when it holds for everything. */
        public List<String> targets() {
            return targetIds == null ? List.of() : targetIds;
        }
    }
}
