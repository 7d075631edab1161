package org.chasqui.api.botmaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.secrets.Keyring;

/**
 * The two texts that a key is renewed with, {@code secretId} and {@code refreshToken}: the names of the key and of its
 * workspace with a signature of ours, so that nothing has to be kept for them. They are worth as much as the key is.
 */
@ApplicationScoped
class RefreshTokens {
    private static final String REFRESH = "botmaker refresh token";
    private static final String SECRET = "botmaker secret id";
    private static final int ID_BYTES = 16;
    private static final int LONGEST = 500;

    @Inject
    Keyring keyring;

    /** Which key a token renews. */
    record Subject(UUID workspaceId, UUID keyId) {}

    String refreshToken(ApiKeyView key) {
        var subject = bytes(new Subject(key.workspaceId(), key.id()));
        return encoded(subject) + "." + encoded(keyring.box().sign(REFRESH, subject));
    }

    String secretId(ApiKeyView key) {
        return encoded(keyring.box().sign(SECRET, bytes(new Subject(key.workspaceId(), key.id()))));
    }

    /** The key that both belong to; empty unless we have signed both. */
    Optional<Subject> read(String secretId, String refreshToken) {
        var parts = refreshToken.strip().split("\\.", -1);
        if (refreshToken.length() > LONGEST || secretId.length() > LONGEST || parts.length != 2) {
            return Optional.empty();
        }
        try {
            var subject = Base64.getUrlDecoder().decode(parts[0]);
            boolean isOurs = subject.length == 2 * ID_BYTES
                    && keyring.box()
                            .isSigned(REFRESH, subject, Base64.getUrlDecoder().decode(parts[1]))
                    && keyring.box()
                            .isSigned(SECRET, subject, Base64.getUrlDecoder().decode(secretId.strip()));
            return isOurs ? Optional.of(subject(subject)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Subject subject) {
        return ByteBuffer.allocate(2 * ID_BYTES)
                .putLong(subject.workspaceId().getMostSignificantBits())
                .putLong(subject.workspaceId().getLeastSignificantBits())
                .putLong(subject.keyId().getMostSignificantBits())
                .putLong(subject.keyId().getLeastSignificantBits())
                .array();
    }

    private static Subject subject(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var workspace = new UUID(buffer.getLong(), buffer.getLong());
        return new Subject(workspace, new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
