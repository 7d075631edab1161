package org.chasqui.platform.keys.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyCompanion;
import org.chasqui.platform.keys.NewApiKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Key", description = "An API key; the secret is shown once, in the answer that makes the key.")
public record KeyBody(
        @Schema(description = "Our id.") UUID id,
        @Schema(description = "What the key is for.") String name,

        @Schema(description = "Which API the key speaks.", example = "chasqui")
        String kind,

        @Schema(description = "First characters of the secret, to recognise the key by.", example = "cm_Zk3dQ1a")
        String prefix,

        @Schema(description = "The secret; only in the answer that makes the key.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String key,

        @Schema(
                description = "For a key of the kind waabot: the session_id of its number, or of the only one of the"
                        + " workspace; only in the answer that makes the key.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String sessionId,

        @Schema(description = "The access_token that belongs to the session_id; only in the answer that makes the key.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String accessToken,

        @Schema(description = "What the key may do.") List<String> scopes,

        @Schema(description = "Our id of the only number that the key may use.", nullable = true) @Nullable
        UUID phoneNumberId,

        @Schema(description = "E-mail of the person, or name of the key, that made it.")
        String createdBy,

        @Schema(description = "When the key was made.") Instant createdAt,

        @Schema(description = "When the key ends.", nullable = true) @Nullable
        Instant expiresAt,

        @Schema(description = "When the key was revoked.", nullable = true) @Nullable
        Instant revokedAt,

        @Schema(description = "When the key was last used, exact to about a minute.", nullable = true) @Nullable
        Instant lastUsedAt) {
    static KeyBody of(ApiKeyView key) {
        return of(key, null, null);
    }

    static KeyBody of(NewApiKey made, KeyCompanion.@Nullable Credentials beside) {
        return of(made.key(), made.secret(), beside);
    }

    private static KeyBody of(ApiKeyView key, @Nullable String secret, KeyCompanion.@Nullable Credentials beside) {
        return new KeyBody(
                key.id(),
                key.name(),
                key.kind().wireName(),
                key.prefix(),
                secret,
                beside == null ? null : beside.sessionId(),
                beside == null ? null : beside.accessToken(),
                key.scopes().stream().sorted().toList(),
                key.phoneNumberId(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "KeyBody[id=" + id + "]";
    }
}
