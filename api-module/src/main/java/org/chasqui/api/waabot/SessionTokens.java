package org.chasqui.api.waabot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.secrets.Keyring;

/**
 * The tokens of sessions: JSON Web Tokens, signed with HMAC-SHA256 by a key that the box of secrets makes for them and does
 * not give away, which is why no library can sign them. One form only: a token whose header is another is none, so that
 * nobody chooses how his token is checked.
 */
@ApplicationScoped
class SessionTokens {
    /** As long as those of Waabot (by the times in its own tokens). */
    static final Duration ACCESS = Duration.ofMinutes(15);

    static final Duration REFRESH = Duration.ofDays(365);

    private static final String PURPOSE = "waabot session";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final int SIGNATURE_BYTES = 32;
    private static final int LONGEST = 1_000;

    @Inject
    Keyring keyring;

    @Inject
    Clock clock;

    /** What a token is for. */
    enum Use {
        ACCESS,
        REFRESH
    }

    /**
     * A token that we have signed.
     *
     * @param sessionId the session that it belongs to, which may have ended meanwhile
     * @param isExpired whether its own time is over
     */
    record Token(UUID sessionId, Use use, boolean isExpired) {}

    String issue(UUID sessionId, Use use) {
        var now = clock.instant();
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("session", sessionId.toString())
                .put("use", use.name())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(use == Use.ACCESS ? ACCESS : REFRESH).getEpochSecond());
        var signed = HEADER + "." + ENCODER.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "."
                + ENCODER.encodeToString(keyring.box().sign(PURPOSE, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a text says that one of our keys has signed; empty for any other text. */
    Optional<Token> read(String text) {
        var parts = text.split("\\.", -1);
        if (text.length() > LONGEST || parts.length != 3 || !parts[0].equals(HEADER)) {
            return Optional.empty();
        }
        try {
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            if (signature.length != SIGNATURE_BYTES || !keyring.box().isSigned(PURPOSE, signed, signature)) {
                return Optional.empty();
            }
            return Optional.of(
                    token(Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]))));
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private Token token(JsonNode claims) {
        var end = Instant.ofEpochSecond(claims.path("exp").asLong());
        return new Token(
                UUID.fromString(claims.path("session").asText()),
                Use.valueOf(claims.path("use").asText()),
                !clock.instant().isBefore(end));
    }
}
