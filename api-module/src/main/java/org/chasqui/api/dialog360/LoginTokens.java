package org.chasqui.api.dialog360;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.secrets.SecretUnreadable;

/**
 * The tokens that an on-premise login gives: the key itself, sealed with an end. So nothing has to be kept, and a key that is
 * revoked takes its tokens with it.
 */
@ApplicationScoped
public class LoginTokens {
    /** As long as those of the On-Premises API. */
    private static final Duration VALID = Duration.ofDays(7);

    /** A key is shorter than this, and nothing longer is worth decrypting. */
    private static final int LONGEST = 1_000;

    private static final SecretBox.Place PLACE = new SecretBox.Place("dialog360 login", "token", new UUID(0, 0));

    @Inject
    Keyring keyring;

    @Inject
    Clock clock;

    /**
     * A token.
     *
     * @param expiresAt in whole seconds
     */
    public record Issued(String token, Instant expiresAt) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }

    /** A token for a key. */
    public Issued issue(String secret) {
        var end = clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
        var content = JsonNodeFactory.instance.objectNode().put("key", secret).put("exp", end.getEpochSecond());
        return new Issued(keyring.box().seal(content.toString(), PLACE), end);
    }

    /** The key behind a token that is still valid; empty for any other text. */
    public Optional<String> secret(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var content = Json.mapper().readTree(keyring.box().open(token, PLACE));
            boolean isOver = !clock.instant()
                    .isBefore(Instant.ofEpochSecond(content.path("exp").asLong()));
            return isOver ? Optional.empty() : Optional.of(content.path("key").asText());
        } catch (SecretUnreadable | IOException notOurs) {
            return Optional.empty();
        }
    }
}
